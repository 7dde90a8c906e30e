"""How many people an activity of each kind may be expected to reach, from the office's own log, with thinly recorded kinds drawn to the usual."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

DRAWS = 400
SEED = 20260401


@dataclass(frozen=True)
class Reach:
    """What past activities say of the next one, draw by draw; the first draw is the log as it stands, the others re-runs of its history.

    `place` finds the row of each kind (methodology; methodology and audience; methodology and area) in `usual`, which holds the logarithm of one more
    than the people, a column a draw. `spread` has the leftovers of single activities, `most` the most people ever recorded for a methodology.
    """

    place: tuple[dict[object, int], ...]
    usual: tuple[np.ndarray, ...]
    spread: np.ndarray
    most: dict[str, float]

    def people(self, method: str, audience: str, area: str, turn: int) -> np.ndarray:
        """The people at one more activity of a kind, one number a draw. `turn` tells the first, second and third of a programme apart."""
        keys = (method, (method, audience), (method, area))
        known = [level[place[key]] for place, level, key in zip(self.place, self.usual, keys, strict=True) if key in place]
        return np.minimum(np.expm1(np.sum(known, axis=0) + self.spread[turn]).clip(min=0), self.most[method])


def reach(rows: pd.DataFrame, turns: int = 3, draws: int = DRAWS, seed: int = SEED) -> Reach:
    """Learn the reach of each kind of activity from `rows`: activity_id, method, audience, area, value; an activity of several terms has several
    rows.

    Three levels on the scale of logarithms: the mean of each methodology, drawn to the mean of all; then what is left by methodology and audience,
    and by methodology and area, each drawn to nought. Each mean is drawn in as far as chance explains how the means differ (empirical Bayes: Efron
    and Morris 1975, with the analysis-of-variance estimate of the spread between means, Searle 1971). Draws resample whole activities (Efron 1979)
    and add the leftover of a random past activity, so their range is one of a single occasion. `seed` fixes the draws.
    """
    rng = np.random.default_rng(seed)
    names, owner = np.unique(rows["activity_id"].to_numpy(dtype=object).astype(str), return_inverse=True)
    times = np.vstack([np.ones(len(names)), rng.multinomial(len(names), np.full(len(names), 1 / len(names)), size=draws - 1)]).T
    weights = (1 / np.bincount(owner)[owner])[:, None] * times[owner]
    left = np.repeat(np.log1p(rows["value"].to_numpy(dtype=float))[:, None], draws, axis=1)
    places, levels = [], []
    for depth, columns in enumerate((["method"], ["method", "audience"], ["method", "area"])):
        keys = list(rows[columns].itertuples(index=False, name=None)) if depth else list(rows["method"])
        place: dict[object, int] = {key: i for i, key in enumerate(dict.fromkeys(keys))}
        codes = np.array([place[key] for key in keys])
        level = drawn_in(left, codes, weights, to_mean=depth == 0)
        left = left - level[codes]
        places.append(place)
        levels.append(level)
    odds = weights / weights.sum(axis=0)
    spread = np.stack([left[_pick(odds, rng), np.arange(draws)] for _ in range(turns)])
    return Reach(
        tuple(places), tuple(levels), spread, {str(method): float(people) for method, people in rows.groupby("method")["value"].max().items()}
    )


def drawn_in(values: np.ndarray, codes: np.ndarray, weights: np.ndarray, to_mean: bool) -> np.ndarray:
    """The weighted mean of each group, drawn towards the mean of all, or towards nought, the more the less is known of it.

    `values` and `weights` have a row an entry and a column a draw; `codes` numbers the group of each row. One row a group. A group's mean keeps the
    share b² ÷ (b² + w²/n) of its distance: b² the variance between groups beyond chance, w² the variance within, n its weight.
    """
    member = np.zeros((codes.max() + 1, len(codes)))
    member[codes, np.arange(len(codes))] = 1
    n, total = member @ weights, member @ (weights * values)
    whole = weights.sum(axis=0)
    centre = total.sum(axis=0) / whole if to_mean else np.zeros(values.shape[1])
    mean = np.divide(total, n, out=np.broadcast_to(centre, n.shape).copy(), where=n > 0)
    groups = (n > 0).sum(axis=0)
    within = (weights * (values - mean[codes]) ** 2).sum(axis=0) / np.maximum(whole - groups, 1)
    room = whole - (n**2).sum(axis=0) / whole
    beyond = (n * (mean - centre) ** 2).sum(axis=0) - (groups - 1) * within
    between = np.divide(np.maximum(beyond, 0), room, out=np.zeros_like(room), where=room > 1e-9)
    unsure = np.divide(within, n, out=np.full(n.shape, np.inf), where=n > 0)
    certain = (between == 0) & (unsure == 0)
    kept = np.divide(between, between + unsure, out=np.zeros_like(unsure), where=~certain)
    return np.asarray(centre + kept * (mean - centre))


def _pick(odds: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """For each draw the number of a row picked by its odds."""
    edges = np.cumsum(odds, axis=0)
    return np.minimum((rng.random(odds.shape[1]) > edges).sum(axis=0), len(odds) - 1)
