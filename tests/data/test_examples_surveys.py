"""The made-up surveys: exports as the tool writes them, answered by the people who usually answer."""

from collections import Counter

from data.examples.material import material
from data.logbook.lists import lists
from data.profile import load
from tests.data.made_examples import OFFICES, answers, column, made, of, readings


@OFFICES
def test_questions_are_read_as_what_they_are(office):
    waves = [reading for name, reading in readings(office).items() if "survey" in name]
    for wave in waves:
        assert Counter(question.kind for question in wave.questions) == {
            "rating": 6,
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
    assert [question.wording for question in waves[0].questions] == [question.wording for question in waves[1].questions]
    precept = of(readings(office), "precept")
    assert [question.tracks for question in precept.questions] == ["precept", "", "", "", ""]
    assert [question.characteristic for question in precept.questions] == ["", "", "area", "age", "sex"]


@OFFICES
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
