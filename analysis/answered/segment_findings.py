"""A saved group beside everyone who is not in it, for one question: shares for both, and, where people were sampled, whether they really differ."""

import numpy as np
import pandas as pd

from analysis.answered.answers import by_category
from analysis.finding import Finding
from analysis.statistics.group_vs_rest import group_vs_rest
from analysis.statistics.linearised import sample
from analysis.statistics.multiple_testing import benjamini_hochberg
from analysis.suppression import FEWEST
from analysis.text import fitted, label
from analysis.wording import difference, number

CHANCE = 0.05
_OPEN = "People chose to answer, so the two are shown side by side and not tested."
_TITLES = {"category": "Group", "answer": "Answer"}
_MOST_COLOURS = 6


def beside_the_rest(
    question: pd.Series, tallies: pd.DataFrame, options: pd.DataFrame, survey: pd.Series, name: str, inside: str, outside: str
) -> Finding:
    """A question's answers in the group and among everyone else: never against a total that holds the group.

    `tallies` has two categories, `inside` and `outside`; `name` is what the group is called.
    """
    own = tallies[tallies["option"].isna() | (tallies["place"] == 1)] if question["kind"] == "ranking" else tallies
    named = own.assign(category=own["category"].map({inside: name, outside: outside}))
    published = by_category(named, options, [name, outside])
    wording = " – ".join(part for part in (question["battery"], question["wording"]) if isinstance(part, str) and part)
    real = [] if survey["evidence"] == "open" else _differences(own, options, inside, published.rows, name, outside)
    several = published.rows["answer"].nunique() > _MOST_COLOURS or question["kind"] == "many answers"
    return Finding(
        name=f"group-{question['position']}",
        headline=_headline(published.rows, name, outside),
        subtitle=wording,
        published=published,
        chart="" if published.empty or several else "stacked",
        base=_base(published.rows, name, outside),
        source=f"Source: {survey['title']}",
        description=" ".join(real) or ("The table has the figures." if survey["evidence"] == "open" else "No clear difference between the two."),
        titles=_TITLES,
        notes=(_OPEN,) if survey["evidence"] == "open" else (),
    )


def _base(rows: pd.DataFrame, name: str, outside: str) -> str:
    """How many people stand on either side."""
    people = rows.drop_duplicates("category").set_index("category")["base"].reindex([name, outside])
    inside, others = ("fewer than 10" if pd.isna(count) else number(count, "") for count in people)
    return f"Base: {inside} respondents in the group and {others} others, rounded to 5"


def _headline(rows: pd.DataFrame, name: str, outside: str) -> str:
    """The answer on which the two stand farthest apart, from the figures as shown."""
    known = rows.pivot_table(index="answer", columns="category", values="value", sort=False)
    if name not in known or outside not in known or known.dropna().empty:
        return fitted("Too few people in {group} to compare", group=name)
    known = known.dropna()
    widest = (known[name] - known[outside]).abs().idxmax()
    group, others = (number(known.loc[widest, column], "per cent") for column in (name, outside))
    return fitted(f"{group} said {{answer}}, everyone else {others}", answer=str(widest))


def _differences(tallies: pd.DataFrame, options: pd.DataFrame, inside: str, shown: pd.DataFrame, name: str, outside: str) -> list[str]:
    """The answers that truly differ, allowing for every answer looked at; only where both shares are shown."""
    found = []
    for _, option in options[options["state"] == "answered"].iterrows():
        tested = _test(tallies, option["option"], inside)
        pair = shown[shown["answer"] == option["label"]].set_index("category")["value"]
        if tested is not None and pair.reindex([name, outside]).notna().all():
            found.append((str(option["label"]), tested, pair[name] - pair[outside]))
    adjusted = benjamini_hochberg(np.array([p for _, p, _ in found])) if found else np.empty(0)
    return [
        f"A real difference: {label(name, 60)} said {label(answer, 60)} {'more' if by > 0 else 'less'} often, by {difference(by, 'per cent')}."
        for (answer, _, by), p in zip(found, adjusted, strict=True)
        if p < CHANCE and by
    ]


def _test(tallies: pd.DataFrame, option: int, inside: str) -> float | None:
    """The chance of a difference as wide for one answer if there were none, or None where either group is too small to be shown."""
    bases = tallies[tallies["option"].isna()].groupby("category")["people"].sum()
    said = tallies[tallies["option"] == option].groupby("category")["people"].sum().reindex(bases.index, fill_value=0.0)
    if len(bases) < 2 or (bases < FEWEST).any():
        return None
    cells = pd.DataFrame({"category": np.tile(bases.index, 2), "said": np.repeat([1.0, 0.0], len(bases)), "people": [*said, *(bases - said)]})
    people = sample(cells.assign(start=cells["people"], start_squares=cells["people"]))
    asked = np.ones(len(cells), dtype=bool)
    result = group_vs_rest(people, asked, cells["said"].to_numpy(), {"group": np.where(cells["category"] == inside, inside, "rest")})
    p = result.loc[result["level"] == inside, "p"].iloc[0]
    return None if pd.isna(p) else float(p)
