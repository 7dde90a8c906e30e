"""Raking beside the packages an analyst would pick instead, in one run, as ratios: 10⁵, 10⁶ and 10⁷ respondents, four margins.

    python -m benchmarks.raking [LARGEST]

Ours starts from respondents as whole numbers (a code a margin, as DuckDB or Arrow dictionaries hold them) and counts the time to fold them into
cells, rake and give every respondent a weight. Peers get what they take: ipfn the table of cells or a frame, weightipy codes, the others words.
Those not installed are left out and said so, as are those that would take over a minute at the next size. The floor is one read of the codes and
one write of the weights. svy and balance want different versions of the same libraries, so each is run in an environment of its own.
"""

import contextlib
import importlib
import importlib.util
import io
import sys
import time
import warnings
from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.statistics.weighting import rake

LEVELS = {"area": 12, "age": 7, "sex": 2, "ethnic": 5}
SIZES = (100_000, 1_000_000, 10_000_000)
SLOWEST = 60.0

Codes = dict[str, np.ndarray]
Targets = dict[str, np.ndarray]
# What a peer is given, and the weights it gives back.
Way = Callable[[Codes, np.ndarray, Targets], np.ndarray]


def main() -> None:
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    last: dict[str, float] = {}
    for size in (size for size in SIZES if size <= largest):
        codes, start, targets = made_up(size)
        ours, weights = timed(lambda c=codes, s=start, t=targets: by_cells(c, s, t), 3)
        floor, _ = timed(lambda c=codes, s=start: s * touched(c), 3)
        print(f"\n{size:,} respondents: ours {ours:.4f} s, margins met to {off(weights, codes, targets):.0e}")
        print(f"  {'one read and one write (floor)':32} {floor:9.4f} s  {floor / ours:7.2f} ×")
        for name, (package, way) in PEERS.items():
            if package and importlib.util.find_spec(package) is None:
                print(f"  {name:32} not installed")
            elif last.get(name, 0.0) * 10 > SLOWEST:
                print(f"  {name:32} left out: {last[name]:.1f} s at a tenth of the size")
            else:
                with contextlib.redirect_stdout(io.StringIO()):
                    importlib.import_module(package or "numpy")  # its loading is not part of the figures
                last[name], theirs = timed(lambda w=way, c=codes, s=start, t=targets: w(c, s, t), 1)
                print(f"  {name:32} {last[name]:9.4f} s  {last[name] / ours:7.2f} ×  margins met to {off(theirs, codes, targets):.0e}")


def made_up(size: int) -> tuple[Codes, np.ndarray, Targets]:
    """Respondents with unequal start weights, and a population somewhat unlike them."""
    rng = np.random.default_rng(7)
    codes = {name: rng.choice(levels, size, p=skewed(rng, levels)).astype(np.int8) for name, levels in LEVELS.items()}
    return codes, rng.choice([0.8, 1.0, 1.4], size), {name: skewed(rng, levels) for name, levels in LEVELS.items()}


def skewed(rng: np.random.Generator, levels: int) -> np.ndarray:
    shares = rng.random(levels) + 0.5
    return shares / shares.sum()


def by_cells(codes: Codes, start: np.ndarray, targets: Targets) -> np.ndarray:
    """Ours: respondents folded into cells, the cells raked with every check, the factors given back."""
    tally, cell, shares = folded(codes, start, targets)
    there = tally["people"].to_numpy() > 0
    factor = np.ones(len(tally))
    factor[there] = rake(tally[there], shares).factor
    return start * factor[cell]


def folded(codes: Codes, start: np.ndarray, targets: Targets) -> tuple[pd.DataFrame, np.ndarray, dict[str, pd.Series]]:
    sizes = list(LEVELS.values())
    cell = np.zeros(start.size, dtype=np.int16)
    for name, levels in LEVELS.items():
        cell = cell * np.int16(levels) + codes[name]
    cells = int(np.prod(sizes))
    places = dict(zip(LEVELS, np.unravel_index(np.arange(cells), sizes), strict=True))
    named = {name: pd.Series(place).astype(str) for name, place in places.items()}
    counts = {"people": np.bincount(cell, minlength=cells), "start": np.bincount(cell, start, minlength=cells)}
    shares = {name: pd.Series(1e6 * target, [str(i) for i in range(len(target))]) for name, target in targets.items()}
    return pd.DataFrame(named | counts), cell, shares


def by_respondent(codes: Codes, start: np.ndarray, targets: Targets) -> np.ndarray:
    """The textbook loop in numpy: one factor a respondent a sweep."""
    weights = start * (1.0 / start.sum())
    for _ in range(1000):
        for name, target in targets.items():
            weights = weights * (target / np.bincount(codes[name], weights))[codes[name]]
        if off(weights, codes, targets) < 1e-10:
            break
    return weights


