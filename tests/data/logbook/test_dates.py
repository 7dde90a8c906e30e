"""Dates as offices and survey tools write them."""

import csv
import random
import re
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from data.logbook.dates import read_dates, read_period

SHARED = (Path(__file__).resolve().parents[3] / ".." / "shared" / "hostile").resolve()

# Each alone in its column, so that nothing but the cell itself decides.
ALONE = {
    "13/05/2016 09:19:00": date(2016, 5, 13), "03/05/2016 09:19:00": date(2016, 5, 3), "3/5/16": date(2016, 5, 3),
    "03.05.2016": date(2016, 5, 3), "2024-05-13": date(2024, 5, 13), "2024-05-13T14:25:53": date(2024, 5, 13), "2024/05/13": date(2024, 5, 13),
    "20240513": date(2024, 5, 13), "13-Mar-13": date(2013, 3, 13), "1 Apr 25": date(2025, 4, 1), "3 May 2024": date(2024, 5, 3),
    "3rd of May 2024": date(2024, 5, 3), "May 3, 2024": date(2024, 5, 3), "31 July, 2022": date(2022, 7, 31),
    "Friday 3rd May 2024": date(2024, 5, 3), "3 Mai 2024": date(2024, 5, 3), "3 Sept 2024": date(2024, 9, 3),
    "3 May 2024 at 10:30": date(2024, 5, 3), "3 May 2024 10:30-12:00": date(2024, 5, 3), "3 May 2024 2-4pm": date(2024, 5, 3),
    "2019/08/06 10:01:25 AM GMT+1": date(2019, 8, 6), "45748": date(2025, 4, 1), "42410.62986": date(2016, 2, 10),
    "1697862600": date(2023, 10, 21), "３/５/２０２４": date(2024, 5, 3), "29/02/2024": date(2024, 2, 29), "28/02/2023": date(2023, 2, 28),
    "29 February 2000": date(2000, 2, 29), "2025-12-31T23:59:60Z": date(2025, 12, 31), "": None, "   ": None,
}  # fmt: skip

WITH_A_WORD = {
    "Apr-25": (date(2025, 4, 1), "Only the month"), "May 2024": (date(2024, 5, 1), "Only the month"),
    "05/2024": (date(2024, 5, 1), "Only the month"), "3-5 May 2024": (date(2024, 5, 3), "A period"),
    "Monday 3rd May 2024": (date(2024, 5, 3), "was a Friday"), "29/02/2023": (None, "no such day"), "31/04/2025": (None, "no such day"),
    "00/00/0000": (None, "no such day"), "2023-02-29": (None, "no such day"), "29 February 1900": (None, "no such day"),
    "30 February 2024": (None, "no such day"), "31/12/9999": (None, "Outside the years"), "1899-12-31": (None, "Outside the years"),
    "0001-01-01": (None, "Outside the years"), "3/5/35": (None, "Outside the years"), "tomorrow": (None, "Not understood"),
    "TBC": (None, "no date yet"), "60": (None, "bare number"), "-1": (None, "bare number"), "2958466": (None, "bare number"),
    "16978626000": (None, "bare number"), "2024": (None, "Only a year"), "3 May": (None, "No year"), "13/05": (None, "No year"),
    "May 13 14:25": (None, "Not understood"), "13/05/2024 24:00": (None, "Not understood"),
    "2025-05-01T10:00:00+99:00": (None, "Not understood"), "x" * 81: (None, "Too long"),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "expected"), ALONE.items())
def test_a_date_is_read_in_every_way_it_is_written(typed, expected):
    read = read_dates([typed])
    assert (read.values, read.problems) == ([expected], [])


@pytest.mark.parametrize(("typed", "expected"), WITH_A_WORD.items())
def test_what_is_not_one_plain_day_is_told_and_never_rolled_over(typed, expected):
    read = read_dates([typed])
    assert read.values == [expected[0]]
    assert len(read.problems) == 1 and read.problems[0][0] == 0 and expected[1] in read.problems[0][1]


