"""Numbers with decimals as programs of any country write them: 0.532, 0,532 and 1,204.5."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

_GROUPED = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")


def decimals(texts: Sequence[str]) -> np.ndarray:
    """The number in each text, not a number where there is none. A comma is read one way in the whole column: it parts thousands where every
    cell that has one could be grouped so and nothing else could be meant, and the decimals everywhere else."""
    column = pd.Series(list(texts), dtype="str").str.strip()
    with_comma = [text for text in column.unique() if "," in text]
    if with_comma and not all(_GROUPED.fullmatch(text) for text in with_comma):
        column = column.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
    return pd.to_numeric(column.str.replace(",", "", regex=False), errors="coerce").to_numpy(dtype=float)
