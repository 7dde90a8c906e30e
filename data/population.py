"""The population figures that come with the product: Census 2021, by local authority and characteristic."""

from functools import cache
from pathlib import Path

import pandas as pd

MADE = Path(__file__).parent / "reference" / "population.csv"
IMPORT_ID = "census-2021"

# The category of people who left a voluntary census question out. It counts in the range a share can lie in, never in a comparison.
NOT_ANSWERED = "Not answered"


def built_in() -> pd.DataFrame:
    """Usual residents on 21 March 2021 by area, characteristic and category, in the columns of the store's population table.

    The characteristic "all" is everyone, with no category. "age" is in the smallest bands there are figures for (`data.ages.ATOMS`); any
    band made up of them is their sum. Tables differ by a few people, so a share is taken of its own characteristic's total.
    Source: Office for National Statistics, Census 2021, Open Government Licence v3.0; each row names its table.
    """
    return _read().copy()


@cache
def _read() -> pd.DataFrame:
    text = ("area_code", "characteristic", "category", "universe", "source")
    read = pd.read_csv(MADE, dtype=dict.fromkeys(text, "str"), keep_default_na=False)
    read["category"] = read["category"].where(read["category"] != "")
    read["estimated"] = read["estimated"] == "yes"
    read["as_at"] = pd.to_datetime(read["as_at"]).astype("datetime64[us]")
    read.insert(0, "import_id", pd.Series(IMPORT_ID, index=read.index, dtype="str"))
    return read
