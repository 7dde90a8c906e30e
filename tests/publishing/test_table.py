import pytest

from analysis.suppression import HIDDEN, LOW_BASE, NOT_YET, NOTHING, WITHHELD
from publishing.file_name import file_name
from publishing.notes import notes
from publishing.table import MARKERS, MEANINGS, table
from tests.figures import counted, finding, published
from tests.publishing.made_findings import KINDS, made


def shown(name, by, *rows):
    return table(finding(published(name, by, *rows)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_has_a_cell_for_every_heading_and_none_is_blank(kind):
    found = table(made(kind, "one", "two"))
    for row, words in zip(found.rows, found.shown, strict=True):
        assert len(row) == len(words) == len(found.headings) == len(found.units)
        assert all(cell != "" for cell in (*row, *words))


def test_a_count_is_shown_with_its_base():
    found = shown("activities_held", ("method",), {"method": "Focus group", **counted(1204, base=1204)})
    assert found.headings == ("Method", "Activities", "Base")
    assert found.shown == (("Focus group", "1,204", "1,204"),)


def test_a_share_is_shown_with_how_many_and_of_how_many():
    found = shown("told_back_share", ("year",), {"year": "2024/25", "numerator": 3, "denominator": 4})
    assert found.headings == ("Year", "Per cent", "Number", "Base")
    assert (found.rows, found.shown) == ((("2024/25", 0.75, 3.0, 4.0),), (("2024/25", "75%", "3", "4"),))
    assert found.units == ("", "per cent", "", "")


def test_people_engaged_are_shown_with_their_upper_figure():
    found = shown("people_engaged", ("year",), {"year": "2024/25", "numerator": 50, "denominator": 4, "upper": 110, "lower": 50, "base": 3})
    assert found.headings == ("Year", "People", "Upper figure", "Base")
    assert found.shown == (("2024/25", "50", "110", "3"),)


def test_a_survey_is_shown_in_people_and_with_its_range_where_it_has_one():
    row = {"answer": "Yes", "numerator": 100, "denominator": 203}
    assert shown("answers", ("answer",), row).headings == ("Answer", "Per cent", "Respondents", "Base: respondents")
    ranged = shown("answers", ("answer",), row | {"lower": 0.424, "upper": 0.561})
    assert ranged.headings == ("Answer", "Per cent", "Respondents", "Range from", "Range to", "Base: respondents")
    assert ranged.shown == (("Yes", "49%", "100", "42%", "56%", "205"),)


def test_beside_residents_the_people_are_not_all_respondents():
    assert table(made("gaps", "x")).headings == ("Group", "Who", "Per cent", "People", "Base: people")


@pytest.mark.parametrize(
    ("count", "base", "cells"),
    [
        (4, 8, ("[c]", "[c]")),
        (4, 200, ("[c]", "[c]", "200")),
        (196, 200, ("[c]", "[c]", "200")),
        (14, 25, ("[u]", "15", "25")),
        (20, 45, ("44% [u]", "20", "45")),
        (0, 0, ("[x]", "[x]")),
    ],
)
def test_a_marker_says_why_there_is_no_number(count, base, cells):
    found = shown("answers", ("answer",), {"answer": "Yes", "numerator": count, "denominator": base})
    assert found.shown[0][1:] == cells
    used = {marker for marker in MEANINGS if any(marker in cell for cell in cells)}
    assert set(found.markers) == used and len(found.explained) == len(used)


def test_what_somebody_typed_is_not_a_marker():
    found = shown(
        "answers", ("answer",), {"answer": "[c]", "numerator": 100, "denominator": 200}, {"answer": "[x]", "numerator": 90, "denominator": 200}
    )
    assert found.markers == () and found.explained == []


def test_every_flag_has_a_marker_and_every_marker_a_meaning():
    assert set(MARKERS) == {HIDDEN, WITHHELD, LOW_BASE, NOTHING, NOT_YET}
    assert set(MARKERS.values()) | {"[z]"} == set(MEANINGS), "what somebody else published has no flag of ours"


def test_a_blank_term_is_not_recorded():
    assert shown("activities_held", ("method",), {"method": None, **counted(3)}).shown[0][0] == "Not recorded"


def test_the_notes_say_what_must_travel_with_a_table():
    found = made("stacked", "Hartlepool")
    lines = notes(found, "Gwent OPCC")
    assert lines[:3] == [found.headline, found.subtitle, found.base]
    assert found.source in lines and found.notes[0] in lines
    assert any(line.startswith("Definition: The share of respondents who gave an answer") for line in lines)
    assert any(line.startswith("Shorthand: [c]") for line in lines) and any(line.startswith("Shorthand: [u]") for line in lines)
    assert "Numbers of respondents are rounded to the nearest 5, so they may not add up to their total." in lines
    assert lines[-1] == "Published by Gwent OPCC with Sounding Board." and all(lines)
    assert not any("rounded" in line for line in notes(made("ranked", "a"), "Gwent OPCC"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("People engaged by year", "people-engaged-by-year.csv"),
        ("../../etc/passwd", "etc-passwd.csv"),
        ('CON: <x>|*?"\x00\n', "con-x.csv"),
        ("Ymgysylltu â phobl", "ymgysylltu-phobl.csv"),
        ("x" * 200, f"{'x' * 60}.csv"),
        ("…", "table.csv"),
    ],
)
def test_a_file_is_named_in_plain_letters(title, name):
    assert file_name(title, "csv") == name
    assert file_name(title, "csv", example=True) == f"example-{name}"
