"""Whether a figure about respondents rests on enough answers to be shown. Separate from whether it is safe to show."""

from dataclasses import dataclass

from scipy.special import stdtrit

from analysis.statistics.intervals import UPPER, korn_graubard

FEWEST = 30
COMFORTABLE = 50
WIDEST = 0.30
WIDEST_BESIDE_SHARE = 1.30
NARROW_ENOUGH = 0.05
FEWEST_DF = 8


@dataclass(frozen=True)
class Reliability:
    """`decision` is "show", "caution" or "withhold"; `reason` says why in plain words and is empty when the figure is simply shown."""

    decision: str
    reason: str = ""


SHOW = Reliability("show")
TOO_FEW = Reliability("withhold", f"Too few responses for a reliable figure (fewer than {FEWEST}).")
TOO_UNEVEN = Reliability("withhold", f"Too few responses for a reliable figure: once weighted they count as fewer than {FEWEST}.")
TOO_WIDE = Reliability("withhold", "Too uncertain to show: the likely range is 30 percentage points or wider.")
TOO_WIDE_FOR_SHARE = Reliability("withhold", "Too uncertain to show: the likely range is wide for so small a share.")
SMALL = Reliability("caution", f"Based on few responses (fewer than {COMFORTABLE}): treat with care.")
FEW_GROUPS = Reliability("caution", "The sample was drawn from few places or groups: treat with care.")
ALL_ALIKE = Reliability("caution", "Everyone gave the same answer: treat with care.")
WIDE_FOR_REST = Reliability("caution", "Few people gave a different answer: treat the share of those who did with care.")


def share_reliability(share: float, people: int, effective: float, df: float | None = None) -> Reliability:
    """Whether a share rests on enough answers: show it, show it with a caution, or withhold it, and why.

    `share` from 0 to 1; `people` the number who answered; `effective` the number they count as once weighted (the same number when
    they are not); `df` the degrees of freedom of the standard error, where there is one.
    The presentation standard for proportions of the US National Center for Health Statistics (Parker et al. 2017), on the
    Korn–Graubard interval, with the UK habit of flagging bases under 50.
    """
    if people < FEWEST:
        return TOO_FEW
    base = min(people, effective)
    if df is not None:
        base *= (float(stdtrit(people - 1, UPPER)) / float(stdtrit(df, UPPER))) ** 2 if df >= 1 else 0
    if base < FEWEST:
        return TOO_UNEVEN
    limits = korn_graubard(share, base)
    width = limits[1] - limits[0] if limits else 1.0
    if width >= WIDEST:
        return TOO_WIDE
    if width > NARROW_ENOUGH and share > 0 and width / share > WIDEST_BESIDE_SHARE:
        return TOO_WIDE_FOR_SHARE
    if people < COMFORTABLE:
        return SMALL
    if df is not None and df < FEWEST_DF:
        return FEW_GROUPS
    if share <= 0 or share >= 1:
        return ALL_ALIKE
    return WIDE_FOR_REST if width / (1 - share) > WIDEST_BESIDE_SHARE else SHOW
