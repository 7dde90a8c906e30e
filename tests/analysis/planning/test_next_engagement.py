"""The planner beside known truths: it beats random choice on simulated histories, comes near the best, and is silent when history is thin."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from analysis.planning.next_engagement import next_engagement, twelve_months, usual_hours
from analysis.planning.next_words import cards, headline, lead, unreached
from analysis.planning.shortfall import area_shortfall, audience_shortfall
from tests.analysis.made_history import AREAS, AUDIENCES, END, METHODS, frames, history, true_gain

SEEDS = range(20)


def lacking(given):
    year = given["activities"][given["activities"]["held_on"] >= "2025-04-01"]
    by_area = area_shortfall(year, given["activity_areas"], given["areas"], given["population"])
    by_audience = audience_shortfall(year, given["activity_audiences"], given["audiences"])
    return pd.concat([by_area, by_audience]).set_index("group")["short"].to_dict()


def rate(truth, kinds, short):
    gain, hours = true_gain(truth, kinds, short)
    return gain / hours


def best_of_all(truth, kinds, short):
    """The best programme there is if the truth were known: one by one, the kind that adds most for each hour."""
    chosen = []
    for _ in range(3):
        before = true_gain(truth, chosen, short)[0]
        open_kinds = [kind for kind in kinds if kind not in chosen]
        chosen.append(max(open_kinds, key=lambda kind: (true_gain(truth, [*chosen, kind], short)[0] - before) / truth.hours[kind[0]]))
    return chosen


def test_on_simulated_histories_the_proposals_beat_random_choice_and_come_near_the_best():
    kinds = list(product(METHODS, AUDIENCES, AREAS))
    proposed, at_random, best = [], [], []
    for seed in SEEDS:
        truth, given = history(seed)
        short = lacking(given)
        found = next_engagement(given)
        rng = np.random.default_rng(seed)
        drawn = [[kinds[i] for i in rng.choice(len(kinds), 3, replace=False)] for _ in range(50)]
        proposed.append(rate(truth, [(one.method, one.audience, one.area) for one in found.options], short))
        at_random.append(np.mean([rate(truth, programme, short) for programme in drawn]))
        best.append(rate(truth, best_of_all(truth, kinds, short), short))
    times = np.array(proposed) / np.array(at_random)
    assert (times > 1.5).mean() >= 0.9
    assert np.median(times) > 3
    assert np.mean(np.array(proposed) / np.array(best)) > 0.7


def test_the_proposals_beat_random_choice_among_the_very_same_kinds():
    """Not only by leaving out what fills no gap: among kinds held before that fill one, the choice is better than a draw."""
    better = []
    for seed in SEEDS:
        truth, given = history(seed)
        short = lacking(given)
        kinds = [kind for kind in product(METHODS, AUDIENCES, AREAS) if short.get(kind[1], 0) >= 1 or short.get(kind[2], 0) >= 1]
        rng = np.random.default_rng(seed)
        drawn = [rate(truth, [kinds[i] for i in rng.choice(len(kinds), 3, replace=False)], short) for _ in range(200)]
        found = [(one.method, one.audience, one.area) for one in next_engagement(given).options]
        better.append(np.mean(rate(truth, found, short) > np.array(drawn)))
    assert np.mean(better) > 0.95


def test_a_planted_best_answer_is_found():
    rows = [(f"m{i}", END, 10, 5.0, 0, "Meeting", "Everyone", "North") for i in range(20)]
    rows += [(f"s{i}", END, 50, 5.0, 0, "Street stall", "Everyone", "North") for i in range(20)]
    found = next_engagement(frames(rows)).options
    assert {one.method for one in found} == {"Street stall"}
    assert {one.area for one in found} == {"South", "East", "West"}
    assert found[0].people == pytest.approx(50) and found[0].per_hour == pytest.approx(10)
    assert found[0].beats >= 0.5


def test_the_range_holds_four_in_five_of_what_comes():
    """The range is for one occasion: of new activities of the proposed kind, about eight in ten fall in it."""
    inside = []
    for seed in range(12):
        truth, given = history(seed, activities=250)
        rng = np.random.default_rng(seed)
        for one in next_engagement(given).options:
            came = truth.people(one.method, one.audience) * np.exp(rng.normal(-0.08, 0.4, size=200))
            inside.append(np.mean((came >= one.people_range[0] - 0.5) & (came <= one.people_range[1] + 0.5)))
    assert 0.7 < np.mean(inside) < 0.92


def test_the_same_log_gives_the_same_proposals():
    _, given = history(3)
    assert next_engagement(given).options == next_engagement(given).options


def test_a_thin_history_proposes_nothing_and_says_so():
    _, given = history(1, activities=19)
    found = next_engagement(given)
    assert found.options == () and found.why_none.startswith("Not enough history: 19 past activities")
    assert headline(found) == "Not enough history to propose an activity"
    assert lead(found) == found.why_none


def test_an_empty_log_proposes_nothing():
    found = next_engagement(frames([]))
    assert found.options == () and found.why_none.startswith("Not enough history: 0")


def test_one_methodology_alone_is_no_choice():
    rows = [(f"m{i}", END, 10, 5.0, 0, "Meeting", "Everyone", "North") for i in range(40)]
    assert "no choice to weigh" in next_engagement(frames(rows)).why_none


def test_activities_that_lack_hours_or_people_teach_nothing_and_are_counted():
    _, given = history(2, activities=60)
    given["activities"].loc[:44, "staff_hours"] = np.nan
    found = next_engagement(given)
    assert (found.activities, found.left_out) == (15, 45)
    assert found.options == ()


def test_nobody_lacking_is_no_gap():
    rows = [
        (f"{area}{audience}{method}{i}", END, 10, 5.0, 0, method, audience, area)
        for area in AREAS
        for audience in AUDIENCES
        for method in METHODS[:2]
        for i in range(3)
    ]
    assert "No area and no audience is short" in next_engagement(frames(rows)).why_none


def test_an_audience_never_sought_is_named_and_nothing_is_made_up_for_it():
    _, given = history(4, audiences=AUDIENCES[:4])
    found = next_engagement(given)
    assert found.untried == ("Traders",)
    assert "Nothing can be proposed for Traders" in unreached(found)
    assert all(one.audience != "Traders" for one in found.options)


def test_no_kind_is_proposed_twice_and_gaps_are_not_filled_over_the_brim():
    for seed in range(8):
        _, given = history(seed)
        found, short = next_engagement(given), lacking(given)
        kinds = [(one.method, one.audience, one.area) for one in found.options]
        assert len(set(kinds)) == len(kinds)
        assert sum(one.gain for one in found.options) <= sum(short.values()) + 1e-6 == pytest.approx(found.gap + 1e-6)


def test_what_lies_after_the_day_is_not_known():
    _, given = history(5)
    later = given["activities"].assign(held_on=pd.Timestamp("2026-04-01"))
    assert next_engagement(given | {"activities": later}).activities == 0


def test_hours_are_drawn_to_the_usual_where_little_is_known():
    rows = pd.DataFrame({"activity_id": list("abcdefgh"), "method": list("xxxxyyyz"), "staff_hours": [2.0, 2.5, 1.5, 2.0, 9.0, 11.0, 10.0, 40.0]})
    found = usual_hours(rows)
    assert found["x"] == pytest.approx(2, abs=0.5)
    assert found["z"] < 40


def test_the_twelve_months_end_on_the_day():
    year = twelve_months(END)
    assert (str(year.start), str(year.end)) == ("2025-04-01", "2026-03-31")


def test_a_card_says_what_it_would_bring_why_and_what_it_rests_on():
    _, given = history(6)
    card = cards(next_engagement(given))[0]
    assert card["name"].startswith("1. ") and "between" in card["brings"] and "people an hour" in card["brings"]
    assert any("times in 100" in line for line in card["reasons"]) and "Rests on" in card["limits"][0]
