"""What somebody who has every released table can work out about a small number, solved over all tables at once; what gives one away is withheld.

The audit reads nothing but the figures as released. Method: the bounds of each hidden cell by integer linear programming (Fischetti and Salazar
2001), with HiGHS; a cell is settled early once two complete sets of whole numbers, both agreeing with everything shown, lie far enough apart in it.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp

from analysis.release.known_sums import System, known
from analysis.release.lattice import COULD_BE_WORKED_OUT, NOT_ANSWERED, RESPONDENTS, UNDER_TEN, protected, withhold

# A hidden number that can be told to within two is as good as known. Of people who did not say, only the number itself may not be told.
NARROW = 2
_MOST_TURNS = 60
_FEW = 8
_WHOLE = 1e-6
SEED = 20210321


@dataclass(frozen=True)
class Audited:
    """A release that may be made: its cells, and for each hidden one a least and a most it can be for all that is shown.

    `found` is how many hidden numbers could have been worked out before more was withheld.
    """

    shown: pd.DataFrame
    ranges: pd.DataFrame
    found: int

    @property
    def narrowest(self) -> float:
        """The narrowest range of any hidden number of people who said something; nine where nothing is hidden."""
        said = self.shown.loc[self.ranges.index, "state"] == "answered"
        widths = (self.ranges["high"] - self.ranges["low"])[said]
        return float(widths.min()) if len(widths) else 9.0


def audited(cells: pd.DataFrame) -> Audited:
    """The cells of `lattice.lattice` as they may be released: rounded, and with as much withheld as it takes until no hidden number can be told.

    What gives one away is withheld by groups first, then by tables, then by whole questions. RuntimeError if that were not enough.
    """
    shown = protected(cells)
    bounds = ranges(shown)
    first = unsafe = _unsafe(shown, bounds)
    for wider in range(4):
        if not len(unsafe):
            return Audited(shown, bounds, len(first))
        shown = withhold(shown, _around(shown, unsafe, wider), COULD_BE_WORKED_OUT)
        # To withhold takes knowledge away: a cell that was safe stays safe.
        bounds.loc[unsafe] = ranges(shown, unsafe)
        unsafe = _unsafe(shown, bounds)
    raise RuntimeError("A hidden number could still be worked out, so nothing was released.")


def ranges(shown: pd.DataFrame, of: pd.Index | None = None) -> pd.DataFrame:
    """For each hidden cell, a least and a most it can be: columns `low` and `high`, indexed by the rows of `shown` that are under ten.

    Where the two are more than `NARROW` apart both can be, though the cell may range further; otherwise they are its exact bounds. `of` asks for some
    rows only. ValueError where no whole numbers agree with what is shown.
    """
    system = known(shown)
    index = shown.index[(shown["why"] == UNDER_TEN)] if of is None else of
    hidden = shown.index.get_indexer(index)
    group = pd.factorize(pd.MultiIndex.from_frame(shown[["question_id", "split", "category"]].fillna("")))[0]
    least, most = np.full(len(system.low), np.inf), np.full(len(system.low), -np.inf)
    rng = np.random.default_rng(SEED)
    for turn in range(_MOST_TURNS):
        unsettled = hidden[~(most[hidden] - least[hidden] > NARROW)]
        if turn > 1 and len(unsettled) <= _FEW:
            break
        # All are pulled at once; then one of each group at a time, so that they do not stand in each other's way.
        mixed = rng.permutation(unsettled)
        pulled = unsettled if turn < 2 else mixed[np.unique(group[mixed], return_index=True)[1]]
        _solve(system, pulled, 1.0 if turn % 4 == 0 else -1.0, least, most)
    for cell in hidden[~(most[hidden] - least[hidden] > NARROW)]:
        for pull in (1.0, -1.0):
            _solve(system, np.array([cell]), pull, least, most)
    return pd.DataFrame({"low": least[hidden], "high": most[hidden]}, index=index)


def _solve(system: System, cells: np.ndarray, pull: float, least: np.ndarray, most: np.ndarray) -> None:
    """Find whole numbers that agree with what is shown, some cells pulled down (1) or up (−1), and widen what each cell is known to be able to be."""
    aim = np.zeros(len(system.low))
    aim[cells] = pull
    bounds, limits = Bounds(system.low, system.high), LinearConstraint(system.sums, system.least, system.most)
    found = milp(aim, bounds=bounds, constraints=limits)
    if found.x is not None and np.abs(found.x - np.round(found.x)).max() > _WHOLE:
        found = milp(aim, integrality=np.ones(len(aim)), bounds=bounds, constraints=limits)
    if found.x is None:
        raise ValueError("No whole numbers agree with the figures shown.")
    numbers = np.round(found.x)
    np.minimum(least, numbers, out=least)
    np.maximum(most, numbers, out=most)


def _unsafe(shown: pd.DataFrame, bounds: pd.DataFrame) -> pd.Index:
    silent = (shown.loc[bounds.index, "what"] == RESPONDENTS) & shown.loc[bounds.index, "state"].isin(NOT_ANSWERED)
    return bounds.index[bounds["high"] - bounds["low"] <= np.where(silent, 0, NARROW)]


def _around(shown: pd.DataFrame, unsafe: pd.Index, wider: int) -> pd.Series:
    """What to withhold for some cells' sake: their group's answers and base, then their table, then their question, then everything by that split."""
    rows = shown.loc[unsafe]
    which = pd.Series(False, index=shown.index)
    of_people = rows["what"] == RESPONDENTS
    for keys in rows.loc[~of_people, ["question_id", "split", "category"]].drop_duplicates().itertuples(index=False, name=None):
        names = ("question_id", "split", "category")[: (3, 2, 1, 1)[wider]]
        same = [shown[name].eq(key) | (shown[name].isna() & pd.isna(key)) for name, key in zip(names, keys, strict=False)]
        which |= np.logical_and.reduce(same)
    for split in rows.loc[of_people, "split"].unique():
        own = shown[(shown["split"] == split) & (shown["what"] == RESPONDENTS) & shown["people"].notna()]
        smallest = shown.index.isin(own["people"].nsmallest(1).index)
        which |= smallest if wider == 0 else shown["split"] == split
    return which & shown["people"].notna()
