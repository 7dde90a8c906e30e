"""Questions where people tick all that apply: one share and one test for each option, never one test on all the ticks."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.statistics.association import association
from analysis.statistics.linearised import Sample, effective_base, estimate, share_interval
from analysis.statistics.multiple_testing import benjamini_hochberg


@dataclass(frozen=True)
class Option:
    """One option as a tally: `asked` true for rows in the base (saw the question and ticked something, or "none of these"),
    `ticked` 1 or 0, `group` the code of the group compared, −1 where unknown; one entry for each row of `people`."""

    people: Sample
    asked: np.ndarray
    ticked: np.ndarray
    group: np.ndarray


def option_shares(options: Mapping[str, Option]) -> pd.DataFrame:
    """The share who ticked each option; the shares add up to more than 100% and have no total.

    Columns: `option`, `people` (the base), `effective`, `share`, `se`, `lower`, `upper`; blank where no one was asked.
    """
    rows = []
    for name, option in options.items():
        found = estimate(option.people, option.asked, option.ticked)
        if found is None:
            rows.append({"option": name, "people": 0})
            continue
        lower, upper = share_interval(found) or (np.nan, np.nan)
        row = {"option": name, "people": found.people, "effective": effective_base(found), "share": found.value, "se": found.se}
        rows.append(row | {"lower": lower, "upper": upper})
    return pd.DataFrame(rows, columns=["option", "people", "effective", "share", "se", "lower", "upper"])


def option_tests(options: Mapping[str, Option]) -> pd.DataFrame:
    """Whether each option was ticked more in some groups than in others: `option`, `f`, `p`, `adjusted_p`.

    One Rao–Scott test an option, then Benjamini and Hochberg over the options (Bilder and Loughin 2004; Thomas and Decady 2004).
    Blank where everyone, or no one, ticked the option.
    """
    rows = []
    for name, option in options.items():
        answer = np.where(option.asked, option.ticked, -1).astype(int)
        found = association(option.people, answer, option.group)
        rows.append({"option": name, "f": found.f if found else np.nan, "p": found.p if found else np.nan})
    table = pd.DataFrame(rows, columns=["option", "f", "p"])
    table["adjusted_p"] = benjamini_hochberg(table["p"].to_numpy(dtype=float))
    return table
