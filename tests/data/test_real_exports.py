import tomllib
from pathlib import Path

import pytest

from data.describe import describe
from data.formats import recognise
from data.problems import ImportRefused
from data.reading import read_file

SHARED = (Path(__file__).resolve().parents[3] / "shared").resolve()
EXPECTED = tomllib.loads((Path(__file__).parent / "real_exports.toml").read_text(encoding="utf-8"))["file"]
FILES = [path for folder in ("exports", "activity") for path in sorted((SHARED / folder).rglob("*")) if path.is_file()]

pytestmark = pytest.mark.skipif(not FILES, reason="the public exports are not at hand: real files of the survey tools are not read")


def test_the_table_says_what_every_file_must_give():
    assert {one["path"] for one in EXPECTED} == {str(path.relative_to(SHARED)) for path in FILES}


@pytest.mark.parametrize("wanted", EXPECTED, ids=[Path(one["path"]).name for one in EXPECTED])
def test_a_real_file_is_read_or_refused_as_the_table_says(wanted):
    found = describe(SHARED / wanted["path"], "cleveland")
    if "refused" in wanted:
        assert found.get("code") == wanted["refused"] and found["refused"].endswith(".")
        return
    assert "refused" not in found, found
    for key in ("format", "respondents", "rows"):
        assert found.get(key) == wanted.get(key, found.get(key)), key
    assert found["rows_aside"] == wanted.get("aside", 0)
    assert found["weighted"] == wanted.get("weighted", False)
    questions = found["questions"]
    assert len(questions) == wanted.get("questions", len(questions))
    assert set(wanted.get("left_out", [])) <= {left["heading"] for left in found["left_out"]}
    assert len([problem for problem in found["problems"] if problem["repair"] == "labels"]) >= wanted.get("labels", 0)
    for start, kind in wanted.get("kinds", {}).items():
        assert {question["kind"] for question in questions if question["wording"].startswith(start)} >= {kind}, start
    for start, count in wanted.get("options", {}).items():
        assert next(len(question["options"]) for question in questions if question["wording"].startswith(start)) == count, start
    for start, label in wanted.get("offers", {}).items():
        assert label in next(question["options"] for question in questions if question["wording"].startswith(start)), start


@pytest.mark.parametrize("wanted", [one for one in EXPECTED if "format" in one], ids=[Path(one["path"]).name for one in EXPECTED if "format" in one])
def test_a_real_file_is_known_by_its_own_format_and_by_no_other(wanted):
    path = SHARED / wanted["path"]
    sheets = [sheet for sheet in read_file(path.name, path.read_bytes()).sheets if not sheet.hidden and sheet.height]
    known = [module.NAME for sheet in sheets for module in recognise(sheet)]
    assert known == [wanted["format"]]


@pytest.mark.parametrize("wanted", [one for one in EXPECTED if one.get("refused") == "E_SUMMARY"], ids=lambda one: Path(one["path"]).name)
def test_a_report_is_refused_with_the_steps_to_export_responses(wanted):
    path = SHARED / wanted["path"]
    (sheet,) = read_file(path.name, path.read_bytes()).sheets
    with pytest.raises(ImportRefused) as caught:
        recognise(sheet)
    assert "export" in caught.value.remedy.casefold()
