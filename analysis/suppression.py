"""The one door between a result and anybody's eyes: small numbers taken out, the rest rounded, weak figures marked."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.measure import Measure

# Below ten hidden, the rest to the nearest five: the rule of the Office for National Statistics for public tables.
FEWEST = 10
ROUND_TO = 5
# Conventions of UK survey practice: under 30 answers no share is given, under 50 it comes with a caution.
TOO_FEW = 30
CAUTION = 50

HIDDEN = "hidden"
WITHHELD = "too few"
LOW_BASE = "low base"
NOTHING = "nothing recorded"

FLAGS = {
    HIDDEN: "Fewer than 10 people: hidden to protect them.",
    WITHHELD: "Fewer than 30 people answered: too few for a share.",
    LOW_BASE: "Fewer than 50 people answered: treat with caution.",
    NOTHING: "Nothing recorded.",
}


@dataclass(frozen=True)
class Published:
    """A result that may be shown. Only `publish` makes one, and every screen, chart, sentence and file takes nothing else.

    `rows` is the result with a `flag` column; counts of respondents in it are rounded, and hidden ones are blank.
    """

    measure: Measure
    by: tuple[str, ...]
    rows: pd.DataFrame

    @property
    def first(self) -> pd.Series:
        """The row of a result that was not split."""
        return self.rows.iloc[0]

    @property
    def empty(self) -> bool:
        return self.rows.empty or bool(self.rows["value"].isna().all())


def publish(result: pd.DataFrame, measure: Measure, by: tuple[str, ...] = ()) -> Published:
    """Make a result fit to be shown, as the last step.

    Counts of respondents under ten are hidden and the others rounded to the nearest five; a share is the rounded count over the rounded base, in whole
    per cents, and is hidden where it, or what is missing to the whole, is under ten people. Complete records are shown exactly.
    """
    rows = result.copy()
    rows["flag"] = np.where(rows["value"].isna(), NOTHING, "")
    if measure.counts == "respondents":
        rows = _worked_out(rows) if measure.kind == "worked out" else _share(rows) if measure.kind == "share" else _count(rows)
    return Published(measure, tuple(by), rows.reset_index(drop=True))


def rounded(people: pd.Series) -> pd.Series:
    """Counts of respondents to the nearest five, and blank below ten. Applying it twice changes nothing."""
    nearest = ROUND_TO * np.floor((people + ROUND_TO // 2) / ROUND_TO)
    return nearest.where(people >= FEWEST)


def _count(rows: pd.DataFrame) -> pd.DataFrame:
    small = rows["numerator"].fillna(0) < FEWEST
    shown = rounded(rows["numerator"])
    flag = np.where(small & rows["value"].notna(), HIDDEN, rows["flag"])
    return rows.assign(numerator=shown, value=shown, base=rounded(rows["base"]), flag=flag)


def _share(rows: pd.DataFrame) -> pd.DataFrame:
    base, count = rows["denominator"].fillna(0), rows["numerator"].fillna(0)
    small = (count < FEWEST) | (base - count < FEWEST)
    shown, whole = rounded(count), rounded(base)
    value = (shown / whole).clip(upper=1).round(2)
    flag = np.select([rows["value"].isna(), base < FEWEST, base < TOO_FEW, small, base < CAUTION], [NOTHING, HIDDEN, WITHHELD, HIDDEN, LOW_BASE], "")
    seen = pd.Series(flag, index=rows.index).isin(["", LOW_BASE])
    limits = {side: rows[side].round(2).where(seen) for side in ("lower", "upper")}
    counted = shown.where(~small)
    return rows.assign(numerator=counted, denominator=whole, value=value.where(seen), base=whole, flag=flag, **limits)


def _worked_out(rows: pd.DataFrame) -> pd.DataFrame:
    base, count = rows["base"].fillna(0), rows["numerator"]
    flag = np.select(
        [rows["value"].isna(), base < FEWEST, base < TOO_FEW, count.notna() & (count < FEWEST), base < CAUTION],
        [NOTHING, HIDDEN, WITHHELD, HIDDEN, LOW_BASE],
        "",
    )
    seen = pd.Series(flag, index=rows.index).isin(["", LOW_BASE])
    kept = {column: rows[column].round(2).where(seen) for column in ("value", "lower", "upper")}
    return rows.assign(numerator=rounded(count).where(seen), denominator=rounded(rows["denominator"]), base=rounded(base), flag=flag, **kept)
