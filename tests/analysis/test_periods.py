from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest

from analysis.periods import Period, a_year_back, before, every_year, label_days, parse, quarters, up_to, year_of, years_between


def days(*texts):
    return pd.Series(pd.to_datetime(list(texts)))


def test_a_financial_year_runs_from_april_to_march():
    year = parse("2023-24")
    assert (year.label, year.start, year.end, year.so_far) == ("2023/24", date(2023, 4, 1), date(2024, 3, 31), False)


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("2023-24-q1", date(2023, 4, 1), date(2023, 6, 30)),
        ("2023-24-q2", date(2023, 7, 1), date(2023, 9, 30)),
        ("2023-24-q3", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-24-q4", date(2024, 1, 1), date(2024, 3, 31)),
        ("1999-00", date(1999, 4, 1), date(2000, 3, 31)),
    ],
)
def test_a_name_says_its_first_and_last_day(name, start, end):
    assert (parse(name).start, parse(name).end) == (start, end)


@pytest.mark.parametrize(
    "name", ["", "2023", "2023-25", "2023-24-q5", "2023-24-q0", "2023/24", "0000-01", "9999-00", "٢٠٢٣-٢٤", "2023-24\n", "all", "2023-24-q1-q2"]
)
def test_a_name_from_an_address_that_says_no_period_is_no_period(name):
    assert parse(name) is None


@pytest.mark.parametrize(
    ("day", "name"), [(date(2024, 3, 31), "2023-24"), (date(2024, 4, 1), "2024-25"), (date(2024, 2, 29), "2023-24"), (date(2024, 12, 31), "2024-25")]
)
def test_a_day_falls_in_the_year_that_began_last(day, name):
    assert year_of(day).name == name


def test_every_day_of_thirty_years_lies_in_one_year_and_one_quarter():
    day = date(1999, 1, 1)
    while day < date(2029, 1, 1):
        year = year_of(day)
        assert year.start <= day <= year.end
        assert sum(quarter.start <= day <= quarter.end for quarter in quarters(year)) == 1
        day += timedelta(days=17)


def test_quarters_fill_their_year_without_gap_or_overlap():
    year = parse("2023-24")
    four = quarters(year)
    assert (four[0].start, four[-1].end) == (year.start, year.end)
    assert all(one.end + timedelta(days=1) == following.start for one, following in pairwise(four))


@pytest.mark.parametrize(("first_month", "start", "end"), [(1, date(2023, 1, 1), date(2023, 12, 31)), (9, date(2023, 9, 1), date(2024, 8, 31))])
def test_an_office_may_begin_its_year_in_another_month(first_month, start, end):
    year = parse("2023-24", first_month)
    assert (year.start, year.end) == (start, end)
    assert year_of(start, first_month) == year
    assert quarters(year, first_month)[3].end == end


