"""One question of a survey as a finding: the right chart for its kind, its wording, its base, and the figures in a sentence."""

from dataclasses import replace

import pandas as pd

from analysis.answered.answers import by_category, ranks, topline
from analysis.answered.favourable import most_favourable, upper
from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.suppression import FEWEST, HIDDEN, NOTHING, WITHHELD, Published
from analysis.text import fitted, label
from analysis.wording import base_line, number, responses

_MANY = "People could choose more than one answer, so the shares add to more than 100%."
_FIRST = "The share who ranked each answer first."
_MOST_COLOURS = 6
_KEPT_WHOLE = ("rating", "ranking", "number", "date")


def leading(asked: pd.DataFrame) -> pd.DataFrame:
    """The question whose answer heads a survey: the first that the strategy tracks, or else the first opinion asked. No row where there is none."""
    opinions = asked[asked["kind"].isin(("rating", "one answer")) & (asked["characteristic"].fillna("") == "")]
    tracked = opinions[opinions["tracks"].fillna("") != ""]
    return (opinions if tracked.empty else tracked).head(1)


def heading(found: Finding | None, title: str) -> str:
    """The headline of a survey: its leading answer, or its title where no answer leads or too few people gave one."""
    return title if found is None or found.published.rows["value"].isna().all() else found.headline


def of_question(
    question: pd.Series, tallies: pd.DataFrame, options: pd.DataFrame, survey: pd.Series, split: str = "", order: tuple[str, ...] = ()
) -> Finding:
    """A question of any kind but a written one. `split` names the characteristic or area the tallies are by; `order` gives its categories."""
    published = _published(question, tallies, options, survey, split, order)
    chart = _chart(question["kind"], split, published)
    wording = " – ".join(part for part in (question["battery"], question["wording"]) if isinstance(part, str) and part)
    draft = Finding(
        name=f"question-{question['position']}{f'-by-{split}' if split else ''}",
        headline="",
        subtitle="",
        published=published,
        chart=chart,
        base=base_line(published, survey["evidence"], each="category" if split else ""),
        source=f"Source: {survey['title']}",
        description="",
        titles=TITLES | ({"category": "Answer", "answer": "Rank"} if question["kind"] == "ranking" and not split else {}),
        notes=_notes(question["kind"], tallies, options, split),
    )
    return replace(draft, headline=_headline(draft, question["kind"], split), subtitle=wording, description=_description(draft))


def _published(question: pd.Series, tallies: pd.DataFrame, options: pd.DataFrame, survey: pd.Series, split: str, order: tuple[str, ...]) -> Published:
    if question["kind"] == "ranking" and not split:
        return ranks(tallies, options)
    if split:
        first = tallies[tallies["option"].isna() | (tallies["place"] == 1)]
        return by_category(first if question["kind"] == "ranking" else tallies, options, list(order))
    found = topline(tallies, options, survey["evidence"])
    if question["kind"] in _KEPT_WHOLE:
        return found
    # Nominal answers stand from commonest to rarest, "other" last.
    rows = found.rows.assign(last=found.rows["answer"].str.casefold().str.startswith(("other", "none of")))
    rows = rows.sort_values(["last", "value"], ascending=[True, False], na_position="last", kind="stable").drop(columns="last")
    return Published(found.measure, found.by, rows.reset_index(drop=True))


def _chart(kind: str, split: str, published: Published) -> str:
    """How it is drawn; a table alone where the answers of a group do not add to a whole, or are more than there are colours to tell apart."""
    if published.empty or (split and (kind == "many answers" or published.rows["answer"].nunique() > _MOST_COLOURS)):
        return ""
    if split or kind == "ranking":
        return "stacked"
    if kind == "rating":
        numbers = all(answer.isdecimal() for answer in published.rows["answer"])
        return "over time" if numbers else "rating" if len(published.rows) <= _MOST_COLOURS else "ranked"
    return "over time" if kind == "date" else "ranked"


def _headline(finding: Finding, kind: str, split: str) -> str:
    """The upper half of a scale, else the commonest answer, from published figures only; why there is none where nothing may be shown."""
    rows = finding.published.rows
    known = rows.dropna(subset=["value"])
    if known.empty:
        return _why_nothing(rows)
    if finding.chart == "rating":
        return _favourable(finding)
    if split and kind == "rating" and finding.chart and (most := most_favourable(rows)):
        group, upper_share, answers = most
        said = " or ".join(finding.term(answer).lower() for answer in answers)
        return fitted(f"{{group}}: {number(upper_share, 'per cent')} said {{said}}", group=finding.term(group), said=said)
    top = known.loc[known["value"].idxmax()]
    share, said = number(top["value"], "per cent"), finding.term(top["answer"])
    if split:
        return fitted(f"{{category}}: {share} said {{said}}", category=finding.term(top["category"]), said=said)
    if "category" in rows:
        return fitted(f"{{category}} was ranked {said.lower()} by {share}", category=finding.term(top["category"]))
    return fitted(f"{share} said {{said}}", said=said)


def _favourable(finding: Finding) -> str:
    """The upper half of a scale together, from the counts as shown: '58% said very confident or fairly confident'."""
    rows = finding.published.rows
    favourable = rows[rows["answer"].isin(upper(list(rows["answer"])))]
    if favourable["numerator"].isna().any():
        favourable = rows.loc[[rows["value"].idxmax()]]
    share = favourable["numerator"].sum() / favourable["denominator"].iloc[0]
    said = " or ".join(finding.term(answer).lower() for answer in favourable["answer"])
    return fitted(f"{number(share, 'per cent')} said {{said}}", said=said)


def _why_nothing(rows: pd.DataFrame) -> str:
    if rows.empty or (rows["flag"] == NOTHING).all():
        return "Nobody has answered this question yet"
    if rows["base"].isna().all():
        return "Fewer than 10 people answered"
    return "Too few answered to give shares" if (rows["flag"] == WITHHELD).any() else "Too few people to show any answer"


def _description(finding: Finding) -> str:
    rows = finding.published.rows
    known = rows.dropna(subset=["value"])
    hidden = int(rows["flag"].isin([HIDDEN, WITHHELD]).sum())
    parts = []
    if len(known) > 1 and "category" not in rows:
        ordered = known.sort_values("value", ascending=False, kind="stable")
        said = [f"{label(str(row['answer']), 60)}, {number(row['value'], 'per cent')}" for _, row in ordered.head(2).iterrows()]
        parts.append(f"Most: {said[0]}. Next: {said[1]}.")
    if hidden:
        parts.append(f"{hidden} figure{'s' if hidden != 1 else ''} not shown: too few people.")
    return " ".join(parts) or "The table has the figures."


def _notes(kind: str, tallies: pd.DataFrame, options: pd.DataFrame, split: str) -> tuple[str, ...]:
    notes = [_MANY] if kind == "many answers" else [_FIRST] if kind == "ranking" and split else []
    other = options[options["state"] != "answered"]
    counts = tallies[tallies["option"].notna()].merge(other, on=["question_id", "option"]).groupby("state")["people"].sum()
    if (counts >= FEWEST).any():
        said = "; ".join(f"{state}: about {responses(people)}" for state, people in counts.items() if people >= FEWEST)
        notes.append(f"Not in the base: {said}.")
    return tuple(notes)
