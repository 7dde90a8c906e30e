import re

import pytest

from analysis.aims import HOW_WE_DECIDE
from analysis.measure import measures
from analysis.statistics.intervals import wilson
from analysis.suppression import FLAGS
from analysis.wording import (
    aim_words,
    better,
    change,
    difference,
    figure,
    headline,
    moved,
    number,
    responses,
    so_what,
    unit_words,
)
from tests.figures import SO_FAR, counted, published, reading

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0.62, "per cent", "62%"),
        (0.005, "per cent", "0%"),
        (-0.03, "per cent", f"{MINUS}3%"),
        (-0.001, "per cent", "0%"),
        (1.0, "per cent", "100%"),
        (5.5236, "pounds", "£5.52"),
        (0.0, "pounds", "£0.00"),
        (-5.5, "pounds", f"{MINUS}£5.50"),
        (1204.4, "pounds", "£1,204"),
        (1204, "people", "1,204"),
        (0, "people", "0"),
        (-12, "people", f"{MINUS}12"),
        (5.8318, "methodologies", "5.8"),
        (7.0, "methodologies", "7"),
        (0.054, "hours", "0.05"),
        (7.4, "hours", "7.4"),
        (1204.5, "hours", "1,204.5"),
        (0.2735, "times its share of the population", "0.3 times"),
        (float("nan"), "people", "not known"),
        (None, "per cent", "not known"),
    ],
)
def test_a_number_is_written_as_people_say_it(value, unit, words):
    assert number(value, unit) == words


@pytest.mark.parametrize(
    ("by", "unit", "words"),
    [
        (0.03, "per cent", "3 percentage points"),
        (-0.01, "per cent", "1 percentage point"),
        (0.002, "per cent", "less than a percentage point"),
        (-120, "people", "120"),
        (0.02, "methodologies", "less than 0.1"),
        (0.001, "pounds", "less than a penny"),
        (0.001, "hours", "less than 0.01"),
        (1204, "people", "1,204"),
    ],
)
def test_a_change_is_written_without_its_sign(by, unit, words):
    assert difference(by, unit) == words


def test_a_figure_says_of_how_many_where_that_is_known():
    assert figure(published("duties_met", (), counted(5, 6, 6))) == "5 of 6"
    assert figure(published("people_engaged", (), counted(1204, 40, 38))) == "1,204"
    assert figure(published("people_engaged")) == "–"
    assert figure(published("people_engaged", (), {"denominator": 3, "base": 0})) == "–"


def test_a_hidden_figure_is_said_to_be_hidden():
    assert figure(published("responses_received", (), counted(7, base=7))) == "Fewer than 10"
    assert figure(published("public_confidence", (), {"numerator": 196, "denominator": 200})) == "Hidden"
    assert figure(published("public_confidence", (), {"numerator": 12, "denominator": 25})) == "–"


def test_a_unit_is_not_said_twice():
    assert unit_words(published("people_engaged")) == "people"
    assert unit_words(published("cost_per_person")) == unit_words(published("told_back_share")) == unit_words(published("group_representation")) == ""


def survey(now, before, evidence="quota", aim="", base=400):
    limits = {} if evidence == "open" else None
    rows = []
    for favourable in (now, before):
        lower, upper = wilson(favourable / base, base)
        rows.append({"numerator": favourable, "denominator": base} | (limits if limits is not None else {"lower": lower, "upper": upper}))
    return reading("public_confidence", rows[0], rows[1], aim=aim, evidence=evidence)


@pytest.mark.parametrize(
    ("now", "before", "way", "words"),
    [
        (540, 70, "up", "Up 470 on 2023/24."),
        (70, 540, "down", "Down 470 on 2023/24."),
        (70, 70, "same", "No change on 2023/24."),
    ],
)
def test_a_record_moved_as_its_numbers_say(now, before, way, words):
    found = reading("people_engaged", counted(now), counted(before))
    assert (moved(found), change(found)) == (way, words)


def test_a_part_of_a_year_is_said_to_be_beside_the_same_part():
    assert change(reading("people_engaged", counted(70), counted(40), period=SO_FAR)) == "Up 30 on the same part of 2023/24."


def test_a_ratio_moved_from_one_number_to_another():
    sixty, more, thirty = ({"numerator": n, "base": 400, "value": n / 400 / 0.25} for n in (60, 61, 30))
    assert change(reading("group_representation", sixty, thirty)) == "Up from 0.3 times in 2023/24."
    assert change(reading("group_representation", sixty, more)) == "No change on 2023/24."


@pytest.mark.parametrize("aim", ["", "increase", "decrease"])
def test_a_survey_that_chance_could_have_moved_has_not_moved(aim):
    found = survey(205, 200, aim=aim)
    assert moved(found) == "" and better(found) is None
    assert change(found) == "2023/24: 50%. No clear change."


@pytest.mark.parametrize("aim", ["", "increase"])
def test_a_survey_that_moved_by_more_than_chance_has_moved(aim):
    assert change(survey(240, 180, aim=aim)) == "Up 15 percentage points on 2023/24."
    assert better(survey(240, 180, aim=aim)) is True


