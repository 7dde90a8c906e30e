"""The insider's attack on what is released, and on two rules in common use that fall to it: the attack works, and the release withstands it."""

import os
import re

import numpy as np
import pandas as pd
import pytest

from analysis.release.disclosure_audit import NARROW, audited, ranges
from analysis.release.lattice import protected
from tests.disclosure.insider import SMALL, Insider, exact, key_of, told_by
from tests.disclosure.made_people import KINDS, cells_of, people

SEEDS = range(4)
# A run to quote takes INSIDER_SEQUENCES=20000.
SEQUENCES = int(os.environ.get("INSIDER_SEQUENCES", "2000"))
STEPS = 120
KIND = {f"s.{at}": kind for at, kind in KINDS.items()}


@pytest.fixture(scope="module")
def surveys():
    """Four surveys: the exact cells, and what is released of them."""
    return [(cells, audited(cells)) for cells in (cells_of(people(seed)) for seed in SEEDS)]


def truth_of(cells):
    counted = cells[cells["what"] != "favourable"]
    return {key_of(row): int(row["people"]) for _, row in counted.iterrows()}


def released(audit):
    return told_by(audit.shown[audit.shown["what"] != "favourable"])


def naive(cells, rule):
    return {cell: rule(n) for cell, n in truth_of(cells).items()}


def fallen_to_subtraction(told, truth, sequences):
    """How many sequences of random subtractions, each beginning with what is shown, end with a small count known."""
    rng = np.random.default_rng(7)
    return sum(bool(_walked(told, rng).recovered(truth)) for _ in range(sequences))


def _walked(told, rng):
    insider = Insider(told, KIND)
    insider.subtract(rng, STEPS)
    return insider


def test_random_subtractions_recover_no_small_count_from_a_release(surveys):
    each = SEQUENCES // len(surveys)
    assert sum(fallen_to_subtraction(released(audit), truth_of(cells), each) for cells, audit in surveys) == 0


@pytest.mark.parametrize("hide_under", [5, 10])
def test_the_same_subtractions_defeat_hiding_alone(surveys, hide_under):
    fallen = [fallen_to_subtraction(naive(cells, exact(hide_under)), truth_of(cells), 50) for cells, _ in surveys]
    assert sum(fallen) > 0.2 * 50 * len(surveys)


@pytest.mark.parametrize("whole_numbers", [True, False], ids=["integer", "linear"])
def test_programming_pins_no_small_count_of_a_release(surveys, whole_numbers):
    for cells, audit in surveys[:2]:
        assert Insider(released(audit), KIND).solve(truth_of(cells), whole_numbers) == []


@pytest.mark.parametrize("whole_numbers", [True, False], ids=["integer", "linear"])
@pytest.mark.parametrize("hide_under", [5, 10])
def test_the_same_programs_pin_many_where_numbers_are_only_hidden(surveys, hide_under, whole_numbers):
    cells, _ = surveys[0]
    truth = truth_of(cells)
    pinned = Insider(naive(cells, exact(hide_under)), KIND).solve(truth, whole_numbers)
    assert len(pinned) >= 5


def test_totals_do_not_give_the_rest_away(surveys):
    """All respondents less every shown group leaves a range and not a number."""
    for cells, audit in surveys:
        known = Insider(released(audit), KIND)
        known.subtract(np.random.default_rng(1), 3000)
        assert known.recovered(truth_of(cells)) == []


def test_a_hidden_number_is_never_known_to_within_two(surveys):
    for _, audit in surveys:
        bounds = ranges(audit.shown)
        said = audit.shown.loc[bounds.index, "state"] == "answered"
        assert ((bounds["high"] - bounds["low"])[said] > NARROW).all()


def test_the_true_numbers_are_among_those_the_audit_allows(surveys):
    for cells, audit in surveys:
        bounds = audit.ranges
        hidden = cells.loc[bounds.index, "people"]
        assert ((hidden >= 0) & (hidden < 10)).all()
        exact_ones = bounds[bounds["high"] - bounds["low"] <= NARROW]
        assert ((hidden[exact_ones.index] >= exact_ones["low"]) & (hidden[exact_ones.index] <= exact_ones["high"])).all()


