import csv
import io

import pytest

from data.parsing.delimited import read_text
from data.parsing.delimiter import delimiter_of
from data.parsing.limits import Limits, limits_for
from data.parsing.rows import read_evenly, read_row_by_row
from data.problems import ImportRefused


def read(content: bytes | str) -> tuple[list[list[str]], dict[str, str]]:
    data = content.encode() if isinstance(content, str) else content
    _, sheet, notices = read_text(data, limits_for(len(data)))
    return sheet.rows(0, sheet.height), {notice.code: notice.sentence for notice in notices}


def refused(content: bytes | str) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        read(content)
    return caught.value


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n1,5\t2;3\n", [["a", "b"], ["1,5", "2;3"]]),
        ("a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        ('"a;x","b"\n"1;2","3"\n', [["a;x", "b"], ["1;2", "3"]]),
        (
            "Comments\nMore police, please\nLess speeding\nYes, no, maybe, and so on\n",
            [["Comments"], ["More police, please"], ["Less speeding"], ["Yes, no, maybe, and so on"]],
        ),
        (
            "Survey of 2024\n\nAge,Area,Answer\n18,North,Yes\n19,South,No\n20,East,Yes\n21,West,No\n",
            [
                ["Survey of 2024", "", ""],
                ["", "", ""],
                ["Age", "Area", "Answer"],
                ["18", "North", "Yes"],
                ["19", "South", "No"],
                ["20", "East", "Yes"],
                ["21", "West", "No"],
            ],
        ),
        ("Saves time;,Headache\na;b;,1\nc;,2\n", [["Saves time;", "Headache"], ["a;b;", "1"], ["c;", "2"]]),
    ],
)
def test_columns_are_cut_by_the_separator_outside_quotation_marks(text, rows):
    assert read(text)[0] == rows


def test_a_first_line_naming_the_separator_is_obeyed_and_is_not_a_row():
    assert read("sep=;\r\na;b,c\r\n1;2\r\n")[0] == [["a", "b,c"], ["1", "2"]]
    assert read("\ufeffsep=,\na,b\n")[0] == [["a", "b"]]
    assert read("sep=x,b\n1,2\n")[0][0] == ["sep=x", "b"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_makes_the_same_rows(end):
    assert read(f"a,b{end}1,2{end}3,4{end}")[0] == [["a", "b"], ["1", "2"], ["3", "4"]]


def test_mixed_line_ends_and_line_breaks_inside_cells():
    assert read('a,b\r\n1,2\n3,4\r5,"x\ny\r\nz"\r\n')[0] == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "x\ny\r\nz"]]


def test_doubled_line_ends_leave_blank_rows_where_a_spreadsheet_shows_them():
    assert read("a,b\r\r\n1,2\r\r\n3,4\r\r\n")[0] == [["a", "b"], ["", ""], ["1", "2"], ["", ""], ["3", "4"]]


def test_blank_lines_at_the_end_are_no_rows():
    assert read("a,b\n1,2\n\n\n\n") == ([["a", "b"], ["1", "2"]], {})


def test_very_many_blank_lines_before_the_table_move_no_cell():
    rows, _ = read("\n" * 10_001 + "a,b\n1,2\n")
    assert len(rows) == 10_003 and rows[:2] == [["", ""]] * 2 and rows[-2:] == [["a", "b"], ["1", "2"]]


def test_nothing_is_taken_for_a_number_a_date_or_a_missing_answer():
    text = "a,b,c,d,e,f\n00012,NO,1-2,1E5,None,N/A\n"
    assert read(text)[0][1] == ["00012", "NO", "1-2", "1E5", "None", "N/A"]


def test_short_rows_are_filled_long_rows_widen_the_table_and_both_are_told():
    rows, told = read("a,b,c\n1,2\n3,4,5,6,7\n8,9,10\n")
    assert rows == [["a", "b", "c", "", ""], ["1", "2", "", "", ""], ["3", "4", "5", "6", "7"], ["8", "9", "10", "", ""]]
    assert told["W_RAGGED"].startswith("2 rows have more or fewer cells than the usual 3: rows 2 and 3.")


