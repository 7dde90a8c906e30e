from pathlib import Path

import pytest

from data.reading import read_file

SHARED = Path(__file__).resolve().parents[4] / "shared"
FOLDERS = ("exports", "activity")
FILES = sorted(path for folder in FOLDERS for path in (SHARED / folder).rglob("*") if path.suffix in {".csv", ".xlsx", ".xls"})

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="real exports and logs are not here; made-up files test the same facts")


def book_of(name: str):
    path = next(path for path in FILES if path.name == name)
    return read_file(path.name, path.read_bytes())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_real_file_opens_whole(path):
    book = read_file(path.name, path.read_bytes())
    assert any(sheet.height for sheet in book.sheets)
    assert not {notice.code for notice in book.notices} - {"W_ENCODING", "W_RAGGED"}


def filled_rows(book) -> int:
    sheet = book.sheets[0]
    return sum(any(row) for row in sheet.rows(0, sheet.height))


@pytest.mark.parametrize(
    ("name", "encoding", "shape"),
    [
        ("Cloud_Native_Survey_1H_2020.csv", "mac_roman", (1326, 955)),
        ("2022 CNCF Survey - Raw Data.csv", "cp1252", (4577, 215)),
        ("StarWars.csv", "cp1252", (1188, 38)),
        ("food-world-cup-data.csv", "mac_roman", (1374, 48)),
        ("2016-10-01 Datamorphosis.csv", "cp1252", (45, 13)),
        ("utf16_quantipy_example.csv", "utf-16-le", (20, 5)),
        ("los-angeles-arrests-xlsx.xlsx", "", (196, 36)),
        ("gendercensus2024_head_raw_data.xlsx", "", (23, 146)),
    ],
)
def test_encodings_and_sizes_of_real_files(name, encoding, shape):
    book = book_of(name)
    assert (book.encoding, (book.sheets[0].height, book.sheets[0].width)) == (encoding, shape)


def test_doubled_line_ends_leave_every_second_row_blank():
    book = book_of("2022 CNCF Survey - Raw Data.csv")
    assert filled_rows(book) == 2289 and book.sheets[0].height - filled_rows(book) == 2288


def test_mac_apostrophes_and_hard_spaces_read_properly():
    head = " ".join(" ".join(row) for row in book_of("food-world-cup-data.csv").sheets[0].rows(0, 1))
    assert "\u00a0" in head or "’" in head


def test_dates_counted_from_1904_in_an_old_workbook_are_right():
    assert book_of("dates-1904.xls").sheets[0].row(0)[0] == "2000-01-01"
