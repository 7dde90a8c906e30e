"""Walking a frame row by row, where a row becomes a record or a sentence."""

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each_row(frame: pd.DataFrame) -> Iterator[Any]:
    """Each row of a frame, its cells by the names of the columns and `Index` its label. What type a cell has only the frame knows."""
    return iter(frame.itertuples())