def test_a_heading_one_cell_longer_than_every_row_is_not_shifted():
    rows, told = read("a,b,c,spare\n" + "1,2,3\n" * 5)
    assert rows[0] == ["a", "b", "c", "spare"] and rows[5] == ["1", "2", "3", ""]
    assert "row 1." in told["W_RAGGED"]


def test_rows_that_only_become_wide_late_keep_the_early_ones_in_place():
    rows, told = read("a,b\n" + "1,2\n" * 10_500 + "3,4,5\n")
    assert rows[1] == ["1", "2", ""] and rows[-1] == ["3", "4", "5"] and "row 10502" in told["W_RAGGED"].replace(",", "")


def test_a_quotation_mark_that_never_closes_is_told_by_its_cell():
    for rows_after in (3, 30_000):
        refusal = refused('a,b,c\n1,"2,x\n' + "3,4,5\n" * rows_after)
        assert refusal.code == "E_UNCLOSED_QUOTE" and " B2 " in refusal.sentence


def test_a_quotation_mark_closed_rows_later_is_told():
    swallowed = '1,"2,x\n' + "3,4,5\n" * 6 + '6,7",8\n'
    rows, told = read("a,b,c\n" + swallowed + "9,9,9\n")
    assert len(rows) == 3 and "B2" in told["W_OPEN_QUOTE"]


def test_a_long_comment_of_many_lines_is_no_cause_for_alarm():
    assert read('a,b,c\n1,"One thing, and\nanother\nand, again, more\nand on\nand on",2\n')[1] == {}


def test_a_cell_longer_than_a_spreadsheet_allows_keeps_its_head_and_is_told():
    rows, told = read("a,b\n1," + "é" * 40_000 + "\n")
    assert rows[1][1] == "é" * 32_767 and "B2" in told["W_CELL_TOO_LONG"]


def test_a_cell_of_two_megabytes_is_survived():
    rows, _ = read("a,b\n1,2\n2," + "x" * 1_900_000 + "\n")
    assert len(rows) == 3 and len(rows[2][1]) == 32_767


def test_control_characters_are_removed_and_told_but_no_row_is_cut():
    rows, told = read(b"a,b\n1,Ag\x00ree\n\x07,2\x1b[31m\n")
    assert rows == [["a", "b"], ["1", "Agree"], ["", "2[31m"]]
    assert told["W_CONTROL_CHARS"] == "Invisible control characters were removed from B2, A3 and B3."


def test_too_many_columns_are_refused_but_blank_ones_at_the_end_are_not_counted():
    assert refused(",".join(f"q{number}" for number in range(2001)) + "\n").code == "E_TOO_MANY_COLUMNS"
    rows, _ = read("a,b" + "," * 16_000 + "\n" + "1,2" + "," * 16_000 + "\n")
    assert rows == [["a", "b"], ["1", "2"]]


def test_a_wide_heading_over_very_many_short_rows_is_refused_before_room_is_made_for_it():
    with pytest.raises(ImportRefused) as caught:
        read_row_by_row(b",".join([b"q"] * 2000) + b"\n1" * 20_000, ",", Limits())
    assert caught.value.code == "E_TOO_MANY_CELLS"


def test_the_fast_and_the_careful_way_agree_with_the_standard_reader():
    texts = ["a,b\n1,2", 'a,"b ""x"" y"\n"1\n2",3', '"a"b,c"d"e\n ,"', 'é,"x,y"\r\n\r\n1,', '""\n""', "a\n\nb", '"a"\r"b"\r\n"c"', 'x,"""",y\n1,2,3']
    for text in texts:
        expected = [row or [""] for row in csv.reader(io.StringIO(text, newline=""))]
        width = max(map(len, expected))
        expected = [row + [""] * (width - len(row)) for row in expected]
        fast = read_evenly(text.encode(), ",", Limits())
        if fast is not None:
            assert [list(row) for row in zip(*(column.to_pylist() for column in fast.columns), strict=True)] == expected
        if text.count('"') % 2 == 0:
            careful, _ = read_row_by_row(text.encode(), ",", Limits())
            assert [list(row) for row in zip(*(column.to_pylist() for column in careful.columns), strict=True)] == expected
        else:
            assert fast is None


def test_the_separator_is_chosen_on_the_first_records_only_and_quickly():
    assert delimiter_of(b"a;b\n" + b"1;2\n" * 1_000_000) == ";"
