import pandas as pd
import pytest

from data.counted.weighting_cells import answer_cells, cells
from tests.analysis.made_surveys import QUESTIONS, people, tables
from tests.store import filled

PEOPLE = people(5)
MARGINS = ("area", "age")


@pytest.fixture(scope="module")
def store():
    with filled(**tables(PEOPLE)) as kept:
        yield kept


def one_by_one(persons):
    counts = {}
    for person in persons:
        key = (person["area"], person["age"])
        counts[key] = counts.get(key, 0) + 1
    return counts


def as_counts(frame):
    clean = frame.astype(dict.fromkeys(MARGINS, "object")).where(frame.notna(), None)
    return {(row["area"], row["age"]): row["people"] for _, row in clean.iterrows()}


def test_everyone_is_in_one_cell(store):
    found = cells(store, "s1", MARGINS)
    assert as_counts(found) == one_by_one([person for person in PEOPLE if person["survey_id"] == "s1"])
    assert (found["weight"] == 1).all()


def test_a_cell_counts_who_answered_and_who_chose_each_answer(store):
    for at, (_, _, labels) in QUESTIONS.items():
        given = answer_cells(store, "s2", [f"s2.{at}"], MARGINS)
        own = [person for person in PEOPLE if person["survey_id"] == "s2"]
        answered = [person for person in own if any(labels[option] != "Don't know" for option in person[at])]
        assert as_counts(given[given["option"].isna()]) == one_by_one(answered)
        for option in range(len(labels)):
            # Of a ranking only the first place counts.
            chose = [person for person in own if option in (person[at][:1] if at == 3 else person[at])]
            assert as_counts(given[given["option"] == option]) == one_by_one(chose)


def test_without_a_characteristic_everyone_is_one_cell(store):
    assert cells(store, "s1", ())["people"].tolist() == [sum(person["survey_id"] == "s1" for person in PEOPLE)]


def test_a_name_that_could_be_a_command_is_only_a_name(store):
    found = cells(store, "s1", ("area", "'); DROP TABLE respondents; --"))
    assert found.iloc[:, 1].isna().all() and len(cells(store, "s1", ()))


@pytest.mark.parametrize(("weights", "kept"), [([2.0, 0.5], [0.5, 2.0]), ([2.0, None], [1.0]), ([2.0, 0.0], [1.0]), ([2.0, float("inf")], [1.0])])
def test_weights_of_the_file_count_where_every_respondent_has_one(weights, kept):
    respondents = pd.DataFrame({"survey_id": "s", "respondent": [1, 2], "weight": weights})
    surveys = pd.DataFrame([{"survey_id": "s", "title": "S", "evidence": "open"}])
    with filled(surveys=surveys, respondents=respondents) as store:
        assert sorted(cells(store, "s", ())["weight"]) == kept
