import csv
import io

import pytest

from publishing.cell import could_run, inert
from publishing.comma_separated import comma_separated
from publishing.table import table
from tests.figures import finding
from tests.publishing.made_findings import INJECTIONS, KINDS, made

OFFICE = "Office of the Police and Crime Commissioner for Cleveland"


def read(found, example=False):
    return list(csv.reader(io.StringIO(comma_separated(found, OFFICE, example).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_comes_as_headings_rows_and_notes(kind):
    found = made(kind, "one", "two")
    lines = read(found)
    assert lines[0] == list(table(found).headings)
    size = len(table(found).rows)
    assert lines[size + 1] == [] and all(len(line) == len(lines[0]) for line in lines[: size + 1])
    notes = [line[0] for line in lines[size + 2 :]]
    assert found.headline in notes and found.source in notes and notes[-1] == f"Published by {OFFICE} with Sounding Board."


def test_a_share_is_written_as_people_say_it_and_pounds_with_their_pence():
    assert read(made("waves", "May 2024"))[1] == ["May 2024", "50", "100", "43", "57", "200"]
    assert read(made("money", "2024/25"))[1][1] == "5.52625"


def test_a_marker_stands_where_a_number_may_not():
    lines = read(made("stacked", "Hartlepool"))
    assert lines[3] == ["Hartlepool", "Neither", "[c]", "[c]", "45"]
    assert any("[c] hidden to protect people" in line[0] for line in lines if line)


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_can_be_taken_for_a_formula(kind):
    words = len(made(kind, "x").published.by)
    for line in read(made(kind, *INJECTIONS)):
        for field in line[:words]:
            assert field.startswith("'") or not could_run(field)
        for field in line[words:]:
            assert field[:1].isdigit() or field.startswith("[") or not could_run(field)
    assert {inert(text) for text in INJECTIONS} <= {line[0] for line in read(made(kind, *INJECTIONS)) if line}


def test_the_words_beside_a_table_cannot_run_either():
    for text in INJECTIONS:
        lines = read(finding(made("ranked", "a").published, headline=text, source=text, subtitle=text, description=text))
        assert all(line[0].startswith("'") or not could_run(line[0]) for line in lines if line)


def test_every_field_is_quoted_and_the_file_says_its_encoding():
    content = comma_separated(made("ranked", 'ffôn, a "b"'), OFFICE)
    assert content.startswith(b'\xef\xbb\xbf"Methodology",')
    assert read(made("ranked", 'ffôn, a "b"'))[1][0] == 'ffôn, a "b"'
    assert b"\r\n" in content


def test_example_data_says_so_first():
    lines = read(made("ranked", "a"), example=True)
    assert ["Example data: not real results."] in lines
