"""What the respondents of a survey are weighted to: residents by area, age, sex and so on, of the survey's ages and of one total."""

from collections.abc import Sequence

import pandas as pd

from analysis.heard.benchmarking import comparable
from analysis.statistics.margins import FEWEST, WeightingError
from data.ages import bounds, label
from data.vocabulary import SPLITS

# Census tables are altered slightly to protect people and so differ by a few in ten thousand; more than this is another population.
SAME_PEOPLE = 0.05
# Those that can be weighted on, in the order they are swept in. Gender identity has no benchmark fit for it, pregnancy none at all.
MARGINS = ("area", "age", "sex", "race", "disability", "religion or belief", "sexual orientation", "marriage and civil partnership")


def weighting_targets(
    cells: pd.DataFrame, population: pd.DataFrame, areas: pd.DataFrame, margins: Sequence[str], youngest: int | None, merge: bool = False
) -> tuple[pd.DataFrame, dict[str, pd.Series]]:
    """The cells with levels as they are weighted on, and for each margin the residents in each level, all of one total.

    `cells` as `data.counted.weighting_cells.cells` gives them. A level the population has no figure for becomes not known, so that the margin
    leaves those people's weight alone. With `merge`, neighbouring bands of age, and of other characteristics the smallest groups, are put together
    until each has ten people; areas never are. WeightingError where a margin has no population figures, or where they count other people than the
    first's do.
    """
    ready, targets = cells.copy(), {}
    for name in margins:
        people = cells.dropna(subset=[name]).groupby(name)["people"].sum()
        beside = comparable(people, population, areas, name, youngest)
        if beside.empty or not beside["population"].sum() > 0:
            sentence = f"There are no population figures for {_said(name)} in the groups this survey used. Leave it out, or add figures."
            raise WeightingError("bad target", sentence, _said(name))
        renamed = _merged(beside["people"], name) if merge and name != "area" else {level: level for level in beside.index}
        ready[name] = cells[name].map(renamed)
        targets[name] = beside["population"].groupby(beside.index.map(renamed), sort=False).sum()
    return ready, _of_one_total(targets)


def _of_one_total(targets: dict[str, pd.Series]) -> dict[str, pd.Series]:
    first = next((float(target.sum()) for target in targets.values()), 0.0)
    for name, target in targets.items():
        if abs(target.sum() - first) > SAME_PEOPLE * first:
            sentence = (
                f"The population figures for {_said(name)} count {target.sum():,.0f} people and those for {_said(next(iter(targets)))} {first:,.0f}: "
                "they are of other ages or places. Leave one of the two out, or add figures for the same people."
            )
            raise WeightingError("totals differ", sentence, _said(name))
    return {name: target * (first / target.sum()) for name, target in targets.items()}


def _merged(people: pd.Series, name: str) -> dict[str, str]:
    """Each level and the level it is weighted in. Ages join the neighbour with fewer people; others the smallest two join."""
    groups = [([str(level)], float(count)) for level, count in people.items()]
    while len(groups) > 1 and min(count for _, count in groups) < FEWEST:
        at = min(range(len(groups)), key=lambda i: groups[i][1])
        others = [i for i in ((at - 1, at + 1) if name == "age" else range(len(groups))) if i != at and 0 <= i < len(groups)]
        to = min(others, key=lambda i: groups[i][1])
        first, second = sorted((at, to))
        groups[first] = (groups[first][0] + groups[second][0], groups[first][1] + groups[second][1])
        del groups[second]
    return {level: _joined(levels, name) for levels, _ in groups for level in levels}


def _joined(levels: list[str], name: str) -> str:
    if len(levels) == 1 or name != "age":
        return " or ".join(levels)
    return label(bounds(levels[0])[0], bounds(levels[-1])[1])


def _said(name: str) -> str:
    return SPLITS[name].lower()
