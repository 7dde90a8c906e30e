"""The command that tabulates a file: against published R figures where they are at hand, and always against tables worked out by hand."""

import json
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest

from analysis.answered.one_by_another import rounded_half_up
from analysis.tabulate import main

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"

# Nobody's id, no time of answering: a table as an agency publishes it, with codes for headings and weights at the end.
MADE_UP = """\
,q0001,age3,sex,weight
1,Very,18 - 34,Female,0.5
2,Somewhat,18 - 34,Male,1.5
3,Very,35 - 64,Female,2
4,Don't know,35 - 64,Male,1
5,Somewhat,65 and up,Male,NA
6,,65 and up,Female,0.25
7,Very,NA,Female,1
8,Somewhat,35 - 64,Male,1
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "raw-responses.csv"
    path.write_text(MADE_UP, encoding="utf-8")
    return path


def run(capsys, *arguments):
    status = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return json.loads(out) if status == 0 else err


def cell(table, answer, category=None):
    row = next(row for row in table["rows"] if row["answer"] == answer)
    return row["cells"][category] if category else row["total"]


def test_a_file_without_an_id_is_tabulated_with_its_weights(file, capsys):
    table = run(capsys, file, "--question", "q0001", "--by", "age3", "--weight", "weight")
    young = cell(table, "Very", "18 - 34")
    assert (young["count"], young["weighted_count"], young["percent"], young["percent_1dp"]) == (1, 0.5, 25.0, 25.0)
    middle = cell(table, "Very", "35 - 64")
    assert middle["percent_1dp"] == 66.7 and middle["percent"] == pytest.approx(200 / 3)
    assert middle["percent_of_all_replies"] == 50.0, "don't know is in this base"
    # Everybody with a weight who answered: 0.5 + 1.5 + 2 + 1 + 1.
    assert table["total"]["weighted_base"] == 6.0 and cell(table, "Very")["percent_1dp"] == rounded_half_up(100 * 3.5 / 6)
    assert (table["base"], table["weighted_base"]) == (4, 5.0)


def test_what_is_left_out_of_the_base_is_said(file, capsys):
    left = run(capsys, file, "--question", "q0001", "--by", "age3", "--weight", "weight")["left_out"]
    assert left["without a weight"] == 1
    assert left["of the question"] == {
        "Don't know": {"count": 1, "weighted_count": 1.0},
        "(blank)": {"count": 1, "weighted_count": 0.25},
    }
    assert left["of what it is tabulated by"]["(blank)"] == {"count": 1, "weighted_count": 1.0}


def test_without_a_weight_everybody_counts_once(file, capsys):
    table = run(capsys, file, "--question", "Q0001", "--by", "sex")
    assert table["weight"] is None and table["left_out"]["without a weight"] == 0
    assert [column["base"] for column in table["columns"]] == [3, 3]
    assert cell(table, "Very", "Female")["percent"] == 100.0 and cell(table, "Very", "Male")["percent"] == 0.0


def test_male_is_not_the_end_of_female(file, capsys):
    table = run(capsys, file, "--question", "q0001", "--by", "sex")
    assert [(column["category"], column["base_of_everyone"]) for column in table["columns"]] == [("Female", 4), ("Male", 4)]


def test_a_workbook_gives_the_same_table(file, tmp_path, capsys):
    book = openpyxl.Workbook()
    book.active.append(["Notes"])
    sheet = book.create_sheet("Data")
    for line in MADE_UP.splitlines():
        sheet.append([float(cell) if cell.replace(".", "").isdecimal() else cell or None for cell in line.split(",")])
    book.save(tmp_path / "raw.xlsx")
    arguments = ("--question", "q0001", "--by", "age3", "--weight", "weight")
    expected, found = run(capsys, file, *arguments), run(capsys, tmp_path / "raw.xlsx", *arguments)
    assert found["sheet"] == "Data"
    assert found["rows"] == expected["rows"] and found["columns"] == expected["columns"]


def test_ticks_share_one_base_and_need_not_add_up(tmp_path, capsys):
    path = tmp_path / "ticks.csv"
    rows = ["Response ID,What matters? - Patrols,What matters? - CCTV,Area,Weight", "1,Yes,Yes,A,1", "2,Yes,No,A,3", "3,No,Yes,B,2", "4,Yes,Yes,B,2"]
    path.write_text("\n".join(rows), encoding="utf-8")
    table = run(capsys, path, "--question", "What matters?", "--by", "Area", "--weight", "Weight")
    assert cell(table, "Patrols", "A")["percent"] == 100.0 and cell(table, "CCTV", "A")["percent"] == 25.0
    assert cell(table, "Patrols")["percent_1dp"] == 75.0 and table["weighted_base"] == 8.0


SAV = {"Q5": [1.0, 2.0, 8.0, 1.0, 2.0, 9.0], "RSEX": [1.0, 1.0, 2.0, 2.0, 2.0, 9.0], "RAGE": [16.0, 34.0, 35.0, 64.0, 80.0, 999.0]}
SAV_WEIGHTS = {"wt_a": [0.5, 1.5, 1.0, 1.0, 0.25, 2.0], "wt_b": [0.5, 1.5, 1.0, None, 0.0, 2.0]}


@pytest.fixture
def statistics_file(tmp_path):
    path = tmp_path / "survey.sav"
    words = {"Q5": {1: "Good", 2: "Poor", 8: "Don't know", 9: "Refused"}, "RSEX": {1: "Male", 2: "Female", 9: "Refusal"}}
    labels = ["Q5. How good a job do they do?", "Sex of respondent", "Age of respondent", "Weight", "Weight"]
    missing = {"Q5": [8, 9], "RAGE": [999]}
    pyreadstat.write_sav(pd.DataFrame(SAV | SAV_WEIGHTS), str(path), column_labels=labels, variable_value_labels=words, missing_ranges=missing)
    return path


def test_a_file_of_a_statistics_program_is_tabulated_in_its_own_words(statistics_file, capsys):
    table = run(capsys, statistics_file, "--question", "q5", "--by", "sex", "--weight", "WT_A")
    assert [(column["category"], column["state"]) for column in table["columns"]] == [
        ("Male", "answered"),
        ("Female", "answered"),
        ("Refusal", "prefer not to say"),
    ]
    good = cell(table, "Good", "Male")
    # Men: 0.5 and 1.5. Good: 0.5 of men, 1 of women. Everybody who answered both: 0.5, 1.5, 1 and 0.25.
    assert (good["percent"], good["row_percent"]) == (25.0, pytest.approx(100 / 3))
    assert good["percent_of_table"] == pytest.approx(100 * 0.5 / 3.25)
    assert table["left_out"]["of the question"]["Don't know"] == {"count": 1, "weighted_count": 1.0}
    assert table["total_of_columns"]["base"] == 4 and table["what_the_figures_are"]["percent"]


def test_a_weight_may_be_missing_or_nought_and_that_is_said(statistics_file, capsys):
    table = run(capsys, statistics_file, "--question", "Q5", "--by", "RSEX", "--weight", "wt_b")
    assert (table["left_out"]["without a weight"], table["left_out"]["with a weight of nought"]) == (1, 1)
    assert cell(table, "Poor", "Female")["percent"] is None, "nobody weighs anything in this column"


def test_weights_that_are_not_used_are_named(statistics_file, capsys):
    table = run(capsys, statistics_file, "--question", "Q5", "--by", "RSEX")
    assert table["weights_in_file"] == ["wt_a", "wt_b"] and "Nothing is weighted" in table["notes"][0]


def test_an_answer_is_taken_into_the_base_or_from_it_when_asked(statistics_file, capsys):
    table = run(capsys, statistics_file, "--question", "Q5", "--by", "RSEX", "--include", "don't know", "--leave-out", "Poor")
    assert (cell(table, "Don't know", "Female")["percent"], cell(table, "Poor", "Female")["percent"]) == (50.0, None)


def test_ages_are_put_in_bands_asked_for_or_usual(statistics_file, capsys):
    asked = run(capsys, statistics_file, "--question", "Q5", "--by", "RAGE", "--bands", "16-34, 35-64, 65+")
    assert [(column["category"], column["base"]) for column in asked["columns"]] == [("16-34", 2), ("35-64", 1), ("65+", 1)]
    each = run(capsys, statistics_file, "--question", "Q5", "--by", "RAGE", "--bands", "each")
    assert [column["category"] for column in each["columns"]] == ["16", "34", "35", "64", "80"]


def test_many_ages_are_banded_unasked_and_that_is_said(tmp_path, capsys):
    path = tmp_path / "ages.csv"
    path.write_text("Response ID,q1,age\n" + "\n".join(f"{i},{'ab'[i % 2]},{16 + i}" for i in range(60)) + "\n61,a,999", encoding="utf-8")
    table = run(capsys, path, "--question", "q1", "--by", "age")
    assert [column["category"] for column in table["columns"]][:2] == ["16 to 17", "18 to 24"] and "--bands" in table["notes"][0]
    assert table["columns"][-1]["state"] == "not asked", "999 is no one's age"


def test_codes_below_nought_and_codes_apart_are_not_taken_for_answers_unsaid(tmp_path, capsys):
    path = tmp_path / "codes.csv"
    rows = ["Response ID,q1,sex,change", "1,1.0,1,-2", "2,2.0,2,-1", "3,3.0,1,0", "4,9.0,2,1", "5,-8.0,1,2"]
    path.write_text("\n".join(rows), encoding="utf-8")
    table = run(capsys, path, "--question", "q1", "--by", "sex")
    assert [(row["answer"], row["state"] == "answered") for row in table["rows"]] == [
        ("-8", False),
        ("1", True),
        ("2", True),
        ("3", True),
        ("9", True),
    ]
    assert "--leave-out 9" in table["notes"][0]
    scale = run(capsys, path, "--question", "change", "--by", "sex")
    assert all(row["state"] == "answered" for row in scale["rows"])


def test_decimals_with_commas_are_weights_all_the_same(tmp_path, capsys):
    path = tmp_path / "commas.csv"
    path.write_text("Response ID;q1;sex;wt\n1;a;m;0,5\n2;b;m;1,5\n3;a;f;1\n", encoding="utf-8")
    assert cell(run(capsys, path, "--question", "q1", "--by", "sex", "--weight", "wt"), "a", "m")["percent"] == 25.0


def test_several_that_could_be_meant_are_listed_and_the_status_is_two(statistics_file, capsys):
    assert main([str(statistics_file), "--question", "Q5", "--by", "RSEX", "--weight", "weight"]) == 2
    assert json.loads(capsys.readouterr().out)["candidates"] == ["wt_a", "wt_b"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--question", "q0002", "--by", "sex"), "There is no question “q0002”"),
        (("--question", "q0001", "--by", "sex", "--weight", "age3"), "is not a number"),
        (("--question", "q0001", "--by", "sex", "--weight", "wt"), "There is no column “wt”"),
        (("--question", "q0001", "--by", "sex", "--leave-out", "Never"), "Nobody answered “Never”"),
        (("--question", "weight", "--by", "sex", "--bands", "young"), "is not a band of numbers"),
    ],
)
def test_what_cannot_be_tabulated_is_said_in_words(file, capsys, arguments, said):
    assert said in run(capsys, file, *arguments)


def test_a_file_that_is_not_there_is_said(tmp_path, capsys):
    assert "could not be opened" in run(capsys, tmp_path / "gone.csv", "--question", "a", "--by", "b")


@pytest.mark.parametrize(("value", "said"), [(6.25, 6.3), (0.05, 0.1), (33.333, 33.3), (99.95, 100.0), (12.349999, 12.3)])
def test_halves_go_upwards_as_in_print(value, said):
    assert rounded_half_up(value) == said


@pytest.mark.skipif(not SHARED.exists(), reason="the survey that R tabulated is not here")
@pytest.mark.parametrize("name", ["informed x age_band", "confidence x area", "informed x sex"])
def test_a_weighted_table_is_the_one_r_gives(name, capsys):
    expected = json.loads((SHARED / "reference/expected/crosstabs.json").read_text(encoding="utf-8"))["tables"][name]
    question, by = name.split(" x ")
    table = run(capsys, SHARED / "reference/inputs/survey.csv", "--question", question, "--by", by, "--weight", "d")
    for answer, counts in zip(expected["rows"], expected["unweighted_counts"], strict=True):
        assert [cell(table, answer, group)["count"] for group in expected["cols"]] == counts
    last = expected["share_last_row_by_col"]
    found = [cell(table, expected["last_row_level"], group)["percent_of_all_replies"] / 100 for group in last["level"]]
    assert found == pytest.approx(last["p"], rel=1e-9)


@pytest.mark.skipif(not SHARED.exists(), reason="the real export is not here")
def test_a_real_export_gives_the_figures_counted_from_its_cells(capsys):
    path = SHARED / "exports/surveymonkey/flying-etiquette.csv"
    table = run(capsys, path, "--question", "rude to bring a baby on a plane", "--by", "Gender")
    assert cell(table, "No, not at all rude", "Female")["count"] + cell(table, "No, not at all rude", "Male")["count"] > 300
    assert table["total_of_columns"]["base"] == sum(column["base"] for column in table["columns"])
