"""The made-up surveys: exports as the tool writes them, answered by the people who usually answer."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from data.examples.material import material, offices
from data.logbook.lists import lists
from data.profile import load
from tests.data.made_examples import OFFICES, answers, column, made, of, readings

ROOT = Path(__file__).resolve().parents[3]
SEXES = ({"Female"}, {"Female", "Male"})


@OFFICES
def test_questions_are_read_as_what_they_are(office):
    waves = [reading for name, reading in readings(office).items() if "survey" in name]
    grid = material(office).survey.interviewed
    assert len(waves) == (3 if grid else 2)
    for wave in waves:
        assert Counter(question.kind for question in wave.questions) == {
            "rating": 10 if grid else 6,
            "number": 1,
            "many answers": 1,
            "ranking": 1,
            "written": 2,
            "one answer": 7,
        }
        assert {question.tracks for question in wave.questions} == {"", "confidence", "informed", "influence"}
        asked = {question.characteristic for question in wave.questions} - {""}
        assert asked == {"area", "age", "sex", "race", "disability", "religion or belief", "sexual orientation"}
        assert not wave.offers
        assert [question.wording for question in wave.questions] == [question.wording for question in waves[0].questions]
        assert wave.respondents["weight"].notna().all() == grid
    precept = of(readings(office), "precept")
    near = [""] if grid else []
    assert [question.tracks for question in precept.questions] == ["precept", *near, "", "", "", ""]
    assert [question.characteristic for question in precept.questions] == ["", *near, "", "area", "age", "sex"]


@pytest.mark.parametrize("office", [office for office in offices() if not material(office).survey.interviewed])
def test_people_who_answer_are_those_who_usually_do(office):
    profile = load(office)
    content = of(made(office), "residents-survey-2026")
    ages, sexes = Counter(column(content, "age group")), Counter(column(content, "your sex"))
    places = lists(profile)["areas"]
    areas = Counter(places.find(said) for said in column(content, "Which area"))
    assert ages["18-24"] < 0.09 * len(column(content, "UserID"))
    assert ages["65-74"] > 2 * ages["18-24"] > 0
    assert sexes["Male"] < 0.8 * sexes["Female"]
    assert areas[material(office).survey.over_represented] > 0.1 * areas.total()
    assert all(list(said).count("Prefer not to say") for said in (column(content, "age group"), column(content, "religion")))
    assert 0.02 < column(content, "Ended").count("") / len(column(content, "Ended")) < 0.07
    assert any(column(content, "Email"))


def test_people_chosen_to_match_quotas_are_nearly_those_who_live_there_and_weights_do_the_rest():
    content = of(made("nottinghamshire"), "residents-survey-2026")
    weights = [float(weight) for weight in column(content, "Weight")]
    assert abs(sum(weights) / len(weights) - 1) < 0.001
    assert 0.5 < min(weights) < 0.85 and 1.15 < max(weights) < 2.5
    sexes = Counter(column(content, "your sex"))
    assert 0.8 < sexes["Male"] / sexes["Female"] < 1
    assert set(column(content, "Tracking Link")) == {"Interviewer"} and not any(column(content, "Email")) and not any(column(content, "IP Address"))


def test_weights_make_the_sexes_as_they_are_in_the_census():
    content = of(made("nottinghamshire"), "residents-survey-2026")
    with (ROOT / "data" / "reference" / "population.csv").open(encoding="utf-8", newline="") as opened:
        people = [row for row in csv.DictReader(opened) if row["characteristic"] == "sex"]
    codes = {area.code for area in load("nottinghamshire").areas if area.code}
    women, everyone = (sum(int(row["people"]) for row in people if row["area_code"] in codes and row["category"] in of) for of in SEXES)
    given = [(said, float(weight)) for said, weight in zip(column(content, "your sex"), column(content, "Weight"), strict=True) if said in SEXES[1]]
    # A few people did not say; their weights are in neither sum.
    assert abs(sum(weight for said, weight in given if said == "Female") / sum(weight for _, weight in given) - women / everyone) < 0.01


def test_some_people_run_down_the_grid_of_four_statements_with_one_answer():
    top, rows = answers(of(made("nottinghamshire"), "residents-survey-2026"))
    start = next(i for i, heading in enumerate(top) if "each of these about the police" in heading)
    through = [row[start : start + 4] for row in rows if all(row[start : start + 4])]
    assert 0.07 < sum(len(set(row)) == 1 for row in through) / len(through) < 0.25


def favourable(content, words, good, only=None):
    said = column(content, words)
    within = column(content, only[0]) if only else said
    answered = [
        answer for answer, group in zip(said, within, strict=True) if answer not in ("", "-", "Don't know") and (not only or group in only[1])
    ]
    return sum(answer in good for answer in answered) / len(answered)


CONFIDENT = ("Very confident", "Fairly confident")


@OFFICES
def test_people_are_more_confident_in_the_second_wave_and_where_they_are_older(office):
    first, second = of(made(office), "residents-survey-2025"), of(made(office), "residents-survey-2026")
    assert 0.02 < favourable(second, "confidence", CONFIDENT) - favourable(first, "confidence", CONFIDENT) < 0.12
    older, younger = (("age group", bands) for bands in (("65-74", "75+"), ("18-24", "25-34")))
    assert favourable(second, "confidence", CONFIDENT, older) > favourable(second, "confidence", CONFIDENT, younger)


@OFFICES
def test_confidence_differs_from_area_to_area(office):
    moods = material(office).survey.moods
    best, worst = (chosen(moods, key=moods.get) for chosen in (max, min))
    for wave in ("residents-survey-2025", "residents-survey-2026"):
        content = of(made(office), wave)
        there, elsewhere = (favourable(content, "confidence", CONFIDENT, ("Which area", (area,))) for area in (best, worst))
        assert there > elsewhere + 0.1


@OFFICES
def test_the_youngest_are_more_often_unsure_about_the_precept(office):
    content = of(made(office), "precept")
    said, ages = column(content, "precept"), column(content, "age group")
    young = [answer for answer, age in zip(said, ages, strict=True) if age == "18-24"]
    assert young.count("Don't know") / len(young) > 1.5 * said.count("Don't know") / len(said)


@OFFICES
def test_comments_are_short_some_blank_and_some_hold_a_personal_detail(office):
    comments = column(of(made(office), "residents-survey-2026"), "one thing")
    written = [comment for comment in comments if comment]
    assert 0.2 < len(written) / len(comments) < 0.5
    assert len(set(written)) > 0.7 * len(written) and max(map(len, written)) < 120
    everything = [comment for name in ("2025", "residents-survey-2026", "precept") for comment in column(of(made(office), name), "not name anyone")]
    assert any("07700 900" in comment or "@example.com" in comment for comment in everything)


@OFFICES
def test_exports_are_laid_out_as_the_tool_lays_them_out(office):
    three = of(made(office), "residents-survey-2026")
    assert three.startswith(b'\xef\xbb\xbf"UserID","UserNo","Name","Email","IP Address","Unique ID","Started","Ended","Tracking Link","Q1. ')
    lines = three.decode("utf-8-sig").split("\r\n")
    assert lines[1].startswith('"","","') and '"Q6.1. More patrols"' in lines[1] and '"Other (please specify)"' in lines[1]
    assert set(lines[2]) == {'"', ","}
    assert all(line.startswith('"') and line.endswith('"') for line in lines[:-1])
    one = of(made(office), "precept").decode().split("\r\n")
    assert '"Tracking Link","source","Q1. ' in one[0]
    assert one[1].split(",")[0].strip('"').isdigit() and any(',"-"' in line for line in one)


@OFFICES
def test_nobody_ticks_more_than_they_were_asked_to(office):
    top, rows = answers(of(made(office), "residents-survey-2026"))
    start = next(i for i, heading in enumerate(top) if heading.startswith("Q6."))
    assert max(row[start : start + 5].count("Yes") for row in rows) == 3


@OFFICES
def test_ranks_are_each_given_once(office):
    top, rows = answers(of(made(office), "residents-survey-2026"))
    start = next(i for i, heading in enumerate(top) if heading.startswith("Q8."))
    assert {"".join(sorted(row[start : start + 3])) for row in rows} <= {"", "123"}
