"""Many comparisons at once: how far each p-value must be raised so that chance findings do not pile up."""

from collections.abc import Callable, Sequence

import numpy as np


def holm(p_values: Sequence[float | None] | np.ndarray) -> np.ndarray:
    """The p-values of a few headline comparisons, raised so that even one false finding among them stays unlikely.

    Comparisons that were not made (None or not a number) stay blank and do not count. Holm (1979).
    """
    return _adjusted(p_values, lambda p: np.minimum(1, np.maximum.accumulate(np.arange(p.size, 0, -1) * p)))


def benjamini_hochberg(p_values: Sequence[float | None] | np.ndarray) -> np.ndarray:
    """The p-values of everything one view shows, raised so that few of the findings it points at are chance.

    Comparisons that were not made (None or not a number) stay blank and do not count. Benjamini and Hochberg (1995).
    """
    return _adjusted(p_values, lambda p: np.minimum(1, np.minimum.accumulate((p.size / np.arange(1, p.size + 1) * p)[::-1])[::-1]))


def _adjusted(p_values: Sequence[float | None] | np.ndarray, step: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    values = np.array([np.nan if p is None else p for p in p_values], dtype=float)
    made = ~np.isnan(values)
    tested = values[made]
    if np.any((tested < 0) | (tested > 1)):
        raise ValueError("a p-value lies between 0 and 1")
    order = np.argsort(tested, kind="stable")
    raised = np.empty(tested.size)
    raised[order] = step(tested[order])
    values[made] = raised
    return values
