"""Problems of a file gathered by how they are mended: one repair mends every cell that says the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.problems import Problem

# What each kind of repair is called, in the order in which it is worth looking at.
TITLES = {
    "term": "Not in the strategy's list",
    "date": "Not a date that could be read",
    "count": "Not a number of people that could be read",
    "number": "Not a number that could be read",
    "one term": "Several terms where one is expected",
    "date order": "Day or month first?",
    "labels": "Numbers that stand for answers",
    "own words": "Answers typed in place of an option",
    "damaged": "Ranges that a spreadsheet turned into dates",
    "count read": "Numbers of people read from words",
}
_TOLD = ("count read", "date order", "one term", "own words", "damaged")


@dataclass(frozen=True)
class Repair:
    """Cells with one problem: what they say, where the first stands, how many there are, and what happens if nothing is done."""

    kind: str
    list: str
    found: str
    heading: str
    expected: str
    done: str
    suggestion: str
    cells: tuple[str, ...]

    @property
    def where(self) -> str:
        """The cells, by their addresses, the first few of them named."""
        first = ", ".join(self.cells[:3])
        return f"{first} and {len(self.cells) - 3} more" if len(self.cells) > 3 else first

    @property
    def told(self) -> bool:
        """Whether it was already settled for the officer and is only being told."""
        return told(self.kind)


@dataclass(frozen=True)
class Gathered:
    """Everything in one column that is not in its list, the commonest first; `rows` says in how many rows of the file any of it stands."""

    list: str
    heading: str
    repairs: tuple[Repair, ...]
    rows: int

    @property
    def suggested(self) -> dict[tuple[str, str], str]:
        """The repairs that offer a term of the list, as they would be settled by using it."""
        return {(self.list, repair.found): repair.suggestion for repair in self.repairs if repair.suggestion}

    @property
    def blank(self) -> dict[tuple[str, str], str]:
        """All of the repairs, as they would be settled by leaving every cell blank."""
        return {(self.list, repair.found): "" for repair in self.repairs}


def told(repair: str) -> bool:
    """Whether problems of a kind were already settled for the officer and are only being told."""
    return repair.partition(":")[0] in _TOLD


def repairs(problems: Iterable[Problem]) -> list[Repair]:
    """Every problem, those that are mended alike together, the commonest first within each kind of repair."""
    groups: dict[tuple[str, str, str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.repair, problem.heading, problem.found or "", problem.done), []).append(problem)
    order = list(TITLES)
    found = []
    for (repair, heading, text, done), alike in groups.items():
        kind, _, controlled = repair.partition(":")
        cells = tuple(problem.cell for problem in alike)
        found.append(Repair(kind, controlled, text, heading, alike[0].expected, done, alike[0].suggestion, cells))
    return sorted(found, key=lambda one: (order.index(one.kind), -len(one.cells)))


def gathered(found: Iterable[Repair]) -> list[Gathered]:
    """What is not in a list, list by list, the one that touches most rows first."""
    by_list: dict[tuple[str, str], list[Repair]] = {}
    for repair in found:
        if repair.kind == "term":
            by_list.setdefault((repair.list, repair.heading), []).append(repair)
    lists = [
        Gathered(name, heading, tuple(alike), len({cell for repair in alike for cell in repair.cells})) for (name, heading), alike in by_list.items()
    ]
    return sorted(lists, key=lambda one: -one.rows)
