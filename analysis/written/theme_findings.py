"""What people wrote, as findings: how many raised each theme, in all and by who they are. Shares of those whose words were read."""

import pandas as pd

from analysis.answered.answers import answered, by_category, topline
from analysis.finding import Finding
from analysis.measure import SHAPE, measures
from analysis.suppression import HIDDEN, WITHHELD, Published, publish
from analysis.text import fitted, label
from analysis.wording import base_line, number

_TITLES = {"answer": "Theme", "category": "Group"}
_SEVERAL = "A comment may raise more than one theme, so the shares may add to more than 100%."
_WHO_WROTE = "Those who write are not like those who do not: shares of comments are not shares of residents."


def of_themes(question: pd.Series, tallies: pd.DataFrame, themes: pd.DataFrame, survey: pd.Series, unread: bool) -> Finding | None:
    """The share of people whose words were read who raised each theme, commonest first; None where no theme has been given to anyone.

    `tallies` and `themes` are shaped as those of a question with several answers; `unread` says that some are still to be read. No interval is
    drawn whatever the survey: who comments is nobody's sample.
    """
    if tallies["option"].notna().sum() == 0:
        return None
    found = topline(tallies, themes, "open")
    rows = found.rows.sort_values("value", ascending=False, na_position="last", kind="stable").reset_index(drop=True)
    published = Published(found.measure, found.by, rows)
    return Finding(
        name=f"themes-{question['position']}",
        headline=_headline(published),
        subtitle=label(question["wording"], 200),
        published=published,
        chart="" if published.empty else "ranked",
        base=_base(published),
        source=f"Source: written answers, {survey['title']}",
        description=_description(rows),
        titles=_TITLES,
        notes=(
            *_of_everyone(tallies, themes, survey),
            _SEVERAL,
            _WHO_WROTE,
            *(["Not all have been read: these figures will move."] if unread else []),
        ),
    )


def by_group(
    question: pd.Series, tallies: pd.DataFrame, themes: pd.DataFrame, survey: pd.Series, split: str, order: tuple[str, ...]
) -> Finding | None:
    """The same within each category of a characteristic, or area, as a table: people of a category, and the share of them who raised each theme."""
    if tallies["option"].notna().sum() == 0:
        return None
    published = by_category(tallies, themes, list(order))
    return Finding(
        name=f"themes-{question['position']}-by-{split.replace(' ', '-')}",
        headline=_headline(published) if not published.empty else "Too few people in each group to show their themes",
        subtitle=label(question["wording"], 200),
        published=published,
        chart="",
        base=_base(published, "category"),
        source=f"Source: written answers, {survey['title']}",
        description=_description(published.rows),
        titles=_TITLES,
        notes=(_SEVERAL, _WHO_WROTE),
    )


def _base(published: Published, each: str = "") -> str:
    return base_line(published, each=each).replace("respondents", "respondents whose words were read", 1)


def _headline(published: Published) -> str:
    known = published.rows.dropna(subset=["value"])
    if known.empty:
        return "Too few people to show any theme"
    top = known.loc[known["value"].idxmax()]
    share = number(top["value"], "per cent")
    if "category" in known:
        return fitted(f"{{category}}: {share} wrote about {{theme}}", category=top["category"], theme=top["answer"])
    return fitted(f"{share} wrote about {{theme}}", theme=top["answer"])


def _description(rows: pd.DataFrame) -> str:
    known = rows.dropna(subset=["value"])
    hidden = int(rows["flag"].isin([HIDDEN, WITHHELD]).sum())
    parts = []
    if len(known) > 1 and "category" not in rows:
        said = [f"{label(str(row['answer']), 60)}, {number(row['value'], 'per cent')}" for _, row in known.head(2).iterrows()]
        parts.append(f"Most: {said[0]}. Next: {said[1]}.")
    if hidden:
        parts.append(f"{hidden} figure{'s' if hidden != 1 else ''} not shown: too few people.")
    return " ".join(parts) or "The table has the figures."


def _of_everyone(tallies: pd.DataFrame, themes: pd.DataFrame, survey: pd.Series) -> list[str]:
    """The commonest theme beside all respondents, most of whom wrote nothing."""
    given = tallies[tallies["option"].notna() & tallies["people"].notna()]
    if given.empty:
        return []
    top = given.loc[given["people"].idxmax()]
    name = themes.loc[themes["option"] == top["option"], "label"].iloc[0]
    everyone = float(survey["respondents"])
    row = {"measure": "answers", "numerator": top["people"], "denominator": everyone, "value": top["people"] / everyone, "base": everyone}
    shown = publish(pd.DataFrame([row | {"lower": float("nan"), "upper": float("nan")}]), answered()).first
    return [] if pd.isna(shown["value"]) else [f"Of all respondents, {number(shown['value'], 'per cent')} wrote about {label(str(name), 60)}."]


def as_tallies(shown: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Themes as readers are shown them, shaped as the tallies and the options of a question: published again they stay as they are."""
    base = pd.DataFrame({"option": [float("nan")], "people": [shown["read"].iloc[0]]}) if len(shown) else pd.DataFrame({"option": [], "people": []})
    tallies = pd.concat([base, pd.DataFrame({"option": shown["position"].astype("float64"), "people": shown["people"]})], ignore_index=True)
    options = pd.DataFrame({"option": shown["position"].astype("float64"), "label": shown["name"], "state": "answered"})
    return tallies.assign(question_id="", split="all", category=None, place=float("nan")), options.assign(question_id="")


def to_show(finding: Finding, themes: pd.DataFrame) -> pd.DataFrame:
    """What readers would be shown of themes, from the finding that the officer sees: `position`, `name`, and `people` as published."""
    own = finding.published.rows.set_index("answer")["numerator"]
    return pd.DataFrame({"position": themes["option"], "name": themes["label"], "people": themes["label"].map(own)})


def people_of(count: float) -> Published:
    """How many people wrote something, or had it read, as it may be said."""
    row = {"measure": "responses_received", "numerator": count, "denominator": float("nan"), "value": count, "base": count}
    return publish(
        pd.DataFrame([row | {"lower": float("nan"), "upper": float("nan")}]).astype(dict.fromkeys(SHAPE, "float64")), measures()["responses_received"]
    )