def test_one_day_after_the_twelfth_settles_the_whole_column():
    uk = read_dates(["03/04/2025", "13/04/2025", "04/03/2025"])
    assert (uk.values, uk.order, uk.sure) == ([date(2025, 4, 3), date(2025, 4, 13), date(2025, 3, 4)], "day first", True)
    us = read_dates(["01/06/2022 12:31:33 PM", "01/13/2022 01:02:03 AM"])
    assert (us.values, us.order, us.sure) == ([date(2022, 1, 6), date(2022, 1, 13)], "month first", True)


def test_where_no_date_tells_the_day_is_taken_first_and_said_to_be_unsure():
    read = read_dates(["01/06/2022 12:31:33 PM", "03/04/2025"])
    assert (read.values, read.order, read.sure) == ([date(2022, 6, 1), date(2025, 4, 3)], "day first", False)
    assert read.why
    assert read_dates(["05/05/2025"]).values == [date(2025, 5, 5)]


def test_a_column_that_needs_no_order_is_sure():
    read = read_dates(["2024-05-03", "3 May 2024", ""])
    assert (read.order, read.sure, read.why, read.problems) == ("iso", True, "", [])


def test_the_odd_one_out_is_a_problem_and_not_turned_round():
    read = read_dates(["13/05/2024"] * 12 + ["12/25/2024", "01/02/2024"])
    assert read.order == "day first" and read.sure
    assert read.values[12:] == [None, date(2024, 2, 1)]
    assert read.problems == [(12, "Does not fit the column, where the day comes first.")]


def test_a_column_that_contradicts_itself_is_not_sure():
    read = read_dates(["13/05/2024", "14/05/2024", "12/25/2024", "01/02/2024"])
    assert (read.order, read.sure) == ("day first", False) and "some the month" in read.why
    assert read.values[3] == date(2024, 2, 1)


def test_days_swapped_by_a_spreadsheet_are_suspected():
    read = read_dates(["12/24/2019 8:41", "12/25/2019", "12/26/2019", "2019-01-12T08:41:00", "2019-02-12", "2019-03-12"])
    assert read.order == "month first" and not read.sure and "swapped" in read.why


def test_spreadsheet_day_numbers_are_told_one_by_one_unless_most_cells_are_such():
    few = read_dates(["13/05/2024", "14/05/2024", "15/05/2024", "45748", "19999", "60001"])
    assert few.values[3:] == [date(2025, 4, 1), None, None]
    assert [at for at, _ in few.problems] == [3, 4, 5]
    most = read_dates(["45748", "45749.99", "13/05/2024", "60001", "32873", "73415", "73416"])
    assert most.values == [date(2025, 4, 1), date(2025, 4, 2), date(2024, 5, 13), date(2064, 4, 9), None, date(2100, 12, 31), None]
    assert [at for at, _ in most.problems] == [4, 6]


def test_spreadsheet_day_numbers_count_from_the_end_of_1899():
    days = [date(1990, 1, 1) + timedelta(days=n) for n in range(0, 36_000, 97)]
    assert read_dates([str((day - date(1899, 12, 30)).days) for day in days]).values == days


def test_seconds_since_1970_are_read_only_where_every_cell_is_such():
    assert read_dates(["1697862600", "", "1711926000"]).values == [date(2023, 10, 21), None, date(2024, 4, 1)]
    mixed = read_dates(["1697862600", "13/05/2024"])
    assert mixed.values == [None, date(2024, 5, 13)] and mixed.problems[0][0] == 0


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2025-03-31T22:59:59Z", date(2025, 3, 31)),
        ("2025-03-31T23:00:00Z", date(2025, 4, 1)),
        ("2025-03-31T23:30Z", date(2025, 4, 1)),
        ("2025-03-31T23:59:59+00:00", date(2025, 4, 1)),
        ("2025-04-01T00:30:00+01:00", date(2025, 4, 1)),
        ("2025-04-01T00:30:00.123+0200", date(2025, 3, 31)),
        ("2025-03-31T23:30:00 BST", date(2025, 3, 31)),
        ("2019/04/01 12:10:00 AM GMT+2", date(2019, 3, 31)),
        ("2025-05-01 11:30-12:00", date(2025, 5, 1)),
        ("2025-03-31T19:00:00-04:00", date(2025, 4, 1)),
        ("2025-03-31T23:30:00", date(2025, 3, 31)),
        ("2026-03-31T23:00:00Z", date(2026, 4, 1)),
        ("2024-12-31T23:59:59Z", date(2024, 12, 31)),
    ],
)
def test_the_financial_year_turns_at_midnight_in_london(typed, expected):
    assert read_dates([typed]).values == [expected]


