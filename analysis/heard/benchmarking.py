"""Respondents beside the population they should be like: the same groups, the same areas, the same ages."""

import re

import pandas as pd

from data.ages import atoms_in, bounds

_AND_OVER = re.compile(r"(\d{1,3}) (?:and|or|years and) over|(\d{1,3})\+")


def comparable(people: pd.Series, population: pd.DataFrame, areas: pd.DataFrame, characteristic: str, youngest: int | None = None) -> pd.DataFrame:
    """People who answered and people who live there, by the same categories: columns `people` and `population`, indexed by category.

    `people` counts respondents by category, with nought for categories that were offered and nobody chose. `population` has area_code,
    characteristic, category and people; `areas` gives the office's own. Categories the census does not have are left out. Bands of age are
    built from the census's smallest ones, within the ages the survey offered; no rows where a band cuts through one of those.
    `youngest` is the first age the survey was for: residents younger than that are left out where the census figures allow.
    """
    codes = areas.loc[areas["area_code"] != "", "area_code"]
    living = population[population["area_code"].isin(codes)]
    if characteristic == "area":
        there = _by_area(living, areas, youngest)
    elif characteristic == "age":
        there = _by_age(people.index, living[living["characteristic"] == "age"].groupby("category")["people"].sum())
    else:
        of_kind = living[(living["characteristic"] == characteristic) & (living["category"] != "Not answered")]
        there = _of_one_universe(of_kind, youngest).groupby("category")["people"].sum()
    shared = people.reindex(there.index, fill_value=0.0)
    return pd.DataFrame({"people": shared.astype("float64"), "population": there.astype("float64")})


def youngest_asked(respondent_tallies: pd.DataFrame) -> int | None:
    """The first age a survey was for, by the ages it offered: 16 where "16 to 24" is the youngest band. None where it did not ask."""
    offered = respondent_tallies.loc[respondent_tallies["split"] == "age", "category"].dropna().unique()
    return min((bounds(band)[0] for band in offered), default=None)


def residents_from(population: pd.DataFrame, areas: pd.DataFrame, characteristic: str, youngest: int | None) -> int:
    """The first age of the residents that a characteristic is compared with; 0 for everyone."""
    living = population[population["area_code"].isin(areas["area_code"])]
    if characteristic == "age":
        return youngest or 0
    if characteristic == "area":
        return (youngest or 0) if youngest and _old_enough(living, youngest) is not None else 0
    used = _of_one_universe(living[living["characteristic"] == characteristic], youngest)
    return int(_from(used).min()) if len(used) else 0


def _by_area(living: pd.DataFrame, areas: pd.DataFrame, youngest: int | None) -> pd.Series:
    adults = _old_enough(living, youngest) if youngest else None
    counted = living[living["characteristic"] == "all"] if adults is None else adults
    return counted.merge(areas[["area", "area_code"]], on="area_code").groupby("area")["people"].sum()


def _old_enough(living: pd.DataFrame, youngest: int) -> pd.DataFrame | None:
    """The rows of the smallest bands of age from the youngest up; None where a band cuts through that age, or an area lacks one."""
    bands = atoms_in(youngest, None)
    found = living[(living["characteristic"] == "age") & living["category"].isin(bands or [])]
    whole = bands and (found.groupby("area_code")["category"].nunique().reindex(living["area_code"].unique()) == len(bands)).all()
    return found if whole and len(found) else None


def _of_one_universe(of_kind: pd.DataFrame, youngest: int | None) -> pd.DataFrame:
    """The figures of the residents nearest in age to those asked: never of older people alone while younger were asked, if it can be helped."""
    if of_kind.empty:
        return of_kind
    first = _from(of_kind)
    fitting = first[first <= (youngest or 0)]
    best = fitting.max() if len(fitting) else first.min()
    return of_kind[first == best].drop_duplicates(["area_code", "category"])


def _from(of_kind: pd.DataFrame) -> pd.Series:
    """The first age of each row's universe: 16 for "Usual residents aged 16 and over", 0 for everyone."""
    said = of_kind["universe"] if "universe" in of_kind else pd.Series(None, of_kind.index, dtype="object")
    found = said.astype("object").map(lambda text: _AND_OVER.search(text) if isinstance(text, str) else None)
    return found.map(lambda match: int(match[1] or match[2]) if match else 0).astype("int64")


def _by_age(bands: pd.Index, atoms: pd.Series) -> pd.Series:
    """The population of each band of ages; empty where any of them cannot be built."""
    built = {band: atoms_in(*bounds(band)) for band in bands}
    if not built or any(parts is None or not set(parts) <= set(atoms.index) for parts in built.values()):
        return pd.Series(dtype="float64")
    return pd.Series({band: atoms[parts].sum() for band, parts in sorted(built.items(), key=lambda item: bounds(item[0])[0]) if parts})
