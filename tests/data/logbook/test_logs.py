import random
from datetime import date

import pytest

from data.profile import load
from tests.store import prepared

PROFILE = load("cleveland")
HEADINGS = ["Activity", "Date", "Areas", "Number of people"]


def reading(rows, **settled):
    return prepared(rows, PROFILE, **settled).reading


def asides(found):
    return [(aside.cell, aside.reason) for aside in found.aside if aside.whole_row]


def activities(rows, **settled):
    return reading(rows, **settled).tables["activities"]


def test_a_log_met_in_real_life_is_read():
    found = reading(
        [
            ["Event log"],
            [],
            ["event_date", "event_name", "organisers", "place", "num_participants", "Type of Engagement"],
            ["13/05/2024", "Coffee morning", "Zelda Quince", "Yarm", "50-100", "Engagement"],
            ["1 June 2024", "Webchat", "", "Cleveland-wide", "TBC", "Consultation"],
        ]
    )
    table = found.tables["activities"]
    assert table["title"].tolist() == ["Coffee morning", "Webchat"]
    assert table["held_on"].tolist() == [date(2024, 5, 13), date(2024, 6, 1)]
    assert table["level"].tolist() == ["involve", "consult"]
    assert table["participants_how"].tolist() == ["estimated", "not recorded"]
    assert found.tables["activity_areas"]["area"].tolist() == ["Stockton-on-Tees", "All of Cleveland"]
    assert "Zelda" not in repr(found)


def test_a_column_the_log_does_not_have_is_not_recorded_and_never_nought():
    (row,) = activities([["Activity", "Date", "Area"], ["Drop-in", "14/05/2024", "Yarm"]]).to_dict("records")
    assert row["participants_low"] is None and row["participants_how"] == "not recorded"
    assert row["cost_pence"] is None and row["staff_hours"] is None


def test_title_rows_blank_rows_and_totals_leave_the_address_of_each_cell_exact():
    rows = [
        ["Activity log"],
        [],
        HEADINGS,
        [],
        ["Drop-in", "14/05/2024", "Darlington", "12"],
        [],
        [],
        ["Stall", "32/05/2024", "Yarm", "3 dozen"],
        ["Total", "", "", "15"],
    ]
    found = reading(rows)
    assert found.tables["activities"]["source_row"].tolist() == [5, 8]
    assert {(problem.cell, problem.found) for problem in found.problems} == {("C5", "Darlington"), ("B8", "32/05/2024"), ("D8", "3 dozen")}
    assert asides(found) == [("row 9", "a total, not a row of its own")]
    assert (found.rows_read, found.rows_kept) == (3, 2)


def test_a_cell_that_cannot_be_read_is_blank_and_its_row_stays():
    found = reading([HEADINGS, ["Drop-in", "some day", "Darlington", "lots"]])
    (row,) = found.tables["activities"].to_dict("records")
    assert (row["title"], row["held_on"], row["participants_how"]) == ("Drop-in", None, "not recorded")
    assert len(found.tables["activity_areas"]) == 0
    assert [aside.cell for aside in found.aside] == ["B2", "C2", "D2"] and not any(aside.whole_row for aside in found.aside)


@pytest.mark.parametrize(
    "first", ["Total", "TOTALS", "Grand total:", "Sub-total", "Total for 2023/24", "Total participants", "Average attendance", "Sum"]
)
def test_a_total_is_no_activity(first):
    found = reading([HEADINGS, ["Drop-in", "14/05/2024", "Yarm", "12"], [first, "", "", "12"]])
    assert (found.rows_kept, [cell for cell, _ in asides(found)]) == (1, ["row 3"])


@pytest.mark.parametrize("title", ["Total Recall film night", "Summer fair", "Sum it up: young people's voices", "Average Joe's gym", "Totally safe"])
def test_an_activity_is_no_total_because_its_name_begins_so(title):
    assert activities([HEADINGS, [title, "14/05/2024", "", "12"]])["title"].tolist() == [title]


def test_numbers_with_nothing_beside_them_are_a_total():
    # Counted as an activity it would double everyone above it.
    found = reading([HEADINGS, ["Drop-in", "14/05/2024", "Yarm", "12"], ["", "", "", "12"]])
    assert found.rows_kept == 1 and "a total" in asides(found)[0][1]


def test_notes_beside_the_table_are_set_aside():
    found = reading([[*HEADINGS, "Note"], ["Drop-in", "14/05/2024", "Yarm", "12", ""], ["", "", "", "", "see the other sheet"]])
    assert asides(found) == [("row 3", "nothing in the columns that are read")] and found.rows_read == 2


