"""One question of a survey as a finding: the right chart for its kind, its wording, its base, and the figures in a sentence."""

from dataclasses import replace

import pandas as pd

from analysis.answers import by_category, ranks, topline
from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.suppression import HIDDEN, WITHHELD, Published
from analysis.text import label
from analysis.wording import base_line, number

_MANY = "People could choose more than one answer, so the shares add to more than 100%."
_KEPT_WHOLE = ("rating", "ranking", "number", "date")


def of_question(question: pd.Series, tallies: pd.DataFrame, options: pd.DataFrame, survey: pd.Series, split: str = "", order: tuple[str, ...] = ()) -> Finding:
    """A question of any kind but a written one. `split` names the characteristic or area the tallies are by; `order` gives its categories."""
    published = _published(question, tallies, options, survey, split, order)
    chart = _chart(question["kind"], split, published)
    wording = " – ".join(filter(None, (question["battery"], question["wording"])))
    draft = Finding(
        name=f"question-{question['position']}{f'-by-{split}' if split else ''}",
        headline=label(question["wording"] if not question["battery"] else wording, 110),
        subtitle="",
        published=published,
        chart=chart,
        base=base_line(published, survey["evidence"]),
        source=f"Source: {survey['title']}",
        description="",
        titles=TITLES | {"category": "Group" if question["kind"] != "ranking" else "Answer", "answer": "Answer" if question["kind"] != "ranking" else "Rank"},
        notes=_notes(question, tallies, options),
    )
    return replace(draft, headline=_headline(draft, split), subtitle=wording, description=_description(draft))


def _published(question: pd.Series, tallies: pd.DataFrame, options: pd.DataFrame, survey: pd.Series, split: str, order: tuple[str, ...]) -> Published:
    if question["kind"] == "ranking" and not split:
        return ranks(tallies, options)
    if split:
        return by_category(tallies, options, list(order))
    found = topline(tallies, options, survey["evidence"])
    if question["kind"] in _KEPT_WHOLE:
        return found
    # Nominal answers stand from commonest to rarest, "other" last.
    rows = found.rows.assign(last=found.rows["answer"].str.casefold().str.startswith(("other", "none of")))
    rows = rows.sort_values(["last", "value"], ascending=[True, False], na_position="last", kind="stable").drop(columns="last")
    return Published(found.measure, found.by, rows.reset_index(drop=True))


def _chart(kind: str, split: str, published: Published) -> str:
    if published.empty:
        return ""
    if split or kind == "ranking":
        return "stacked"
    return {"date": "over time"}.get(kind, "ranked")


def _headline(finding: Finding, split: str) -> str:
    """The commonest answer, from published figures only; the question itself where nothing may be shown."""
    rows = finding.published.rows
    known = rows.dropna(subset=["value"])
    if known.empty:
        flag = rows["flag"].iloc[0] if len(rows) else ""
        return {HIDDEN: "Fewer than 10 people answered", WITHHELD: "Too few answered to give shares"}.get(flag, "Nobody has answered this question yet")
    top = known.loc[known["value"].idxmax()]
    said = label(finding.term(top["answer"]), 60)
    if split:
        return f"{label(str(top['category']), 40)}: {number(top['value'], 'per cent')} said {said}"
    if "category" in rows:
        return f"{label(str(top['category']), 60)} was ranked {said.lower()} by {number(top['value'], 'per cent')}"
    return f"{number(top['value'], 'per cent')} said {said}"


def _description(finding: Finding) -> str:
    rows = finding.published.rows
    known = rows.dropna(subset=["value"])
    hidden = int((rows["flag"] == HIDDEN).sum())
    parts = []
    if len(known) > 1 and "category" not in rows:
        ordered = known.sort_values("value", ascending=False, kind="stable")
        first, second = ordered.iloc[0], ordered.iloc[1]
        parts.append(f"{label(str(first['answer']), 60)} {number(first['value'], 'per cent')}, {label(str(second['answer']), 60)} {number(second['value'], 'per cent')}.")
    if hidden:
        parts.append(f"{hidden} figure{'s' if hidden != 1 else ''} not shown: fewer than 10 people.")
    return " ".join(parts) or "The table has the figures."


def _notes(question: pd.Series, tallies: pd.DataFrame, options: pd.DataFrame) -> tuple[str, ...]:
    notes = [_MANY] if question["kind"] == "many answers" else []
    other = options[options["state"] != "answered"]
    counts = tallies[tallies["option"].notna()].merge(other, on=["question_id", "option"]).groupby("state")["people"].sum()
    if (counts >= 10).any():
        said = "; ".join(f"{state}: about {5 * round(people / 5):,.0f}" for state, people in counts.items() if people >= 10)
        notes.append(f"Not in the base: {said}.")
    return tuple(notes)