# First and last day of British Summer Time, from gov.uk/when-do-the-clocks-change.
@pytest.mark.parametrize(("starts", "ends"), [("2023-03-26", "2023-10-29"), ("2024-03-31", "2024-10-27"), ("2025-03-30", "2025-10-26")])
def test_late_evening_at_greenwich_is_the_next_day_in_summer_only(starts, ends):
    for last, shift in ((starts, 1), (ends, 0)):
        day = date.fromisoformat(last)
        before, after = (f"{day - timedelta(days=1)}T23:30:00Z", f"{day}T23:30:00Z")
        assert read_dates([before, after]).values == [day - timedelta(days=shift), day + timedelta(days=shift)]
    assert read_dates([f"{starts} 01:30", f"{ends} 01:30"]).values == [date.fromisoformat(starts), date.fromisoformat(ends)]


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("3-5 May 2024", "2024-05-03", "2024-05-05"),
        ("Fri 3rd to Sun 5th May 2024", "2024-05-03", "2024-05-05"),
        ("3 May 2024 - 5 May 2024", "2024-05-03", "2024-05-05"),
        ("3 May 2024 – 5 May 2024", "2024-05-03", "2024-05-05"),
        ("3/5/2024-5/5/2024", "2024-05-03", "2024-05-05"),
        ("3/5 - 5/5/2024", "2024-05-03", "2024-05-05"),
        ("2024-05-03 to 2024-05-05", "2024-05-03", "2024-05-05"),
        ("30 April - 2 May 2024", "2024-04-30", "2024-05-02"),
        ("April 24 - May 2 2024", "2024-04-24", "2024-05-02"),
        ("28 Dec - 3 Jan 2024", "2023-12-28", "2024-01-03"),
        ("1 April 2024 to 31 March 2025", "2024-04-01", "2025-03-31"),
        ("April - June 2024", "2024-04-01", "2024-06-30"),
        ("February 2024", "2024-02-01", "2024-02-29"),
        ("3 May 2024", "2024-05-03", "2024-05-03"),
    ],
)
def test_a_period_has_its_first_and_last_day(typed, first, last):
    assert read_period(typed) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("typed", ["", "weekly", "5-3 May 2024", "5 May 2024 - 3 May 2024", "30-31 February 2024", "5 June - 3 May 2024", "x" * 81])
def test_what_is_no_period_has_none(typed):
    assert read_period(typed) is None


def test_a_period_follows_the_order_of_its_column():
    assert read_period("5/3/2024 - 5/5/2024", "month first") == (date(2024, 5, 3), date(2024, 5, 5))
    read = read_dates(["5/3/2024 - 5/13/2024", "5/4/2024"])
    assert (read.values, read.order, read.sure) == ([date(2024, 5, 3), date(2024, 5, 4)], "month first", True)


@pytest.mark.parametrize(
    "form",
    ["%d/%m/%Y", "%m/%d/%Y", "%d/%m/%Y %H:%M:%S", "%m/%d/%Y %I:%M:%S %p", "%d %B %Y", "%d-%b-%y", "%A %d %B %Y", "%b %d, %Y", "%Y-%m-%dT%H:%M:%S"],
)
def test_every_day_from_1990_on_agrees_with_the_calendar(form):
    moments = [datetime(1990, 1, 1, 13, 5, 7) + timedelta(days=n) for n in range(14_500)]
    assert read_dates([moment.strftime(form) for moment in moments]).values == [moment.date() for moment in moments]


