import numpy as np
import pytest

from data.ages import ATOMS, OLDEST, TOLD_IN, atoms_in, band_of_ages, bounds, label, read_age_band, read_age_bands


def band_of(age, bands):
    """The first of the bands that holds an age, one at a time: what `band_of_ages` must say of many at once."""
    limits = ((band, bounds(band)) for band in bands)
    return next((band for band, (low, high) in limits if low <= age <= (OLDEST if high is None else high)), None)


READ = {
    "18-24": (18, 24),
    "18 – 24": (18, 24),
    "18—24": (18, 24),
    "18‑24": (18, 24),
    "18 to 24": (18, 24),
    " 18\u00a0-\u00a024 ": (18, 24),
    "18-24 years": (18, 24),
    "25 to 34 years": (25, 34),
    "18-24 yrs": (18, 24),
    "18-24 years old": (18, 24),
    "18 to 24 year olds": (18, 24),
    "18-24 year-olds": (18, 24),
    "Aged 45-54": (45, 54),
    "Aged 5 to 9 years": (5, 9),
    "Ages 18-24": (18, 24),
    "Between 18 and 24": (18, 24),
    "16 & 17": (16, 17),
    "16/17": (16, 17),
    "0-15": (0, 15),
    "Under 18": (0, 17),
    "under 16 years": (0, 15),
    "Under 18s": (0, 17),
    "Below 18": (0, 17),
    "Younger than 18": (0, 17),
    "< 18": (0, 17),
    "16 or under": (0, 16),
    "17 and under": (0, 17),
    "17 or younger": (0, 17),
    "Up to 17": (0, 17),
    "Aged 4 years and under": (0, 4),
    "65+": (65, None),
    "65 +": (65, None),
    "65+ years": (65, None),
    "65 plus": (65, None),
    "65 and over": (65, None),
    "65 & over": (65, None),
    "65 or over": (65, None),
    "65 or above": (65, None),
    "65 or more": (65, None),
    "75 years and older": (75, None),
    "Aged 85 years and over": (85, None),
    "Over 75": (75, None),
    "Over the age of 65": (65, None),
    "Over 65s": (65, None),
    "> 60": (61, None),
    "More than 75": (76, None),
    "Older than 75": (76, None),
    "34": (34, 34),
    "15 years": (15, 15),
    "16-24 oed": (16, 24),
    "16 i 24": (16, 24),
    "dan 16": (0, 15),
    "65 a throsodd": (65, None),
    "65 oed neu hŷn": (65, None),
}

NOT_READ = [
    "Oct-49",
    "10-Oct",
    "5-Feb",
    "20-Nov",
    "2024-10-14",
    "2024-10-14T00:00:00",
    "10/14",
    "1985",
    "1950-1959",
    "24-18",
    "18-200",
    "121",
    "20s",
    "Adult",
    "Prefer not to say",
    "",
    "-",
    "18-24 hours",
    "5-10 miles",
    "£18-24",
    "18-24, 25-34",
]


@pytest.mark.parametrize("text", READ)
def test_an_age_option_is_read_as_it_is_meant(text):
    assert read_age_band(text) == READ[text]


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_band_or_was_turned_into_a_date_is_not_guessed(text):
    assert read_age_band(text) is None


def test_over_begins_where_the_band_below_it_ends():
    assert read_age_bands(["55-65", "Over 65"])["Over 65"] == (66, None)
    assert read_age_bands(["55-64", "Over 65"])["Over 65"] == (65, None)
    assert read_age_bands(["45-60", "> 60"])["> 60"] == (61, None)
    assert read_age_bands(["45-59", "> 60"])["> 60"] == (60, None)
    assert read_age_bands(["Under 18", "Over 18"]) == {"Under 18": (0, 17), "Over 18": (18, None)}
    assert read_age_bands(["18-24", "Prefer not to say"])["Prefer not to say"] is None


def test_a_plain_open_band_is_never_moved_by_its_neighbours():
    assert read_age_bands(["55-65", "65+"])["65+"] == (65, None)


def test_a_band_is_written_one_way():
    assert label(16, 24) == "16 to 24"
    assert label(85, None) == "85 and over"
    assert label(0, 15) == "Under 16"
    assert label(15, 15) == "15"


def test_what_is_written_reads_back_to_the_same_ages():
    for low, high in [(0, 15), (15, 15), (16, 24), (85, None), (0, 4), (0, 0), (25, 120)]:
        assert bounds(label(low, high)) == (low, high)
    for atom in (*ATOMS, *TOLD_IN):
        assert label(*bounds(atom)) == atom


def test_bounds_refuses_what_is_no_band():
    with pytest.raises(ValueError, match="not a band of ages"):
        bounds("Middle-aged")


def test_the_smallest_bands_cover_every_age_once():
    for age in range(121):
        assert len([atom for atom in ATOMS if band_of(age, [atom])]) == 1
        assert len([band for band in TOLD_IN if band_of(age, [band])]) == 1


def test_a_band_is_built_of_the_smallest_bands_it_holds():
    assert atoms_in(16, 24) == ["16 to 17", "18 to 19", "20 to 24"]
    assert atoms_in(18, 24) == ["18 to 19", "20 to 24"]
    assert atoms_in(0, 15) == ["Under 5", "5 to 9", "10 to 14", "15"]
    assert atoms_in(0, None) == list(ATOMS)
    assert atoms_in(75, None) == ["75 to 79", "80 to 84", "85 and over"]


def test_a_band_that_cuts_through_a_smallest_band_cannot_be_built():
    for low, high in [(18, 25), (14, 25), (17, 24), (16, 18), (90, None), (65, 74 + 1), (85, 89)]:
        assert atoms_in(low, high) is None


def test_every_band_that_can_be_built_holds_exactly_its_own_ages():
    for low in range(0, 121):
        for high in (*range(low, 100), None):
            atoms = atoms_in(low, high)
            if atoms is not None:
                held = [age for age in range(121) if any(band_of(age, [atom]) for atom in atoms)]
                assert held == list(range(low, 121 if high is None else high + 1))


def test_an_age_falls_in_the_first_band_that_holds_it():
    bands = ["Under 16", "16 to 24", "25 and over"]
    assert [band_of(age, bands) for age in (0, 15, 16, 24, 25, 104)] == ["Under 16", "Under 16", "16 to 24", "16 to 24", "25 and over", "25 and over"]
    assert band_of(15, ["16 to 24"]) is None


def test_ages_given_as_numbers_are_put_in_bands_that_the_census_can_be_put_in_too():
    given = np.array([15, 16, 17, 18, 24, 25, 74.5, 75, 104, 0])
    expected = ["Under 16", "16 to 17", "16 to 17", "18 to 24", "18 to 24", "25 to 34", "65 to 74", "75 and over", "75 and over", "Under 16"]
    assert list(band_of_ages(given)) == expected
    assert [band_of(int(age), TOLD_IN) for age in given] == expected
    assert all(atoms_in(*bounds(band)) for band in TOLD_IN)


def test_a_number_that_is_no_ones_age_has_no_band():
    assert list(band_of_ages(np.array([-1, 121, 1985, np.nan]))) == [None] * 4
    assert list(band_of_ages(np.array([]))) == []
