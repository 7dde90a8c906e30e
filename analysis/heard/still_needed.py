"""How many more responses, and from whom, while a survey can still be answered."""

from datetime import date

import numpy as np
import pandas as pd

from analysis.heard.coverage import Coverage
from analysis.statistics.representation import TOO_FEW, UNDER
from analysis.suppression import ROUND_TO
from analysis.text import label
from analysis.wording import number
from data.vocabulary import SPLITS

# A survey whose last response is older than this is taken to be closed: the file does not say.
STILL_OPEN_DAYS = 28


def still_needed(people: pd.Series, shares: pd.Series, at_least: float = UNDER) -> pd.Series:
    """The fewest further responses from each group that bring every group to `at_least` times its share of the population.

    `people` counts responses by group, `shares` the population, adding to 1. The responses added raise the total that shares are taken of, so the
    answer is the smallest total at which all fit: the least fixed point of T = n + Σ max(0, at_least·P·T − n_g), reached from below.
    """
    if not 0 < at_least < 1:
        raise ValueError("every group can reach a part of its share, not all of them more than it")
    have, target = people.to_numpy(dtype=float), at_least * shares.reindex(people.index).to_numpy(dtype=float)
    total, before = have.sum(), -1.0
    while total - before > 1e-9:
        total, before = have.sum() + np.maximum(0.0, target * total - have).sum(), total
    return pd.Series(np.ceil(np.maximum(0.0, target * total - have) - 1e-6), index=people.index)


def needed_rows(one: Coverage) -> list[dict[str, str]]:
    """The groups of one characteristic that need more responses, most first, in numbers to the next five; none where all are in line.

    Worked out of the published numbers alone, a hidden one taken for none: the answer tells nothing that the page does not. Groups too small to judge
    are asked nothing of.
    """
    rows = one.finding.published.rows
    wide = rows.pivot(index="category", columns="who", values="numerator")
    residents = wide["Residents"]
    if not one.finding.chart or not residents.sum() > 0:
        return []
    judged = [row["group"] for row in one.judged if not row["word"].startswith(TOO_FEW)]
    shares = (residents / residents.sum()).where(residents.index.isin(judged), 0.0)
    more = still_needed(wide["Respondents"].fillna(0.0), shares)
    more = (ROUND_TO * np.ceil(more / ROUND_TO)).sort_values(ascending=False, kind="stable")
    return [{"group": str(group), "split": one.split, "more": number(count, "")} for group, count in more[more > 0].items()]


def in_the_field(survey: pd.Series, today: date) -> bool:
    """Whether a survey's last response is recent enough for it to be still open."""
    closed = survey["closed_on"]
    return bool(not pd.isna(closed) and (pd.Timestamp(today) - pd.Timestamp(closed)).days <= STILL_OPEN_DAYS)


def needed_sentence(one: Coverage, open_still: bool) -> str:
    """'About 45 more responses would bring every group within reach of its share: 35 from people aged 16 to 24 …'; '' where none are needed."""
    rows = needed_rows(one)
    if not rows:
        return ""
    total = sum(float(row["more"].replace(",", "")) for row in rows)
    named = [f"{row['more']} from {_whom(one.split, row['group'])}" for row in rows[:4]]
    rest = len(rows) - len(named)
    parts = [*named, f"the rest from {rest} other group{'s' if rest > 1 else ''}"] if rest else named
    words = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    start = "About" if open_still else "For next time: about"
    verb = "would bring" if open_still else "would have brought"
    return (
        f"{SPLITS[one.split]}. {start} {number(total, '')} more responses {verb} every group that can be judged to {UNDER:g} of its share: {words}."
    )


def _whom(split: str, group: str) -> str:
    said = label(group, 60)
    return {"age": f"people aged {said.lower()}", "area": said, "sex": f"people who are {said.lower()}"}.get(split, f"people in “{said}”")
