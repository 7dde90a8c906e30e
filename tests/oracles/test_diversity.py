from itertools import pairwise

import numpy as np
import pytest

from analysis.statistics.diversity import diversity, rarefied_richness
from tests.oracles.reference_values import expected, needs_reference

ACTIVITIES = [9, 7, 3, 11, 1, 4, 0]
NEXT_ACTIVITIES = [10, 6, 4, 12, 2, 5, 2]
PEOPLE = [2415, 170, 49, 480, 1442, 570, 0]

PUBLISHED = [
    (ACTIVITIES, 6, 4.92803726755768, 4.42238267148015, 3.18181818181818, 0.890153402844868, 0.773877551020408),
    (NEXT_ACTIVITIES, 7, 5.83177976511664, 5.10942249240122, 3.41666666666667, 0.90616837147714, 0.804283164782867),
    (PEOPLE, 6, 3.79921697299425, 3.09193793031222, 2.12256728778468, 0.744963265820402, 0.676578242339095),
]


@pytest.mark.parametrize(("counts", "methods", "first", "second", "last", "evenness", "pair"), PUBLISHED)
def test_the_effective_number_of_methods_is_that_of_vegan(counts, methods, first, second, last, evenness, pair):
    found = diversity(counts)
    assert found.methods == methods
    assert found.effective == pytest.approx(first, rel=1e-9)
    assert found.effective_of_common == pytest.approx(second, rel=1e-9)
    assert found.effective_of_largest == pytest.approx(last, rel=1e-9)
    assert found.evenness == pytest.approx(evenness, rel=1e-9)
    assert found.unlike_pair == pytest.approx(pair, rel=1e-9)


def test_one_method_used_alone_counts_as_one_and_has_no_evenness():
    found = diversity([12, 0, 0])
    assert (found.methods, found.effective, found.effective_of_common, found.effective_of_largest) == (1, 1, 1, 1)
    assert found.evenness is None
    assert found.unlike_pair == 0


def test_no_activities_have_no_diversity():
    assert diversity([0, 0]) is None
    assert diversity([]) is None
    assert rarefied_richness([0], 0) is None


def test_a_negative_or_missing_count_is_refused():
    for counts in ([3, -1], [3, float("nan")]):
        with pytest.raises(ValueError, match="nought or more"):
            diversity(counts)


def test_methods_used_equally_count_as_they_are():
    found = diversity([5, 5, 5, 5])
    assert found.effective == pytest.approx(4, rel=1e-12)
    assert found.evenness == pytest.approx(1, rel=1e-12)


def test_the_effective_number_never_grows_with_its_order():
    rng = np.random.default_rng(1)
    for _ in range(200):
        found = diversity(rng.integers(0, 40, size=8))
        orders = [found.methods, found.effective, found.effective_of_common, found.effective_of_largest]
        assert all(later <= earlier + 1e-9 for earlier, later in pairwise(orders))


def test_a_quiet_year_is_compared_at_its_own_number_of_activities():
    assert rarefied_richness(ACTIVITIES, 35) == pytest.approx(6, rel=1e-9)
    assert rarefied_richness(NEXT_ACTIVITIES, 35) == pytest.approx(6.96325828642902, rel=1e-9)
    assert rarefied_richness(ACTIVITIES, 20) == pytest.approx(5.47480923403844, rel=1e-9)
    assert rarefied_richness(NEXT_ACTIVITIES, 20) == pytest.approx(6.38913146308897, rel=1e-9)


def test_rarefaction_to_one_activity_finds_one_method_and_to_none_finds_none():
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
        found = diversity(case["counts"])
        assert found.methods == case["richness"]
        for name, key in [("effective", "hill1"), ("effective_of_common", "hill2"), ("effective_of_largest", "hillInf")]:
            assert getattr(found, name) == pytest.approx(case[key], rel=1e-9)
        assert found.unlike_pair == pytest.approx(case["simpson_gini"], rel=1e-9)
        assert found.evenness is None if case["pielou"] is None else found.evenness == pytest.approx(case["pielou"], rel=1e-9)
    rarefied = reference["rarefied_richness"]
    for counts, year in [(ACTIVITIES, "2023/24"), (NEXT_ACTIVITIES, "2024/25")]:
        found = [rarefied_richness(counts, m) for m in rarefied["m"]]
        assert found == pytest.approx(rarefied[year], rel=1e-9)
