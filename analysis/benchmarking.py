"""Respondents beside the population they should be like: the same groups, the same areas, the same ages."""

import pandas as pd

from data.ages import atoms_in, bounds


def comparable(people: pd.Series, population: pd.DataFrame, areas: pd.DataFrame, characteristic: str) -> pd.DataFrame:
    """People who answered and people who live there, by the same categories: columns `people` and `population`, indexed by category.

    `people` counts respondents by category, with nought for categories that were offered and nobody chose. `population` has area_code,
    characteristic, category and people; `areas` gives the office's own. Categories the census does not have are left out. Bands of age are
    built from the census's smallest ones, within the ages the survey offered; no rows where a band cuts through one of those.
    """
    codes = areas.loc[areas["area_code"] != "", "area_code"]
    living = population[population["area_code"].isin(codes)]
    if characteristic == "area":
        named = living[living["characteristic"] == "all"].merge(areas[["area", "area_code"]], on="area_code")
        there = named.groupby("area")["people"].sum()
    elif characteristic == "age":
        there = _by_age(people.index, living[living["characteristic"] == "age"].groupby("category")["people"].sum())
    else:
        of_kind = living[(living["characteristic"] == characteristic) & (living["category"] != "Not answered")]
        there = of_kind.groupby("category")["people"].sum()
    shared = people.reindex(there.index, fill_value=0.0)
    return pd.DataFrame({"people": shared.astype("float64"), "population": there.astype("float64")})


def _by_age(bands: pd.Index, atoms: pd.Series) -> pd.Series:
    """The population of each band of ages; empty where any of them cannot be built."""
    built = {band: atoms_in(*bounds(band)) for band in bands}
    if not built or any(parts is None or not set(parts) <= set(atoms.index) for parts in built.values()):
        return pd.Series(dtype="float64")
    return pd.Series({band: atoms[parts].sum() for band, parts in sorted(built.items(), key=lambda item: bounds(item[0])[0]) if parts})
