from data.logbook.marks import MARK, Mark, marks
from data.prepare import prepare
from data.profile import load
from data.sheet import sheet_of
from tests.store import book

GUIDE = [["How to fill this in", "", "", ""], list(Mark("Our log", "activities", "abc").cells)]


def test_a_mark_says_which_sheet_holds_what_and_where_it_came_from():
    sheets = [sheet_of(GUIDE, "Guide"), sheet_of([["x"]], "Our log")]
    assert marks(sheets) == {"Our log": Mark("Our log", "activities", "abc")}


def test_a_mark_of_a_sheet_or_kind_that_is_not_there_is_nobodys():
    assert marks([sheet_of(GUIDE, "Guide")]) == {}
    assert marks([sheet_of([[MARK, "Guide", "Survey answers", ""]], "Guide")]) == {}
    assert marks([sheet_of([[MARK, "Guide"]], "Guide")]) == {}


def test_only_marked_sheets_of_a_marked_workbook_are_read():
    log = [["Activity", "Date", "Number of people"], ["Stall", "14/05/2024", "12"]]
    (one,) = prepare(book(log, sheet="Our log", more={"Guide": GUIDE, "Last year": log}), load("cleveland"))
    assert one.sheet.name == "Our log"


def test_a_marked_sheet_is_known_whatever_its_headings_are_like():
    (one,) = prepare(
        book([["You said", "Title", "Date"], ["Dark", "Stall", "14/05/2024"]], sheet="Our log", more={"Guide": GUIDE}), load("cleveland")
    )
    assert one.kind == "activities" and one.reading.rows_kept == 1
