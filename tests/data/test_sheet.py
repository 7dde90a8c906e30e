import random

import pytest

from data.sheet import address, letters, sheet_of


@pytest.mark.parametrize(("row", "column", "name"), [(0, 0, "A1"), (13, 3, "D14"), (0, 25, "Z1"), (9, 26, "AA10"), (0, 701, "ZZ1"), (0, 702, "AAA1")])
def test_a_cell_is_named_as_a_spreadsheet_names_it(row, column, name):
    assert address(row, column) == name


def test_every_column_has_letters_of_its_own():
    assert len({letters(column) for column in range(20_000)}) == 20_000


def test_short_rows_are_padded_to_the_longest():
    sheet = sheet_of([["a"], [], ["b", "c", "d"]])
    assert (sheet.height, sheet.width) == (3, 3)
    assert sheet.rows(0, 3) == [["a", "", ""], ["", "", ""], ["b", "c", "d"]] and sheet.row(2) == ["b", "c", "d"]
    assert sheet.rows(2, 9) == [["b", "c", "d"]] and sheet.rows(3, 2) == []
    assert sheet.column(1, 2).to_pylist() == ["c"]


@pytest.mark.parametrize("seed", range(10))
def test_a_row_is_filled_where_any_cell_holds_more_than_spaces(seed):
    made = random.Random(seed)
    rows = [[made.choice(["", " ", "\u00a0", "\t\n", "\x1c", "x", "0", "\u200b"]) for _ in range(made.randint(0, 4))] for _ in range(30)] + [["x"]]
    start = made.randint(0, 5)
    assert sheet_of(rows).filled(start).tolist() == [any(cell.strip() for cell in row) for row in rows[start:]]


def test_an_empty_sheet_has_no_filled_rows():
    assert sheet_of([]).filled().tolist() == [] and sheet_of([["x"]]).filled(5).tolist() == []
