import pandas as pd
import pytest

from analysis.answered.battery_findings import batteries, of_battery
from analysis.answered.who_answered import middle, not_answering, side_by_side, weighted_topline
from analysis.measure import measures
from analysis.process_findings import by_month, of_months
from analysis.statistics.process_limits import process_limits
from analysis.suppression import publish
from publishing.notes import notes
from tests.store import rows

OPTIONS = rows("question_id option label state", ("q", 0, "Yes", "answered"), ("q", 1, "No", "answered"), ("q", 2, "Don't know", "don't know"))
SURVEY = pd.Series({"title": "Residents", "evidence": "open"})


def tallies(yes, no, unsure, question="q"):
    return rows(
        "question_id split category option place people",
        (question, "all", None, None, None, float(yes + no)),
        *((question, "all", None, i, None, float(n)) for i, n in enumerate((yes, no, unsure))),
    )


def test_those_who_left_it_blank_are_neither_in_the_base_nor_the_unsure():
    assert not_answering(tallies(200, 150, 50), OPTIONS, 500) == "Asked of 500 respondents; about 100 left it blank or were not shown it."
    assert "fewer than 10 left it blank" in not_answering(tallies(200, 150, 50), OPTIONS, 404)
    assert not_answering(tallies(3, 2, 1), OPTIONS, 8) == ""


def test_a_median_needs_thirty_people():
    found = rows("question_id median people", ("q", 2.0, 40.0), ("r", 3.0, 20.0))
    assert middle(found, "q").startswith("Median: 2.") and middle(found, "r") == "" and middle(found, "s") == ""


def test_weighted_shares_stand_beside_unweighted_ones():
    tally = rows(
        "grain option category people weighed weight squares",
        ("option", 0, None, 60.0, 60.0, 30.0, 20.0),
        ("option", 1, None, 40.0, 40.0, 70.0, 130.0),
        ("all", None, None, 100.0, 100.0, 100.0, 150.0),
    )
    weighted = weighted_topline(tally, OPTIONS)
    plain = publish(
        pd.DataFrame(
            {
                "measure": "answers",
                "answer": ["Yes", "No"],
                "numerator": [60.0, 40.0],
                "denominator": 100.0,
                "value": [0.6, 0.4],
                "lower": None,
                "upper": None,
                "base": 100.0,
            }
        ).astype({"lower": float, "upper": float}),
        measures()["answers"],
        ("answer",),
    )
    assert side_by_side(plain, weighted) == [
        {"answer": "Yes", "plain": "60%", "weighted": "30%"},
        {"answer": "No", "plain": "40%", "weighted": "70%"},
    ]


def test_statements_of_one_scale_are_one_figure_most_agreed_with_first():
    names = ["battery", "wording", "kind", "position", "question_id"]
    typed = [("How safe?", "By day", "rating", 1, "a"), ("How safe?", "After dark", "rating", 2, "b"), (None, "Sex", "one answer", 3, "c")]
    asked = pd.DataFrame(typed, columns=names)
    scale = pd.concat([OPTIONS.assign(question_id=name) for name in ("a", "b", "c")])
    groups = batteries(asked, scale)
    assert [list(group["question_id"]) for group in groups] == [["a", "b"], ["c"]]
    found = of_battery(groups[0], pd.concat([tallies(120, 80, 0, "a"), tallies(150, 50, 0, "b")]), scale, SURVEY)
    assert list(dict.fromkeys(found.published.rows["statement"])) == ["After dark", "By day"]
    assert found.headline == "After dark: 75% said yes" and found.chart == "stacked"


def activities(counts):
    days = [f"{2023 + month // 12}-{month % 12 + 1:02d}-10" for month, n in enumerate(counts) for _ in range(n)]
    frame = rows("activity_id held_on", *((str(i), day) for i, day in enumerate(days)))
    return {
        "activities": frame.assign(
            month=frame["held_on"].dt.strftime("%Y-%m"), participants_low=1.0, participants_high=1.0, participants_how="counted"
        )
    }


def test_twelve_whole_months_have_the_lines_of_an_unchanged_measure():
    counts = [5, 6, 5, 7, 6, 5, 4, 6, 5, 6, 7, 5, 30]
    found = by_month(measures()["activities_held"], activities(counts), pd.Timestamp("2024-01-31").date())
    assert found.rows["value"].tolist() == counts
    shown = of_months("Activities", found, "Source")
    limits = process_limits(counts)
    assert shown.published.rows["high"].iloc[0] == pytest.approx(limits.upper) and "2024-01" in shown.description
    assert shown.headline == "Latest month: improving"
    assert "XmR" in shown.how and shown.how in notes(shown, "The office") and shown.term("2024-01") == "Jan 2024"


def test_a_month_not_over_is_left_out_and_eleven_are_too_few():
    counts = [5] * 12
    frames = activities(counts)
    assert by_month(measures()["activities_held"], frames, pd.Timestamp("2023-12-20").date()) is None
    assert by_month(measures()["public_confidence"], frames, pd.Timestamp("2024-12-31").date()) is None, "not a count of a complete record"


def test_a_month_in_which_nothing_was_held_counts_nought():
    found = by_month(measures()["activities_held"], activities([5] * 6 + [0] + [5] * 6), pd.Timestamp("2024-01-31").date())
    assert found.rows["value"].tolist()[6] == 0 and len(found.rows) == 13
