"""A tracked question wave by wave: what it stands at, whether it really changed, or why that cannot be told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.answered.comparable import Asking, why_not_comparable
from analysis.measure import SHAPE, measures
from analysis.statistics.change import WaveChange, wave_change
from analysis.statistics.detectable import detectable_rise
from analysis.statistics.linearised import Estimate, effective_base, estimate, sample, share_interval
from analysis.statistics.multiple_testing import holm
from analysis.statistics.reliability import share_reliability
from analysis.statistics.trend import AnyChange, any_change
from analysis.suppression import Published, publish

REAL, NO_CLEAR, NOT_COMPARABLE, TOO_FEW, FIRST = "A real change", "No clear change", "Not comparable", "Too few answers", "First wave"
LEVEL = 0.05
_WITH_INTERVALS = ("probability", "quota")


@dataclass(frozen=True)
class Wave:
    """One running of a tracked question: how it was asked, and the share of favourable answers with its error, None where nobody answered."""

    asking: Asking
    favourable: float
    answered: float
    share: Estimate | None


@dataclass(frozen=True)
class Verdict:
    """The latest wave against the one before it. `adjusted_p` allows for the other tracked questions looked at with it."""

    word: str
    reasons: tuple[str, ...] = ()
    change: WaveChange | None = None
    adjusted_p: float | None = None
    noticeable: float | None = None


@dataclass(frozen=True)
class Line:
    """The waves of one tracked question in one series and of one standing; waves of different standing are never one line.

    `published` has a row for each wave; its column `joined` says whether it may be compared with the wave before, and so joined to it by a line.
    """

    title: str
    series: str
    evidence: str
    waves: tuple[Wave, ...]
    published: Published
    verdict: Verdict
    broken: tuple[tuple[str, tuple[str, ...]], ...]
    any_change: AnyChange | None


def wave_of(tally: pd.DataFrame, options: pd.DataFrame, favourable: Sequence[str], asking: Asking, weighted: bool) -> Wave:
    """One wave from the two-way tally of its question in all. `favourable` are the answers that count, as the strategy names them."""
    wanted = {answer.casefold() for answer in favourable}
    good = set(options.loc[options["label"].str.casefold().isin(wanted) & (options["state"] == "answered"), "option"])
    sums = ["weighed", "weight", "squares"] if weighted else ["people"] * 3
    parts = {grain: tally[tally["grain"] == grain] for grain in ("option", "all", "everyone")}
    yes = parts["option"][parts["option"]["option"].isin(good)][sums].sum().to_numpy()
    base, everyone = (parts[grain][sums].sum().to_numpy() for grain in ("all", "everyone"))
    rows = pd.DataFrame(np.maximum(np.stack([yes, base - yes, everyone - base]), 0), columns=["people", "start", "start_squares"])
    share = None
    if base[0] >= 2:
        share = estimate(sample(rows), np.array([True, True, False]), np.array([1.0, 0.0, np.nan]))
    return Wave(asking, float(yes[0]), float(base[0]), share)


def line(title: str, series: str, waves: Sequence[Wave]) -> Line:
    """The waves of one series in the order of time, with the verdict on the last of them."""
    evidence = waves[-1].asking.evidence
    reasons = [(), *(why_not_comparable(before.asking, after.asking) for before, after in pairwise(waves))]
    joined = [bool(i) and not why for i, why in enumerate(reasons)]
    broken = tuple((wave.asking.wave, why) for wave, why in zip(waves, reasons, strict=True) if why)
    weighted = any(wave.asking.weighted for wave in waves)
    published = _published(waves, joined, weighted)
    unbroken = waves[max((i for i, why in enumerate(reasons) if why), default=0) :]
    shares = [wave.share for wave in unbroken if wave.share]
    test = any_change(shares) if evidence in _WITH_INTERVALS and len(shares) > 2 else None
    return Line(title, series, evidence, tuple(waves), published, _verdict(waves, reasons[-1]), broken, test)


def together(lines: Sequence[Line]) -> list[Line]:
    """The lines with their verdicts settled as one family, so that even one false alarm among them stays unlikely (Holm 1979)."""
    raised = holm([one.verdict.change.p if one.verdict.change else None for one in lines])
    settled = []
    for one, p in zip(lines, raised, strict=True):
        tested = not np.isnan(p)
        word = (REAL if p < LEVEL else NO_CLEAR) if tested else one.verdict.word
        settled.append(replace(one, verdict=replace(one.verdict, word=word, adjusted_p=float(p) if tested else None)))
    return settled


def _verdict(waves: Sequence[Wave], reasons: tuple[str, ...]) -> Verdict:
    if len(waves) < 2:
        return Verdict(FIRST)
    if reasons:
        return Verdict(NOT_COMPARABLE, reasons)
    before, after = waves[-2].share, waves[-1].share
    if not (before and after and _reliable(before) and _reliable(after)):
        return Verdict(TOO_FEW)
    change = wave_change(before, after)
    base = min(effective_base(before), effective_base(after))
    return Verdict(NO_CLEAR, (), change, change.p, detectable_rise(before.value, base))


def _reliable(share: Estimate) -> bool:
    return share_reliability(share.value, share.people, effective_base(share)).decision != "withhold"


def _published(waves: Sequence[Wave], joined: Sequence[bool], weighted: bool) -> Published:
    rows = []
    for wave in waves:
        limits = share_interval(wave.share) if wave.share and wave.asking.evidence in _WITH_INTERVALS else None
        low, high = limits or (np.nan, np.nan)
        value = wave.share.value if wave.share else np.nan
        figures = [wave.favourable, wave.answered, value, low, high, wave.answered]
        rows.append({"measure": "answers", "wave": wave.asking.wave} | dict(zip(SHAPE, figures, strict=True)))
    measure = measures()["weighted_answers" if weighted else "answers"]
    published = publish(pd.DataFrame(rows).assign(measure=measure.name), measure, ("wave",))
    return Published(published.measure, published.by, published.rows.assign(joined=list(joined)))
