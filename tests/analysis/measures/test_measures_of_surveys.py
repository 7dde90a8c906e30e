"""The measures of surveys against the same people counted one by one, and against what must never happen to them."""

import math
from datetime import date

import pandas as pd
import pytest

from analysis.measure import compute, measures
from analysis.scope import Scope
from analysis.statistics.intervals import wilson
from data import profile as profiles
from data.population import built_in
from data.vocabulary import CHARACTERISTICS
from tests.analysis.made_surveys import AGES, AREAS, QUESTIONS, WAVES, counted, people, tables
from tests.store import filled, frames_of, history_of, rows

OFFICE = profiles.load("cleveland")
TODAY = date(2025, 5, 14)
PEOPLE = people(3)
QUOTA = [(survey, wave, closed) for survey, _, wave, closed, evidence in WAVES if evidence == "quota"]
CODES = {area.name: area.code for area in OFFICE.areas if area.code}


@pytest.fixture(scope="module")
def frames():
    typed = tables(PEOPLE)
    with filled(**typed, population=built_in().drop(columns="import_id")) as store:
        found = frames_of(store, OFFICE, TODAY)
        answers = store.frame("SELECT question_id, split, category, option, place, people::DOUBLE AS people FROM tallies")
    return found | {"all tallies": answers}


def of(survey):
    return [person for person in PEOPLE if person["survey_id"] == survey]


def test_confidence_is_the_latest_wave_of_the_strongest_series(frames):
    result = compute("public_confidence", frames)
    favourable, answered = counted(of("s2"), 1, {0, 1})
    assert len(result) == 1
    assert result.iloc[0][["numerator", "denominator", "value", "base"]].tolist() == [favourable, answered, favourable / answered, answered]
    assert tuple(result.iloc[0][["lower", "upper"]]) == pytest.approx(wilson(favourable / answered, answered))


def test_every_split_in_the_tallies_leaves_the_whole_as_it_is(frames):
    assert set(frames["tallies"]["split"]) == {"all", "area", "age"}
    assert compute("public_confidence", frames)["base"].iloc[0] <= len(of("s2"))
    assert compute("unsure_share", frames)["base"].iloc[0] <= len(of("s3"))


def test_confidence_by_wave_gives_each_wave_its_own_people(frames):
    result = compute("public_confidence", frames, ["wave", "evidence", "closed_on"])
    expected = [counted(of(survey), 1, {0, 1}) for survey, _, _ in QUOTA]
    assert list(zip(result["numerator"], result["denominator"], strict=True)) == expected
    assert list(result["wave"]) == [wave for _, wave, _ in QUOTA]
    assert list(result["evidence"]) == ["quota", "quota"]


def test_confidence_by_year_is_the_last_wave_of_each(frames):
    result = compute("public_confidence", frames, ["year"]).set_index("year")["denominator"]
    assert result.to_dict() == {"2023/24": counted(of("s1"), 1, {0})[1], "2024/25": counted(of("s2"), 1, {0})[1]}


@pytest.mark.parametrize(("split", "categories"), [("area", AREAS), ("age", AGES)])
def test_confidence_by_who_people_are(frames, split, categories):
    result = compute("public_confidence", frames, [split]).set_index(split)
    for category in categories:
        favourable, answered = counted(of("s2"), 1, {0, 1}, category)
        if answered:
            assert result.loc[category, ["numerator", "denominator"]].tolist() == [favourable, answered]


def test_looking_at_one_area_takes_the_people_who_live_there():
    there = history_of(OFFICE, TODAY, Scope(area="Hartlepool"), **tables(PEOPLE)).at(None)
    favourable, answered = counted(of("s2"), 1, {0, 1}, "Hartlepool")
    assert compute("public_confidence", there)[["numerator", "denominator"]].iloc[0].tolist() == [favourable, answered]
    assert compute("responses_received", there)["numerator"].iloc[0] == sum(person["area"] == "Hartlepool" for person in PEOPLE)
    assert compute("characteristics_covered", there).empty, "who answered in one area is not known by characteristic"


def test_an_open_survey_has_no_interval(frames):
    result = compute("unsure_share", frames).iloc[0]
    unsure = sum(person[4] == [2] for person in of("s3"))
    assert (result["numerator"], result["base"]) == (unsure, sum(bool(person[4]) for person in of("s3")))
    assert math.isnan(result["lower"]) and math.isnan(result["upper"])


def test_waves_of_a_weaker_survey_wait_behind_a_stronger_one(frames):
    weak = frames | {"surveys": frames["surveys"].assign(evidence=frames["surveys"]["survey_id"].map({"s1": "open", "s2": "open", "s3": "quota"}))}
    assert compute("public_confidence", weak)["base"].iloc[0] == counted(of("s3"), 1, {0})[1]


@pytest.mark.parametrize("name", ["feel_informed", "feel_influence"])
def test_a_question_nobody_asked_has_no_figure(frames, name):
    assert compute(name, frames).empty
    assert compute(name, frames, ["wave", "evidence", "closed_on"]).empty


@pytest.mark.parametrize("at", [1, 2, 4])
def test_the_shares_of_answers_are_of_people_and_never_of_ticks(frames, at):
    given = frames | {"tallies": frames["all tallies"]}
    result = compute("answers", given, ["question_id", "option"], only={"question_id": f"s1.{at}"}).set_index("option")
    _, _, labels = QUESTIONS[at]
    for option, label in enumerate(labels):
        chose, answered = counted(of("s1"), at, {option})
        if label == "Don't know":
            assert option not in result.index
        else:
            assert result.loc[option, ["numerator", "denominator", "value"]].tolist() == pytest.approx([chose, answered, chose / answered])


