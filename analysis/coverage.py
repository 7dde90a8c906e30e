"""Respondents of one survey beside the people who live there, characteristic by characteristic, with a word for each group."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.benchmarking import comparable
from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.measure import measures
from analysis.representation import IN_LINE, NOT_STATED, OVER_REPRESENTED, TOO_FEW, UNDER_REPRESENTED, distance, representation
from analysis.suppression import FEWEST, WITHHELD, Published, publish, rounded
from analysis.text import fitted, label
from analysis.wording import base_line, number, responses
from data.vocabulary import CHARACTERISTICS, SPLITS

COMPARED = ("area", "age", "sex", "race", "disability")


@dataclass(frozen=True)
class Coverage:
    """One characteristic: the finding with its gaps, a judgement a group, and one sentence on the whole profile."""

    split: str
    finding: Finding
    judged: tuple[dict[str, str], ...]
    summary: str
    worst: dict[str, str] | None


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
    shown = table.join(_shown(published, table["population_share"]))
    judged = tuple(_judgement(str(group), row) for group, row in shown.iterrows())
    worst = _worst(judged)
    enough_said = not (table["band"] == NOT_STATED).any()
    finding = Finding(
        name=f"coverage-{split.replace(' ', '-')}",
        headline=_headline(split, judged, worst),
        subtitle=f"{SPLITS[split]}: share of respondents and of residents, {survey['title']}.",
        published=published,
        chart="gaps" if enough_said else "",
        base=base_line(_of_respondents(published)),
        source=f"Source: {survey['title']}; Census 2021",
        description=_description(published if enough_said else None, not_stated, stated),
        titles=TITLES | {"category": SPLITS[split]},
        notes=(_age_note(),) if split == "age" else (),
    )
    return Coverage(split, finding, judged, _summary(beside, published) if enough_said else "", worst)


def compared(respondent_tallies: pd.DataFrame, population: pd.DataFrame, areas: pd.DataFrame, survey: pd.Series) -> list[Coverage]:
    """Every characteristic of one survey that can be set beside the census, in the order people ask about them."""
    found = [coverage(respondent_tallies, population, areas, split, survey) for split in COMPARED]
    return [one for one in found if one]


def headline(found: list[Coverage]) -> str:
    """The finding of the page: whose voice is most missing."""
    worst = [(one.split, one.worst) for one in found if one.worst]
    if not found:
        return "This survey cannot be compared with the census"
    if not worst:
        return "No group is clearly under-represented"
    split, group = min(worst, key=lambda item: _how_missing(item[1]))
    return _capital(fitted(f"{{group}} most missing: {_times(group)}", group=_named(split, group["group"])))


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
        rows = pd.DataFrame({"measure": "answers", "category": beside.index, "who": who, "numerator": beside[column].to_numpy()})
        shares.append(rows.assign(denominator=total, value=rows["numerator"] / total, lower=np.nan, upper=np.nan, base=total))
    return publish(pd.concat(shares, ignore_index=True), measures()["answers"], ("category", "who"))


def _of_respondents(published: Published) -> Published:
    return Published(published.measure, published.by, published.rows[published.rows["who"] == "Respondents"])


def _shown(published: Published, residents: pd.Series) -> pd.DataFrame:
    """What may be seen of each group: its rounded share of respondents over its share of residents, and why there is none."""
    rows = _of_respondents(published).rows.set_index("category")
    share = (rows["numerator"] / rows["denominator"]).where(rows["value"].notna())
    return pd.DataFrame({"shown": share / residents.where(residents > 0), "flag": rows["flag"]})


def _judgement(group: str, row: pd.Series) -> dict[str, str]:
    """A word for a group, and its ratio where one may be seen. Of fewer than ten people nothing is said that tells how many there were."""
    if row["band"] == NOT_STATED or row["flag"] == WITHHELD:
        return {"group": group, "word": NOT_STATED if row["band"] == NOT_STATED else TOO_FEW, "kind": "", "ratio": "–"}
    if row["people"] < FEWEST:
        # Nine of an expected twenty would be beyond chance already, so the hidden number cannot change the word.
        word = UNDER_REPRESENTED if row["expected"] >= 2 * FEWEST else TOO_FEW
        return {"group": group, "word": f"{word}: fewer than 10 people", "kind": _kind(word), "ratio": "–"}
    note = f" ({row['note']})" if row["note"] else ""
    ratio = "–" if np.isnan(row["shown"]) else f"{row['shown']:.1f}"
    return {"group": group, "word": f"{row['band']}{note}", "kind": "" if row["note"] else _kind(row["band"]), "ratio": ratio}


def _kind(word: str) -> str:
    return {UNDER_REPRESENTED: "bad", OVER_REPRESENTED: "warn", IN_LINE: "good"}.get(word, "")


def _worst(judged: Iterable[dict[str, str]]) -> dict[str, str] | None:
    """The group most missing among those clearly under-represented; one of fewer than ten people comes first."""
    under = [one for one in judged if one["kind"] == "bad"]
    return min(under, key=_how_missing, default=None)


def _how_missing(judged: dict[str, str]) -> float:
    return -1.0 if judged["ratio"] == "–" else float(judged["ratio"])


def _headline(split: str, judged: tuple[dict[str, str], ...], worst: dict[str, str] | None) -> str:
    if any(one["word"] == NOT_STATED for one in judged):
        return f"{SPLITS[split]}: too many did not say"
    if worst:
        return _capital(fitted(f"{{group}}: {_times(worst)}", group=_named(split, worst["group"])))
    return f"{SPLITS[split]}: no group clearly under-represented"


def _times(judged: dict[str, str]) -> str:
    return "fewer than 10 heard" if judged["ratio"] == "–" else f"{judged['ratio']} times their share"


def _description(published: Published | None, not_stated: float, stated: float) -> str:
    """The groups furthest from their share, where they may be compared, and how many did not say."""
    parts = []
    wide = published.rows.pivot(index="category", columns="who", values="value").dropna() if published else pd.DataFrame()
    if len(wide) > 1:
        gap = wide["Respondents"] - wide["Residents"]
        parts = [f"{label(group, 60)}: {_both(wide.loc[group])}" for group in dict.fromkeys((gap.idxmin(), gap.idxmax()))]
    if min(not_stated, stated) >= FEWEST:
        silent, said = rounded(pd.Series([not_stated, stated]))
        parts.append(f"{number(silent / (silent + said), 'per cent')} did not say.")
    return " ".join(parts) or "The table has the figures."


def _both(row: pd.Series) -> str:
    return f"{number(row['Residents'], 'per cent')} of residents and {number(row['Respondents'], 'per cent')} of respondents."


def _named(split: str, group: str) -> str:
    return f"people aged {group.lower()}" if split == "age" else group


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _summary(beside: pd.DataFrame, published: Published) -> str:
    """The distance of the whole profile, in words; '' where a group is not shown, for the distance could give it away."""
    if _of_respondents(published).rows["value"].isna().any():
        return ""
    found = distance(beside["people"], beside["population"])
    return (
        ""
        if found is None
        else (
            f"{number(found.dissimilarity, 'per cent')} of respondents would have to be someone else for the profile to match; "
            f"chance alone would give about {number(found.floor, 'per cent')} in a group this size."
        )
    )


def _age_note() -> str:
    return "Residents aged 16 to 17 and 18 to 19 are worked out from the census's five-year bands."


def _about(people: float) -> str:
    return "fewer than 10" if people < FEWEST else f"about {responses(people)}"
