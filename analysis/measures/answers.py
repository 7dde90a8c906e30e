"""What respondents answered, question by question."""

import pandas as pd

from analysis.measure import measure
from analysis.totals import add_up


@measure(title="Answers", unit="per cent", source="Cleveland strategy 2021 to 2024, page 14: the results of consultation", kind="share", counts="respondents", good="")
def answers(tallies: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of respondents who gave an answer to a question, of those who gave any answer to it.

    Where people could choose more than one answer the base is people, not ticks, so the shares add to more than 100%. Don't know, prefer not to say and
    no answer are not in the base; how many there were is said under the figure.
    """
    base = tallies["people"].where(tallies["option"].isna(), 0.0)
    given = tallies["people"].where(tallies["option"].notna(), 0.0)
    return add_up(tallies, by, numerator=given, denominator=base, base=base)
