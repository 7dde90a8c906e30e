import csv
from pathlib import Path

import pytest

from data.profile import load
from data.questionnaire.about_you import HEADING_ALONE, Category, match_question
from data.questionnaire.characteristics import listed
from data.vocabulary import ANSWER_STATES, SPLITS

SHARED = (Path(__file__).resolve().parents[4] / "shared").resolve()

MIXED, WHITE = "Mixed or multiple ethnic groups", "White"
SAME, DIFFERENT = "Same as registered at birth", "Different from registered at birth"
SEXES = ["Male", "Female"]


def spellings(office):
    """As a caller builds them: every spelling and code of the areas, without those for the whole force."""
    return {spelling: area.name for area in load(office).areas if not area.whole for spelling in (area.name, area.code, *area.also)}


@pytest.mark.parametrize("option", ["female", "Females", "shemale", "Malean", "Maleficent", "Human", "manager", "womanly"])
def test_a_word_inside_another_word_means_nothing(option):
    match = match_question("What is your sex?", [option])
    assert match is not None
    assert match.categories[option].category != "Male"


def test_wide_letters_odd_spaces_and_capitals_make_no_difference():
    match = match_question("ＷＨＡＴ is\u00a0your SEX ?", ["ＭＡＬＥ", " female ", "Prefer\u00a0not to say"])
    assert match is not None
    assert match.sure
    assert [found.category for found in match.categories.values()] == ["Male", "Female", None]


@pytest.mark.parametrize(
    ("option", "state"),
    [
        ("Prefer not to say", "prefer not to say"),
        ("I'd rather not say", "prefer not to say"),
        ("I’d prefer not to answer", "prefer not to say"),
        ("Mae'n well gen i beidio â dweud / Prefer not to say", "prefer not to say"),
        ("Don't know", "don't know"),
        ("Don’t know / not sure", "don't know"),
        ("Ddim yn gwybod", "don't know"),
        ("N/A", "no answer"),
        ("Not applicable", "no answer"),
        ("Not stated", "no answer"),
        ("-", "no answer"),
        ("  ", "no answer"),
    ],
)
def test_a_way_of_not_answering_is_no_category(option, state):
    match = match_question("What is your ethnic group?", ["White", "Pakistani", option])
    assert match is not None
    assert match.sure
    assert match.categories[option] == Category(None, state)


def test_one_category_looks_like_a_box_to_tick_and_is_not_enough_to_be_sure():
    for wording, option in [("Gender", "Male"), ("Age – 18-29", "18-29"), ("What is your religion?", "Christian")]:
        match = match_question(wording, [option])
        assert match is not None
        assert not match.sure


def test_answers_that_do_not_answer_are_not_enough_to_be_sure():
    match = match_question("What is your sex?", ["Prefer not to say", "N/A"])
    assert match is not None
    assert not match.sure


def test_an_option_with_two_meanings_has_none():
    for wording, option in [
        ("What is your sex?", "Male/Female"),
        ("What is your ethnic group?", "Black or Asian"),
        ("What is your marital status?", "Married/Cohabiting"),
    ]:
        match = match_question(wording, [option])
        assert match is not None
        assert match.categories[option] == Category(None, "answered")
        assert not match.sure


def test_mixed_and_white_are_told_apart():
    options = ["White and Black African", "White & Asian", "White - British and Irish", "White/British", "Any other mixed background"]
    match = match_question("Ethnic origin", options)
    assert match is not None
    assert [match.categories[option].category for option in options] == [MIXED, MIXED, WHITE, WHITE, MIXED]


def test_gender_is_compared_with_sex_and_says_so():
    gender, sex = (match_question(wording, SEXES) for wording in ("What is your gender?", "What is your sex?"))
    assert gender is not None
    assert sex is not None
    assert gender.characteristic == sex.characteristic == "sex"
    assert "census's question on sex" in gender.note
    assert sex.note == ""


def test_yes_means_what_the_question_makes_it_mean():
    same = match_question("Is your gender the same as the sex you were registered at birth?", ["Yes", "No"])
    trans = match_question("Are you transgender?", ["Yes", "No"])
    assert same is not None
    assert trans is not None
    assert same.categories["Yes"] == trans.categories["No"] == Category(SAME)
    assert same.categories["No"] == trans.categories["Yes"] == Category(DIFFERENT)


def test_why_a_question_is_only_offered_is_said():
    reasons = {
        "Do you have a long-term health condition?": (["Yes", "No"], "a health condition alone"),
        "Do any of your conditions or illnesses reduce your ability to carry out day-to-day activities?": (
            ["Yes, a lot", "Not at all"],
            "only of people who said",
        ),
        "What is your marital status?": (["Single", "Married", "Divorced", "Widowed", "Cohabiting"], "live with a partner"),
        "Disabled": (["Yes", "No"], HEADING_ALONE),
    }
    for wording, (options, reason) in reasons.items():
        match = match_question(wording, options)
        assert match is not None
        assert not match.sure
        assert reason in match.note


def test_options_alone_are_sure_only_where_the_respondent_is_spoken_to():
    religions = ["No religion", "Christian", "Muslim", "Hindu", "Sikh"]
    asked, headed = match_question("Which of these are you?", religions), match_question("Q7", religions)
    assert asked is not None
    assert headed is not None
    assert asked.sure
    assert not headed.sure


def test_a_postcode_is_placed_only_where_its_first_half_lies_in_one_area():
    match = match_question("What are the first four characters of your postcode?", ["TS24", "ts1", "TS3", "TS7", "EH1"], spellings("cleveland"))
    assert match is not None
    assert not match.sure
    assert [found.category for found in match.categories.values()] == ["Hartlepool", "Middlesbrough", None, None, None]


def test_areas_of_another_force_are_not_this_one_s():
    match = match_question("Which area do you live in?", ["Newport", "Torfaen"], spellings("cleveland"))
    assert match is not None
    assert not match.sure


def test_without_areas_a_question_about_where_people_live_is_only_offered():
    match = match_question("Where do you live?", ["Hartlepool", "Middlesbrough"])
    assert match is not None
    assert (match.characteristic, match.sure) == ("area", False)


def test_the_reference_file_keeps_to_the_words_fixed_by_law():
    assert {entry.characteristic for entry in listed().asked} == set(SPLITS)
    assert set(listed().meanings) <= set(SPLITS)
    assert set(listed().alone) | set(listed().fewest) <= set(SPLITS)
    assert {state for _, state in listed().states} <= set(ANSWER_STATES)


def test_no_option_is_listed_under_two_categories_of_one_characteristic():
    for name, meanings in listed().meanings.items():
        spelled = [spelling for found in meanings for spelling in found.is_]
        begun = [run for found in meanings for run in found.starts]
        assert len(spelled) == len(set(spelled)), name
        assert len(begun) == len(set(begun)), name


@pytest.mark.skipif(not (SHARED / "published").exists(), reason="a council's real question list is not at hand: its wordings are not tried")
def test_of_a_council_s_309_real_questions_only_those_about_the_respondent_are_known():
    with (SHARED / "published" / "EPS_Question_Matrix.csv").open(encoding="cp1252", newline="") as file:
        wordings = [row["Question"] for row in csv.DictReader(file)]
    known = {wording: match.characteristic for wording in wordings if (match := match_question(wording, []))}
    assert known == {
        "Postcode": "area",
        "Sex": "sex",
        "Age range": "age",
        "Do you have any long-term illness, health problem or disability?": "disability",
        "Which of the following ethnic groups do you consider you belong to?": "race",
    }
