"""Respondents of one survey beside the people who live there, characteristic by characteristic, with a word for each group."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.benchmarking import comparable
from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.measure import measures
from analysis.representation import IN_LINE, NOT_STATED, OVER_REPRESENTED, TOO_FEW, UNDER_REPRESENTED, distance, representation
from analysis.suppression import FEWEST, HIDDEN, Published, publish
from analysis.wording import base_line, number
from data.vocabulary import CHARACTERISTICS, SPLITS

COMPARED = ("area", "age", "sex", "race", "disability")


@dataclass(frozen=True)
class Coverage:
    """One characteristic: the finding with its gaps, a judgement a group, and one sentence on the whole profile."""

    split: str
    finding: Finding
    judged: tuple[dict[str, str], ...]
    summary: str
    worst: tuple[str, float] | None


def coverage(respondent_tallies: pd.DataFrame, population: pd.DataFrame, areas: pd.DataFrame, split: str, survey: pd.Series) -> Coverage | None:
    """The respondents of one survey against the census by one characteristic; None where it was not asked or cannot be compared.

    Unweighted always: it is about who took part. People who did not say are left out of the shares and counted beside them.
    """
    own = respondent_tallies[respondent_tallies["split"] == split]
    people = own[own["state"] == "answered"].dropna(subset=["category"]).groupby("category")["people"].sum()
    beside = comparable(people, population, areas, split)
    stated = beside["people"].sum()
    if beside.empty or stated < FEWEST:
        return None
    not_stated = int(own.loc[own["state"] != "answered", "people"].sum())
    table = representation(beside["people"], beside["population"], not_stated)
    published = _published(beside)
    judged = tuple(_judgement(str(group), row, published) for group, row in table.iterrows())
    worst = _worst(table, published)
    finding = Finding(
        name=f"coverage-{split.replace(' ', '-')}",
        headline=_headline(split, table, worst),
        subtitle=f"{SPLITS[split]}: share of respondents and of residents, {survey['title']}.",
        published=published,
        chart="gaps",
        base=base_line(_of_respondents(published)),
        source=f"Source: {survey['title']}; Census 2021",
        description=_description(table, not_stated, stated),
        titles=TITLES | {"category": SPLITS[split]},
        notes=(_age_note(),) if split == "age" else (),
    )
    found = distance(beside["people"], beside["population"])
    summary = "" if found is None else _summary(found.dissimilarity, found.floor)
    return Coverage(split, finding, judged, summary, worst)


def compared(respondent_tallies: pd.DataFrame, population: pd.DataFrame, areas: pd.DataFrame, survey: pd.Series) -> list[Coverage]:
    """Every characteristic of one survey that can be set beside the census, in the order people ask about them."""
    found = [coverage(respondent_tallies, population, areas, split, survey) for split in COMPARED]
    return [one for one in found if one]


def headline(found: list[Coverage]) -> str:
    """The finding of the page: whose voice is most missing."""
    worst = [(one.split, *one.worst) for one in found if one.worst]
    if not found:
        return "This survey cannot be compared with the census"
    if not worst:
        return "No group is clearly under-represented"
    split, group, ratio = min(worst, key=lambda item: item[2])
    return f"Most missing: {_named(split, group)}, heard {ratio:.1f} times as often as expected"


def asked_table(questions: pd.DataFrame, respondent_tallies: pd.DataFrame, survey_id: str) -> list[dict[str, object]]:
    """The nine protected characteristics: whether this survey asked about each, and how many said, in rounded numbers."""
    asked = set(questions.loc[questions["survey_id"] == survey_id, "characteristic"])
    rows: list[dict[str, object]] = []
    for name, title in CHARACTERISTICS.items():
        own = respondent_tallies[respondent_tallies["split"] == name]
        by_state = own.groupby("state")["people"].sum()
        said, not_said, silent = (by_state.get(state, 0.0) for state in ("answered", "prefer not to say", "no answer"))
        rows.append({"title": title, "asked": name in asked, "said": _about(said), "not_said": _about(not_said), "silent": _about(silent)})
    return rows


def _published(beside: pd.DataFrame) -> Published:
    """Both shares in the one shape: respondents under the disclosure rule, residents as the census gives them."""
    shares = []
    for who, column in (("Respondents", "people"), ("Residents", "population")):
        total = beside[column].sum()
        rows = pd.DataFrame({"measure": "answers", "category": beside.index, "who": who, "numerator": beside[column].to_numpy(), "denominator": total, "base": total})
        shares.append(rows.assign(value=rows["numerator"] / total, lower=np.nan, upper=np.nan))
    return publish(pd.concat(shares, ignore_index=True), measures()["answers"], ("category", "who"))


def _of_respondents(published: Published) -> Published:
    return Published(published.measure, published.by, published.rows[published.rows["who"] == "Respondents"])


def _judgement(group: str, row: pd.Series, published: Published) -> dict[str, str]:
    shown = published.rows[(published.rows["category"] == group) & (published.rows["who"] == "Respondents")].iloc[0]
    if shown["flag"] == HIDDEN and row["people"] < FEWEST:
        word = TOO_FEW if row["expected"] < FEWEST else UNDER_REPRESENTED
        return {"group": group, "word": f"{word}: fewer than 10 people", "kind": _kind(word), "ratio": "–"}
    note = f" ({row['note']})" if row["note"] else ""
    return {"group": group, "word": f"{row['band']}{note}", "kind": "" if row["note"] else _kind(row["band"]), "ratio": "–" if np.isnan(row["ratio"]) else f"{row['ratio']:.1f}"}


def _kind(word: str) -> str:
    return {UNDER_REPRESENTED: "bad", OVER_REPRESENTED: "warn", IN_LINE: "good"}.get(word, "")


def _worst(table: pd.DataFrame, published: Published) -> tuple[str, float] | None:
    under = table[(table["band"] == UNDER_REPRESENTED) & (table["note"] == "") & (table["people"] >= FEWEST)]
    return None if under.empty else (str(under["ratio"].idxmin()), float(under["ratio"].min()))


def _headline(split: str, table: pd.DataFrame, worst: tuple[str, float] | None) -> str:
    if (table["band"] == NOT_STATED).any():
        return f"{SPLITS[split]}: too many did not say"
    if worst:
        return f"{_named(split, worst[0])}: {worst[1]:.1f} times as many as expected"
    return f"{SPLITS[split]}: no group clearly under-represented"


def _description(table: pd.DataFrame, not_stated: float, stated: float) -> str:
    parts = []
    shown = table[table["people"] >= FEWEST]
    if len(shown) and not (shown["band"] == NOT_STATED).any():
        low, high = shown["gap"].idxmin(), shown["gap"].idxmax()
        parts.append(f"{_share(shown.loc[low], str(low))} {_share(shown.loc[high], str(high))}")
    silent = not_stated / (stated + not_stated)
    if not_stated >= FEWEST:
        parts.append(f"{number(silent, 'per cent')} did not say.")
    return " ".join(parts) or "The table has the figures."


def _share(row: pd.Series, group: str) -> str:
    return f"{group}: {number(row['population_share'], 'per cent')} of residents and {number(row['share'], 'per cent')} of respondents."


def _named(split: str, group: str) -> str:
    return f"people aged {group.lower()}" if split == "age" else group


def _summary(dissimilarity: float, floor: float) -> str:
    return (
        f"{number(dissimilarity, 'per cent')} of respondents would have to be someone else for the profile to match; "
        f"chance alone would give about {number(floor, 'per cent')} in a group this size."
    )


def _age_note() -> str:
    return "Residents aged 16 to 17 and 18 to 19 are worked out from the census's five-year bands."


def _about(people: float) -> str:
    return "none" if people == 0 else "fewer than 10" if people < FEWEST else f"about {5 * round(people / 5):,.0f}"
