"""A table by two things laid out as people expect: one down, the other across."""

from publishing.table import Table


def crossed(table: Table) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """What stands across, and for each row down its name and cells, of a table whose first two columns are its dimensions.

    The first dimension goes across, the second down; a cell is the first number of its row, as it is shown.
    """
    across = list(dict.fromkeys(row[0] for row in table.shown))
    cells = {(row[1], row[0]): row[2] for row in table.shown}
    return across, [(down, [cells.get((down, one), "–") for one in across]) for down in dict.fromkeys(row[1] for row in table.shown)]
