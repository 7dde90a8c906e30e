"""What anybody can write down who has every released table and the questionnaire: the limits of each number, and the sums that tie them together."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from scipy.sparse import coo_array, csr_array

from analysis.release.lattice import ANSWER, BASE, FAVOURABLE, RESPONDENTS, UNDER_TEN
from analysis.suppression import FEWEST, ROUND_TO

# Questions to which everybody who answered gave one answer, so that the answers add up to the base.
_ADD_UP = frozenset(("one answer", "rating", "number", "date"))
# Questions of which the answers add up to the base or more, or to no more than the base.
_AROUND_BASE = {"many answers": (0.0, np.inf), "ranking": (-np.inf, 0.0)}
_SILENT = "did not say"
# Numbers that are added, numbers that are taken off, and the least and the most that may come of it.
_Sum = tuple[list[int], list[int], float, float]
# A number with what it speaks of; its place in the system is `cell`.
_Row = Any


@dataclass(frozen=True)
class System:
    """Each number between `low` and `high`, and sums of them (a row of `sums` each) between `least` and `most`.

    The first numbers are the cells of the tables, in their order; after them come the people of each question who did not say what it is split by.
    """

    low: np.ndarray
    high: np.ndarray
    sums: csr_array
    least: np.ndarray
    most: np.ndarray


def known(shown: pd.DataFrame) -> System:
    """The system of one survey's released tables. Columns as `lattice.protected` gives them; of numbers only the rounded ones are read.

    A figure stands for the whole numbers that round to it, one under ten for nought to nine, one withheld for any number.
    """
    cells = _with_silent(shown)
    people = cells["people"].to_numpy(dtype=float)
    low = np.where(np.isnan(people), 0.0, np.maximum(people - ROUND_TO // 2, FEWEST))
    high = np.where(np.isnan(people), np.where(cells["why"] == UNDER_TEN, FEWEST - 1.0, np.inf), people + ROUND_TO // 2)
    rows = list(cells.assign(cell=range(len(cells))).itertuples(index=False))
    sums = [*_over_groups(rows), *_over_answers(rows), *_over_meanings(rows)]
    at = np.repeat(np.arange(len(sums)), [len(more) + len(less) for more, less, _, _ in sums])
    columns = np.concatenate([[*more, *less] for more, less, _, _ in sums]) if sums else np.zeros(0)
    signs = np.concatenate([[1.0] * len(more) + [-1.0] * len(less) for more, less, _, _ in sums]) if sums else np.zeros(0)
    least, most = (np.array([one[end] for one in sums]) for end in (2, 3))
    return System(low, high, coo_array((signs, (at, columns)), shape=(len(sums), len(cells))).tocsr(), least, most)


def _with_silent(shown: pd.DataFrame) -> pd.DataFrame:
    """The cells, and after them one for each line of a question and split: people who did not say. Blanks are empty texts and minus one."""
    asked = shown[shown["question_id"].notna()]
    splits = asked.loc[asked["split"] != "all", ["question_id", "split"]].drop_duplicates()
    lines = asked[(asked["split"] == "all") & ~asked["place"].eq(2)].drop(columns="split").merge(splits, on="question_id")
    silent = lines.assign(category=_SILENT, people=np.nan, why="")
    cells = pd.concat([shown, silent], ignore_index=True)
    texts = {name: cells[name].fillna("") for name in ("question_id", "category", "state", "kind", "about", "means")}
    numbers = {name: cells[name].astype("float64").fillna(-1) for name in ("option", "place")}
    return cells.assign(**texts, **numbers, part=cells["part"].eq(True))


def _over_groups(rows: list[_Row]) -> Iterator[_Sum]:
    """The groups of a split, and those who did not say, are together everybody."""
    everybody: dict[tuple[Any, ...], int] = {}
    parts: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for row in rows:
        line = (row.question_id, row.what, row.option, row.place)
        if row.split == "all":
            everybody[line] = row.cell
        else:
            parts[*line, row.split].append(row.cell)
    for (*of, _), cells in parts.items():
        yield cells, [everybody[tuple(of)]], 0.0, 0.0


def _over_answers(rows: list[_Row]) -> Iterator[_Sum]:
    """Within a group: answers and base, favourable answers and their total, and nobody answers who is not a respondent."""
    within = _respondents(rows)
    groups: dict[tuple[str, str, str], list[_Row]] = defaultdict(list)
    for row in rows:
        if row.what != RESPONDENTS:
            groups[row.question_id, row.split, row.category].append(row)
    for (_, split, category), group in groups.items():
        (base,) = (row.cell for row in group if row.what == BASE)
        answers = [row for row in group if row.what == ANSWER]
        given = [row.cell for row in answers if row.state == "answered" and row.place != 2]
        people = within[split, category]
        for total in (row.cell for row in group if row.what == FAVOURABLE):
            yield [row.cell for row in answers if row.part], [total], 0.0, 0.0
        if group[0].kind in _ADD_UP:
            yield given, [base], 0.0, 0.0
            yield [base, *(row.cell for row in answers if row.state != "answered")], people, -np.inf, 0.0
            continue
        yield [base], people, -np.inf, 0.0
        places: dict[tuple[float, str], list[int]] = defaultdict(list)
        for row in answers:
            places[row.option, row.state].append(row.cell)
        for (_, state), cells in places.items():
            yield cells, [base] if state == "answered" else people, -np.inf, 0.0
        if given and group[0].kind in _AROUND_BASE:
            yield given, [base], *_AROUND_BASE[group[0].kind]


def _respondents(rows: list[_Row]) -> dict[tuple[str, str], list[int]]:
    """The cells of the respondents of each group; of those who did not say, the cells of every way of not saying."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows:
        if row.what == RESPONDENTS:
            found[row.split, row.category if row.category or row.split == "all" else _SILENT].append(row.cell)
    return found


def _over_meanings(rows: list[_Row]) -> Iterator[_Sum]:
    """The answers to a question about oneself that stand for a category are the respondents of that category."""
    people = {(row.split, row.category): row.cell for row in rows if row.what == RESPONDENTS and row.state == "answered"}
    meant: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for row in rows:
        if row.means and (row.about, row.means) in people:
            meant[row.question_id, row.about, row.means].append(row.cell)
    for (_, split, category), cells in meant.items():
        yield cells, [people[split, category]], 0.0, 0.0