def by_ipfn(codes: Codes, start: np.ndarray, targets: Targets) -> np.ndarray:
    """ipfn on the table of cells, with our own folding and giving back: its fastest form."""
    from ipfn import ipfn

    tally, cell, _ = folded(codes, start, targets)
    table = tally["start"].to_numpy().reshape(list(LEVELS.values()))
    fitted = ipfn.ipfn(
        table.copy(), list(targets.values()), [[i] for i in range(len(targets))], convergence_rate=1e-12, max_iteration=1000
    ).iteration()
    return start * np.divide(fitted, table, out=np.zeros_like(table), where=table > 0).ravel()[cell]


def by_ipfn_frame(codes: Codes, start: np.ndarray, targets: Targets) -> np.ndarray:
    """ipfn on a frame, as its documentation shows it."""
    from ipfn import ipfn

    frame = pd.DataFrame(codes | {"total": start})
    aggregates = [pd.Series(target * start.sum(), pd.Index(range(len(target)), name=name)) for name, target in targets.items()]
    return ipfn.ipfn(frame, aggregates, [[name] for name in targets], convergence_rate=1e-10, max_iteration=1000).iteration()["total"].to_numpy()


def by_weightipy(codes: Codes, start: np.ndarray, targets: Targets) -> np.ndarray:
    """weightipy on a frame, start weights of one: it takes no others."""
    import weightipy

    scheme = weightipy.scheme_from_dict({name: {i: 100 * share for i, share in enumerate(target)} for name, target in targets.items()})
    return weightipy.weight_dataframe(pd.DataFrame(codes), scheme, weight_column="w")["w"].to_numpy()


def as_text(codes: Codes) -> dict[str, np.ndarray]:
    """The levels as words, which is how these three take them."""
    return {name: np.array([str(level) for level in range(LEVELS[name])])[column] for name, column in codes.items()}


def totals(start: np.ndarray, targets: Targets) -> dict[str, dict[str, float]]:
    return {name: {str(level): float(share * start.sum()) for level, share in enumerate(target)} for name, target in targets.items()}


def by_balance(codes: Codes, start: np.ndarray, targets: Targets) -> np.ndarray:
    """balance on a frame, beside margins, which it turns into at most ten thousand made-up rows."""
    from balance.weighting_methods.rake import rake as by_rows

    frame, weights = pd.DataFrame(as_text(codes)), pd.Series(start)
    found = by_rows(frame, weights, None, None, target_margins=totals(start, targets), transformations=None, convergence_rate=1e-9)
    return found["weight"].to_numpy()


def by_svy(codes: Codes, start: np.ndarray, targets: Targets) -> np.ndarray:
    """svy on a sample of its own."""
    import polars
    import svy

    sample = svy.Sample(polars.DataFrame({**as_text(codes), "start": start}), svy.Design(wgt="start"))
    raked = sample.weighting.rake(controls=totals(start, targets), wgt_name="w", tol=1e-9, max_iter=1000)
    return raked.data["w"].to_numpy()


def by_samplics(codes: Codes, start: np.ndarray, targets: Targets) -> np.ndarray:
    """samplics, the forerunner of svy."""
    from samplics.weighting import SampleWeight

    return SampleWeight().rake(start, as_text(codes), totals(start, targets), tol=1e-9, ctrl_tol=1e-6 * start.size, max_iter=1000)


PEERS: dict[str, tuple[str, Way]] = {
    "numpy, one factor a respondent": ("", by_respondent),
    "ipfn, table of cells": ("ipfn", by_ipfn),
    "ipfn, frame": ("ipfn", by_ipfn_frame),
    "weightipy": ("weightipy", by_weightipy),
    "balance": ("balance", by_balance),
    "svy": ("svy", by_svy),
    "samplics": ("samplics", by_samplics),
}


def touched(codes: Codes) -> np.ndarray:
    """One pass over every code."""
    return np.add.reduce(list(codes.values()), dtype=np.int8)


def off(weights: np.ndarray, codes: Codes, targets: Targets) -> float:
    """How far the worst level is from its share."""
    return max(float(np.abs(np.bincount(codes[name], weights) / weights.sum() - target).max()) for name, target in targets.items())


def timed(work: Callable[[], np.ndarray], times: int) -> tuple[float, np.ndarray]:
    """The best of several runs, in seconds, and what it gave; what a peer prints is not part of the figures."""
    best, found = np.inf, np.empty(0)
    for _ in range(times):
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            begun = time.perf_counter()
            found = work()
            best = min(best, time.perf_counter() - begun)
    return best, found


if __name__ == "__main__":
    main()
