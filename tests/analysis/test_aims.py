from dataclasses import replace

import numpy as np
import pytest

from analysis import aims
from analysis.aims import BEHIND, CLOSE, HOW_WE_DECIDE, MET, MISSED, NO_DATA, NO_TARGET, NOT_JUDGED, ON_COURSE, STATUSES, could_be_chance, judge
from analysis.statistics.intervals import wilson
from tests.figures import counted, published, reading


def people(value):
    return published("people_engaged", (), counted(value))


def share(favourable, base=400, interval=True):
    lower, upper = wilson(favourable / base, base) if interval else (np.nan, np.nan)
    return published("public_confidence", (), {"numerator": favourable, "denominator": base, "lower": lower, "upper": upper})


@pytest.mark.parametrize(
    ("now", "before", "aim", "so_far", "status"),
    [
        (11, 10, "increase", False, MET),
        (9, 10, "increase", False, MISSED),
        (11, 10, "increase", True, ON_COURSE),
        (9, 10, "increase", True, BEHIND),
        (10, 10, "increase", False, CLOSE),
        (10, 10, "decrease", True, CLOSE),
        (9, 10, "decrease", False, MET),
        (11, 10, "decrease", False, MISSED),
        (9, 10, "decrease", True, ON_COURSE),
        (11, 10, "decrease", True, BEHIND),
        (1, 0, "increase", False, MET),
        (11, 10, "", False, NO_TARGET),
    ],
)
def test_a_record_is_judged_by_how_it_moved(now, before, aim, so_far, status):
    assert judge(people(now), people(before), aim, so_far=so_far) == status


@pytest.mark.parametrize(
    ("value", "aim", "target", "so_far", "status"),
    [
        (10, "at least", 10, False, MET),
        (9, "at least", 10, False, MISSED),
        (9, "at least", 10, True, BEHIND),
        (10, "at least", 10, True, ON_COURSE),
        (10, "at most", 10, False, MET),
        (11, "at most", 10, False, MISSED),
        (10, "at least", None, False, NO_TARGET),
    ],
)
def test_a_record_is_judged_by_its_target(value, aim, target, so_far, status):
    assert judge(people(value), None, aim, target, so_far) == status


@pytest.mark.parametrize(("met", "status"), [(6, MET), (5, MISSED)])
def test_a_count_of_so_many_is_judged_by_its_share_of_them(met, status):
    assert judge(published("duties_met", (), counted(met, 6, 6)), None, "at least", 1.0) == status


def test_nothing_recorded_is_not_judged():
    none = published("people_engaged", ())
    assert judge(none, people(10), "increase") == NO_DATA
    assert judge(people(10), None, "increase") == NO_DATA
    assert judge(people(10), none, "increase") == NO_DATA
    assert judge(none, None, "") == NO_DATA


def test_a_survey_is_judged_only_where_chance_could_not_have_moved_it():
    assert judge(share(240), share(180), "increase", evidence="quota") == MET
    assert judge(share(180), share(240), "increase", evidence="quota") == MISSED
    assert judge(share(205), share(200), "increase", evidence="quota") == CLOSE
    assert judge(share(205), share(200), "increase", so_far=True, evidence="probability") == CLOSE


def test_a_survey_without_an_interval_is_never_said_to_have_moved():
    assert judge(share(300, interval=False), share(100, interval=False), "increase", evidence="quota") == CLOSE


@pytest.mark.parametrize("aim", ["increase", "decrease"])
@pytest.mark.parametrize("now", [40, 200, 360])
def test_an_open_survey_is_never_judged_on_its_movement(now, aim):
    for so_far in (True, False):
        assert judge(share(now, interval=False), share(200, interval=False), aim, so_far=so_far, evidence="open") == NOT_JUDGED


def test_a_survey_is_judged_by_its_target_only_where_its_whole_range_lies_on_one_side():
    assert judge(share(280), None, "at least", 0.6, evidence="quota") == MET
    assert judge(share(244), None, "at least", 0.6, evidence="quota") == CLOSE
    assert judge(share(200), None, "at least", 0.6, evidence="quota") == MISSED
    assert judge(share(200), None, "at most", 0.6, so_far=True, evidence="quota") == ON_COURSE


def test_what_is_recorded_moves_by_more_than_chance_however_little():
    assert not could_be_chance(people(11), people(10))
    assert could_be_chance(share(201), share(200))
    assert not could_be_chance(share(300), share(200))


def test_who_took_part_is_a_fact():
    skew = [published("area_skew", (), {"value": value, "base": 200}) for value in (0.12, 0.15)]
    assert judge(*skew, "decrease") == MET


def test_a_hidden_figure_is_no_figure():
    hidden = published("public_confidence", (), {"numerator": 4, "denominator": 200})
    assert judge(hidden, share(100), "increase", evidence="quota") == NO_DATA


def test_every_status_has_a_word_a_shape_and_a_rule():
    assert set(HOW_WE_DECIDE) == set(STATUSES) == {status for status in vars(aims).values() if isinstance(status, aims.Status)}
    for part in ("name", "word", "shape"):
        assert len({getattr(status, part) for status in STATUSES}) == len(STATUSES)
    assert all(len(sentence.split()) <= 25 for rule in HOW_WE_DECIDE.values() for sentence in rule.split(". "))


def test_a_difference_in_the_last_digit_is_no_movement():
    even = reading("effective_methodologies", {"value": 5.0 + 1e-12, "base": 20}, {"value": 5.0, "base": 20}, aim="increase")
    assert even.status == CLOSE
    assert replace(even, aim="") != even
