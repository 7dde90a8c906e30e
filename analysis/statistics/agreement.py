"""Whether two people reading the same comments put them under the same themes."""

import numpy as np

PUBLISH, INDICATIVE = 0.80, 0.667


def cohen_kappa(table: np.ndarray) -> float | None:
    """How far two coders agree beyond chance: 1 for always, 0 for no better than chance.

    `table[i, j]` comments were put under theme i by the first coder and j by the second. For one theme, pass the two-by-two table of
    given and not given. None where chance alone would give full agreement, or there are no comments. Cohen (1960).
    """
    counts = np.asarray(table, dtype=float)
    total = counts.sum()
    if total == 0:
        return None
    chance = float(counts.sum(axis=1) @ counts.sum(axis=0)) / total**2
    return (float(np.trace(counts)) / total - chance) / (1 - chance) if chance < 1 else None


def krippendorff_alpha(codings: np.ndarray) -> float | None:
    """How far any number of coders agree beyond chance, comments left uncoded by some included.

    `codings[u, c]` coders put comment u under theme c. Comments coded once tell nothing and are left out. None where every coding is
    the same theme, or no comment was coded twice. Krippendorff (2004), for themes without an order.
    """
    counts = np.asarray(codings, dtype=float)
    coders = counts.sum(axis=1)
    counts, coders = counts[coders >= 2], coders[coders >= 2]
    themes, total = counts.sum(axis=0), coders.sum()
    different = float(total**2 - themes @ themes)
    if different == 0:
        return None
    observed = float(((coders**2 - (counts**2).sum(axis=1)) / (coders - 1)).sum())
    return 1 - (total - 1) * observed / different


def verdict(alpha: float) -> str:
    """What may be done with themes coded with this much agreement: "publish", "indicative" or "recode"."""
    return "publish" if alpha >= PUBLISH else "indicative" if alpha >= INDICATIVE else "recode"
