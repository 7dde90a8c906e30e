from datetime import date

import numpy as np
import pytest

from data.layout import Column, SurveyLayout
from data.questionnaire.respondents import of_role, read_respondents, respondent_rows
from data.sheet import sheet_of

ROLES = ["respondent id", "started", "ended", "status", "channel", "weight"]


def layout(roles, **more):
    return SurveyLayout(tuple(Column(at, role, role.capitalize()) for at, role in enumerate(roles)), (0,), 1, frozenset({"-"}), **more)


def kept(roles, cells, **more):
    sheet = sheet_of([roles, *cells])
    found = layout(roles, **more)
    return sheet, found, *respondent_rows(sheet, found, sheet.filled(1))


def people(roles, cells, salt="salt"):
    sheet, found, rows, _ = kept(roles, cells)
    return read_respondents(sheet, found, rows, salt)


def test_a_response_that_stands_twice_is_kept_as_it_stands_last():
    _, _, rows, aside = kept(["respondent id", "question"], [["a", "old"], ["b", "one"], ["a", "new"], ["", "x"], ["", "y"]])
    assert rows.tolist() == [2, 3, 4, 5]
    assert [(a.cell, a.whole_row) for a in aside] == [("A2", True)]


def test_what_is_set_aside_quotes_no_ones_id():
    _, _, _, aside = kept(["respondent id", "question"], [["zelda-quince", "old"], ["zelda-quince", "new"]])
    assert "zelda" not in repr(aside)


def test_blank_rows_are_nobody():
    sheet, _, rows, aside = kept(["respondent id", "question"], [["a", "x"], ["", "  "], [" ", ""], ["b", "y"]])
    assert rows.tolist() == [1, 4] and aside == []
    assert sheet.filled(1).sum() == 2


def test_a_row_left_out_is_set_aside_with_its_reason():
    _, _, rows, aside = kept(["respondent id", "question"], [["a", "x"], ["Total", "1"]], leave_out=(2,), why_left_out="a total, not a respondent")
    assert rows.tolist() == [1] and [a.reason for a in aside] == ["a total, not a respondent"]


def test_the_last_moment_counts_and_the_first_where_there_is_none():
    cells = [["13/05/2024 09:00:00", "14/05/2024 09:00:00", "x"], ["15/05/2024 10:00:00", "", "x"], ["", "", "x"]]
    found, problems = people(["started", "ended", "question"], cells)
    assert found["responded_on"].tolist() == [date(2024, 5, 14), date(2024, 5, 15), None] and problems == []


def test_dates_that_could_be_read_either_way_are_told():
    _, problems = people(["ended"], [["03/04/2024"], ["05/06/2024"]])
    assert [(p.repair, p.cell, p.found) for p in problems] == [("date order", "A2", None)]
    assert problems[0].done == "the whole column was read day first"


def test_a_response_is_known_again_by_its_key_and_not_by_its_id():
    first, _ = people(["respondent id", "question"], [["100", ""], ["200", ""], ["", "x"]])
    again, _ = people(["respondent id"], [["200"], ["100"]])
    other, _ = people(["respondent id"], [["100"]], salt="another store")
    assert first["response_key"].tolist()[:2] == again["response_key"].tolist()[::-1]
    assert first["response_key"].isna().tolist() == [False, False, True]
    assert other["response_key"][0] != first["response_key"][0]
    assert "100" not in first["response_key"].tolist()


@pytest.mark.parametrize(
    ("said", "complete"), [("Complete", True), ("completed", True), ("Yes", True), ("TRUE", True), ("Partial", False), ("No", False), ("", False)]
)
def test_whether_a_response_is_complete_is_what_the_tool_says(said, complete):
    found, _ = people(["respondent id", "status"], [["1", said], ["2", "Complete"]])
    assert found["complete"].tolist() == [complete, True]


def test_without_a_status_a_response_that_ended_is_complete():
    found, _ = people(["respondent id", "ended"], [["1", "13/05/2024"], ["2", ""]])
    assert found["complete"].tolist() == [True, False]
    found, _ = people(["respondent id"], [["1"], ["2"]])
    assert found["complete"].tolist() == [True, True]


def test_weights_that_came_with_the_file_are_kept():
    found, _ = people(["respondent id", "weight"], [["1", "1.25"], ["2", ""], ["3", "heavy"]])
    assert found["weight"].tolist()[0] == 1.25 and np.isnan(found["weight"].tolist()[1:]).all()


def test_the_source_row_is_the_row_the_office_sees():
    found, _ = people(ROLES, [[""] * 6, ["1", "", "13/05/2024", "Complete", "Email link", "1"]])
    assert found["source_row"].tolist() == [3] and found["channel"].tolist() == ["Email link"]


def test_the_first_column_of_a_role_plays_it():
    found = layout(["ended", "ended"])
    assert of_role(found, "ended").at == 0 and of_role(found, "status") is None
