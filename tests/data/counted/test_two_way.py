"""One question by another, counted by the store and again person by person."""

from itertools import product

import pandas as pd
import pytest

from data.counted.two_way import medians, narrowed, two_way, values_of
from data.counted.without import DUPLICATES, OUTSIDE_AREA, STAFF, asks_who_works_there, long_comments, without, without_people
from tests.analysis.made_surveys import QUESTIONS, people, tables
from tests.store import filled, rows

PEOPLE = people(21, 300)
ONE = [(number, person) for number, person in enumerate(PEOPLE, 1) if person["survey_id"] == "s1"]


@pytest.fixture(scope="module")
def store():
    made = tables(PEOPLE)
    made["respondents"] = made["respondents"].assign(
        weight=[0.5 + (n % 7) / 4 for n in range(len(PEOPLE))], channel=["Post", "Online"] * (len(PEOPLE) // 2) + ["Post"] * (len(PEOPLE) % 2)
    )
    with filled(**made) as opened:
        yield opened


def weight(number):
    return 0.5 + ((number - 1) % 7) / 4


def given(person, at):
    """The answers of a person that are answers, as the table counts them."""
    _, _, labels = QUESTIONS[at]
    options = person[at][:1] if at == 3 else person[at]
    return {option for option in options if labels[option] != "Don't know"}


@pytest.mark.parametrize(("at", "by"), list(product([1, 2, 3, 4], ["area", "age", "s1.1", "s1.2", "all"])))
def test_every_grain_is_what_counting_people_gives(store, at, by):
    def groups(person):
        if by == "all":
            return {"all"}
        if by in ("area", "age"):
            return {person[by]} - {None}
        _, _, labels = QUESTIONS[int(by[-1])]
        return {labels[option] for option in given(person, int(by[-1]))}

    found = two_way(store, "s1", f"s1.{at}", by)
    inside = [(n, person) for n, person in ONE if given(person, at) and groups(person)]
    cells = found[found["grain"] == "cell"].set_index(["option", "category"])
    for (option, category), row in cells.iterrows():
        own = [n for n, person in inside if option in given(person, at) and category in groups(person)]
        assert row["people"] == len(own) and row["weight"] == pytest.approx(sum(map(weight, own)))
        assert row["squares"] == pytest.approx(sum(weight(n) ** 2 for n in own))
    by_option = found[found["grain"] == "option"].set_index("option")["people"]
    assert all(people == sum(option in given(person, at) for _, person in inside) for option, people in by_option.items())
    by_category = found[found["grain"] == "category"].set_index("category")["people"]
    assert all(people == sum(name in groups(person) for _, person in inside) for name, people in by_category.items())
    assert found.loc[found["grain"] == "all", "people"].item() == len(inside)
    assert found.loc[found["grain"] == "everyone", "people"].item() == len(ONE)


def test_a_selection_is_or_within_a_field_and_and_across_fields(store):
    only = {"area": ["Hartlepool", "Middlesbrough"], "s1.4": ["Yes"]}
    own = [person for _, person in ONE if person["area"] in only["area"] and given(person, 4) == {0}]
    found = two_way(store, "s1", "s1.1", "all", only)
    assert found.loc[found["grain"] == "everyone", "people"].item() == len(own)
    assert found.loc[found["grain"] == "all", "people"].item() == sum(bool(given(person, 1)) for person in own)


def test_tallies_of_some_respondents_have_the_shape_and_the_counts_of_all_tallies(store):
    everybody = narrowed(store, "s1", ["s1.1", "s1.2"], "area", {})
    stored = store.frame(
        "SELECT question_id, split, category, option, place, people FROM tallies WHERE question_id IN ('s1.1','s1.2') AND split = 'area'"
    )
    keys = ["question_id", "category", "option"]
    assert everybody.sort_values(keys)["people"].tolist() == stored.sort_values(keys)["people"].tolist()
    some = narrowed(store, "s1", ["s1.1"], "all", {"age": ["25 to 44"]})
    assert some.loc[some["option"].isna(), "people"].item() == sum(bool(given(person, 1)) for _, person in ONE if person["age"] == "25 to 44")


def test_values_come_with_most_people_first(store):
    found = values_of(store, "s1", "area")
    counts = [sum(person["area"] == name for _, person in ONE) for name in found]
    assert counts == sorted(counts, reverse=True) and set(values_of(store, "s1", "channel")) == {"Post", "Online"}


def small():
    """Six people: two sent every answer twice over, one lives outside, one works for the police."""
    respondents = rows("survey_id respondent", *(("s", n) for n in range(1, 7)))
    questions = rows(
        "question_id survey_id position kind wording",
        ("s.1", "s", 1, "one answer", "Support?"),
        ("s.2", "s", 2, "one answer", "Do you work for the police?"),
        ("s.3", "s", 3, "written", "Why?"),
        ("s.4", "s", 4, "number", "How often?"),
    )
    options = rows(
        "question_id option label state",
        ("s.1", 0, "Yes", "answered"),
        ("s.1", 1, "No", "answered"),
        ("s.2", 0, "Yes", "answered"),
        ("s.2", 1, "No", "answered"),
    )
    chosen = [("s.1", n, int(n > 3)) for n in range(1, 7)] + [("s.2", n, int(n != 6)) for n in range(1, 7)]
    answers = rows("question_id respondent option", *chosen)
    words = {1: "Because it would keep our street safe", 2: "Because it would keep our street safe", 3: "No reason", 4: "No reason"}
    written = rows("question_id respondent written", *(("s.3", n, text) for n, text in words.items()))
    numbers = rows("question_id respondent number", *(("s.4", n, float(n)) for n in (3, 4, 5)))
    about = rows(
        "survey_id respondent characteristic category state",
        ("s", 5, "area", "Outside the area", "answered"),
        ("s", 1, "area", "Hartlepool", "answered"),
    )
    return filled(
        respondents=respondents,
        questions=questions,
        options=options,
        answers=pd.concat([answers, written, numbers]),
        respondent_characteristics=about,
    )


@pytest.mark.parametrize(("whom", "counts", "left"), [(DUPLICATES, {0: 2, 1: 3}, 1), (OUTSIDE_AREA, {0: 3, 1: 2}, 1), (STAFF, {0: 3, 1: 2}, 1)])
def test_a_question_is_counted_again_without_some_people(whom, counts, left):
    with small() as store:
        found, people = without(store, "s", "s.1", whom)
        assert dict(found.itertuples(index=False)) == counts and people == left
        assert asks_who_works_there(store, "s")


def test_short_answers_alike_are_no_duplicates():
    """The third and fourth wrote the same two words: that is not one person twice."""
    with small() as store:
        assert without(store, "s", "s.1", DUPLICATES)[1] == 1


def test_a_question_is_counted_again_without_people_who_are_named():
    with small() as store:
        assert dict(without_people(store, "s.1", [1, 4]).itertuples(index=False)) == {0: 2, 1: 2}
        assert dict(without_people(store, "s.1", []).itertuples(index=False)) == {0: 3, 1: 3}


def test_only_long_comments_are_compared():
    with small() as store:
        assert long_comments(store, "s", 5)["respondent"].tolist() == [1, 2]


def test_the_median_is_that_of_the_numbers_given():
    with small() as store:
        assert medians(store, "s", ["s.4", "s.1"], {})[["median", "people"]].values.tolist() == [[4.0, 3.0]]
