import random
from collections import Counter
from datetime import date, timedelta

import pytest

from data.counted.tallies import write_tallies
from data.office import open_office
from data.profile import load
from data.questionnaire.states import state_of
from tests.store import saved

PROFILE = load("cleveland")
AGREE = ["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree", "Don't know", "Prefer not to say", ""]
AREAS = ["Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees", "Prefer not to say", ""]
SEXES = ["Female", "Male", "Prefer not to say", ""]
OPTIONS = ["Patrols", "CCTV", "Youth work"]
HEADINGS = [
    "Response ID",
    "Date submitted",
    "Which area do you live in?",
    "What is your sex?",
    "How far do you agree?",
    *(f"What matters? - {option}" for option in OPTIONS),
    *(f"Put in order [{option}]" for option in OPTIONS),
    "How many times did you call?",
    "Please tell us why",
]


def made_people(seed, count=120):
    made = random.Random(seed)
    people = []
    for number in range(count):
        ticks = [made.choice(["Yes", "No"]) for _ in OPTIONS] if made.random() < 0.9 else [""] * 3
        ranks = [str(place) for place in made.sample([1, 2, 3], 3)] if made.random() < 0.8 else [""] * 3
        people.append(
            [
                f"R{number}",
                (date(2024, 5, 1) + timedelta(days=number % 20)).isoformat(),
                made.choice(AREAS),
                made.choice(SEXES),
                made.choice(AGREE),
                *ticks,
                *ranks,
                made.choice(["0", "1", "2", "3", ""]),
                made.choice(["", f"because of thing number {number} in our street"]),
            ]
        )
    return people


def recount(people):
    """The tallies worked out person by person: (wording, split, category, label, place) → people, label None for the base."""
    cells = Counter()
    for person in people:
        groups = [("all", None)]
        groups += [("area", person[2])] if person[2] in AREAS[:4] else []
        groups += [("sex", person[3])] if person[3] in SEXES[:2] else []
        given = []
        ticked = [option for option, cell in zip(OPTIONS, person[5:8], strict=True) if cell == "Yes"]
        ticked = ticked or (["None of these"] if any(person[5:8]) else [])
        given += [("What matters?", option, None) for option in ticked]
        given += [("Put in order", option, int(cell)) for option, cell in zip(OPTIONS, person[8:11], strict=True) if cell]
        given += [(HEADINGS[at], person[at], None) for at in (2, 3, 4, 11) if person[at]]
        for split, category in groups:
            for wording, label, place in given:
                cells[wording, split, category, label, place] += 1
            answered = {wording for wording, label, _ in given if state_of(label) == "answered"}
            answered |= {HEADINGS[12]} if person[12] else set()
            for wording in answered:
                cells[wording, split, category, None, None] += 1
    return cells


def tallied(store):
    sql = """
        SELECT wording, split, category, label, place, people
        FROM tallies JOIN questions USING (question_id) LEFT JOIN options USING (question_id, option)
    """
    with store.reading() as cursor:
        return {tuple(row[:5]): row[5] for row in cursor.execute(sql).fetchall()}


@pytest.mark.parametrize("seed", range(4))
def test_tallies_are_what_counting_one_by_one_gives_by_every_split(seed):
    people = made_people(seed)
    with open_office("cleveland", None) as store:
        saved(store, [HEADINGS, *people], PROFILE)
        found = tallied(store)
    assert {key[1] for key in found} == {"all", "area", "sex"}
    assert found == dict(recount(people))


def test_of_several_surveys_each_is_tallied_alone():
    with open_office("cleveland", None) as store:
        for seed in (5, 6):
            saved(store, [HEADINGS, *made_people(seed)], PROFILE, f"wave {seed}.csv")
        found = store.frame(
            "SELECT survey_id, sum(people) AS people FROM tallies JOIN questions USING (question_id) WHERE split = 'all' GROUP BY ALL ORDER BY 2"
        )
        alone = sorted(sum(n for key, n in recount(made_people(seed)).items() if key[1] == "all") for seed in (5, 6))
        assert found["people"].tolist() == alone


def test_respondents_are_tallied_with_the_state_of_their_answer():
    people = made_people(9)
    with open_office("cleveland", None) as store:
        saved(store, [HEADINGS, *people], PROFILE)
        with store.reading() as cursor:
            found = {tuple(row[:3]): row[3] for row in cursor.execute("SELECT split, category, state, people FROM respondent_tallies").fetchall()}
    expected = Counter({("all", None, "answered"): len(people)})
    for split, at, known in (("area", 2, AREAS[:4]), ("sex", 3, SEXES[:2])):
        for person in people:
            category = person[at] if person[at] in known else None
            expected[split, category, "answered" if category else "prefer not to say" if person[at] else "no answer"] += 1
    assert found == dict(expected)


def test_a_category_that_was_offered_and_nobody_chose_stands_with_nought():
    with open_office("cleveland", None) as store:
        receipt = saved(store, [HEADINGS, *made_people(3)], PROFILE)
        with store.writing() as cursor:
            cursor.execute("DELETE FROM tallies; DELETE FROM respondent_tallies")
            write_tallies(cursor, receipt.import_id, [("sex", "Another term"), ("sex", "Female")])
        found = store.frame("SELECT category, people FROM respondent_tallies WHERE split = 'sex' AND state = 'answered' ORDER BY category")
    assert found["category"].tolist() == ["Another term", "Female", "Male"]
    assert found["people"].tolist()[0] == 0 and (found["people"][1:] > 0).all()


def test_an_option_nobody_chose_is_in_the_options_and_not_in_the_tallies():
    rows = [["Response ID", "What matters? - Patrols", "What matters? - CCTV"], ["1", "Yes", "No"], ["2", "Yes", "No"]]
    with open_office("cleveland", None) as store:
        saved(store, rows, PROFILE)
        assert store.frame("SELECT label FROM options ORDER BY option")["label"].tolist() == ["Patrols", "CCTV"]
        assert tallied(store) == {("What matters?", "all", None, "Patrols", None): 2, ("What matters?", "all", None, None, None): 2}
