"""Whether two people reading the same comments put them under the same themes, and how far a machine's count can be corrected."""

import numpy as np

PUBLISH, INDICATIVE = 0.80, 0.667
LEAST_INFORMATION = 1.1


def cohen_kappa(table: np.ndarray) -> float | None:
    """How far two coders agree beyond chance: 1 for always, 0 for no better than chance.

    `table[i, j]` comments were put under theme i by the first coder and j by the second. For one theme, pass the two-by-two table of
    given and not given (`one_theme`). None where chance alone would give full agreement, or there are no comments. Cohen (1960).
    """
    counts = np.asarray(table, dtype=float)
    total = counts.sum()
    if total == 0:
        return None
    chance = float(counts.sum(axis=1) @ counts.sum(axis=0)) / total**2
    return (float(np.trace(counts)) / total - chance) / (1 - chance) if chance < 1 else None


def one_theme(table: np.ndarray, theme: int) -> np.ndarray:
    """The two-by-two table of one theme against all the others, from the table of all themes."""
    counts = np.asarray(table)
    both, first, second = counts[theme, theme], counts[theme].sum(), counts[:, theme].sum()
    return np.array([[both, first - both], [second - both, counts.sum() - first - second + both]])


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


def corrected_prevalence(found: float, sensitivity: float, specificity: float) -> float | None:
    """The share of comments truly on a theme, from the share a classifier found and its known error rates; from 0 to 1.

    None where the classifier tells too little (sensitivity and specificity add up to 1.1 or less). Rogan and Gladen (1978).
    """
    if sensitivity + specificity <= LEAST_INFORMATION:
        return None
    return min(1.0, max(0.0, (found + specificity - 1) / (sensitivity + specificity - 1)))
