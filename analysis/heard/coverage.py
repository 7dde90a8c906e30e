"""Respondents of one survey beside the people who live there, characteristic by characteristic, with a word for each group."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import binom

from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.heard.benchmarking import comparable, residents_from, youngest_asked
from analysis.measure import measures
from analysis.statistics.representation import IN_LINE, NOT_STATED, OVER_REPRESENTED, TOO_FEW, UNDER_REPRESENTED, distance, representation
from analysis.suppression import FEWEST, WITHHELD, Published, publish, rounded
from analysis.text import fitted, label
from analysis.wording import base_line, difference, number, responses
from data.vocabulary import CHARACTERISTICS, SPLITS

# Gender identity is not among them: the census question under-performed for some groups, so people are counted and no ratio is given.
COMPARED = ("area", "age", "sex", "race", "disability", "religion or belief", "sexual orientation", "marriage and civil partnership")


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

    Unweighted always: it is about who took part. People who did not say are left out of the shares and counted beside them. Residents are those
    of the ages the survey was for, where the census has them by age.
    """
    own = respondent_tallies[respondent_tallies["split"] == split]
    people = own[own["state"] == "answered"].dropna(subset=["category"]).groupby("category")["people"].sum()
    youngest = youngest_asked(respondent_tallies)
    beside = comparable(people, population, areas, split, youngest)
    stated = beside["people"].sum()
    if beside.empty or stated < FEWEST:
        return None
    not_stated = int(own.loc[own["state"] != "answered", "people"].sum())
    table = representation(beside["people"], beside["population"], not_stated)
    published = _published(beside)
    shown = table.join(_shown(published, table["population_share"]))
    judged = tuple(_judgement(str(group), row) | _beside_chance(row, published, not_stated) for group, row in shown.iterrows())
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
        notes=_notes(split, youngest, residents_from(population, areas, split, youngest)),
    )
    return Coverage(split, finding, judged, _summary(beside, published, split) if enough_said else "", worst)


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
        said, not_said, unsure, silent = (_about(by_state.get(state, 0.0)) for state in ("answered", "prefer not to say", "don't know", "no answer"))
        rows.append({"title": title, "asked": name in asked, "said": said, "not_said": not_said, "unsure": unsure, "silent": silent})
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
    return pd.DataFrame(
        {
            "shown": share / residents.where(residents > 0),
            "points": share - residents,
            "seen": rows["numerator"].where(share.notna()),
            "flag": rows["flag"],
        }
    )


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


def _beside_chance(row: pd.Series, published: Published, not_stated: int) -> dict[str, str]:
    """The gap in points, the share a random draw of as many people would have given, and where too many did not say the least and the most it can be.

    All from rounded numbers, so that nothing is said of a group that the table does not say.
    """
    stated = float(_of_respondents(published).rows["denominator"].max())
    if row["band"] == NOT_STATED:
        silent = float(rounded(pd.Series([float(not_stated)])).iloc[0])
        least, most = row["seen"] / (stated + silent), (row["seen"] + silent) / (stated + silent)
        return {"gap": "–", "chance": "–", "bounds": "" if np.isnan(most) else f"{number(least, 'per cent')} to {number(most, 'per cent')}"}
    if row["flag"] == WITHHELD or np.isnan(stated) or not row["population_share"] > 0:
        return {"gap": "–", "chance": "–", "bounds": ""}
    low, high = (binom.ppf(side, int(stated), min(float(row["population_share"]), 1.0)) / stated for side in (0.025, 0.975))
    sign = "+" if row["points"] > 0 else "\N{MINUS SIGN}" if row["points"] < 0 else ""
    words = "–" if np.isnan(row["points"]) else difference(row["points"], "per cent").replace("percentage ", "")
    gap = words if words.startswith(("–", "less")) else f"{sign}{words}"
    return {"gap": gap, "chance": f"{number(low, 'per cent')} to {number(high, 'per cent')}", "bounds": ""}


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


def _summary(beside: pd.DataFrame, published: Published, split: str) -> str:
    """The distance of the whole profile and the most it could matter, in words; '' where a group is not shown, for either could give it away."""
    seen = _of_respondents(published).rows.set_index("category")
    if seen["value"].isna().any():
        return ""
    found = distance(seen["numerator"].reindex(beside.index), beside["population"])
    if found is None:
        return ""
    most = difference(found.largest_bias / 100, "per cent").replace("percentage ", "")
    bias = most if most.startswith("less") else f"up to {most}"
    return (
        f"{number(found.dissimilarity, 'per cent')} of respondents would have to be someone else for the profile to match; "
        f"chance alone would give about {number(found.floor, 'per cent')} in a group this size. "
        f"Participation varies by {number(found.variation, 'per cent')} of its average (coefficient of variation): if views differed as much as they "
        f"possibly could with {SPLITS[split].lower()}, a share of respondents could be out by {bias} for that alone."
    )


def _notes(split: str, youngest: int | None, residents: int) -> tuple[str, ...]:
    """Whom respondents are compared with, where the ages of the two are not the same or were chosen."""
    if split == "age":
        return ("Residents aged 16 to 17 and 18 to 19 are worked out from the census's five-year bands.",)
    whom = f"residents aged {residents} and over" if residents else "residents of every age"
    if (youngest or 0) == residents:
        return (f"Compared with {whom}, the ages this survey was for.",) if residents else ()
    asked = f"people aged {youngest} and over" if youngest else "people of any age"
    return (f"Compared with {whom}, though this survey was for {asked}: the census table at hand has no nearer ages.",)


def _about(people: float) -> str:
    return "fewer than 10" if people < FEWEST else f"about {responses(people)}"
