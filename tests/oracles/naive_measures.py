"""Every measure worked out a second time, slowly: loops over dictionaries, no pandas and none of the project's arithmetic.

A log is a dictionary of lists of dictionaries; an activity carries its own `methods`, `areas` and `audiences`. Each function takes a list of
such records and gives what the measure should say of them as (numerator, denominator, value, base), None for a number there is not.
"""

import math
from collections import Counter
from datetime import timedelta
from itertools import product

NOTHING_SAID = ("", "-", "n/a", "tbc", "none", "to follow")


def year_of(day):
    start = day.year if (day.month, day.day) >= (4, 1) else day.year - 1
    return f"{start}/{str(start + 1)[2:]}"


def quarter_of(day):
    return f"{year_of(day)} Q{ {4: 1, 5: 1, 6: 1, 7: 2, 8: 2, 9: 2, 10: 3, 11: 3, 12: 3, 1: 4, 2: 4, 3: 4}[day.month] }"


def month_of(day):
    return f"{day.year}-{day.month:02d}"


CALENDAR = {"year": year_of, "quarter": quarter_of, "month": month_of}


def terms(record, dimension, day, channels, groups):
    """What a record counts under in one dimension: several terms, or None alone where it names none."""
    if dimension in CALENDAR:
        return [CALENDAR[dimension](record[day])] if record[day] else [None]
    listed = {
        "method": lambda: record["methods"],
        "area": lambda: record["areas"],
        "audience": lambda: record["audiences"],
        "channel": lambda: {channels[m] for m in record["methods"]},
        "audience_group": lambda: {groups[a] for a in record["audiences"]},
    }
    if dimension in listed:
        return sorted(listed[dimension]()) or [None]
    return [record[dimension]]


def grouped(records, by, day, channels, groups):
    """Records by every combination of terms; a methodology only with its own channel. Each record comes narrowed to the terms it stands under."""
    found = {}
    for record in records:
        for key in product(*(terms(record, dimension, day, channels, groups) for dimension in by)):
            under = dict(zip(by, key, strict=True))
            if "method" in under and "channel" in under and under["method"] and channels[under["method"]] != under["channel"]:
                continue
            found.setdefault(key, []).append(narrowed(record, under, channels, groups))
    return found if by else {(): records}


def narrowed(record, under, channels, groups):
    kept = dict(record)
    if "methods" in kept:
        kept["methods"] = [m for m in kept["methods"] if under.get("method", m) == m and under.get("channel", channels[m]) == channels[m]]
        kept["areas"] = [a for a in kept["areas"] if under.get("area", a) == a]
        kept["audiences"] = [a for a in kept["audiences"] if under.get("audience", a) == a and under.get("audience_group", groups[a]) == groups[a]]
    return kept


def share(part, whole, base=None):
    return part, whole, part / whole if whole > 0 else None, whole if base is None else base


def people_engaged(activities, _):
    known = [a for a in activities if a["participants_low"] is not None or a["participants_high"] is not None]
    total = sum(a["participants_low"] or 0 for a in known) if known or not activities else None
    return total, len(activities), total, len(known)


def activities_held(activities, _):
    return len(activities), None, len(activities), len(activities)


def attendance_recorded(activities, _):
    return share(sum(a["participants_low"] is not None or a["participants_high"] is not None for a in activities), len(activities))


def methodologies_used(activities, _):
    used = {m for a in activities for m in a["methods"]}
    return len(used), None, len(used), sum(bool(a["methods"]) for a in activities)


def effective_methodologies(activities, _):
    counts = Counter(m for a in activities for m in a["methods"])
    total = sum(counts.values())
    if not total:
        return None
    effective = math.prod((total / n) ** (n / total) for n in counts.values())
    return len(counts), None, effective, sum(bool(a["methods"]) for a in activities)


def like_for_like(activities, fewest):
    counts = Counter(m for a in activities for m in a["methods"])
    total = sum(counts.values())
    expected = sum(1 - math.comb(total - n, fewest) / math.comb(total, fewest) for n in counts.values())
    return len(counts), None, expected, sum(bool(a["methods"]) for a in activities)


def channel_share(channel):
    def worked(activities, lists):
        recorded = [a for a in activities if a["all_methods"]]
        return share(sum(any(lists["channels"][m] == channel for m in a["all_methods"]) for a in recorded), len(recorded))

    return worked


def face_to_face_people_share(activities, lists):
    recorded = [a for a in activities if a["all_methods"]]
    faced = [a for a in recorded if any(lists["channels"][m] == "face to face" for m in a["all_methods"])]
    people = [sum(a["participants_low"] or 0 for a in some) for some in (faced, recorded)]
    return share(*people, len(recorded))


def areas_covered(activities, lists):
    held = [a for a in activities if set(a["areas"]) & set(lists["single_areas"])]
    covered = {area for a in held for area in a["areas"]} & set(lists["single_areas"])
    return len(covered), len(lists["single_areas"]), len(covered), len(held)


