import datetime as dt
import time

import pytest

from data.parsing.book import read_content
from data.parsing.engines import sheets_by_openpyxl
from data.parsing.limits import limits_for
from data.parsing.worksheet import Reach, reach_of
from data.problems import ImportRefused
from tests.data.made_workbooks import by_hand, parts, saved, sheet_xml, text_cell, with_rows, zipped


def read(content: bytes):
    _, _, sheets, notices = read_content(content, limits_for(len(content)))
    return sheets, notices


def rows_of(content: bytes) -> list[list[str]]:
    sheets, _ = read(content)
    return sheets[0].rows(0, sheets[0].height)


def refused(content: bytes) -> str:
    with pytest.raises(ImportRefused) as caught:
        read(content)
    return caught.value.code


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (5.0, "5"),
        (-0.0, "0"),
        (5.25, "5.25"),
        (1234567890123, "1234567890123"),
        (42410.62986, "42410.62986"),
        (1e300, "1e+300"),
        (True, "TRUE"),
        (False, "FALSE"),
        ("007", "007"),
        ("NO", "NO"),
        ("1E5", "1E5"),
        ("None", "None"),
        ("N/A", "N/A"),
        ("  spaced ", "  spaced "),
        (dt.date(2024, 5, 13), "2024-05-13"),
        (dt.datetime(2024, 5, 13), "2024-05-13"),
        (dt.datetime(2024, 5, 13, 14, 25, 53), "2024-05-13T14:25:53"),
        (dt.datetime(2016, 2, 10, 15, 6, 59, 904000), "2016-02-10T15:07:00"),
        (dt.time(14, 25), "14:25:00"),
        (dt.timedelta(hours=26, minutes=30), "26:30:00"),
    ],
)
def test_a_value_is_written_as_it_means_not_as_it_is_stored(value, text):
    assert rows_of(with_rows([["heading"], [value]]))[1] == [text]


def test_cells_keep_the_addresses_the_spreadsheet_shows():
    def fill(book):
        book.active["C3"] = "far"
        book.active["D5"] = "farther"

    sheets, _ = read(saved(fill))
    assert sheets[0].rows(0, 5) == [["", "", "", ""], ["", "", "", ""], ["", "", "far", ""], ["", "", "", ""], ["", "", "", "farther"]]


def test_dates_counted_from_1904_are_right():
    def fill(book):
        book.epoch = dt.datetime(1904, 1, 1)
        book.active["A1"] = dt.date(2025, 4, 1)

    assert rows_of(saved(fill)) == [["2025-04-01"]]


