"""The made-up files as files: the same each time, plainly made up, and each read by the one format that should read it."""

import io
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data.examples.load import load_example
from data.examples.make import office_files
from data.examples.material import material, offices
from data.examples.workbook import MADE_UP
from data.examples.write import write
from data.formats import key, recognise
from data.logbook.lists import lists
from data.office import open_office
from data.problems import ProfileError
from data.profile import available, load
from data.settled.key_dates import key_dates
from tests.data.made_examples import AS_AT, OFFICES, books, cells, column, log, made, of, readings

ROOT = Path(__file__).resolve().parents[3]
COMMITTED = ROOT / "data" / "examples" / "files"
FORMATS = {"activity-log": "activity_log", "you-said": "outcomes_log", "plan": "engagement_plan", "survey": "smartsurvey", "precept": "smartsurvey"}


def test_there_is_an_example_for_every_office():
    assert offices() == sorted(available())


def test_an_office_without_an_example_is_told_so():
    with pytest.raises(ProfileError, match="cleveland, gwent, nottinghamshire"):
        material("elsewhere")


def test_an_example_already_made_is_left_as_it_is_and_one_half_made_is_finished():
    store, profile = open_office("cleveland", None), load("cleveland")
    half = load_example(store, profile, AS_AT)
    first = [next(half), next(half)]
    half.close()
    rest = list(load_example(store, profile, AS_AT))
    assert sorted(first + rest) == sorted(office_files(profile, AS_AT))
    days = key_dates(store)
    assert list(load_example(store, profile, AS_AT)) == []
    assert len(key_dates(store)) == len(days) > 0


@OFFICES
def test_the_same_day_makes_the_same_bytes(office):
    assert office_files(load(office), AS_AT) == made(office)


def test_another_process_makes_the_same_bytes(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "data.examples.write", str(tmp_path), "gwent", "--as-at", "2026-09-30"], cwd=ROOT, check=True, capture_output=True
    )
    assert {path.name: path.read_bytes() for path in (tmp_path / "gwent").iterdir()} == made("gwent")


@OFFICES
def test_the_files_beside_the_code_are_what_the_code_makes(office):
    kept = {path.name: path.read_bytes() for path in (COMMITTED / office).iterdir()}
    assert kept.keys() == made(office).keys()
    for name, content in made(office).items():
        # The compression of a workbook may differ from machine to machine; its cells may not.
        assert (cells(kept[name]) == cells(content)) if name.endswith("xlsx") else (kept[name] == content), name


def test_the_files_beside_the_code_are_small():
    assert sum(path.stat().st_size for path in COMMITTED.rglob("*.*")) < 2_000_000


def test_files_are_written_into_a_folder_of_the_office(tmp_path):
    paths = write(tmp_path, "cleveland", AS_AT)
    assert len(paths) == 6
    assert {path.parent for path in paths} == {tmp_path / "cleveland"}


@OFFICES
def test_a_later_day_leaves_the_past_as_it_was(office):
    earlier = {row["activity_ref"]: row for row in log(office_files(load(office), date(2026, 8, 31)))}
    later = {row["activity_ref"]: row for row in log(made(office))}
    # What was still running in August has its end and its count by September.
    changed = [ref for ref, row in earlier.items() if later[ref] != row]
    assert len(later) > len(earlier) > 90
    assert all(later[ref]["ended_on"] and later[ref]["ended_on"].date() > date(2026, 8, 31) for ref in changed)


@pytest.mark.parametrize("day", [date(2026, 4, 1), date(2026, 6, 13), date(2027, 3, 31), date(2028, 2, 29)])
@OFFICES
def test_any_day_has_its_waves_and_a_consultation_that_are_over(office, day):
    files = office_files(load(office), day)
    surveys = [content for name, content in files.items() if "survey" in name or "precept" in name]
    assert len(surveys) == len(material(office).survey.respondents) + 1
    for content in surveys:
        assert max(datetime.strptime(started, "%d/%m/%Y %H:%M:%S").date() for started in column(content, "Started")) <= day


@OFFICES
def test_every_file_is_known_by_one_format_alone(office):
    for name, book in books(office).items():
        expected = next(format_ for part, format_ in FORMATS.items() if part in name)
        assert [[key(module) for module in recognise(sheet)] for sheet in book.sheets] == [[expected]], name


@OFFICES
def test_every_file_says_that_it_is_made_up(office):
    for name, content in made(office).items():
        assert name.startswith(f"example-{office}-")
        if name.endswith("xlsx"):
            book = load_workbook(io.BytesIO(content))
            assert MADE_UP in book.active["A1"].value
            assert book.properties.title == MADE_UP
            assert book.properties.creator == "Sounding Board"


@OFFICES
def test_contact_details_are_of_nobody(office):
    for name, content in made(office).items():
        if name.endswith("csv"):
            text = content.decode("utf-8-sig")
            assert set(re.findall(r"[\w.]+@([\w.]+\w)", text)) <= {"example.com"}
            assert all(number.startswith("07700 900") for number in re.findall(r"\b0\d{4}[ \d]{5,7}\b", text))
            assert all(address.startswith("192.0.2.") for address in re.findall(r"\b\d+\.\d+\.\d+\.\d+\b", text))


@OFFICES
def test_nothing_is_dated_after_the_day(office):
    activities = of(readings(office), "activity-log").tables["activities"]
    said = of(readings(office), "you-said").tables["outcomes"]
    days = [day for table in (activities, said) for name in table.columns if name.endswith("_on") for day in table[name] if isinstance(day, date)]
    assert len(days) > 200
    assert max(days) <= AS_AT
    assert max(day.date() for row in log(made(office)) for day in row.values() if isinstance(day, datetime)) <= AS_AT


@OFFICES
def test_material_uses_the_strategys_own_terms(office):
    profile = load(office)
    known = {name: {term.name for term in each.terms} for name, each in lists(profile).items()}
    for theme in material(office).themes:
        assert {method for methods in theme.methods for method in methods} <= known["methods"]
        assert {audience for audiences in theme.audiences for audience in audiences} <= known["audiences"]
        assert {name for names in theme.characteristics for name in names} <= known["characteristics"]
        assert {*theme.areas} <= known["areas"] and {*theme.duties} <= known["duties"] and {*theme.objectives} <= known["objectives"]
        assert theme.level in known["levels"]
        assert theme.people[0] <= theme.people[1] and theme.cost[0] <= theme.cost[1] and theme.hours[0] <= theme.hours[1]
    assert set(material(office).places) == {area.name for area in profile.areas if not area.whole}
    assert set(material(office).survey.moods) == set(material(office).places)
    assert {told.after for told in material(office).told} <= {theme.tag for theme in material(office).themes}
