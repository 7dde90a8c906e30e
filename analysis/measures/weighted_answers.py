"""What respondents answered once each is given the weight that came with the file."""

import numpy as np
import pandas as pd

from analysis.measure import measure
from analysis.totals import add_up


@measure(
    title="Weighted answers",
    unit="per cent",
    source="Government Statistical Service, guidance on weighting; the weights are those of the survey's own file",
    kind="worked out",
    counts="respondents",
    good="",
)
def weighted_answers(tallies: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of respondents who gave an answer, of those who gave any, each counted by the weight in the survey's file.

    The weight of those who gave the answer is divided by the weight of all who answered; a person without a weight is in neither. The base is people,
    never weights. The figure moves with the rounding of the people it rests on. It stands beside the unweighted share and never alone.
    """
    if "weight" not in tallies:
        return pd.DataFrame({name: pd.Series(dtype="float64") for name in by})
    apart = [dimension for dimension in by if dimension not in ("option", "answer")]
    anybody, given = tallies[tallies["option"].isna()], tallies[tallies["option"].notna()]
    base = add_up(anybody, apart, base=anybody["weighed"], whole=anybody["weight"])
    found = add_up(given, by, numerator=given["weighed"], part=given["weight"])
    beside = found.merge(base, on=apart, how="left") if apart else found.assign(base=base["base"].iloc[0], whole=base["whole"].iloc[0])
    value = np.divide(beside["part"], beside["whole"].where(beside["whole"] > 0))
    return beside.assign(value=value, denominator=beside["base"]).drop(columns=["part", "whole"])
