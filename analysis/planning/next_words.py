"""The activities proposed, in words: what each would bring, why it comes out first, and what is taken for granted."""

import pandas as pd

from analysis.finding import Finding
from analysis.findings import TITLES, ranked
from analysis.measure import SHAPE, measures
from analysis.planning.next_engagement import FEWEST_FOR_AUDIENCE, FEWEST_OF_METHOD, Option, Programme
from analysis.suppression import Published, publish
from analysis.text import fitted, label
from analysis.wording import number

# A headline as long as it may be, in characters and in words.
_LONGEST, _WORDS = 75, 12
ASSUMED = (
    "The next activity of a kind goes as past ones went, give or take what single activities differed by. Kinds with few past activities are drawn "
    "towards the usual of their methodology, and no activity is taken to reach more people than the largest of its methodology did.",
    "People at an activity for an audience are of that audience, and people at one held in an area live there. The log does not say who came.",
    "A fair share for an area is its share of residents (Census 2021). For an audience it is the number of people of the audience in the middle of "
    "the list, since no census counts victims or witnesses: set your own aims against it.",
    "Someone of an audience that is short of people, met in an area that is short of people, makes up for one in each.",
    "Ranges, and how often one comes out better, rest on drawing the office's past activities again at random, learning from them afresh, and adding "
    "the luck of a single occasion.",
    f"A methodology is proposed only where the log has {FEWEST_OF_METHOD} activities of it with people and hours recorded, and for an audience only "
    f"where {FEWEST_FOR_AUDIENCE} of them were held for it.",
    "Hours are those of the office's own staff. Partners' hours, and how willing people are to be asked again, are not known.",
)


def headline(found: Programme) -> str:
    """What to do next, or why nothing is proposed."""
    if found.options:
        first = found.options[0]
        whole = f"Next: {_inside(first.method)} in {first.area} for {_whom(first.audience)}"
        short = fitted("Next: {method} in {area}", method=_inside(first.method), area=first.area)
        return whole if len(whole) <= _LONGEST and len(whole.split()) <= _WORDS else short
    return "Not enough history to propose an activity" if found.why_none.startswith("Not enough") else "No activity stands out"


def lead(found: Programme) -> str:
    """What the proposals would bring together, of what is lacking."""
    if not found.options:
        return found.why_none or "No kind of activity with enough history would fill a gap."
    gain, hours = sum(one.gain for one in found.options), sum(one.hours for one in found.options)
    many = {1: "One activity", 2: "Two activities"}.get(len(found.options), "Three activities")
    made_up, gap = number(round(gain), ""), number(round(found.gap), "")
    return (
        f"{many} would make up for about {made_up} of the {gap} people that areas and audiences, each counted apart, are short of, for about "
        f"{number(round(hours), '')} staff hours. Worked out from {found.activities} past activities; to weigh, not a forecast of who will come."
    )


def cards(found: Programme) -> list[dict[str, object]]:
    """One record a proposal: its name, what it would bring, the reasons, the limits."""
    return [_card(place, one) for place, one in enumerate(found.options, 1)]


def unreached(found: Programme) -> str:
    """The audiences that lack people and that the log is too thin to say how to reach; '' where there are none."""
    names = [label(name, 60) for name in found.untried]
    if not names:
        return ""
    return (
        f"Nothing can be proposed for {_joined(names)}: the log has too few activities for them with people and hours recorded. "
        "Try one, and write down how many came."
    )


def gaps(areas: Published, audiences: Published, source: str) -> list[Finding]:
    """The people lacking by area and by audience, as the proposals count them."""
    when = "last twelve months"
    found = []
    for shown, words, what in (
        (areas, "{top} lacks most: {value} people", "People lacking for a fair share, by area"),
        (audiences, "{top} lack most: {value} people", "People lacking to have as many as the middle audience"),
    ):
        # Organisations and the whole of the force area have no fair share.
        rows = shown.rows[shown.rows["denominator"].notna()].round({"value": 0, "numerator": 0, "denominator": 0})
        found.append(ranked(Published(shown.measure, shown.by, rows), words, f"{what}, {when}.", source))
    return [one for one in found if len(one.published.rows)]


