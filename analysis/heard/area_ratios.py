"""Areas ranked by how much of their share of the population was heard."""

import numpy as np
import pandas as pd

from analysis.finding import Finding
from analysis.findings import ranked
from analysis.heard.benchmarking import comparable, youngest_asked
from analysis.measure import SHAPE, measures
from analysis.suppression import FEWEST, publish


def area_ratios(respondent_tallies: pd.DataFrame, population: pd.DataFrame, areas: pd.DataFrame, survey: pd.Series) -> Finding | None:
    """Each area's share of respondents over its share of residents, from most to least heard; None where the survey did not ask where people live.

    1 is in proportion. Areas are ranked by who took part, never by what they think.
    """
    own = respondent_tallies[(respondent_tallies["split"] == "area") & (respondent_tallies["state"] == "answered")]
    people = own.dropna(subset=["category"]).groupby("category")["people"].sum()
    beside = comparable(people, population, areas, "area", youngest_asked(respondent_tallies))
    stated = beside["people"].sum()
    if beside.empty or stated < FEWEST:
        return None
    ratio = (beside["people"] / stated) / (beside["population"] / beside["population"].sum())
    chosen = measures()["group_representation"]
    result = pd.DataFrame({"measure": chosen.name, "area": beside.index, "numerator": beside["people"].to_numpy(), "value": ratio.to_numpy()})
    result = result.assign(denominator=np.nan, lower=np.nan, upper=np.nan, base=stated)[["measure", "area", *SHAPE]]
    return ranked(
        publish(result, chosen, ("area",)),
        "{top} was heard most: {value} its share",
        f"Share of respondents over share of residents by area, {survey['title']}. In proportion is 1.",
        f"Source: {survey['title']}; Census 2021",
        name="areas-ranked",
    )
