"""What the log of activity shows: over time, by methodology, area, audience and level, and how well the numbers are known."""

from collections.abc import Callable

from analysis.finding import Finding
from analysis.findings import over_time, ranked
from analysis.readings import Reading
from analysis.suppression import Published
from analysis.wording import change, figure

Publisher = Callable[..., Published]

_HOW_KNOWN = {"counted": "Counted", "estimated": "Estimated", "at least": "At least so many", "at most": "At most so many", "not recorded": "Not recorded"}
_PARTS = ("An activity with several counts under each, so the parts may add to more than the whole.",)


def headline(read: list[Reading], selected: str) -> tuple[str, str]:
    """The headline and the line under it, from the readings of people engaged and activities held."""
    people, held = read[0], read[1]
    if held.now.empty or held.now.first["value"] == 0:
        return f"No activity recorded in {held.when}", selected
    what = "activity" if held.now.first["value"] == 1 else "activities"
    words = f"{figure(held.now)} {what} reached {figure(people.now)} people"
    return words, " ".join(filter(None, [f"{selected}." if selected else "", f"{held.when}.", f"Activities: {change(held)}", f"People: {change(people)}"]))


def findings(publish: Publisher, read: list[Reading], source: str) -> list[Finding]:
    """The figures of the page, in reading order. `publish(measure, by, all_time)` gives a result fit to be shown."""
    when = read[0].when
    so_far = read[0].period.label if read[0].period.so_far else ""
    found = [
        over_time(publish("people_engaged", ["year"], True), "People engaged by financial year.", source, so_far),
        over_time(publish("activities_held", ["year"], True), "Activities held by financial year.", source, so_far),
        ranked(publish("activities_held", ["method"]), "{top} was used most: {value} activities", f"Activities held by methodology, {when}.", source, notes=_PARTS),
        ranked(publish("people_engaged", ["method"]), "{top} reached most people: {value}", f"People engaged by methodology, {when}.", source, notes=_PARTS),
        ranked(publish("activities_held", ["area"]), "{top} had most activity: {value}", f"Activities held by area, {when}.", source, notes=_PARTS),
        ranked(publish("activities_held", ["audience"]), "{top} were sought most: {value} activities", f"Activities held by audience, {when}.", source, notes=_PARTS),
        ranked(publish("activities_held", ["level"]), "Most activity was to {top}: {value}", f"Activities held by level of engagement, {when}.", source),
        ranked(
            publish("activities_held", ["participants_how"]),
            "{value} activities have a number that was {top}",
            f"Activities by how the number of people is known, {when}.",
            source,
            terms=_HOW_KNOWN,
        ),
        over_time(publish("methodologies_like_for_like", ["year"], True), "Different methodologies to expect in as many activities as the quietest year held.", source, so_far),
    ]
    return [finding for finding in found if not finding.published.rows.empty]
