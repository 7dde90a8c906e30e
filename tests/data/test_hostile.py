import gzip
import json
import socket
import sys
import time
from pathlib import Path

import pytest

from data.parsing.labels import LONGEST, file_label
from data.problems import ImportRefused
from data.reading import read_file
from data.sheet import Book

HOSTILE = Path(__file__).resolve().parents[3] / "shared" / "hostile"
MANIFEST = HOSTILE / "manifest.json"
CORPUS = json.loads(MANIFEST.read_text()) if MANIFEST.exists() else {"files": [], "upload_names": []}
FILES = {entry["file"]: entry for entry in CORPUS["files"]}

LATER = {"E_NO_ROWS"}
MET_IN_READING = {"W_ENCODING", "W_CONTROL_CHARS", "W_RAGGED", "W_CELL_TOO_LONG"}
SECONDS, MEGABYTES = 20, 512

pytestmark = pytest.mark.skipif(not MANIFEST.exists(), reason="the hostile files are not here; made-up files test the same facts")


def content_of(name: str) -> bytes:
    content = (HOSTILE / name).read_bytes()
    return gzip.decompress(content) if name.endswith(".gz") else content


def outcome(name: str) -> Book | ImportRefused:
    started = time.monotonic()
    try:
        return read_file(name, content_of(name))
    except ImportRefused as refusal:
        return refusal
    finally:
        assert time.monotonic() - started <= SECONDS


def peak_of_children() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def own_memory() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.mark.parametrize("name", FILES)
def test_each_hostile_file_gets_its_verdict_in_time_and_in_little_memory(name):
    # A child starts with the pages of the process that made it, which count as its own until it becomes another program.
    before = max(peak_of_children(), own_memory()) if sys.platform == "linux" else 0.0
    result, expected = outcome(name), FILES[name]
    if sys.platform == "linux":
        assert peak_of_children() <= max(before, MEGABYTES)
    code, verdict = expected["error_code"], expected["expect"]
    if verdict == "reject" and code not in LATER:
        assert isinstance(result, ImportRefused) and result.code == code
        assert result.sentence.endswith(".") and result.remedy.endswith(".") and "Traceback" not in str(result) and "/" not in result.sentence
    elif verdict != "accept_or_reject":
        assert isinstance(result, Book) and any(sheet.height for sheet in result.sheets)
        if code in MET_IN_READING:
            assert code in {notice.code for notice in result.notices}
    for rule in expected["must_hold"]:
        if rule.startswith("not_exists:"):
            assert not Path(rule.removeprefix("not_exists:")).exists()


def test_nothing_is_fetched_from_anywhere():
    with socket.create_server(("127.0.0.1", 18799)) as listener:
        listener.setblocking(False)
        for name in ("rel_external_http.xlsx", "xml_xxe_http.xlsx", "text_html.csv", "formula_injection.csv"):
            outcome(name)
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_the_contents_of_other_files_never_appear():
    for name in ("xml_xxe_file.xlsx", "rel_target_traversal.xlsx"):
        assert "root:" not in str(outcome(name))


@pytest.mark.parametrize(
    ("name", "sheet", "row", "cells"),
    [
        ("dates_1904.xlsx", 0, 1, ["2025-04-01", "5"]),
        ("yes_no_norway.csv", 0, 1, None),
        ("ids_precision.csv", 0, 1, None),
    ],
)
def test_values_are_read_exactly(name, sheet, row, cells):
    book = outcome(name)
    found = book.sheets[sheet].row(row)
    assert found == (cells or content_of(name).decode().splitlines()[row].split(","))


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("dim_1M_blank_styled_rows.xlsx", 2),
        ("enc_utf16be_bom.csv", 3),
        ("merged_header.xlsx", 3),
        ("newlines_cr_only.csv", 3),
        ("newlines_mixed.csv", 4),
        ("quote_embedded_newline.csv", 3),
        ("title_rows_and_total.xlsx", 6),
        ("rows_300k_short.csv.gz", 300_001),
    ],
)
def test_no_row_is_lost_or_made_up(name, rows):
    assert outcome(name).sheets[0].height == rows


@pytest.mark.parametrize("name", CORPUS["upload_names"])
def test_hostile_upload_names_become_labels(name):
    label = file_label(name)
    assert 0 < len(label) <= LONGEST and label.isprintable() and "/" not in label and "\\" not in label
