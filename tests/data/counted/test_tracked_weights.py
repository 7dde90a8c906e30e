"""Weights beside the tallies of tracked questions, once the officer says that they are used; and the figures that come of them."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis.answered.selection import Selection
from analysis.measure import compute, measures
from analysis.suppression import publish
from analysis.wording import base_line, unit_words
from data import frames as stored
from data.counted.two_way import two_way
from data.office import open_office
from data.profile import load
from data.settled.file_weights import use_weights, weights_used
from tests.pages.made_waves import cells, save_wave

PROFILE = load("cleveland")
CLOSED = date(2026, 6, 30)
GOOD = ("Very confident", "Fairly confident")


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


def found(store, by=("wave",), evidence="quota", **settled):
    save_wave(store, PROFILE, seed=1, closed=CLOSED, evidence=evidence, **settled)
    use_weights(store, True, "officer")
    return compute("public_confidence", frames(store), list(by))


def frames(store):
    read = {name: getattr(stored, name)(store) for name in ("questions", "options", "surveys")}
    return read | stored.listed(PROFILE) | {"tallies": stored.tracked_tallies(store)}


def by_hand(which=lambda row: True):
    """(weights of the favourable, weights of all who answered) from the cells of the file."""
    rows = [row for row in cells(1, CLOSED)[1:] if which(row) and row[2] != "Don't know"]
    return np.array([float(row[-1]) for row in rows if row[2] in GOOD]), np.array([float(row[-1]) for row in rows])


def test_nothing_is_weighted_until_the_officer_says_so(store):
    save_wave(store, PROFILE, seed=1, closed=CLOSED)
    assert not weights_used(store) and stored.tracked_tallies(store)["weight"].isna().all()
    yes, base = by_hand()
    assert compute("public_confidence", frames(store))["value"].iloc[0] == pytest.approx(len(yes) / len(base))
    revision = store.revision()
    use_weights(store, True, "officer")
    assert weights_used(store) and store.revision() > revision
    use_weights(store, False, "officer")
    assert not weights_used(store)


def test_the_weighted_share_is_the_one_worked_out_by_hand(store):
    row = found(store).iloc[0]
    yes, base = by_hand()
    assert row["value"] == pytest.approx(yes.sum() / base.sum(), rel=1e-12)
    assert (row["numerator"], row["base"]) == (len(yes), len(base)) and bool(row["weighted"])
    # Kish's formula is what a share with nothing calibrated comes to, near enough.
    error = np.sqrt(row["value"] * (1 - row["value"]) * (base**2).sum()) / base.sum()
    assert (row["upper"] - row["lower"]) / 2 == pytest.approx(1.96 * error, rel=0.05)


def test_people_of_one_area_are_weighted_like_everybody(store):
    save_wave(store, PROFILE, seed=1, closed=CLOSED)
    use_weights(store, True, "officer")
    tallies = stored.tracked_tallies(store)
    own = tallies[(tallies["split"] == "area") & (tallies["category"] == "Hartlepool")].assign(split="all", category=None)
    yes, base = by_hand(lambda row: row[6] == "Hartlepool")
    assert compute("public_confidence", frames(store) | {"tallies": own})["value"].iloc[0] == pytest.approx(yes.sum() / base.sum())


def test_the_measure_is_the_figure_that_trends_and_results_are_made_of(store):
    value = found(store)["value"].iloc[0]
    asked = stored.questions(store).set_index("tracks").loc["confidence"]
    tally = two_way(store, asked["survey_id"], asked["question_id"], "all", dict(Selection().fields))
    options = stored.options(store)
    good = options.loc[(options["question_id"] == asked["question_id"]) & options["label"].isin(GOOD), "option"]
    favourable = tally.loc[(tally["grain"] == "option") & tally["option"].isin(good), "weight"].sum()
    assert value == pytest.approx(favourable / tally.loc[tally["grain"] == "all", "weight"].iloc[0])


def test_an_open_survey_is_weighted_and_never_inferred_from(store):
    row = found(store, evidence="open").iloc[0]
    assert row["weighted"] and np.isnan(row["lower"]) and np.isnan(row["upper"])


def test_a_survey_without_weights_is_counted_as_it_was(store):
    row = found(store, weights=False).iloc[0]
    assert "weighted" not in row and row["value"] == pytest.approx(row["numerator"] / row["denominator"]) and row["base"] == row["denominator"] > 400


def test_a_weighted_share_is_published_with_its_base_in_people_and_says_so(store):
    shown = publish(found(store), measures()["public_confidence"], ("wave",))
    row = shown.first
    yes, base = by_hand()
    moved = (5 * round(len(yes) / 5) / len(yes)) / (5 * round(len(base) / 5) / len(base))
    assert row["value"] == round(yes.sum() / base.sum() * moved, 2) and row["base"] == 5 * round(len(base) / 5)
    assert "weighted by the weights in the survey's file" in base_line(shown, "quota") and unit_words(shown) == "weighted"


def test_weighted_and_unweighted_waves_stand_in_their_order():
    rows = pd.DataFrame({"wave": ["a", "b"], "numerator": [100.0, 120.0], "denominator": [200.0, 200.0], "value": [0.5, 0.7], "base": [200.0, 200.0]})
    both = rows.assign(measure="public_confidence", lower=np.nan, upper=np.nan, weighted=[False, True])
    assert publish(both, measures()["public_confidence"], ("wave",)).rows["value"].tolist() == [0.5, 0.7]
