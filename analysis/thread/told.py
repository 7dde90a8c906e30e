"""Whether people were told what came of what they said: the one test of it, wherever it is counted."""

import pandas as pd

from analysis.text import says_something


def told_back(outcomes: pd.DataFrame, by: pd.Timestamp | None = None) -> pd.Series:
    """Whether people were told of each outcome: a day, an audience or a channel of the feedback is recorded, one entry a row.

    Where `by` is given, feedback dated after that day has not been given yet. The format alone, such as "Easy read", tells nobody.
    """
    said = (outcomes["told_how"].map(says_something) | outcomes["told_whom"].map(says_something)).astype("bool")
    on = outcomes["told_on"]
    return (on.notna() if by is None else on <= by) | (on.isna() & said)
