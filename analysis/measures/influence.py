"""What changed: things said that were acted on, with proof, and whether people were told."""

import pandas as pd

from analysis.measure import measure
from analysis.statistics.waiting import days_until, days_until_limits, survival_table, waits
from analysis.text import says_something
from analysis.thread.told import told_back
from analysis.totals import add_up, distinct


@measure(title="You said, we did examples", unit="examples", source="Cleveland strategy 2021 to 2024, objective 2")
def you_said_we_did_examples(outcomes: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The number of things people said that were acted on, with evidence.

    It counts when what was said and what was done are both recorded, it is done, and evidence is named. "None" and "to follow" name no evidence.
    Without evidence it is listed and not counted. It counts in the period it was done.
    """
    return add_up(outcomes, by, numerator=_evidenced(outcomes) & ~_no_change(outcomes), base=pd.Series(1, index=outcomes.index))


@measure(title="Strategies and policies changed", unit="strategies and policies", source="Cleveland strategy 2021 to 2024, objective 3")
def policies_changed(outcomes: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The number of strategies and policies where change as a result of public input can be evidenced.

    One strategy changed three times counts once. It must be named, the change done and its evidence recorded.
    """
    return _changed(outcomes, by, "strategy or policy")


@measure(title="Commissioned services changed", unit="services", source="Cleveland strategy 2021 to 2024, objective 4")
def services_changed(outcomes: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The number of commissioned services where change as a result of engagement can be evidenced.

    One service changed three times counts once. It must be named, the change done and its evidence recorded.
    """
    return _changed(outcomes, by, "commissioned service")


@measure(title="Outcomes recorded", unit="outcomes", source="Cleveland strategy 2021 to 2024, page 14: a record of outcomes", good="")
def outcomes_recorded(outcomes: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The number of things people said that are in the log, at whatever stage, with or without evidence."""
    one = pd.Series(1, index=outcomes.index)
    return add_up(outcomes, by, numerator=one, base=one)


@measure(
    title="Outcomes with evidence",
    unit="per cent",
    source="Cleveland strategy 2021 to 2024, page 7: difficult to show what changed",
    kind="share",
)
def outcomes_evidenced_share(outcomes: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of outcomes recorded as done that name their evidence."""
    done = outcomes["stage"] == "done"
    return add_up(outcomes, by, numerator=done & _said(outcomes["evidence"]), denominator=done, base=done)


@measure(title="Told back", unit="per cent", source="Cleveland strategy 2021 to 2024, objectives 1 and 2: feedback to communities", kind="share")
def told_back_share(outcomes: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of finished outcomes of which people were told, done and not taken forward alike.

    They were told when a date, a channel or an audience of the feedback is recorded. "No change, and why" is told back too. It counts outcomes, so
    an activity from which no outcome was recorded is not in it: those stand under consultation load.
    """
    finished = outcomes["stage"].isin(["done", "not taken forward"])
    return add_up(outcomes, by, numerator=finished & told_back(outcomes), denominator=finished, base=finished)


@measure(
    title="Time to feedback",
    unit="days",
    source="Kaplan and Meier (1958); the 84 days are the government's own aim for responses",
    kind="worked out",
    good="down",
)
def time_to_feedback(outcomes_heard: pd.DataFrame, window: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The days within which half of what people said had been answered, those still waiting counted too.

    From the day it was heard to the day people were told, of everything heard in the period. Leaving out those still waiting would flatter the
    figure, for the quick ones finish first. They are counted as waiting up to the last day of the records. Blank while more than half wait.
    """
    cut = pd.Timestamp(window["as_at"].iloc[0])
    rows = []
    for key, group in outcomes_heard.groupby(by, dropna=False, observed=True) if by else [((), outcomes_heard)]:
        found = waits(group["heard_on"], group["told_on"], cut)
        if len(found.days) == 0:
            continue
        table = survival_table(found.days, found.ended)
        lower, upper = days_until_limits(table)
        row = {"value": days_until(table), "numerator": found.ended.sum(), "denominator": len(found.days), "base": len(found.days)}
        rows.append({**dict(zip(by, key, strict=True)), **row, "lower": lower, "upper": upper})
    return pd.DataFrame(rows, columns=[*by, "value", "numerator", "denominator", "base", "lower", "upper"])


def _said(column: pd.Series) -> pd.Series:
    return column.map(says_something).astype("bool")


def _evidenced(outcomes: pd.DataFrame) -> pd.Series:
    return (outcomes["stage"] == "done") & _said(outcomes["you_said"]) & _said(outcomes["we_did"]) & _said(outcomes["evidence"])


def _no_change(outcomes: pd.DataFrame) -> pd.Series:
    return outcomes["kind"] == "no change"


def _changed(outcomes: pd.DataFrame, by: list[str], kind: str) -> pd.DataFrame:
    of_kind = outcomes["kind"] == kind
    changed = outcomes["changed"].map(lambda name: " ".join(name.casefold().split()) if isinstance(name, str) else None)
    counted = changed.where(of_kind & _evidenced(outcomes) & _said(outcomes["changed"]))
    found = distinct(outcomes.assign(counted=counted), by, "counted", of="outcome_id")
    return found.assign(base=add_up(outcomes, by, base=of_kind)["base"].to_numpy())
