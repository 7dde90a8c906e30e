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
NOT_YET = "not known yet"

FLAGS = {
    HIDDEN: "Fewer than 10 people, or all but fewer than 10: hidden to protect them.",
    WITHHELD: "Fewer than 30 people answered: too few for a share.",
    LOW_BASE: "Fewer than 50 people answered: treat with caution.",
    NOTHING: "Nothing recorded.",
    NOT_YET: "Not known yet: more than half are still waiting.",
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

    Counts of respondents under ten are hidden and the others rounded to the nearest five. A share is the rounded count over the rounded base, in
    whole per cents, and is hidden where it, or what is missing to the whole, is under ten people. Complete records are shown exactly.
    """
    rows = result.copy()
    begun = (measure.kind == "worked out") & (rows["base"] > 0)
    rows["flag"] = np.where(rows["value"].isna(), np.where(begun, NOT_YET, NOTHING), "")
    if measure.counts == "respondents":
        digits = 1 if measure.unit.startswith("times") else 2
        rows = _worked_out(rows, digits) if measure.kind == "worked out" else _shares(rows) if measure.kind == "share" else _count(rows)
    return Published(measure, tuple(by), rows.reset_index(drop=True))


def rounded(people: pd.Series) -> pd.Series:
    """Counts of respondents to the nearest five, and blank below ten. Applying it twice changes nothing."""
    nearest = ROUND_TO * np.floor((people + ROUND_TO // 2) / ROUND_TO)
    return nearest.where(people >= FEWEST)


def _count(rows: pd.DataFrame) -> pd.DataFrame:
    small = rows["numerator"].fillna(0) < FEWEST
    flag = np.where(small & rows["value"].notna(), HIDDEN, rows["flag"])
    shown = {column: rounded(rows[column]) for column in ("numerator", "denominator", "lower", "upper", "base")}
    return rows.assign(**shown, value=shown["numerator"], flag=flag)


def _shares(rows: pd.DataFrame) -> pd.DataFrame:
    """Shares of people as counts over a base; a weighted one moves with the rounding of the people it rests on."""
    weighted = rows["weighted"].eq(True) if "weighted" in rows else pd.Series(False, index=rows.index)
    if not weighted.any():
        return _share(rows)
    return pd.concat([_worked_out(rows[weighted], 2), _share(rows[~weighted])]).loc[rows.index] if not weighted.all() else _worked_out(rows, 2)


def _share(rows: pd.DataFrame) -> pd.DataFrame:
    base, count = rows["denominator"].fillna(0), rows["numerator"].fillna(0)
    small = (count < FEWEST) | (base - count < FEWEST)
    shown, whole = rounded(count), rounded(base)
    flag = _flag(rows, base, small)
    seen = np.isin(flag, ["", LOW_BASE])
    limits = {side: rows[side].round(2).where(seen) for side in ("lower", "upper")}
    value = (shown / whole).clip(upper=1).round(2)
    return rows.assign(numerator=shown.where(~small), denominator=whole, value=value.where(seen), base=whole, flag=flag, **limits)


def _worked_out(rows: pd.DataFrame, digits: int) -> pd.DataFrame:
    """What is worked out of people's answers; where that is a count over what was expected, it moves with the rounding of the count and the base."""
    base, count = rows["base"].fillna(0), rows["numerator"]
    small = count.notna() & ((count < FEWEST) | (base - count < FEWEST))
    shown, whole = rounded(count), rounded(base)
    flag = _flag(rows, base, small)
    seen = np.isin(flag, ["", LOW_BASE])
    moved = ((shown / count) / (whole / base)).where(count > 0, 1.0)
    figures = {"value": rows["value"] * moved, "lower": rows["lower"] * moved, "upper": rows["upper"] * moved}
    # Rounded twice: the last digits of a product would tell counts apart that round alike.
    kept = {column: figure.round(9).round(digits).where(seen) for column, figure in figures.items()}
    return rows.assign(numerator=shown.where(seen), denominator=rounded(rows["denominator"]), base=whole, flag=flag, **kept)


def _flag(rows: pd.DataFrame, base: pd.Series, small: pd.Series) -> np.ndarray:
    """Why a figure that rests on so many people is not shown, or is shown with a caution."""
    asked = [rows["value"].isna(), base < FEWEST, base < TOO_FEW, small, base < CAUTION]
    return np.select(asked, [rows["flag"], HIDDEN, WITHHELD, HIDDEN, LOW_BASE], "")