def proposals(found: Programme, source: str) -> Finding:
    """The proposals as a table to take away: people lacking that each would bring for an hour, with the range that holds four times in five."""
    chosen = measures()["underheard_people_per_hour"]
    rows = pd.DataFrame(
        [
            {
                "activity": _name(one),
                "numerator": one.gain,
                "denominator": one.hours,
                "value": one.per_hour,
                "lower": one.gain_range[0] / one.hours,
                "upper": one.gain_range[1] / one.hours,
                "base": one.held,
            }
            for one in found.options
        ],
        columns=["activity", *SHAPE],
    ).round(dict.fromkeys(SHAPE, 1))
    shown = publish(rows.assign(measure=chosen.name), chosen, ("activity",))
    return Finding(
        name="what-to-do-next",
        headline="The proposals, hour for hour",
        subtitle="People that areas and audiences are short of, whom each would make up for in an hour of staff time.",
        published=shown,
        chart="ranked",
        base=f"Base: {number(found.activities, '')} past activities",
        source=source,
        description="The range holds four times in five, going by the office's own history. The base is the past activities of the methodology.",
        titles=TITLES | {"activity": "Proposed activity"},
    )


def _card(place: int, one: Option) -> dict[str, object]:
    low, high = (number(round(value), "") for value in one.people_range)
    gain_low, gain_high = (number(round(value), "") for value in one.gain_range)
    return {
        "name": f"{place}. {_name(one)}",
        "brings": (
            f"Makes up for about {_whom_for(one, f'between {gain_low} and {gain_high}')}. "
            f"About {number(one.hours, 'hours')} staff hours: {number(round(one.per_hour, 1), '')} people an hour."
        ),
        "reach": f"About {number(round(one.people), '')} people would come; four times in five, between {low} and {high}. {_cost(one)}",
        "reasons": _reasons(one),
        "limits": _limits(one),
    }


def _whom_for(one: Option, between: str) -> str:
    """How many people it makes up for; in an area and in an audience both, each by itself, for some are the same people."""
    whole = number(round(one.gain), "")
    if one.area_gain < 1 or one.audience_gain < 1:
        return f"{whole} people, {between}"
    area, audience = (number(round(gain), "") for gain in (one.area_gain, one.audience_gain))
    return (
        f"{area} people that {one.area} is short of and {audience} that {_whom(one.audience)} are short of. Some are the same people: counted in "
        f"each, {whole}, {between}"
    )


def _reasons(one: Option) -> list[str]:
    reasons = []
    if one.area_short >= 1:
        reasons.append(f"{one.area} is about {number(round(one.area_short), '')} people short of its share of residents.")
    if one.audience_short >= 1:
        reasons.append(f"{one.audience}: about {number(round(one.audience_short), '')} people short of what the middle audience of the list had.")
    sure = "more than 99" if one.beats > 0.99 else number(round(100 * one.beats), "")
    reasons.append(f"Hour for hour it comes out better than the usual kind of activity {sure} times in 100.")
    return reasons


def _limits(one: Option) -> list[str]:
    rests = f"Rests on {_times(one.held)} of this methodology: {one.held_for} for this audience, {one.held_in or 'none'} in this area."
    asked = f"This audience was {_often(one.asked)} in the last three months."
    return [rests, asked]


def _name(one: Option) -> str:
    return f"{label(one.method, 60)} for {_whom(label(one.audience, 60))}, {label(one.area, 60)}"


def _cost(one: Option) -> str:
    return "What it costs is not recorded." if one.cost is None else f"Past ones cost {number(round(one.cost), 'pounds').removesuffix('.00')} each."


def _times(held: int) -> str:
    return f"{held} past {'activity' if held == 1 else 'activities'}"


def _often(asked: int) -> str:
    return {0: "not asked", 1: "asked once", 2: "asked twice"}.get(asked, f"asked {asked} times")


def _whom(audience: str) -> str:
    return f"the {_inside(audience)}" if audience.endswith("public") else _inside(audience)


def _inside(name: str) -> str:
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
