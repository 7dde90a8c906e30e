import numpy as np
import pandas as pd

from analysis.planning.load import activity_days, load
from tests.oracles.reference_values import expected, given, needs_reference


def dates(*texts):
    return pd.Series(pd.to_datetime(list(texts)))


def test_both_the_first_and_the_last_day_count():
    found = load(dates("2024-05-01", "2024-05-03"), dates("2024-05-03", "2024-05-03"))
    assert (found.activities, found.activity_days, found.days_with_any, found.most_at_once) == (2, 4, 3, 2)


def test_one_closing_the_day_before_another_opens_are_never_open_together():
    found = load(dates("2024-05-01", "2024-05-03"), dates("2024-05-02", "2024-05-04"))
    assert (found.most_at_once, found.days_with_any) == (1, 4)


def test_missing_or_reversed_dates_are_left_out_and_counted():
    found = load(dates("2024-05-01", None, "2024-05-03"), dates("2024-05-02", "2024-05-02", "2024-05-01"))
    assert (found.activities, found.activity_days, found.left_out) == (1, 2, 2)


def test_nothing_open_is_no_load():
    found = load(dates(), dates())
    assert (found.activities, found.activity_days, found.days_with_any, found.most_at_once) == (0, 0, 0, 0)


def test_an_activity_over_the_turn_of_the_month_is_shared_between_its_months():
    rows = pd.DataFrame({"group": ["North"], "opened": dates("2024-01-30"), "closed": dates("2024-03-01")})
    found = activity_days(rows)
    assert found["month"].tolist() == [pd.Timestamp("2024-01-01"), pd.Timestamp("2024-02-01"), pd.Timestamp("2024-03-01")]
    assert found["activity_days"].tolist() == [2, 29, 1]


def test_activity_days_are_those_of_a_count_day_by_day():
    rng = np.random.default_rng(6)
    opened = pd.Timestamp("2023-04-01") + pd.to_timedelta(rng.integers(0, 700, 60), unit="D")
    rows = pd.DataFrame({"group": rng.choice(["North", "South"], 60), "opened": opened})
    rows["closed"] = rows["opened"] + pd.to_timedelta(rng.integers(0, 90, 60), unit="D")
    slow = {}
    for row in rows.itertuples():
        for day in pd.date_range(row.opened, row.closed):
            key = (row.group, day.replace(day=1))
            slow[key] = slow.get(key, 0) + 1
    found = activity_days(rows)
    assert {(row.group, row.month): row.activity_days for row in found.itertuples()} == slow
    days = [day for row in rows.itertuples() for day in pd.date_range(row.opened, row.closed)]
    every = load(rows["opened"], rows["closed"])
    assert (every.activity_days, every.days_with_any, every.most_at_once) == (len(days), len(set(days)), max(map(days.count, set(days))))


def test_no_dated_activities_have_no_activity_days():
    rows = pd.DataFrame({"group": ["North"], "opened": dates(None), "closed": dates("2024-03-01")})
    assert activity_days(rows).empty


@needs_reference
def test_the_reference_log_of_activities():
    reference, log = expected("consultation_load"), given("activities")
    log["opened"], log["closed"] = pd.to_datetime(log["opened"]), pd.to_datetime(log["closed"])
    wanted = [(reference["all"], log)]
    wanted += [(case, log[log["area"] == area]) for area, case in reference["by_area"].items()]
    wanted += [(case, log[log["fy"] == year]) for year, case in reference["by_fy"].items()]
    for case, rows in wanted:
        found = load(rows["opened"], rows["closed"])
        assert (found.activities, found.activity_days) == (case["activities"], case["activity_days"])
        assert (found.days_with_any, found.most_at_once) == (case["days_with_any"], case["max_open"])
    by_area = activity_days(log.assign(group=log["area"])).groupby("group")["activity_days"].sum()
    assert by_area.to_dict() == {area: case["activity_days"] for area, case in reference["by_area"].items()}
