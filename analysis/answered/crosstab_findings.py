"""A crosstab in words and as a figure: its headline, what stands out, and why nothing may be said to."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.answered.crosstabs import Crosstab, standing_out
from analysis.answered.favourable import most_favourable
from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.suppression import HIDDEN, LOW_BASE, WITHHELD
from analysis.text import fitted, label
from analysis.wording import base_line, number

_MOST_COLOURS = 6
MANY = "People could choose more than one answer, so the shares add to more than 100%."
OPEN = "People chose whether to take part, so differences between groups are described and not tested."
HOW = (
    "A group stands out when its share differs from that of everyone not in the group by more than chance explains, allowing for all the cells "
    "of the table looked at together (Benjamini and Hochberg, 5%). A group is never compared with a total that it is part of."
)
_QUOTA = "People were chosen to match quotas: the tests assume that this makes them behave like a random sample."
_UNCERTAIN = "too uncertain to show: its likely range is 30 percentage points or wider, or wide for so small a share"


def of_crosstab(found: Crosstab, question: pd.Series, survey: pd.Series, by: str, whom: str = "") -> Finding:
    """The table as a figure. `by` says in words what the groups are; `whom` who alone is looked at, '' for everybody."""
    wording = " – ".join(part for part in (question["battery"], question["wording"]) if isinstance(part, str) and part)
    rows = found.published.rows
    drawn = question["kind"] != "many answers" and 0 < rows["answer"].nunique() <= _MOST_COLOURS and not found.published.empty
    notes = [MANY] if question["kind"] == "many answers" else []
    notes += ["Ranked first."] if question["kind"] == "ranking" else []
    if found.too_uncertain:
        notes.append(f"{found.too_uncertain} share{'s' if found.too_uncertain > 1 else ''} withheld as {_UNCERTAIN}.")
    if survey["evidence"] == "quota":
        notes.append(_QUOTA)
    if found.weighted:
        notes.append("Weighted by the weights of the survey's own file; bases are people.")
    return Finding(
        name=f"crosstab-{question['position']}-by-{label(by, 30).casefold().replace(' ', '-')}",
        headline=headline(found, question["kind"] == "rating"),
        subtitle=wording,
        published=found.published,
        chart="stacked" if drawn else "",
        base=base_line(found.published, survey["evidence"], each="category"),
        source=f"Source: {survey['title']}" + (f". Only {whom}" if whom else ""),
        description=whole_table(found),
        titles=TITLES | {"category": label(by, 40)},
        notes=tuple(notes),
    )


def headline(found: Crosstab, rated: bool) -> str:
    """What stands out most, or that nothing does; in an open consultation the group highest on a scale, else the commonest answer of a group."""
    first = next(standing_out(found), None)
    if first is not None:
        group, rest = first
        shares = number(group["value"], "per cent"), number(rest["value"], "per cent")
        return fitted(f"{{group}}: {shares[0]} said {{answer}}, everyone else {shares[1]}", group=group["category"], answer=group["answer"])
    known = found.published.rows.dropna(subset=["value"])
    if known.empty:
        return "Too few people to show any group"
    if found.tested:
        return "No group stands out from everyone else"
    if rated and (most := most_favourable(found.published.rows)):
        category, share, answers = most
        return fitted(f"{{group}}: {number(share, 'per cent')} said {{answer}}", group=category, answer=" or ".join(answers).lower())
    top = known.iloc[int(known["value"].to_numpy(dtype=float).argmax())]
    return fitted(f"{{group}}: {number(top['value'], 'per cent')} said {{answer}}", group=top["category"], answer=top["answer"])


def sentences(found: Crosstab) -> list[str]:
    """Each thing that stands out, largest first; or that nothing does; or why it may not be asked."""
    if not found.tested:
        return [OPEN]
    groups = found.published.rows["category"].unique()
    # Of two groups each is everyone else to the other: what is said of one need not be said again.
    told = groups[:1] if len(groups) == 2 else groups
    said = [
        f"{label(group['category'], 60)}: {number(group['value'], 'per cent')} said “{label(group['answer'], 60)}”, against "
        f"{number(rest['value'], 'per cent')} of everyone else."
        for group, rest in standing_out(found)
        if group["category"] in told
    ]
    compared = int(found.cells["p"].notna().sum())
    if said:
        return said
    if not compared:
        return ["Nothing could be compared: the groups are too small, or their shares too uncertain."]
    return [f"Nothing stands out. {compared} comparison{'s were' if compared > 1 else ' was'} made, and each could be chance."]


def whole_table(found: Crosstab) -> str:
    """Whether the answers differ between the groups at all, in a sentence."""
    if not found.tested:
        return OPEN
    if found.test is None:
        return "The table as a whole was not tested; each answer was compared on its own."
    p = "below 0.001" if found.test.p < 0.001 else f"{found.test.p:.3f}"
    size = f"size of the link {found.test.cramers_v:.2f} on a scale from 0 to 1"
    if found.test.p < 0.05:
        return f"Taken together, answers differ between these groups by more than chance explains (Rao–Scott test, p {p}; {size})."
    return f"Taken together, answers do not clearly differ between these groups (Rao–Scott test, p {p}; {size})."


def grid(found: Crosstab) -> dict[str, list]:
    """The table as people read one: a column for each group, a row for each answer, and a word beside each share that stands out."""
    rows = found.published.rows
    groups, answers = list(dict.fromkeys(rows["category"])), list(dict.fromkeys(rows["answer"]))
    listed: Iterator[Any] = iter(rows.itertuples())
    cells = {(row.category, row.answer): _cell(row, found.cells.loc[row.Index]) for row in listed}
    bases = rows.drop_duplicates("category").set_index("category")["base"]
    return {
        "groups": groups,
        "rows": [{"answer": answer, "cells": [cells[group, answer] for group in groups]} for answer in answers],
        "bases": ["fewer than 10" if pd.isna(bases[group]) else number(bases[group], "") for group in groups],
    }


def _cell(row: Any, tested: pd.Series) -> dict[str, str]:
    flag, value = row.flag, row.value
    if flag in ("", LOW_BASE):
        way = ("higher" if tested["difference"] > 0 else "lower") if tested["stands_out"] else ""
        return {"share": number(value, "per cent"), "way": way, "mark": "caution" if flag == LOW_BASE else ""}
    return {"share": {HIDDEN: "[c]", WITHHELD: "[u]"}.get(flag, "[x]"), "way": "", "mark": ""}
