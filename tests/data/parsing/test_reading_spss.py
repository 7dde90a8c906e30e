import struct

import pandas as pd
import pyreadstat
import pytest

from data.describe import described
from data.formats.spss import variables
from data.parsing.spss import weight_of
from data.prepare import prepare
from data.problems import ImportRefused
from data.profile import load
from data.reading import read_file
from data.sheet import sheet_of

PROFILE = load("cleveland")
LABELS = {"URN": "Case", "q1": "How safe do you feel?", "q2_1": "Uses - Phone", "q2_2": "Uses - Web", "when": "Date of visit", "wt": "Weight"}


@pytest.fixture
def survey(tmp_path):
    rows = pd.DataFrame(
        {"respid": [11.0, 12.0, 13.0, 14.0], "q1": [1.0, 2.0, 99.0, 1.0], "q2_1": [1.0, None, 1.0, None], "q2_2": [None, 1.0, 1.0, None]}
        | {"when": pd.to_datetime(["2024-05-13", "2024-05-14", None, "2024-05-16"]), "wt": [0.9, 1.1, 1.0, 1.0]}
    )
    labels = {"q1": {1: "Very safe", 2: "Fairly safe", 3: "Very unsafe", 99: "No reply"}, "q2_1": {1: "Phone"}, "q2_2": {1: "Web"}}
    path = tmp_path / "any name.dat"
    named = [LABELS.get(name, name) for name in rows.columns]
    pyreadstat.write_sav(rows, str(path), column_labels=named, variable_value_labels=labels, missing_ranges={"q1": [99]})
    return path.read_bytes()


def weighted(content, place):
    return content[:76] + struct.pack("<i", place) + content[80:]


def test_codes_are_read_as_the_words_they_stand_for_and_what_the_file_calls_missing_is_blank(survey):
    book = read_file("any name.dat", survey)
    assert book.container == "spss"
    assert book.sheets[0].column(1, 3).to_pylist() == ["Very safe", "Fairly safe", "", "Very safe"]
    assert book.sheets[0].column(4, 3).to_pylist() == ["2024-05-13", "2024-05-14", "", "2024-05-16"]


def test_a_declared_missing_value_that_says_how_no_answer_was_given_keeps_its_words(tmp_path):
    rows = pd.DataFrame({"q1": [1.0, 8.0, 9.0, -1.0, None], "q2": ["a", "b", "", "", ""]})
    labels = {"q1": {1: "Yes", 8: "Don't know", 9: "Refused", -1: "Skipped by routing"}}
    path = tmp_path / "survey.sav"
    pyreadstat.write_sav(rows, str(path), variable_value_labels=labels, missing_ranges={"q1": [{"lo": 8, "hi": 9}, -1]})
    assert read_file("survey.sav", path.read_bytes()).sheets[0].column(0, 3).to_pylist() == ["Yes", "Don't know", "Refused", "", ""]


def test_variables_become_questions_with_all_that_was_offered(survey):
    book = read_file("any name.dat", survey)
    found = described(book, prepare(book, PROFILE))
    assert (found["format"], found["respondents"], found["weighted"]) == ("SPSS data file", 4, True)
    assert [(question["kind"], question["wording"]) for question in found["questions"]] == [
        ("rating", "How safe do you feel?"),
        ("many answers", "Uses"),
        ("date", "Date of visit"),
    ]
    assert found["questions"][0]["options"] == ["Very safe", "Fairly safe", "Very unsafe"]


def test_the_weight_is_the_one_the_file_names(survey):
    names = [one.name for one in variables(read_file("any name.dat", survey).sheets[0])]
    assert weight_of(survey, names) == "" and weight_of(weighted(survey, 6), names) == "wt"
    assert variables(read_file("x", weighted(survey, 6)).sheets[0])[5].weight
    assert weight_of(weighted(survey, 99), names) == ""


def test_a_damaged_file_is_refused_in_words(survey):
    for content in (survey[:120], b"$FL2" + b"\0" * 400, survey[:300] + b"\xff" * 300):
        with pytest.raises(ImportRefused) as caught:
            read_file("survey.sav", content)
        assert caught.value.sentence.endswith(".") and caught.value.remedy.endswith(".")


def test_a_text_file_that_begins_like_one_is_none():
    for words in ('{"spss"', '{"spss": 5}', '{"spss": {"options": 5, "codes": [], "weight": false, "several": ""}}'):
        assert variables(sheet_of([["a", "b"], ["A", "B"], [words, words], ["1", "2"]])) == []
