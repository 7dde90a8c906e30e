"""Bands for numbers and months for dates, so that a question of either kind can be counted like any other."""

from datetime import date

import numpy as np

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 1_000_000)
_MOST = 8
# Numbers between these may be years, which nobody writes as 1,990.
_YEARS = (1900, 2100)


def number_bands(numbers: np.ndarray) -> tuple[list[str], np.ndarray]:
    """At most eight bands of one round width that hold nearly all of the numbers, the last open-ended; and each number's band.

    `numbers` holds no missing values. Where eight or fewer different whole numbers were given, each is its own band.
    """
    values = np.unique(numbers)
    if len(values) and values[0] >= _YEARS[0] and values[-1] <= _YEARS[1]:
        labels, band = _bands(numbers, values)
        return [label.replace(",", "") for label in labels], band
    return _bands(numbers, values)


def _bands(numbers: np.ndarray, values: np.ndarray) -> tuple[list[str], np.ndarray]:
    if len(values) <= _MOST and np.all(values == np.floor(values)):
        return [f"{int(value):,}" for value in values], np.searchsorted(values, numbers).astype(np.int32)
    low, high = float(np.quantile(numbers, 0.01)), float(np.quantile(numbers, 0.97))
    step = next((s for s in _STEPS if (high - low) / s < _MOST), _STEPS[-1])
    start = int(np.floor(low / step) * step)
    count = min(_MOST, int((high - start) // step) + 1)
    edges = [start + step * i for i in range(count)]
    labels = [f"{edge:,} to {edge + step - 1:,}" if step > 1 else f"{edge:,}" for edge in edges[:-1]] + [f"{edges[-1]:,} or more"]
    band = np.searchsorted(edges, numbers, side="right").astype(np.int32)
    if numbers.min() >= start:
        return labels, band - 1
    return ([f"Under {edges[1]:,}", *labels[1:]], np.maximum(band - 1, 0)) if count > 1 else ([f"Under {start:,}", *labels], band)


def months(dates: list[date]) -> tuple[list[str], np.ndarray]:
    """The months the dates fall in, in order, or the years where there are more than two dozen months; and each date's."""
    keys = [(day.year, day.month) for day in dates]
    if len(set(keys)) > 24:
        keys = [(year, 0) for year, _ in keys]
    order = sorted(set(keys))
    place = {key: i for i, key in enumerate(order)}
    labels = [f"{date(year, month, 1):%B %Y}" if month else str(year) for year, month in order]
    return labels, np.array([place[key] for key in keys], dtype=np.int32)