def test_answers_without_an_option_have_a_base_and_no_share(frames):
    result = compute("answers", frames | {"tallies": frames["all tallies"]}, ["question_id"], only={"question_id": "s1.2"}).iloc[0]
    assert result["base"] == counted(of("s1"), 2, {0})[1] and math.isnan(result["value"])


def test_responses_are_counted_once_whatever_is_known_about_people(frames):
    assert compute("responses_received", frames)["numerator"].iloc[0] == len(PEOPLE)
    by_wave = compute("responses_received", frames, ["wave"]).set_index("wave")["numerator"].to_dict()
    assert by_wave == {wave: len(of(survey)) for survey, _, wave, *_ in WAVES}
    by_year = compute("responses_received", frames, ["year"]).set_index("year")["numerator"].to_dict()
    assert by_year == {"2023/24": len(of("s1")), "2024/25": len(of("s2")) + len(of("s3"))}
    by_area = compute("responses_received", frames, ["area"]).set_index("area")["numerator"].to_dict()
    assert by_area == {area: sum(person["area"] == area for person in PEOPLE) for area in AREAS} | {"All of Cleveland": 0}


def test_characteristics_are_counted_out_of_nine(frames):
    asked = compute("characteristics_asked", frames).iloc[0]
    assert (asked["numerator"], asked["denominator"], asked["base"]) == (1, len(CHARACTERISTICS), 3)
    assert compute("characteristics_covered", frames).iloc[0][["numerator", "denominator", "base"]].tolist() == [1, 9, 3]
    assert compute("characteristics_asked", frames, ["wave"])["numerator"].tolist() == [1, 1, 1]


def test_a_period_without_a_survey_says_nothing_of_characteristics():
    with filled() as store:
        empty = frames_of(store, OFFICE, TODAY)
    for name in ("characteristics_asked", "characteristics_covered", "area_skew", "group_representation"):
        assert compute(name, empty).empty


def test_a_survey_that_asked_nobody_about_themselves_covers_none(frames):
    unasked = frames | {
        "questions": frames["questions"].assign(characteristic=""),
        "respondent_tallies": frames["respondent_tallies"].query("split == 'all'"),
    }
    assert compute("characteristics_covered", unasked)["numerator"].tolist() == [0]
    assert compute("characteristics_asked", unasked)["numerator"].tolist() == [0]


def test_one_group_of_nine_people_and_one_of_ten_are_not_two(frames):
    few = rows("survey_id split category state people", ("s1", "sex", "Female", "answered", 10.0), ("s1", "sex", "Male", "answered", 9.0))
    enough = few.assign(people=[10.0, 10.0])
    assert compute("characteristics_covered", frames | {"respondent_tallies": few})["numerator"].tolist() == [0]
    assert compute("characteristics_covered", frames | {"respondent_tallies": enough})["numerator"].tolist() == [1]


def test_the_skew_between_areas_is_half_of_all_the_gaps(frames):
    census = built_in()
    adults = census[(census["characteristic"] == "age") & ~census["category"].isin(["Under 5", "5 to 9", "10 to 14", "15", "16 to 17"])]
    living = {area: adults.loc[adults["area_code"] == code, "people"].sum() for area, code in CODES.items()}
    last = of("s3")
    stated = [person["area"] for person in last if person["area"]]
    gaps = [abs(stated.count(area) / len(stated) - living[area] / sum(living.values())) for area in living]
    result = compute("area_skew", frames).iloc[0]
    assert (result["value"], result["base"]) == pytest.approx((sum(gaps) / 2, len(stated)))
    assert compute("area_skew", frames, ["wave"])["wave"].tolist() == sorted(wave for _, _, wave, *_ in WAVES)


def test_a_groups_ratio_is_its_share_of_respondents_over_its_share_of_residents(frames):
    census = built_in()
    adults = census[(census["characteristic"] == "age") & census["area_code"].isin(CODES.values())]
    young = adults[adults["category"].isin(["18 to 19", "20 to 24"])]["people"].sum()
    over = adults[~adults["category"].isin(["Under 5", "5 to 9", "10 to 14", "15", "16 to 17"])]["people"].sum()
    stated = [person["age"] for person in of("s3") if person["age"]]
    result = compute("group_representation", frames).iloc[0]
    assert result["numerator"] == stated.count("18 to 24")
    assert result["value"] == pytest.approx(stated.count("18 to 24") / len(stated) / (young / over))


def test_a_group_the_survey_did_not_offer_has_no_ratio(frames):
    assert compute("group_representation", frames, only={"category": "16 to 17"}).empty
    assert compute("group_representation", frames, only={"characteristic": "sex", "category": "Female"}).empty


def test_a_favourable_answer_is_known_whatever_its_capitals(frames):
    shouted = frames | {"options": frames["options"].assign(label=frames["options"]["label"].str.upper())}
    pd.testing.assert_frame_equal(compute("public_confidence", shouted), compute("public_confidence", frames))


def test_a_survey_with_two_questions_on_one_thing_counts_its_people_once(frames):
    again = frames["questions"].assign(tracks=frames["questions"]["tracks"].mask(frames["questions"]["position"] == 2, "confidence"))
    assert compute("public_confidence", frames | {"questions": again})["base"].iloc[0] == compute("public_confidence", frames)["base"].iloc[0]


def test_measures_about_people_are_published_under_the_rule_for_people():
    about_people = {name for name, measure in measures().items() if measure.counts == "respondents"}
    assert {"public_confidence", "feel_informed", "feel_influence", "unsure_share", "answers", "responses_received"} <= about_people
    assert {"area_skew", "group_representation"} <= about_people
