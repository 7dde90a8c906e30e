"""What the log of activity shows: over time, by methodology, area, audience and level, and how well the numbers are known."""

from collections.abc import Callable

import pandas as pd

from analysis.finding import Finding
from analysis.findings import over_time, ranked
from analysis.readings import Reading
from analysis.suppression import Published
from analysis.wording import change, figure
from data.vocabulary import LEVELS

Publisher = Callable[..., Published]

VIEWS = {"years": "Year by year", "methods": "By methodology", "people": "By area and audience", "kinds": "By level, and how well it is counted"}

_HOW_KNOWN = {
    "counted": "Counted",
    "estimated": "Estimated",
    "at least": "At least so many",
    "at most": "At most so many",
    "not recorded": "Not recorded",
}
_TERMS = {"participants_how": _HOW_KNOWN, "level": LEVELS}
_PARTS = ("An activity with several counts under each, so the parts may add to more than the whole.",)
# (view, measure, dimension, headline, what is shown, notes)
_RANKED = (
    ("methods", "activities_held", "method", "{top} was used most: {value} activities", "Activities held by methodology", _PARTS),
    ("methods", "people_engaged", "method", "{top} reached most people: {value}", "People engaged by methodology", _PARTS),
    ("people", "activities_held", "area", "{top} had most activity: {value}", "Activities held by area", _PARTS),
    ("people", "activities_held", "audience", "{top} were sought most: {value} activities", "Activities held by audience", _PARTS),
    ("kinds", "activities_held", "level", "{top} is the commonest level: {value} activities", "Activities held by level of engagement", ()),
    ("kinds", "activities_held", "participants_how", "{top}: {value} activities", "Activities by how the number of people is known", ()),
)


def undated(activities: pd.DataFrame) -> str:
    """How many activities of the log no period can count, and what to do; '' where every one has its day."""
    without = int(activities["held_on"].isna().sum())
    if not without:
        return ""
    what = "1 activity has no date" if without == 1 else f"{without:,} activities have no date"
    return f"{what}, so no period counts {'it' if without == 1 else 'them'}. Put the date in the log and add it again."


def headline(read: list[Reading], selected: str, activities: pd.DataFrame) -> tuple[str, str]:
    """The headline and the line under it, from the readings of people engaged and activities held, and the whole log."""
    people, held = read[0], read[1]
    if held.now.empty or held.now.first["value"] == 0:
        return f"No activity recorded in {held.when}", " ".join(filter(None, [f"{selected}." if selected else "", undated(activities)]))
    what = "activity" if held.now.first["value"] == 1 else "activities"
    reached = "; how many people came is not recorded" if people.now.empty else f" reached {figure(people.now)} people"
    below = [f"{selected}." if selected else "", f"{held.when}.", f"Activities: {change(held)}", f"People: {change(people)}", undated(activities)]
    return f"{figure(held.now)} {what}{reached}", " ".join(filter(None, below))


def findings(view: str, publish: Publisher, read: list[Reading], source: str) -> list[Finding]:
    """The figures of one of the `VIEWS`, in reading order. `publish(measure, by, all_time)` gives a result fit to be shown."""
    when, period = read[0].when, read[0].period

    def by_year(measure: str, subtitle: str) -> Finding:
        result = publish(measure, ["year"], True)
        # Years after the one that is looked at are left out; a quarter does not tell whether its year is over, so then nothing is compared.
        # A log none of whose activities has a readable date has no year at all: as a text, like any other.
        until = Published(result.measure, result.by, result.rows[~(result.rows["year"].astype("str") > period.label[:7])])
        return over_time(until, subtitle, source, period.label if period.so_far else "", compare="quarter" not in period.label)

    if view == "years":
        found = [
            by_year("people_engaged", "People engaged by financial year."),
            by_year("activities_held", "Activities held by financial year."),
            by_year("methodologies_like_for_like", "Different methodologies to expect in as many activities as the quietest year held."),
        ]
    else:
        found = [
            ranked(publish(measure, [by]), words, f"{what}, {when}.", source, terms=_TERMS.get(by), notes=notes)
            for of_view, measure, by, words, what, notes in _RANKED
            if of_view == view
        ]
    return [finding for finding in found if not finding.published.rows.empty]