def audiences_reached(activities, lists):
    reached = {audience for a in activities for audience in a["audiences"]}
    return len(reached), len(lists["groups"]), len(reached), sum(bool(a["audiences"]) for a in activities)


def per_person(spent, of):
    def worked(activities, _):
        both = [a for a in activities if a[spent] is not None and a["participants_low"] is not None]
        people = sum(a["participants_low"] for a in both)
        total = sum(a[spent] for a in both) / of
        return total, people, total / people if people else None, len(both)

    return worked


def audience_load(activities, _):
    days = {}
    for a in activities:
        for audience in a["audiences"]:
            if a["held_on"]:
                days.setdefault(audience, []).append(a["held_on"])
    loads = [max(sum(start <= day < start + timedelta(days=91) for day in own) for start in own) for own in days.values()]
    return (max(loads), None, max(loads), None) if loads else None


def says(text):
    return text is not None and text.strip().casefold() not in NOTHING_SAID


def evidenced(outcome):
    return outcome["stage"] == "done" and all(says(outcome[part]) for part in ("you_said", "we_did", "evidence"))


def you_said_we_did_examples(outcomes, _):
    good = sum(evidenced(o) and o["kind"] != "no change" for o in outcomes)
    return good, None, good, len(outcomes)


def changed(kind):
    def worked(outcomes, _):
        of_kind = [o for o in outcomes if o["kind"] == kind]
        names = {" ".join(o["changed"].lower().split()) for o in of_kind if evidenced(o) and says(o["changed"])}
        return len(names), None, len(names), len(of_kind)

    return worked


def outcomes_recorded(outcomes, _):
    return len(outcomes), None, len(outcomes), len(outcomes)


def outcomes_evidenced_share(outcomes, _):
    done = [o for o in outcomes if o["stage"] == "done"]
    return share(sum(says(o["evidence"]) for o in done), len(done))


def told_back_share(outcomes, _):
    finished = [o for o in outcomes if o["stage"] in ("done", "not taken forward")]
    return share(sum(o["told_on"] is not None or says(o["told_how"]) or says(o["told_whom"]) for o in finished), len(finished))


def time_to_feedback(outcomes, lists):
    cut = lists["as_at"]
    waits = [(max(0, (min(o["told_on"] or cut, cut) - o["heard_on"]).days), o["told_on"] is not None and o["told_on"] <= cut) for o in outcomes]
    waits = [wait for wait, o in zip(waits, outcomes, strict=True) if o["heard_on"] <= cut] if all(o["heard_on"] for o in outcomes) else None
    assert waits is not None, "heard_on is blank: leave such outcomes out before asking"
    if not waits:
        return None
    waiting, median = 1.0, None
    for day in sorted({days for days, _ in waits}):
        at_risk = sum(days >= day for days, _ in waits)
        waiting *= 1 - sum(ended and days == day for days, ended in waits) / at_risk
        if median is None and waiting <= 0.5 + 1e-12:
            median = day
    return sum(ended for _, ended in waits), len(waits), median, len(waits)


def duties_met(activities, lists):
    met = 0
    for duty, every in lists["duties"].items():
        since = lists["term_start"] if every == "term" else lists["year_start"]
        met += any(duty in a["duties"] and a["held_on"] and since <= a["held_on"] <= lists["end"] for a in activities)
    return met, len(lists["duties"]), met, len(lists["duties"])


def plan_on_time(plan, lists):
    due = [p for p in plan if p["due_to"] and p["due_to"] <= lists["as_at"] and p["status"] != "dropped"]
    on_time = 0
    for planned in due:
        held = lists["held"].get(planned["activity_ref"])
        on_time += held <= planned["due_to"] if held else planned["status"] == "held"
    return share(on_time, len(due))


OF_ACTIVITIES = {
    "people_engaged": people_engaged,
    "activities_held": activities_held,
    "attendance_recorded": attendance_recorded,
    "methodologies_used": methodologies_used,
    "effective_methodologies": effective_methodologies,
    "face_to_face_share": channel_share("face to face"),
    "digital_share": channel_share("online"),
    "face_to_face_people_share": face_to_face_people_share,
    "areas_covered": areas_covered,
    "audiences_reached": audiences_reached,
    "cost_per_person": per_person("cost_pence", 100),
    "hours_per_person": per_person("staff_hours", 1),
    "audience_load": audience_load,
}
OF_OUTCOMES = {
    "you_said_we_did_examples": you_said_we_did_examples,
    "policies_changed": changed("strategy or policy"),
    "services_changed": changed("commissioned service"),
    "outcomes_recorded": outcomes_recorded,
    "outcomes_evidenced_share": outcomes_evidenced_share,
    "told_back_share": told_back_share,
}


def counted_on(outcome):
    return outcome["done_on"] or outcome["decided_on"] or outcome["heard_on"]
