import numpy as np
import pytest

from analysis.statistics.diversity import equally_used, rarefied_richness
from tests.oracles.reference_values import expected, needs_reference

ACTIVITIES = [9, 7, 3, 11, 1, 4, 0]
NEXT_ACTIVITIES = [10, 6, 4, 12, 2, 5, 2]
PEOPLE = [2415, 170, 49, 480, 1442, 570, 0]


@pytest.mark.parametrize(("counts", "amount_to"), [(ACTIVITIES, 4.92803726755768), (NEXT_ACTIVITIES, 5.83177976511664), (PEOPLE, 3.79921697299425)])
def test_the_number_of_equally_used_methodologies_is_that_of_vegan(counts, amount_to):
    assert equally_used(counts) == pytest.approx(amount_to, rel=1e-9)


def test_one_methodology_used_alone_counts_as_one():
    assert equally_used([12, 0, 0]) == 1


def test_no_activities_have_no_diversity():
    assert equally_used([0, 0]) is None
    assert equally_used([]) is None
    assert rarefied_richness([0], 0) is None


def test_a_negative_or_missing_count_is_refused():
    for counts in ([3, -1], [3, float("nan")]):
        with pytest.raises(ValueError, match="nought or more"):
            equally_used(counts)


def test_methodologies_used_equally_count_as_they_are():
    assert equally_used([5, 5, 5, 5]) == pytest.approx(4, rel=1e-12)


def test_there_are_never_more_equally_used_than_were_used():
    rng = np.random.default_rng(1)
    for _ in range(200):
        counts = rng.integers(0, 40, size=8)
        assert 1 - 1e-9 <= equally_used(counts) <= np.count_nonzero(counts) + 1e-9


def test_a_quiet_year_is_compared_at_its_own_number_of_activities():
    assert rarefied_richness(ACTIVITIES, 35) == pytest.approx(6, rel=1e-9)
    assert rarefied_richness(NEXT_ACTIVITIES, 35) == pytest.approx(6.96325828642902, rel=1e-9)
    assert rarefied_richness(ACTIVITIES, 20) == pytest.approx(5.47480923403844, rel=1e-9)
    assert rarefied_richness(NEXT_ACTIVITIES, 20) == pytest.approx(6.38913146308897, rel=1e-9)


def test_rarefaction_to_one_activity_finds_one_methodology_and_to_none_finds_none():
    assert rarefied_richness([4, 3], 1) == pytest.approx(1, rel=1e-12)
    assert rarefied_richness([4, 3], 0) == pytest.approx(0, abs=1e-12)


def test_rarefaction_to_more_than_was_held_is_refused():
    with pytest.raises(ValueError, match="no larger"):
        rarefied_richness([4, 3], 8)


def test_rarefaction_is_the_average_over_random_draws():
    rng = np.random.default_rng(2)
    held = np.repeat(np.arange(3), [6, 3, 1])
    drawn = np.mean([len(set(rng.choice(held, 4, replace=False))) for _ in range(20_000)])
    assert rarefied_richness([6, 3, 1], 4) == pytest.approx(drawn, abs=0.02)


@needs_reference
def test_every_reference_case_of_diversity():
    reference = expected("diversity")
    for case in reference["cases"].values():
        assert equally_used(case["counts"]) == pytest.approx(case["hill1"], rel=1e-9)
    rarefied = reference["rarefied_richness"]
    for counts, year in [(ACTIVITIES, "2023/24"), (NEXT_ACTIVITIES, "2024/25")]:
        found = [rarefied_richness(counts, m) for m in rarefied["m"]]
        assert found == pytest.approx(rarefied[year], rel=1e-9)
