import pytest

from data.parsing.delimited import read_text
from data.parsing.encoding import decoded
from data.parsing.limits import limits_for

ANSWERS = "Age,Comment\n25-34,café – £5 “smart”\n35-44,naïve\n"


def read(content: bytes):
    encoding, sheet, notices = read_text(content, limits_for(len(content)))
    return encoding, sheet.rows(0, sheet.height), notices


@pytest.mark.parametrize(
    ("codec", "mark", "encoding"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
    ],
)
def test_a_file_that_says_or_shows_its_encoding_is_read_without_a_word(codec, mark, encoding):
    assert read(mark + ANSWERS.encode(codec)) == (encoding, [line.split(",") for line in ANSWERS.splitlines()], [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Age,Comment\n1,don’t – “know”\n", "cp1252"),
        ("Age,Comment\n1,don’t – “know”\n", "mac_roman"),
        ("Age,Comment\n1,café\n", "cp1252"),
        ("Age,Comment\n1,one\u00a0space\n", "mac_roman"),
        ("Age,Comment\n1,wait…\n", "cp1252"),
    ],
)
def test_windows_and_mac_letters_are_told_apart_by_their_quotes_and_dashes(text, encoding):
    found, rows, notices = read(text.encode(encoding))
    assert (found, rows[1][1]) == (encoding, text.splitlines()[1].split(",")[1])
    assert [(notice.code, notice.cell) for notice in notices] == [("W_ENCODING", "B2")]


def test_a_guess_points_at_the_first_row_that_shows_it():
    _, _, notices = read("a,b\n1,x\n2,café\n3,né\n".encode("cp1252"))
    assert "Row 3 is the first" in notices[0].sentence and notices[0].cell == "B3"


def test_lines_in_two_encodings_are_both_read_and_the_odd_ones_named():
    encoding, rows, notices = read("a,b\n1,café\n".encode() + "2,café\n".encode("cp1252") + b"3,x\n")
    assert (encoding, rows[1:]) == ("utf-8", [["1", "café"], ["2", "café"], ["3", "x"]])
    assert [notice.code for notice in notices] == ["W_ENCODING"] and "line 3 of the file" in notices[0].sentence


def test_bytes_that_are_no_letter_anywhere_are_replaced_and_the_cell_named():
    _, rows, notices = read(b"a,b\n1,x\x81y\x92s\n")
    assert rows[1][1] == "x\ufffdy’s"
    assert [(notice.code, notice.cell) for notice in notices] == [("W_ENCODING", "B2")] * 2


def test_half_a_character_pair_is_replaced_and_a_whole_one_is_mended():
    assert decoded(b"1,\xed\xa0\x80x").text.decode() == "1,\ufffdx"
    assert decoded("1,\U0001f600".encode("utf-16", "surrogatepass").decode("utf-16").encode()).text.decode() == "1,\U0001f600"
    assert decoded(b"1,\xed\xa0\xbd\xed\xb8\x80").text.decode() == "1,\U0001f600"


def test_overlong_bytes_never_become_markup():
    _, rows, notices = read(b"a,b\n1,\xc0\xbcscript\xc0\xbe\n2,+ADw-script+AD4-\n")
    assert "<" not in rows[1][1] + rows[2][1] and notices[0].code == "W_ENCODING"


def test_half_a_letter_at_the_end_of_a_wide_file_is_replaced():
    found = decoded(b"\xff\xfea\x00,\x00b\x00\n")
    assert found.text.decode().startswith("a,b") and found.replaced


def test_a_very_long_line_without_accents_costs_no_more_than_its_length():
    assert decoded(b"x" * 5_000_000 + b"\n\xe9").encoding == "cp1252"
