import io
import re
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from data import formats
from data.logbook.fields import KIND_TITLES, KINDS
from data.logbook.lists import shown_names
from data.parsing.book import read_content
from data.parsing.limits import limits_for
from data.prepare import prepare
from data.profile import available, load
from data.sheet import Book
from publishing.template import template

LOGS = ("activities", "outcomes", "plan")
TITLES = {kind: KIND_TITLES[kind].replace(",", "") for kind in LOGS}


@pytest.fixture(scope="module", params=sorted(available()))
def made(request):
    profile = load(request.param)
    return profile, template(profile)


def test_the_template_opens_with_a_guide_the_lists_and_a_sheet_for_each_log(made):
    book = load_workbook(io.BytesIO(made[1]))
    assert book.sheetnames == ["How to fill this in", "Lists", *TITLES.values()]
    for kind, title in TITLES.items():
        assert [cell.value for cell in book[title][1]] == [field.heading for field in KINDS[kind]]
        assert book[title].freeze_panes == "A2"


def test_every_list_is_the_strategys_own(made):
    profile, content = made
    book = load_workbook(io.BytesIO(content))
    names = {field.list for kind in LOGS for field in KINDS[kind] if field.list}
    assert set(book.defined_names) == {f"list_{name}" for name in names}
    for name in names:
        sheet, cells = book.defined_names[f"list_{name}"].attr_text.split("!")
        assert sheet == "'Lists'"
        column, first, _, last = range_boundaries(cells.replace("$", ""))
        terms = [book["Lists"].cell(row, column).value for row in range(first, last + 1)]
        assert [term for term in terms if term] == shown_names(name, profile)


def test_every_cell_of_a_list_or_a_day_is_checked(made):
    book = load_workbook(io.BytesIO(made[1]))
    for kind, title in TITLES.items():
        rules = {str(rule.sqref).split("2:")[0]: rule for rule in book[title].data_validations.dataValidation}
        for column, field in enumerate(KINDS[kind]):
            rule = rules.get(book[title].cell(1, column + 1).column_letter)
            if field.list:
                assert rule.type == "list" and rule.formula1 == f"list_{field.list}"
                assert rule.showErrorMessage == (field.reads == "term"), "several terms may be typed where several are meant"
            elif field.reads == "date":
                assert rule.type == "date"
            else:
                assert rule is None
            if rule:
                assert len(rule.promptTitle) <= 32 and len(rule.prompt) <= 255 and rule.allow_blank


def test_no_formula_macro_or_link_is_in_the_template(made):
    with zipfile.ZipFile(io.BytesIO(made[1])) as book:
        for name in book.namelist():
            assert not re.search("vba|macro|externalLink|drawing|comments", name, re.IGNORECASE)
            assert b"<f>" not in book.read(name)


def read_back(content):
    """The sheets of a workbook as an upload would find them, without the process of its own that opens it there."""
    return read_content(content, limits_for(len(content)))[2]


ROWS = {
    "activities": {"title": "Drop-in", "held_on": "2024-05-14", "participants": "30"},
    "outcomes": {"you_said": "It is dark", "we_did": "Lights", "stage": "done"},
    "plan": {"title": "Budget survey", "due_to": "2025-01-31"},
}


@pytest.mark.parametrize("kind", LOGS)
def test_a_filled_in_sheet_is_recognised_when_it_comes_back(made, kind):
    book = load_workbook(io.BytesIO(made[1]))
    sheet = book[TITLES[kind]]
    at = {field.name: column for column, field in enumerate(KINDS[kind], 1)}
    for name, words in ROWS[kind].items():
        sheet.cell(2, at[name], words)
    out = io.BytesIO()
    book.save(out)
    back = next(one for one in read_back(out.getvalue()) if one.name == TITLES[kind])
    (found,) = formats.recognise(back)
    assert kind == found.KIND
    assert set(found.read(back).fields) == set(at), "every column is known"


def test_the_guide_and_the_lists_are_not_taken_for_logs(made):
    for sheet in read_back(made[1])[:2]:
        assert formats.recognise(sheet) == []


def test_no_sentence_of_the_guide_is_long(made):
    book = load_workbook(io.BytesIO(made[1]))
    for row in book["How to fill this in"].iter_rows(values_only=True):
        for sentence in re.split(r"(?<=[.:]) ", " ".join(filter(None, row[1:]))):
            assert len(sentence.split()) <= 25


@pytest.mark.parametrize("kind", LOGS)
def test_a_template_is_known_with_certainty_even_when_most_of_its_columns_were_deleted(made, kind):
    profile, content = made
    book = load_workbook(io.BytesIO(content))
    sheet = book[TITLES[kind]]
    first = next(iter(ROWS[kind]))
    keep = next(column for column, field in enumerate(KINDS[kind], 1) if field.name == first)
    sheet.delete_cols(keep + 1, 100)
    sheet.delete_cols(1, keep - 1)
    sheet["A2"] = ROWS[kind][first]
    out = io.BytesIO()
    book.save(out)
    (one,) = prepare(Book("template.xlsx", "sha", "xlsx", tuple(read_back(out.getvalue()))), profile)
    assert one.kind == kind and one.reading.rows_kept == 1