def test_a_total_is_quoted_and_a_note_is_not():
    found = reading([[*HEADINGS, "Note"], ["Drop-in", "14/05/2024", "Yarm", "12"], ["", "", "", "", "ask Zelda"], ["Total", "", "", "12"]])
    assert [aside.found for aside in found.aside] == [None, "Total"]


def test_settled_repairs_reach_every_row_and_every_list():
    rows = [["Activity", "Date", "Areas", "Audiences"], *([f"Stall {i}", "14/05/2024", "Darlo; Yarm", "Darlo"] for i in range(5))]
    found = reading(rows, terms={("areas", "Darlo"): "Hartlepool"})
    assert found.tables["activity_areas"]["area"].tolist() == ["Stockton-on-Tees", "Hartlepool"] * 5
    assert len(found.problems) == 5 and {problem.repair for problem in found.problems} == {"term:audiences"}


def test_the_officers_own_columns_are_read():
    rows = [["Wer", "Wann", "Wo", "Activity"], ["Drop-in", "14/05/2024", "Yarm", "x"]]
    found = reading(rows, format="activity_log", fields={"title": 0, "held_on": 1, "areas": 2})
    assert found.tables["activities"]["title"].tolist() == ["Drop-in"]
    assert found.tables["activity_areas"]["area"].tolist() == ["Stockton-on-Tees"]
    found = reading([HEADINGS, ["Drop-in", "14/05/2024", "Yarm", "12"]], fields={"participants": -1}, format="activity_log")
    assert found.tables["activities"]["participants_how"].tolist() == ["not recorded"]


def test_a_log_speaks_up_to_its_last_day():
    assert reading([HEADINGS, ["A", "14/05/2024"], ["B", ""], ["C", "01/06/2024"]]).up_to == date(2024, 6, 1)
    assert reading([HEADINGS, ["A", "", "Yarm"]]).up_to is None


def made_row(made):
    kind = made.random()
    if kind < 0.15:
        return [made.choice(["", " ", "\u00a0"])] * made.randint(0, 6)
    if kind < 0.25:
        return [made.choice(["Total", "Grand total", "Average"]), "", "", str(made.randint(0, 999))]
    if kind < 0.32:
        return ["", "", "", str(made.randint(0, 999))]
    if kind < 0.4:
        return ["", "", "", "", made.choice(["a note", "see below"])]
    titles = ["Drop-in", "Stall", "", "Total Recall", "=1+1", "\N{PILE OF POO}", "x" * 500]
    dates = ["14/05/2024", "2024-05-14", "", "TBC", "31/02/2024", "45000", "May 2024", "soon"]
    areas = ["Yarm", "Redcar and Cleveland", "Darlington; Hartlepool", "", "all", ";;;"]
    counts = ["42", "20+", "50-100", "TBC", "", "-3", "lots", "9" * 60]
    return [made.choice(titles), made.choice(dates), made.choice(areas), made.choice(counts), made.choice(["", "a note"])]


@pytest.mark.parametrize("seed", range(60))
def test_rows_read_are_rows_kept_and_rows_set_aside_whatever_the_log(seed):
    made = random.Random(seed)
    above = [["Our log"], []] * made.randint(0, 3)
    body = [made_row(made) for _ in range(made.randint(0, 60))]
    rows = [*above, [*HEADINGS, "Note"], *body, ["Drop-in", "14/05/2024", "Yarm", "1"]]
    found = reading(rows)
    filled = [len(above) + 2 + at for at, row in enumerate([*body, ["x"]]) if any(cell.strip() for cell in row)]
    whole = [aside for aside in found.aside if aside.whole_row]
    assert found.rows_read == len(filled) == found.rows_kept + len(whole)
    kept = found.tables["activities"]["source_row"].tolist()
    assert sorted([*kept, *(int(aside.cell.split()[1]) for aside in whole)]) == filled
    for problem in found.problems:
        row = int("".join(filter(str.isdigit, problem.cell)))
        assert row in kept


def test_a_cell_that_could_name_a_person_is_shown_to_the_officer_and_not_kept():
    found = reading([["Activity", "Date", "Audiences"], ["Drop-in", "14/05/2024", "zelda@example.com"], ["Stall", "14/05/2024", "Martians"]])
    assert [problem.found for problem in found.problems] == ["zelda@example.com", "Martians"]
    assert [(aside.cell, aside.found) for aside in found.aside] == [("C2", None), ("C3", "Martians")]
