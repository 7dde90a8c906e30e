import random
import re
from datetime import date

import numpy as np
import pytest

from data.questionnaire.bands import months, number_bands


def holds(label, value):
    """Whether a band, read as a person reads it, holds a whole number."""
    numbers = [int(found.replace(",", "")) for found in re.findall(r"-?[\d,]+", label)]
    if label.startswith("Under"):
        return value < numbers[0]
    if label.endswith("or more"):
        return value >= numbers[0]
    return numbers[0] <= value <= numbers[-1]


def test_eight_or_fewer_whole_numbers_are_each_their_own_band():
    labels, band = number_bands(np.array([3.0, 1, 10, 3]))
    assert labels == ["1", "3", "10"] and band.tolist() == [1, 0, 2, 1]


def test_many_numbers_fall_in_at_most_eight_bands_of_one_width_the_last_open():
    labels, band = number_bands(np.arange(0.0, 100))
    assert labels == ["0 to 19", "20 to 39", "40 to 59", "60 to 79", "80 or more"]
    assert np.bincount(band).tolist() == [20, 20, 20, 20, 20]


def test_one_very_large_number_does_not_stretch_the_bands():
    labels, band = number_bands(np.array([*range(1, 200), 1_000_000.0]))
    assert labels[-1].endswith("or more") and band[-1] == len(labels) - 1
    assert len(set(band.tolist())) > 4


def test_few_small_numbers_below_the_bands_are_not_called_large():
    # 990 fives and a handful of others: "5 or more" must not hold the twos.
    labels, band = number_bands(np.array([5.0] * 990 + [1, 2, 3, 4, 6, 7, 8, 9, 10, 11]))
    assert labels == ["Under 5", "5 or more"]
    assert np.bincount(band).tolist() == [4, 996]


@pytest.mark.parametrize("seed", range(60))
def test_every_number_falls_in_a_band_that_holds_it(seed):
    made = random.Random(seed)
    spread = made.choice([5, 12, 30, 400, 90_000])
    numbers = np.array(
        [made.randint(-spread // 4 if seed % 3 == 0 else 0, spread) * made.choice([1, 1, 1, 7]) for _ in range(made.randint(1, 400))], dtype=float
    )
    labels, band = number_bands(numbers)
    assert band.min() >= 0 and band.max() < len(labels)
    assert all(holds(labels[at], value) for at, value in zip(band, numbers, strict=True))
    if len(np.unique(numbers)) > 8:
        assert len(labels) <= 9


def test_dates_fall_in_their_months_in_order():
    labels, month = months([date(2024, 5, 31), date(2024, 4, 1), date(2024, 5, 1)])
    assert labels == ["April 2024", "May 2024"] and month.tolist() == [1, 0, 1]


def test_more_than_two_dozen_months_become_years():
    labels, _ = months([date(2020 + i // 12, i % 12 + 1, 1) for i in range(36)])
    assert labels == ["2020", "2021", "2022"]


def test_no_dates_have_no_months():
    labels, month = months([])
    assert labels == [] and len(month) == 0


def test_years_are_written_as_years():
    labels, band = number_bands(np.arange(1941.0, 2005))
    assert labels[0] == "1940 to 1949" and labels[-1] == "2000 or more" and band[-1] == len(labels) - 1
    assert number_bands(np.array([1990.0, 2500]))[0] == ["1,990", "2,500"]
