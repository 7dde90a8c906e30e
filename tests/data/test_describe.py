import json
import sys

import pytest

from data import describe as describing
from data import load as loading
from data.describe import describe, show
from data.load import load_file
from data.office import open_office, store_path
from tests.store import where_held

ROWS = (
    "UserID,UserNo,Email,Started,Ended,Q1. Which area do you live in?,Q2. What would you change?\n"
    "9001,1,zelda@example.com,13/05/2024 09:19:00,13/05/2024 09:25:00,Hartlepool,Call me on 07700 900123\n"
    "9002,2,,14/05/2024 09:19:00,14/05/2024 09:25:00,Stockton,More lights on the path please\n"
)


@pytest.fixture
def export(tmp_path, monkeypatch):
    monkeypatch.setenv("SOUNDING_BOARD_STORE", str(tmp_path / "store"))
    path = tmp_path / "survey.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_a_file_is_described_without_anything_personal(export, capsys):
    assert show(describe(export, "cleveland")) == 0
    said = capsys.readouterr().out
    found = json.loads(said)
    assert (found["format"], found["kind"], found["respondents"]) == ("SmartSurvey export", "survey", 2)
    assert [question["kind"] for question in found["questions"]] == ["one answer", "written"]
    assert {"wording", "kind", "options"} <= found["questions"][0].keys() and {"left_out", "problems"} <= found.keys()
    assert not any(detail in said for detail in ("zelda", "900123", "9001"))


def test_a_log_is_described_by_its_rows(export):
    export.write_text("Activity,Date,Area\nDrop-in,14/05/2024,Hartlepool\n", encoding="utf-8")
    found = describe(export, "cleveland")
    assert (found["kind"], found["rows"]) == ("activities", 1) and found["questions"][0]["wording"] == "Activity"


@pytest.mark.parametrize("words", ["Wer,Wann,Wo\na,b,c\n", "Q1. Safe?\nAnswer Choices,Responses\nYes,4\n,Answered,8\n", "<html></html>"])
def test_what_cannot_be_read_is_refused_with_a_sentence_and_status_2(export, capsys, words):
    export.write_text(words, encoding="utf-8")
    assert show(describe(export, "cleveland")) == 2
    assert json.loads(capsys.readouterr().out)["refused"].endswith(".")


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path):
    assert "cannot be opened" in describe(tmp_path / "none.csv", "cleveland")["refused"]
    assert "nowhere" in describe(tmp_path / "none.csv", "nowhere")["refused"] or "cannot be opened" in describe(tmp_path / "none.csv", "x")["refused"]


def test_a_file_is_loaded_once_and_its_receipt_accounts_for_every_row(export):
    (receipt,) = load_file(export, "cleveland")["receipts"]
    assert receipt["rows_read"] == receipt["rows_kept"] + receipt["rows_aside"] == 2
    assert "already in the figures" in load_file(export, "cleveland")["refused"]
    with open_office("cleveland", store_path("cleveland")) as store:
        assert store.frame("SELECT imported_by FROM imports WHERE kind = 'survey'")["imported_by"].tolist() == ["the terminal"]
        assert where_held(store, "zelda@example") == []


def test_nothing_is_loaded_for_nobody_or_of_what_is_not_understood(export):
    assert "No office is chosen" in load_file(export)["refused"]
    export.write_text("Wer,Wann,Wo\na,b,c\n", encoding="utf-8")
    assert "could not be recognised" in load_file(export, "cleveland")["refused"]
    with open_office("cleveland", store_path("cleveland")) as store:
        assert len(store.frame("SELECT 1 FROM imports WHERE kind = 'survey'")) == 0


@pytest.mark.parametrize("module", [describing, loading])
def test_the_terminal_takes_a_file_and_an_office(module, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["data", "survey.csv", "--office", "gwent"])
    arguments = module._arguments()
    assert (arguments.file.name, arguments.office) == ("survey.csv", "gwent")


def test_a_file_larger_than_one_that_is_uploaded_is_read_where_it_is_asked_for(export, monkeypatch):
    size = export.stat().st_size / 1024**2
    assert describe(export, "cleveland", limit_mb=size / 2)["code"] == "E_TOO_BIG"
    assert load_file(export, "cleveland", limit_mb=size / 2)["refused"].startswith("This file is")
    assert describe(export, "cleveland", limit_mb=size * 2)["respondents"] > 0
