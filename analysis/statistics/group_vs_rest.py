"""Which groups answer differently from everyone else, without being fooled by the number of groups looked at."""

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd
from scipy.special import ndtr

from analysis.statistics.linearised import Sample, covariance, linearise
from analysis.statistics.multiple_testing import benjamini_hochberg


def group_vs_rest(
    people: Sample, asked: np.ndarray, value: np.ndarray, groups: Mapping[str, np.ndarray], withheld: Collection[tuple[str, str]] = ()
) -> pd.DataFrame:
    """Each group's share beside the share of everyone else in the same wave, with a test of the difference.

    `asked` and `value` as for `linearised.estimate`. `groups` gives for each characteristic the level of every row of the tally (blank
    where unknown; a categorical keeps its order of levels); `withheld` names the (characteristic, level) pairs too few to be shown,
    which keep their row and stay blank.
    Columns: `characteristic`, `level`, `people`, `people_rest`, `share`, `share_rest`, `difference`, `se`, `z`, `p`, `adjusted_p`.
    The difference is linearised as one estimate, so that the two shares' dependence is counted; `adjusted_p` allows for every row
    tested (Benjamini and Hochberg 1995).
    """
    rows, linear = [], []
    for characteristic, levels in groups.items():
        labels = pd.Categorical(levels)
        for code, level in enumerate(labels.categories):
            inside = asked & (labels.codes == code)
            outside = asked & ~inside
            group, rest = linearise(people, inside, value), linearise(people, outside, value)
            tested = group is not None and rest is not None and (characteristic, level) not in withheld
            row = {"characteristic": characteristic, "level": level}
            row |= {"people": int(people.people[inside].sum()), "people_rest": int(people.people[outside].sum())}
            row |= {"share": group[0], "share_rest": rest[0]} if group and rest and tested else {"share": np.nan, "share_rest": np.nan}
            linear.append(group[1] - rest[1] if group and rest and tested else np.zeros(len(asked)))
            rows.append(row)
    columns = ["characteristic", "level", "people", "people_rest", "share", "share_rest"]
    table = pd.DataFrame(rows, columns=columns)
    variance = np.diag(covariance(people, np.column_stack(linear))) if linear else np.empty(0)
    table["difference"] = table["share"] - table["share_rest"]
    table["se"] = np.where(table["difference"].notna(), np.sqrt(np.maximum(variance, 0)), np.nan)
    table["z"] = table["difference"] / table["se"].where(table["se"] > 0)
    table["p"] = 2 * ndtr(-table["z"].abs().to_numpy(dtype=float))
    table["adjusted_p"] = benjamini_hochberg(table["p"].to_numpy())
    return table
