import hashlib
import io
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyarrow as pa
import pytest

from data import reading
from data.parsing.answer import read_answer, write_sheets
from data.parsing.labels import LONGEST, file_label
from data.parsing.limits import Limits, limits_for
from data.problems import ImportRefused
from data.reading import read_file
from data.sheet import Sheet, sheet_of
from tests.data.made_workbooks import by_hand, text_cell, with_rows

ROOT = Path(__file__).resolve().parents[2]


def refusal(content: bytes, **settings: float) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        read_file("answers", content, **settings)
    assert caught.value.sentence.endswith(".") and caught.value.remedy.endswith(".")
    return caught.value


def test_a_text_file_comes_back_as_one_sheet_with_its_checksum():
    book = read_file("answers.csv", b"Age,Answer\n25-34,Agree\n")
    assert book.sheets[0].rows(0, 2) == [["Age", "Answer"], ["25-34", "Agree"]]
    assert (book.container, book.encoding, book.sheets[0].name, book.notices) == ("text", "utf-8", "", ())
    assert book.sha256 == hashlib.sha256(b"Age,Answer\n25-34,Agree\n").hexdigest()


def test_a_workbook_comes_back_with_its_sheets_by_name():
    book = read_file("answers.xlsx", with_rows([["Age", "Answer"], ["25-34", "Agree"]]))
    assert [(sheet.name, sheet.rows(0, 2)) for sheet in book.sheets] == [("Sheet", [["Age", "Answer"], ["25-34", "Agree"]])]
    assert book.container == "xlsx"


def test_the_kind_of_file_is_told_from_its_bytes_not_its_name():
    assert read_file("answers.xlsx", b"a,b\n1,2\n").container == "text"
    assert read_file("answers.csv", with_rows([["a"], ["b"]])).container == "xlsx"


def test_an_empty_file_is_refused():
    assert refusal(b"").code == "E_EMPTY_FILE"


def test_a_file_above_the_limit_is_refused_before_anything_opens_it_and_the_limit_can_be_moved():
    content = b"a,b\n" + b"1,2\n" * 300_000
    assert refusal(content, limit_mb=1).code == "E_TOO_BIG"
    assert read_file("big.csv", content, limit_mb=2).sheets[0].height == 300_001


def test_limits_only_stretch_for_files_larger_than_usual():
    usual, larger = limits_for(50 * 1024 * 1024), limits_for(100 * 1024 * 1024)
    assert usual == Limits() and (usual.memory_bytes, usual.wall_seconds, usual.rows) == (1536 * 1024 * 1024, 60, 500_000)
    assert larger.memory_bytes > usual.memory_bytes and larger.wall_seconds == 120


def test_a_file_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(reading, "limits_for", lambda _size: Limits(stretch=1e-4))
    started = time.monotonic()
    assert refusal(b"a,b\n1,2\n").code == "E_TIMEOUT"
    assert time.monotonic() - started < 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on memory, so nothing stops the reader early there")
def test_a_file_that_brings_the_reader_down_is_a_plain_refusal_and_the_next_file_is_read():
    far_row_out_of_order = by_hand(f'<row r="1048576">{text_cell("BXX1048576", "x")}</row><row r="1">{text_cell("A1", "a")}</row>')
    assert refusal(far_row_out_of_order).code == "E_READER_STOPPED"
    assert read_file("answers.csv", b"a\nb\n").sheets[0].height == 2


def test_at_most_two_files_are_opened_at_once(monkeypatch):
    inside, most = [], []

    def slowly(_content: bytes, _wall: float) -> tuple[bytes, int]:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.05)
        inside.pop()
        return b'{"code": "E_X", "sentence": "No.", "remedy": "None."}\n', 0

    monkeypatch.setattr(reading, "_in_a_process_of_its_own", slowly)
    several = [threading.Thread(target=refusal, args=(b"a",)) for _ in range(6)]
    for each in several:
        each.start()
    for each in several:
        each.join()
    assert len(most) == 6 and max(most) <= 2


def test_an_answer_cut_short_is_a_refusal(monkeypatch):
    monkeypatch.setattr(reading, "_in_a_process_of_its_own", lambda _content, _wall: (b'{"container": "text", "sheets": [', -11))
    assert refusal(b"a").code == "E_READER_STOPPED"


def test_an_answer_cut_short_anywhere_is_never_a_book():
    out = io.BytesIO()
    rows = sheet_of([["a", "b"], ["1", "2"]]).cells
    write_sheets(out, "xlsx", "", [Sheet("Long", pa.concat_tables([rows, rows, rows])), sheet_of([["c"]])], [])
    whole = out.getvalue()
    assert [sheet.height for sheet in read_answer(whole)[2]] == [6, 1]
    for length in range(len(whole) - 8):  # the last 8 bytes only say that nothing follows
        with pytest.raises(ValueError):
            read_answer(whole[:length])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_reading_process_can_neither_write_files_nor_take_all_memory(tmp_path):
    target = tmp_path / "written.txt"
    program = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from data.parsing.confinement import confine
from data.parsing.limits import Limits
confine(Limits())
try:
    with open({str(target)!r}, "w") as file: file.write("x")
except OSError: print("no files")
try: bytearray(3 * 1024 ** 3)
except MemoryError: print("no memory")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.split("\n")[:2] == ["no files", "no memory"]
    assert not target.exists() or target.read_text() == ""


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("..\\..\\x.csv", "x.csv"),
        ("/etc/passwd", "passwd"),
        ("a\x00.csv", "a.csv"),
        ("a\n.csv", "a.csv"),
        ("\u202evsc.exe.csv", "vsc.exe.csv"),
        ("cafe\u0301.csv", "caf\u00e9.csv"),
        ("=1+1.csv", "=1+1.csv"),
        ("survey (1) \u2013 final FINAL.csv", "survey (1) \u2013 final FINAL.csv"),
        ("folder/", "Uploaded file"),
        ("", "Uploaded file"),
    ],
)
def test_a_file_name_is_only_a_label(given, label):
    assert file_label(given) == label


def test_a_long_file_name_is_cut_in_the_middle_and_keeps_its_ending():
    label = file_label("x" * 300 + ".csv")
    assert len(label) == LONGEST and label.endswith("xxxx.csv")


def test_the_label_is_what_the_book_carries():
    assert read_file("C:\\Users\\someone\\answers.csv", b"a,b\n1,2\n").name == "answers.csv"
