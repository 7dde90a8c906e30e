from datetime import date

import pytest

from data.logbook.naming import series_of, title_of, wave_of


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("residents_survey_2024 (1).csv", "Residents survey 2024"),
        ("Residents-Survey+2024_raw_data_export.xlsx", "Residents Survey 2024"),
        ("../../etc/passwd.csv", "Passwd"),
        ("precept 2023-24 responses final v2.csv", "Precept 2023 24"),
        ("Q3.xlsx", "Q3"),
        ("data.csv", "Untitled"),
        ("", "Untitled"),
        ("x" * 300 + ".csv", "X" + "x" * 79),
    ],
)
def test_a_title_is_the_words_of_a_files_name(name, title):
    assert title_of(name) == title


@pytest.mark.parametrize(
    ("title", "series"),
    [
        ("Residents survey 2024", "Residents survey"),
        ("Residents survey, March 2024", "Residents survey"),
        ("Precept 2023 24", "Precept"),
        ("Panel wave 3", "Panel"),
        ("2024", "2024"),
        ("Residents survey", "Residents survey"),
    ],
)
def test_a_series_is_a_title_without_its_wave(title, series):
    assert series_of(title) == series


def test_a_wave_is_named_by_its_last_answer_or_its_title():
    assert wave_of(date(2024, 3, 31), "Survey 2019") == "March 2024"
    assert wave_of(None, "Survey 2019") == "2019"
    assert wave_of(None, "Survey") == "undated"


def test_waves_of_a_survey_are_one_series():
    assert series_of(title_of("Residents_survey_May_2023.csv")) == series_of(title_of("Residents survey (June 2024) v2.xlsx"))