def test_two_releases_ten_people_apart_give_no_small_count(surveys):
    """Somebody who kept the older release knows that nobody went away: every number can only have grown, by what came in all."""
    first, second = people(11), people(11) + people(12, 10)
    tables = [cells_of(one) for one in (first, second)]
    truth = [truth_of(cells) for cells in tables]
    told = [told_by((a := audited(cells)).shown[a.shown["what"] != "favourable"]) for cells in tables]
    for cell in told[0]:
        (low, high), (low_now, high_now) = told[0][cell], told[1][cell]
        told[1][cell] = max(low, low_now), min(high_now, high + 14)
        told[0][cell] = max(low, low_now - 14), min(high, high_now)
    for known, true in zip(told, truth, strict=True):
        insider = Insider(known, KIND)
        insider.subtract(np.random.default_rng(2), 2000)
        assert insider.recovered(true) == []
        assert insider.solve(true, most=60) == []


@pytest.mark.parametrize("hidden", range(10))
def test_a_hidden_number_changes_nothing_of_what_is_released(hidden):
    """Twenty cells under ten are set to another number under ten, in every table alike: not a figure and not a reason changes."""
    cells = cells_of(people(3))
    small = cells.index[(cells["people"] < 10)][:: max(1, int((cells["people"] < 10).sum() // 20))]
    other = cells.copy()
    other.loc[small, "people"] = float(hidden)
    first, second = protected(cells), protected(other)
    pd.testing.assert_frame_equal(first, second)


def test_what_is_released_is_a_function_of_the_rounded_numbers_alone():
    cells = cells_of(people(5))
    moved = cells.assign(people=protected(cells)["people"].fillna(4.0))
    shown = protected(cells)["people"]
    assert (protected(moved)["people"].fillna(-1) == shown.fillna(-1)).all()


def test_no_released_number_is_exact_or_small(surveys):
    for _, audit in surveys:
        shown = audit.shown["people"].dropna()
        assert (shown >= 10).all() and (shown % 5 == 0).all()


def test_no_share_gives_count_and_base_back(surveys):
    """Per cents are of rounded numbers: no whole per cent beside its base says which of the five numbers a count was."""
    for _, audit in surveys:
        answers = audit.shown[(audit.shown["what"] == "answer") & audit.shown["people"].notna()]
        assert len(answers) and (answers["people"] % 5 == 0).all()


def test_a_group_that_nearly_all_answered_alike_is_withheld():
    cells = cells_of(people(3))
    one = (cells["question_id"] == "s.3") & (cells["split"] == "age") & (cells["category"] == "45 to 64")
    alike = cells.copy()
    alike.loc[one & (cells["what"] == "base"), "people"] = 100.0
    alike.loc[one & (cells["what"] == "answer"), "people"] = [95.0, 5.0]
    shown = protected(alike)
    assert shown.loc[one & (cells["what"] == "answer"), "people"].isna().all()
    assert shown.loc[one & (cells["what"] == "base"), "people"].tolist() == [100.0]
    assert "nearly all" in shown.loc[one, "why"].tolist()


def test_a_group_in_which_one_answer_leaves_two_for_the_rest_is_withheld_by_the_audit():
    """Of twelve who said anything ten to twelve said one thing: those who did not know can be none but two."""
    cells = cells_of(people(3))
    race = (cells["split"] == "race") & (cells["category"] == "C")
    told = cells.copy()
    told.loc[race & (cells["what"] == "respondents"), "people"] = 11.0
    told.loc[race & (cells["what"] == "base"), "people"] = 11.0
    told.loc[race & (cells["what"].isin(["answer", "favourable"])), "people"] = 3.0
    first = protected(told)
    assert (ranges(first)["high"] - ranges(first)["low"]).min() <= NARROW
    after = audited(told)
    assert after.found > 0 and after.narrowest > NARROW
    assert (after.shown["why"] == "could be worked out").any()


def test_the_small_counts_attacked_are_there(surveys):
    assert min(sum(n in SMALL for n in truth_of(cells).values()) for cells, _ in surveys) >= 40
    assert all(re.match(r"s\.\d", cell[0]) for cell in truth_of(surveys[0][0]) if cell[0])
