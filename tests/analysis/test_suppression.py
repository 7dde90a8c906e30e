import numpy as np
import pandas as pd
import pytest

from analysis.measure import SHAPE, measures
from analysis.statistics.intervals import wilson
from analysis.suppression import FEWEST, FLAGS, HIDDEN, LOW_BASE, NOT_YET, NOTHING, WITHHELD, publish, rounded
from tests.figures import counted, published, result

NUMBERS = ["numerator", "denominator", "value", "lower", "upper", "base"]


def shares(seed, rows=4000):
    """Random counts out of random bases, with many at the edges of every threshold, and the intervals a quota survey would have."""
    rng = np.random.default_rng(seed)
    base = rng.integers(0, 130, rows)
    count = np.where(rng.random(rows) < 0.5, np.minimum(base, rng.integers(0, 15, rows)), np.maximum(0, base - rng.integers(0, 15, rows)))
    frame = pd.DataFrame(
        {"measure": "answers", "answer": [f"a{i}" for i in range(rows)], "numerator": count, "denominator": base, "base": base}
    ).astype(dict.fromkeys(("numerator", "denominator", "base"), "float64"))
    limits = [wilson(c / b, b) if b else None for c, b in zip(count, base, strict=True)]
    value = frame["numerator"] / frame["denominator"].where(frame["denominator"] > 0)
    return frame.assign(value=value, lower=[low[0] if low else np.nan for low in limits], upper=[high[1] if high else np.nan for high in limits])


def test_rounding_twice_is_rounding_once_and_moves_nobody_by_more_than_two():
    people = pd.Series(np.arange(3000.0))
    once = rounded(people)
    pd.testing.assert_series_equal(rounded(once), once)
    assert once[people < FEWEST].isna().all()
    assert (once.dropna() % 5 == 0).all() and (once - people).abs().max() == 2


@pytest.mark.parametrize("seed", [1, 2])
def test_no_small_number_of_people_nor_what_is_missing_to_the_whole_survives(seed):
    exact = shares(seed)
    shown = publish(exact, measures()["answers"], ("answer",)).rows
    small = (exact["numerator"] < FEWEST) | (exact["denominator"] - exact["numerator"] < FEWEST)
    assert shown.loc[small, ["numerator", "value", "lower", "upper"]].isna().all(axis=None)
    assert shown.loc[exact["denominator"] < FEWEST, NUMBERS].isna().all(axis=None)
    for column in ("numerator", "denominator", "base"):
        left = shown[column].dropna()
        assert (left >= FEWEST).all() and (left % 5 == 0).all()


def test_a_published_share_is_the_rounded_count_over_the_rounded_base_in_whole_per_cents():
    exact = shares(3)
    shown = publish(exact, measures()["answers"], ("answer",)).rows
    seen = shown[shown["value"].notna()]
    whole = (seen["numerator"] / seen["base"]).clip(upper=1)
    assert len(seen) > 500
    assert (seen["value"] - whole).abs().max() <= 0.005 + 1e-9
    assert np.allclose(100 * seen[["value", "lower", "upper"]], (100 * seen[["value", "lower", "upper"]]).round())


def grid(name, counts, bases, **more):
    """Every count out of every base, published together."""
    pairs = [(count, base) for base in bases for count in counts]
    rows = [{"numerator": count, "denominator": base, "base": base} | {key: of(count, base) for key, of in more.items()} for count, base in pairs]
    return pairs, published(name, (), *rows).rows