@pytest.mark.parametrize("aim", ["", "increase", "decrease"])
@pytest.mark.parametrize("now", [100, 200, 300])
def test_an_open_survey_never_moved(aim, now):
    found = survey(now, 200, "open", aim)
    assert moved(found) == "" and better(found) is None
    assert change(found) == "2023/24: 50%. Different people chose to answer, so this is not a change in opinion."
    assert not re.search(r"\b(up|down|rose|fell|higher|lower|increase|decrease)\b", change(found), re.IGNORECASE)


def test_what_is_better_is_what_the_strategy_asks_for():
    assert better(reading("people_engaged", counted(5), counted(4))) is True
    assert better(reading("people_engaged", counted(5), counted(4), aim="decrease")) is False
    assert better(reading("cost_per_person", counted(500, 100), counted(400, 100))) is False
    assert better(reading("outcomes_recorded", counted(5), counted(4))) is None, "neither way is better"
    assert better(reading("people_engaged", counted(5), counted(5))) is None


def test_nothing_to_compare_is_said():
    assert change(reading("people_engaged", counted(5))) == "Nothing earlier to compare with."
    assert change(reading("people_engaged", None)) == "Nothing recorded."
    assert change(reading("public_confidence", {"numerator": 4, "denominator": 8})) == FLAGS["hidden"]
    assert change(reading("time_to_feedback", {"numerator": 1, "denominator": 5, "base": 5})) == "Not known yet: more than half are still waiting."


@pytest.mark.parametrize(
    ("name", "aim", "target", "now", "words"),
    [
        ("people_engaged", "increase", None, counted(5), "Aim: more than the year before"),
        ("audience_load", "decrease", None, counted(5), "Aim: less than the year before"),
        ("people_engaged", "", None, counted(5), "No target set"),
        ("people_engaged", "at least", 1200, counted(5), "Aim: at least 1,200"),
        ("duties_met", "at least", 1.0, counted(5, 6), "Aim: all of them"),
        ("duties_met", "at least", 0.8, counted(5, 6), "Aim: at least 80% of them"),
        ("told_back_share", "at least", 0.8, counted(5, 6), "Aim: at least 80%"),
        ("cost_per_person", "at most", 5.5, counted(5, 6), "Aim: at most £5.50"),
    ],
)
def test_an_aim_is_said_as_the_strategy_states_it(name, aim, target, now, words):
    assert aim_words(reading(name, now, aim=aim, target=target)) == words


def test_the_headline_counts_what_can_be_counted():
    met, missed = (reading("people_engaged", counted(now), counted(4), aim="increase") for now in (5, 3))
    plain = reading("people_engaged", counted(5), counted(4))
    assert headline([met, missed]) == "1 of 2 stated aims met"
    assert headline([met]) == "1 of 1 stated aim met"
    assert headline([reading("people_engaged", counted(5), counted(4), aim="increase", period=SO_FAR), missed]) == "1 of 2 stated aims on course"
    assert headline([plain, plain]) == "2 of 2 measures moved the right way"
    assert headline([plain]) == "1 of 1 measure moved the right way"
    assert headline([reading("people_engaged", counted(5))]) == "1 of 1 measure with figures"
    assert headline([]) == headline([reading("people_engaged", None)]) == "Nothing is recorded for this period yet"


def test_the_line_below_says_what_improved_and_what_did_not():
    up = reading("people_engaged", counted(5), counted(4))
    down = reading("activities_held", counted(3), counted(4))
    none = reading("told_back_share", None, aim="increase", title="PCC told back")
    assert so_what([up, down, none]) == "Better: people engaged. Worse: activities held. Not enough data: PCC told back."
    assert so_what([reading("people_engaged", counted(4), counted(4))]) == "No measure moved."
    assert so_what([survey(200, 100, "open", "increase")]) == "Open surveys cannot show a change."


def test_a_long_list_stays_a_sentence_that_can_be_followed():
    many = [reading("people_engaged", counted(5), counted(4), title=f"Activities with people with characteristic {i}") for i in range(9)]
    assert all(len(sentence.split()) <= 25 for sentence in re.split(r"(?<=\.) ", so_what(many)))
    assert so_what(many).endswith("and 6 more.")


@pytest.mark.parametrize(("people", "words"), [(0, "Fewer than 10"), (9, "Fewer than 10"), (10, "10"), (12, "10"), (1203, "1,205")])
def test_responses_are_said_to_the_nearest_five(people, words):
    assert responses(people) == words


BANNED = re.compile(r"\bplease\b|click here|\bn ?=|\bsignificant|\bN/A\b|~|\bbecause of\b|\bled to\b|over \d+s", re.IGNORECASE)


def test_the_house_keeps_to_plain_words():
    spoken = [*FLAGS.values(), *HOW_WE_DECIDE.values(), *(m.definition for m in measures().values()), *(m.title for m in measures().values())]
    assert [words for words in spoken if BANNED.search(words)] == []
    assert [words for words in spoken if "*" in words or "±" in words] == []


@pytest.mark.parametrize("name", sorted(measures()))
def test_a_definition_is_made_of_sentences_that_can_be_followed(name):
    for sentence in re.split(r"(?<=\.) ", measures()[name].definition.replace("\n\n", " ").replace("\n", " ")):
        assert len(sentence.split()) <= 25, sentence
    assert len(measures()[name].sentence.split()) <= 25
