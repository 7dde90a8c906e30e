"""How long people wait to hear what came of what they said, in sentences; those still waiting count too."""

import pandas as pd

from analysis.statistics.waiting import TARGET_DAYS, days_until, days_until_limits, share_by, survival_table, waits


def in_sentences(outcomes: pd.DataFrame, cut: pd.Timestamp) -> str:
    """The time within which half were told, with its limits and base, and the share told within twelve weeks (Kaplan and Meier 1958).

    `outcomes` are those heard in the period, up to the last day of the records, `cut`.
    """
    found = waits(outcomes["heard_on"], outcomes["told_on"], cut)
    people = len(found.days)
    if not people:
        return "Nothing heard in this period has a day, so the wait for feedback cannot be told."
    told = int(found.ended.sum())
    table = survival_table(found.days, found.ended)
    half, (low, high) = days_until(table), days_until_limits(table)
    if half is None:
        start = "More than half of what people said still waits to be told back."
    else:
        limits = f" (95% limits: {low or 'not known'} to {high or 'not known yet'})" if low or high else ""
        start = f"At the pace so far, half of what people say is told back within {half} days{limits}."
    by = share_by(table) or 0.0
    base = f"Base: {people} thing{'s' if people != 1 else ''} heard in the period, {told} told back, {people - told} still waiting."
    undated = f" {found.no_close} without a day left out." if found.no_close else ""
    early = f" {found.before_close} dated as told before heard, so counted as no wait: check the dates." if found.before_close else ""
    return f"{start} Within {TARGET_DAYS} days: {by:.0%}. {base}{undated}{early}"
