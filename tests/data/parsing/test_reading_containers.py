import gzip
import pickle

import pytest

from data.parsing.container import kind_of
from data.problems import ImportRefused
from tests.data.made_workbooks import with_rows


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (gzip.compress(b"a,b\n1,2\n", mtime=0), "E_NOT_TEXT"),
        (pickle.dumps({"a": [1, 2]}), "E_NOT_TEXT"),
        (b"PAR1\x15\x04\x15 and so on PAR1", "E_NOT_TEXT"),
        (bytes(range(1, 9)) * 100, "E_NOT_TEXT"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "E_NOT_A_WORKBOOK"),
        (b"%PDF-1.7\n", "E_NOT_A_WORKBOOK"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "E_UNSUPPORTED_FORMAT"),
        (b"\xef\xbb\xbf  <html><body><table>", "E_HTML_TABLE"),
        (b"<!DOCTYPE html>\n<html>", "E_HTML_TABLE"),
        (b"<!-- saved --> <TABLE border=1>", "E_HTML_TABLE"),
        (b'[{"Age":"25-34"}]', "E_NO_TABLE"),
        (b'\n{\n  "responses": []}', "E_NO_TABLE"),
    ],
)
def test_other_kinds_of_file_are_refused_by_their_first_bytes(content, code):
    with pytest.raises(ImportRefused) as caught:
        kind_of(content)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "content",
    [
        b"PK,Answer\n1,Agree\n",
        b"PAR1,PAR2\n1,2\n",
        b"[Q1] How safe?,Answer\n1,2\n",
        b"{note},b\n1,2\n",
        b"<5,10+\n1,2\n",
        b"BZh,GIF\n1,2\n",
        b"Age,Ag\x00ree\n",
        "caf\u00e9,\u2019".encode("cp1252"),
        "Age\tAnswer\n".encode("utf-16"),
    ],
)
def test_text_that_only_resembles_them_is_text(content):
    assert kind_of(content) == "text"


def test_a_zipped_workbook_and_an_old_one_are_told_apart():
    assert kind_of(with_rows([["a"]])) == "zip"
    assert kind_of(bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600) == "ole"