@pytest.mark.parametrize(
    ("name", "label", "start", "end"),
    [
        ("2024-25", "2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("2023-24-q4", "2022/23 quarter 4", date(2023, 1, 1), date(2023, 3, 31)),
        ("2000-01", "1999/00", date(1999, 4, 1), date(2000, 3, 31)),
    ],
)
def test_a_whole_period_is_compared_with_the_whole_one_a_year_earlier(name, label, start, end):
    earlier = before(parse(name))
    assert (earlier.label, earlier.start, earlier.end, earlier.so_far) == (label, start, end, False)
    assert earlier == parse(earlier.name)


def test_a_whole_period_ending_in_february_is_whole_in_a_leap_year_too():
    assert before(parse("2023-24", 3)).end == date(2023, 2, 28)
    assert before(parse("2024-25", 3)).end == date(2024, 2, 29)


def test_an_incomplete_year_is_compared_with_the_same_part_of_the_year_before():
    now = up_to(parse("2024-25"), date(2024, 11, 14), date(2024, 12, 1))
    earlier = before(now)
    assert (now.start, now.end, now.so_far) == (date(2024, 4, 1), date(2024, 11, 14), True)
    assert (earlier.start, earlier.end, earlier.so_far) == (date(2023, 4, 1), date(2023, 11, 14), True)


def test_the_29th_of_february_is_compared_up_to_the_28th():
    now = up_to(parse("2023-24"), date(2024, 2, 29), date(2024, 3, 3))
    assert before(now).end == date(2023, 2, 28)
    assert a_year_back(date(2024, 2, 29)) == date(2023, 2, 28)
    assert a_year_back(date(2025, 2, 28)) == date(2024, 2, 28)


def test_a_year_is_whole_from_the_day_after_its_last():
    year = parse("2023-24")
    assert up_to(year, date(2024, 3, 30), date(2024, 3, 31)).end == date(2024, 3, 30)
    assert up_to(year, date(2024, 3, 30), date(2024, 4, 1)) == year


@pytest.mark.parametrize(
    ("last", "today", "end"),
    [
        (None, date(2024, 6, 5), date(2024, 6, 5)),  # Nothing is recorded: to today.
        (date(2024, 5, 1), date(2024, 6, 5), date(2024, 5, 1)),
        (date(2024, 8, 1), date(2024, 6, 5), date(2024, 6, 5)),  # A day still to come counts for nothing.
        (date(2024, 1, 9), date(2024, 6, 5), date(2024, 4, 1)),  # The records end before the year began.
    ],
)
def test_a_year_that_is_not_over_reaches_to_the_last_day_recorded(last, today, end):
    assert up_to(parse("2024-25"), last, today).end == end


def test_a_period_that_is_not_over_says_how_far_it_reaches():
    assert up_to(parse("2024-25"), date(2024, 5, 9), date(2024, 6, 1)).said == "2024/25 so far, to 9 May 2024"
    assert parse("2023-24").said == "2023/24"


def test_the_years_between_two_days_come_newest_first():
    assert [year.label for year in years_between(date(2022, 3, 31), date(2024, 4, 1))] == ["2024/25", "2023/24", "2022/23", "2021/22"]
    assert years_between(date(2024, 4, 1), date(2024, 4, 1)) == [parse("2024-25")]


@pytest.mark.parametrize(
    ("day", "year", "quarter", "month"),
    [
        ("2024-03-31", "2023/24", "2023/24 Q4", "2024-03"),
        ("2024-04-01", "2024/25", "2024/25 Q1", "2024-04"),
        ("2024-02-29", "2023/24", "2023/24 Q4", "2024-02"),
        ("2023-12-31", "2023/24", "2023/24 Q3", "2023-12"),
        ("1999-05-01", "1999/00", "1999/00 Q1", "1999-05"),
    ],
)
def test_a_day_has_a_year_a_quarter_and_a_month(day, year, quarter, month):
    assert [label_days(days(day), by).iloc[0] for by in ("year", "quarter", "month")] == [year, quarter, month]


@pytest.mark.parametrize("by", ["year", "quarter", "month"])
def test_labels_sort_in_time(by):
    shuffled = pd.Series(pd.date_range("1998-01-01", "2031-12-31", freq="11D")).sample(frac=1, random_state=4)
    labels = label_days(shuffled.sort_values(), by)
    assert labels.tolist() == sorted(labels)


@pytest.mark.parametrize("by", ["year", "quarter", "month"])
def test_a_blank_day_has_a_blank_label(by):
    assert label_days(days("2024-05-01", None), by).isna().tolist() == [False, True]
    assert label_days(days(None), by).isna().all()
    assert label_days(days(), by).empty


def test_labels_agree_with_the_periods_of_the_same_name():
    for name in ("2023-24", "2024-25", "1999-00"):
        year = parse(name)
        assert label_days(days(str(year.start), str(year.end)), "year").tolist() == [year.label] * 2
        for number, quarter in enumerate(quarters(year), 1):
            assert label_days(days(str(quarter.start), str(quarter.end)), "quarter").tolist() == [f"{year.label} Q{number}"] * 2


def test_the_years_from_one_to_another_are_named_without_a_gap():
    assert every_year("1998/99", "2001/02") == ["1998/99", "1999/00", "2000/01", "2001/02"]


def test_a_period_is_a_value():
    assert Period("x", "x", date(2024, 4, 1), date(2024, 4, 2)) == Period("x", "x", date(2024, 4, 1), date(2024, 4, 2))
