"""Who sent the text of a campaign: for seeing whether a result depends on them."""

import pandas as pd

from analysis.written.alike import grouped, is_campaign


def senders(written: pd.DataFrame) -> list[int]:
    """The people who sent a text that is a campaign's, in any question; rows have `question_id`, `respondent` and `written`.

    Texts are one where they are nearly the same, and a campaign where enough people sent one that is long enough (see `alike`).
    """
    found: set[int] = set()
    for _, rows in written.groupby("question_id"):
        for _, group in rows.groupby(grouped(rows["written"].tolist())):
            if is_campaign(group["written"].iloc[0], group["respondent"].nunique()):
                found.update(int(one) for one in group["respondent"])
    return sorted(found)
