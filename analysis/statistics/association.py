"""Whether answers differ between groups at all, judged on weighted answers as they were weighted."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import fdtrc

from analysis.statistics.linearised import Sample, covariance, degrees_of_freedom


@dataclass(frozen=True)
class Association:
    """The test that answers do not depend on the group. `cramers_v` is the size of the dependence, from 0 (none) to 1."""

    people: int
    chi_square: float
    f: float
    df: tuple[float, float]
    p: float
    cramers_v: float


def association(people: Sample, answer: np.ndarray, group: np.ndarray) -> Association | None:
    """Whether the answers differ between the groups by more than chance and weighting would explain.

    `answer` and `group` have one code for each row of the tally: a whole number, or −1 for those not in the table. Answers and groups
    no one gave are dropped; None when fewer than two of either are left, or so many combinations are empty that nothing can be tested.
    Second-order Rao–Scott correction of Pearson's chi-square on
    weighted shares, referred to F (Rao and Scott 1981, 1984; Thomas and Rao 1987).
    """
    weights = people.start * people.factor
    inside = (answer >= 0) & (group >= 0) & (weights > 0)
    answers, row = np.unique(answer[inside], return_inverse=True)
    groups, column = np.unique(group[inside], return_inverse=True)
    rows, columns = answers.size, groups.size
    if rows < 2 or columns < 2:
        return None
    cell = np.full(weights.size, -1)
    cell[inside] = row * columns + column
    n, total = float(people.people[inside].sum()), weights[inside].sum()
    share = np.bincount(cell[inside], weights[inside] / total, minlength=rows * columns)
    linear = inside[:, None] * ((cell[:, None] == np.arange(rows * columns)) - share) / total
    table = share.reshape(rows, columns)
    expected = np.outer(table.sum(axis=1), table.sum(axis=0))
    chi_square = float(n * ((table - expected) ** 2 / expected).sum())
    contrast = _interaction(rows, columns) * np.divide(1, share, out=np.zeros_like(share), where=share > 0)[:, None]
    simple = contrast.T @ (share[:, None] * contrast) / n
    if np.linalg.matrix_rank(simple) < len(simple):
        return None
    effects = np.linalg.solve(simple, contrast.T @ covariance(people, linear) @ contrast)
    trace, freedom = float(np.trace(effects)), degrees_of_freedom(people, inside)
    if trace <= 0 or freedom < 1:
        return None
    d0 = trace**2 / float(np.trace(effects @ effects))
    df = (d0, d0 * freedom)
    f = chi_square / trace
    return Association(
        people=int(n),
        chi_square=chi_square,
        f=f,
        df=df,
        p=float(fdtrc(*df, f)),
        cramers_v=math.sqrt(chi_square / n / (min(rows, columns) - 1)),
    )


def _interaction(rows: int, columns: int) -> np.ndarray:
    """Contrasts between cells of a table that no row or column total can explain: one column for each degree of freedom."""
    by_row, by_column = (np.eye(size)[:, 1:] - 1 / size for size in (rows, columns))
    return np.kron(by_row, by_column)