def test_hidden_sheets_are_flagged_and_hidden_rows_and_columns_counted_where_there_is_something():
    def fill(book):
        for row in (["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]):
            book.active.append(row)
        book.active.row_dimensions[2].hidden = True
        book.active.row_dimensions[90].hidden = True
        book.active.column_dimensions["C"].hidden = True
        book.active.column_dimensions["Z"].hidden = True
        book.create_sheet("Emails").append(["secret"])
        book["Emails"].sheet_state = "veryHidden"

    sheets, _ = read(saved(fill))
    assert [(sheet.hidden, sheet.hidden_rows, sheet.hidden_columns) for sheet in sheets] == [(False, 1, 1), (True, 0, 0)]
    assert sheets[0].row(1) == ["1", "2", "3"]


def test_a_formula_without_a_saved_result_is_told_with_its_address():
    sheets, notices = read(with_rows([["a", "b"], [1, "=A2+1"]]))
    assert sheets[0].height == 2
    assert [(notice.code, notice.cell) for notice in notices] == [("W_FORMULA", "B2")]


def test_a_formula_with_a_saved_result_reads_as_that_result_even_when_it_is_an_empty_text():
    content = by_hand(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1" t="str"><f>"x"</f><v>x</v></c></row>'
    )
    sheets, notices = read(content)
    assert sheets[0].row(0) == ["2", "", "x"] and notices == []


def test_error_values_are_kept_as_their_text():
    content = by_hand(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="e"><v>#N/A</v></c></row>'
        '<row r="2"><c r="B2" s="0" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    assert rows_of(content) == [["a", "#N/A"], ["", "#DIV/0!"]]


def test_rows_and_columns_that_are_only_formatted_do_not_count():
    styled = "".join(f'<row r="{row}"><c r="A{row}" s="0"/><c r="XFD{row}" s="0"/></row>' for row in range(2, 3000))
    content = by_hand(f'<row r="1">{text_cell("A1", "a")}</row>{styled}<row r="1048576"><c r="XFD1048576" s="0"/></row>')
    assert rows_of(content) == [["a"]]


@pytest.mark.parametrize("stray", ["XFD1048576", "A1048576", "A600000", "XFD1"])
def test_one_stray_cell_far_away_is_refused_before_room_is_made_for_it(stray):
    row = stray.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    first = f'<row r="1">{text_cell("A1", "a")}{text_cell(stray, "x") if row == "1" else ""}</row>'
    content = by_hand(first + (f'<row r="{row}">{text_cell(stray, "x")}</row>' if row != "1" else ""))
    assert refused(content) == "E_TOO_MANY_CELLS"


def test_a_wide_and_long_sheet_with_little_in_it_is_refused_by_its_area():
    assert refused(by_hand(f'<row r="1">{text_cell("ABC1", "x")}</row><row r="400000">{text_cell("A400000", "x")}</row>')) == "E_TOO_MANY_CELLS"


def test_more_than_two_thousand_filled_columns_are_refused():
    assert refused(with_rows([list(range(2001))])) == "E_TOO_MANY_COLUMNS"
    assert len(rows_of(with_rows([list(range(2000))]))[0]) == 2000


def test_an_address_outside_any_spreadsheet_is_refused():
    assert refused(by_hand(f'<row r="1">{text_cell("ZZZZ1", "x")}</row>')) == "E_XML_INVALID"


@pytest.mark.parametrize(
    "body",
    [
        "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c r='B1' t='e'><v>#N/A</v></c></row>",
        '\n <row r="1">\n  <c r="A1" t="inlineStr">\n <is><t>a</t></is></c>\n <c t="e" r="B1">\n<v>#N/A</v></c>\n </row>',
    ],
)
def test_markup_may_be_written_in_other_legal_ways(body):
    assert rows_of(by_hand(body))[0][:1] == ["a"]


def test_cells_without_addresses_are_placed_in_order():
    assert rows_of(by_hand('<row><c t="inlineStr"><is><t>a</t></is></c><c><v>5</v></c></row><row><c><v>1</v></c></row>')) == [["a", "5"], ["1", ""]]


def test_prefixed_markup_is_searched_too():
    sheet = sheet_xml(f'<row r="1">{text_cell("A1", "a")}</row><row r="1048576">{text_cell("XFD1048576", "x")}</row>')
    for name in ("worksheet", "sheetData", "row", "c", "is", "t"):
        sheet = sheet.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>").replace(f"</{name}>", f"</x:{name}>")
    assert refused(zipped(parts(sheet.replace("xmlns=", "xmlns:x=")))) == "E_TOO_MANY_CELLS"


def test_what_the_fast_reader_cannot_read_the_careful_one_may():
    sheet = sheet_xml(f'<row r="1">{text_cell("A1", "a")}{text_cell("B1", "b")}</row>').replace("<sheetData>", '<dimension ref="A0:B1"/><sheetData>')
    assert rows_of(zipped(parts(sheet))) == [["a", "b"]]


def test_both_readers_write_the_same_text():
    values = ["text", 5, 5.5, True, dt.datetime(2024, 5, 13, 14, 25, 53), dt.date(2024, 5, 13), dt.time(9, 30), None, "end"]
    content = with_rows([[f"c{number}" for number in range(len(values))], values])
    careful = next(sheets_by_openpyxl(content, {"Sheet": Reach(rows=2, columns=9, filled=17)}))
    assert careful.rows(0, 2) == rows_of(content)


def test_the_careful_reader_never_returns_a_sheet_it_was_not_measured_for():
    with pytest.raises(ImportRefused):
        next(sheets_by_openpyxl(with_rows([["a"]]), {}))


@pytest.mark.parametrize("filling", ['<c r="A1" ', '<c r="A1" t="e" ', '<c r="A1"><f>', '<row r="1" ', "<c " + "x" * 300, '<f r="A1" '])
def test_markup_made_to_slow_the_search_does_not(filling):
    started = time.monotonic()
    reach_of([filling.encode() * (2_000_000 // len(filling))], "Answers", limits_for(1))
    reach_of([b"<worksheet>" + filling.encode() * (2_000_000 // len(filling)) + b't="e" hidden="1"'], "Answers", limits_for(1))
    assert time.monotonic() - started < 5


def test_nesting_too_deep_for_a_sheet_is_refused():
    assert refused(by_hand('<row r="1">' + "<c>" * 1000 + "</c>" * 1000 + "</row>")) == "E_XML_INVALID"


def test_control_characters_and_long_texts_are_mended_and_told():
    sheets, notices = read(with_rows([["a", "b"], ["x_x0007_y", "z" * 32_767]]))
    assert sheets[0].row(1) == ["xy", "z" * 32_767]
    assert [(notice.code, notice.cell) for notice in notices] == [("W_CONTROL_CHARS", "A2")]
    sheets, notices = read(by_hand(f'<row r="1">{text_cell("A1", "z" * 40_000)}</row>'))
    assert len(sheets[0].row(0)[0]) == 32_767 and [notice.code for notice in notices] == ["W_CELL_TOO_LONG"]


def test_macros_are_left_alone_and_told():
    content = parts(sheet_xml(f'<row r="1">{text_cell("A1", "a")}</row>')) | {"xl/vbaProject.bin": "macro"}
    _, notices = read(zipped(content))
    assert [notice.code for notice in notices] == ["W_MACROS"]


def test_blank_sheets_stay_in_place_but_a_workbook_that_shows_nothing_is_refused():
    def beside(book):
        book.create_sheet("Answers").append(["a"])

    def behind(book):
        book.create_sheet("Answers").append(["a"])
        book["Answers"].sheet_state = "hidden"

    sheets, _ = read(saved(beside))
    assert [(sheet.height, sheet.width) for sheet in sheets] == [(0, 0), (1, 1)]
    assert refused(saved(behind)) == "E_NO_TABLE"
    assert refused(with_rows([["  "]])) == "E_NO_TABLE"


def test_an_old_workbook_cut_short_is_refused():
    assert refused(bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600) == "E_UNSUPPORTED_FORMAT"
    assert refused(bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600 + "WordDocument".encode("utf-16-le")) == "E_NOT_A_WORKBOOK"
    assert refused(bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")) == "E_PASSWORD_PROTECTED"