def test_no_cell_is_turned_into_a_day_it_does_not_show():
    dice = random.Random(7)
    cells = [f"{dice.randrange(35)}{sep}{dice.randrange(35)}{sep}{dice.choice((1889, 1999, 2024, 2101))}" for sep in "/-." for _ in range(3000)]
    read = read_dates(cells)
    told = dict(read.problems)
    for at, (cell, value) in enumerate(zip(cells, read.values, strict=True)):
        first, second, year = map(int, re.split(r"[/.-]", cell))
        assert (value is None) == (at in told)
        assert value is None or (value.year, {value.month, value.day}) == (year, {first, second})


def test_a_column_read_at_once_agrees_with_its_cells_read_one_by_one():
    dice = random.Random(3)
    forms = (
        "%Y-%m-%dT%H:%M:%SZ",
        "%Y-%m-%d %H:%M:%S+02:00",
        "%d %B %Y %H:%M",
        "%Y-%m-%dT%H:%M:%S+05:30",
        "%d-%b-%Y %H:%M:%S",
        "%Y-%m-%d %H:%M:%S.%f",
    )
    cells = [(datetime(2023, 1, 1) + timedelta(seconds=dice.randrange(90_000_000))).strftime(dice.choice(forms)) for _ in range(2000)]
    assert read_dates(cells).values == [read_dates([cell]).values[0] for cell in cells]


def test_missing_cells_have_no_date_and_no_problem():
    read = read_dates(pd.Series([None, "13/05/2024", ""], dtype="str"))
    assert (read.values, read.problems) == ([None, date(2024, 5, 13), None], [])
    assert read_dates([]).values == []
    assert read_dates(pd.concat([pd.Series([cell], dtype="str") for cell in ("13/05/2024", "", "1/6/2024")])).order == "day first"


def test_a_million_moments_are_read_in_seconds():
    moments = np.datetime64("2023-01-01T00:00:00") + np.random.default_rng(1).integers(0, 40_000_000, 1_000_000).astype("timedelta64[s]")
    column = pd.Series(moments).dt.strftime("%d/%m/%Y %H:%M:%S").astype("str")
    started = time.perf_counter()
    read = read_dates(column)
    # Measured at 0.3 s; the margin is for a busy machine.
    assert time.perf_counter() - started < 3
    assert read.order == "day first" and read.problems == []
    assert read.values == moments.astype("datetime64[D]").tolist()


@pytest.mark.skipif(not SHARED.exists(), reason="the hostile files are not here; their dates are tested one by one above")
def test_the_hostile_files_hold():
    sheet = load_workbook(SHARED / "dates_mixed.xlsx").active
    texts = ["" if row[0] is None else str(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    read = dict(zip(texts, read_dates(texts).values, strict=True))
    assert read["29/02/2023"] is None and read["31/04/2025"] is None and read["29/02/2024"] == date(2024, 2, 29)
    assert (read["03/04/2025"], read["04/03/2025"]) == (date(2025, 4, 3), date(2025, 3, 4))
    assert read["2025-03-31T23:30:00Z"] == read["2025-04-01T00:30:00+01:00"] == date(2025, 4, 1)
    assert all(read[text] is None for text in ("00/00/0000", "31/12/9999", "1899-12-31", "60", "-1", "2958466", "tomorrow"))
    with (SHARED / "dst_fy_edges.csv").open(encoding="utf-8", newline="") as file:
        edges = read_dates([row["Date"] for row in csv.DictReader(file)])
    assert edges.values[:4] == [date(2025, 3, 31), date(2025, 4, 1), date(2025, 4, 1), date(2025, 4, 1)]
    assert edges.values[8:] == [None, None]