@pytest.mark.parametrize("name", ["public_confidence", "responses_received", "answers"])
def test_nobody_can_tell_apart_counts_that_round_alike(name):
    """Everything shown of two results is the same whenever their counts and bases round to the same fives."""
    fives = {}
    pairs, shown = grid(name, range(10, 50), range(60, 66))
    for (count, base), row in zip(pairs, shown[[*NUMBERS, "flag"]].fillna(-1).itertuples(index=False), strict=True):
        assert fives.setdefault(((count + 2) // 5, (base + 2) // 5), tuple(row)) == tuple(row)


def test_a_ratio_of_people_moves_with_the_rounding_of_its_counts():
    seen = {}
    pairs, shown = grid("group_representation", range(18, 38), range(198, 208), value=lambda count, base: count / base / 0.5)
    for (count, base), value in zip(pairs, shown["value"], strict=True):
        assert seen.setdefault(((count + 2) // 5, (base + 2) // 5), value) == value
    assert len(set(seen.values())) > 1


@pytest.mark.parametrize(("count", "base"), [(9, 200), (191, 200), (0, 200), (200, 200)])
def test_a_ratio_that_rests_on_fewer_than_ten_or_leaves_fewer_than_ten_is_hidden(count, base):
    shown = published("group_representation", (), {"numerator": count, "base": base, "value": 0.5}).first
    assert shown["flag"] == HIDDEN and np.isnan(shown["value"]) and np.isnan(shown["numerator"])


@pytest.mark.parametrize(
    ("count", "base", "flag", "value"),
    [
        (0, 0, NOTHING, None),
        (4, 9, HIDDEN, None),
        (5, 10, WITHHELD, None),
        (12, 29, WITHHELD, None),
        (9, 40, HIDDEN, None),
        (31, 40, HIDDEN, None),
        (12, 30, LOW_BASE, 0.33),
        (20, 49, LOW_BASE, 0.4),
        (20, 50, "", 0.4),
        (10, 500, "", 0.02),
        (490, 500, "", 0.98),
        (491, 500, HIDDEN, None),
        (500, 500, HIDDEN, None),
        (0, 500, HIDDEN, None),
    ],
)
def test_a_share_has_the_flag_its_numbers_ask_for(count, base, flag, value):
    shown = published("public_confidence", (), {"numerator": count, "denominator": base}).first
    assert shown["flag"] == flag
    assert (None if np.isnan(shown["value"]) else shown["value"]) == value


def test_between_ten_and_thirty_people_a_count_is_given_and_no_share():
    shown = published("public_confidence", (), {"numerator": 11, "denominator": 24}).first
    assert (shown["numerator"], shown["base"]) == (10, 25) and np.isnan(shown["value"])


@pytest.mark.parametrize(
    ("people", "value", "flag"), [(0, None, HIDDEN), (9, None, HIDDEN), (10, 10, ""), (12, 10, ""), (13, 15, ""), (1204, 1205, "")]
)
def test_a_count_of_respondents_is_rounded_or_hidden(people, value, flag):
    shown = published("responses_received", (), counted(people, base=people)).first
    assert shown["flag"] == flag
    assert (None if np.isnan(shown["value"]) else shown["value"]) == value
    assert np.isnan(shown["base"]) == (value is None)


@pytest.mark.parametrize("name", sorted(name for name, measure in measures().items() if measure.counts == "records"))
def test_records_are_shown_exactly(name):
    exact = result(
        name, (), {"numerator": 7, "denominator": 9, "lower": 7, "upper": 8, "base": 9, "value": 7 / 9 if measures()[name].kind != "count" else 7}
    )
    shown = publish(exact, measures()[name]).rows
    pd.testing.assert_frame_equal(shown[["measure", *SHAPE]], exact[["measure", *SHAPE]])
    assert shown["flag"].tolist() == [""]


def test_what_is_not_recorded_is_told_from_what_is_not_known_yet():
    assert published("people_engaged", (), {"denominator": 4, "base": 0}).first["flag"] == NOTHING
    assert published("time_to_feedback", (), {"numerator": 1, "denominator": 5, "base": 5}).first["flag"] == NOT_YET
    assert published("time_to_feedback", (), {"numerator": 0, "denominator": 0, "base": 0}).first["flag"] == NOTHING


def test_every_flag_is_explained_in_a_sentence():
    assert set(FLAGS) == {HIDDEN, WITHHELD, LOW_BASE, NOTHING, NOT_YET}
    assert all(sentence.endswith(".") and len(sentence.split()) <= 25 for sentence in FLAGS.values())


def test_publishing_leaves_what_it_was_given_as_it_was():
    exact = shares(5, 50)
    kept = exact.copy()
    publish(exact, measures()["answers"], ("answer",))
    pd.testing.assert_frame_equal(exact, kept)


def test_a_result_without_rows_is_empty():
    nothing = published("public_confidence")
    assert nothing.empty and list(nothing.rows.columns) == ["measure", *SHAPE, "flag"]
    assert published("public_confidence", (), {"numerator": 4, "denominator": 200}).empty
    assert not published("people_engaged", (), counted(0)).empty
