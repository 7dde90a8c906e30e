"""The upper half of a scale taken together: 'very confident or fairly confident', in all or for the group where it is largest."""

import pandas as pd


def upper(answers: list[str]) -> list[str]:
    """The answers of a scale in words above its middle, from the first; none of a scale of numbers, which may run either way."""
    return [] if all(answer.isdecimal() for answer in answers) else answers[: len(answers) // 2]


def most_favourable(rows: pd.DataFrame) -> tuple[str, float, list[str]] | None:
    """The group with the largest share in the upper half of the scale, that share, and the answers it adds up.

    `rows` has columns category, answer, value (a share), the answers of each group in the order of the scale. A group of which one of those
    answers is hidden is passed over; None where every group is.
    """
    answers = upper(list(dict.fromkeys(rows["answer"])))
    shares = rows[rows["answer"].isin(answers)].groupby("category", sort=False)["value"].sum(min_count=max(1, len(answers))).dropna()
    return None if shares.empty else (str(shares.idxmax()), float(shares.max()), answers)
