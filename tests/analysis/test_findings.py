import re

import pytest

from analysis.activity_findings import VIEWS, findings, undated
from analysis.activity_findings import headline as activity_headline
from analysis.findings import of_reading, over_time, ranked
from analysis.statistics.intervals import wilson
from analysis.suppression import NOTHING
from tests.figures import SO_FAR, YEAR, counted, finding, published, reading
from tests.store import rows

SOURCE = "Source: activity log"
DATED = rows("activity_id held_on", ("a", "2024-05-01"), ("b", "2024-06-01"))


def by_method(*pairs, name="activities_held"):
    return published(name, ("method",), *({"method": method, **counted(value, base=value)} for method, value in pairs))


def by_year(*pairs, name="activities_held"):
    return published(name, ("year",), *({"year": year, **(counted(value, base=value) if value is not None else {})} for year, value in pairs))


def short(words):
    return len(words) <= 75 and len(words.split()) <= 12


def test_bars_stand_from_largest_to_smallest_and_blanks_last():
    found = ranked(by_method(("a", 1), (None, 9), ("b", 5)), "{top} was used most: {value} activities", "By methodology.", SOURCE)
    assert [found.term(term) for term in found.published.rows["method"]] == ["b", "a", "Not recorded"]
    assert found.headline == "b was used most: 5 activities"
    assert found.description == "Most: b, 5. Least: a, 1."
    assert (found.chart, found.name) == ("ranked", "activities_held-by-method")


def test_an_order_with_a_meaning_of_its_own_is_kept():
    found = ranked(by_method(("a", 1), ("b", 5)), "{top}", "By methodology.", SOURCE, in_order=True)
    assert list(found.published.rows["method"]) == ["a", "b"]


def test_terms_nobody_used_are_named_up_to_four():
    found = ranked(by_method(("a", 1), *((f"m{i}", 0) for i in range(7))), "{top}", "", SOURCE)
    assert found.description == "Most: a, 1. None: m0, m1, m2, m3 and 3 more."
    five = ranked(by_method(("a", 1), *((f"m{i}", 0) for i in range(5))), "{top}", "", SOURCE)
    assert five.description.endswith("None: m0, m1, m2, m3 and m4.")


@pytest.mark.parametrize("pairs", [(), (("a", 0), ("b", 0)), ((None, 4),)])
def test_where_nothing_is_recorded_nothing_was_used_most(pairs):
    found = ranked(by_method(*pairs), "{top} was used most: {value} activities", "", SOURCE)
    assert found.headline == "Nothing recorded" and found.description == ""


def test_hidden_groups_are_counted_and_not_named():
    rows = [{"answer": a, "numerator": n, "denominator": 200} for a, n in (("Yes", 120), ("No", 77), ("Neither", 3))]
    found = ranked(published("answers", ("answer",), *rows), "{value} said {top}", "", SOURCE)
    assert found.headline == "60% said Yes" and found.description == "Most: Yes, 60%. Least: No, 38%. 1 not shown: too few people."
    few = ranked(published("answers", ("answer",), {"answer": "Yes", "numerator": 3, "denominator": 200}), "{value} said {top}", "", SOURCE)
    assert few.headline == "Too few people to show"


@pytest.mark.parametrize("term", ["word " * 50, "x" * 300, "{value} {0}", "Focus group\nTotal"])
def test_a_headline_stays_short_whatever_it_names(term):
    found = ranked(by_method((term, 1204)), "{top} was used most: {value} activities", "", SOURCE)
    assert short(found.headline) and found.headline.endswith("was used most: 1,204 activities") and "\n" not in found.headline


def test_the_last_year_is_compared_with_the_one_before():
    found = over_time(by_year(("2022/23", 4), ("2023/24", 9), ("2024/25", 6)), "By year.", SOURCE)
    assert found.headline == "Activities held: 6 in 2024/25, down 3 on 2023/24"
    assert found.description == "Most in 2023/24: 9. Least in 2022/23: 4."
    assert over_time(by_year(("2023/24", 6), ("2024/25", 6)), "", SOURCE).headline == "Activities held: 6 in 2024/25, the same as 2023/24"


def test_a_year_that_is_not_over_is_not_compared_with_a_whole_one():
    found = over_time(by_year(("2023/24", 9), ("2024/25", 2)), "", SOURCE, so_far="2024/25")
    assert found.headline == "Activities held: 2 in 2024/25 so far"
    assert found.notes == ("2024/25 is not over; earlier years are whole. Where a change is given, it is on the same part of the year before.",)
    assert over_time(by_year(("2023/24", 9), ("2024/25", 2)), "", SOURCE, compare=False).headline == "Activities held: 2 in 2024/25"


def test_a_year_without_a_record_stands_as_a_gap():
    found = over_time(by_year(("2021/22", 4), ("2024/25", 6)), "", SOURCE)
    assert list(found.published.rows["year"]) == ["2021/22", "2022/23", "2023/24", "2024/25"]
    assert found.published.rows["flag"].tolist() == ["", NOTHING, NOTHING, ""]
    assert found.headline == "Activities held: 6 in 2024/25", "the year before is not known"


def test_a_year_that_is_not_recorded_is_not_compared():
    found = over_time(by_year(("2023/24", None), ("2024/25", 6)), "", SOURCE)
    assert found.headline == "Activities held: 6 in 2024/25" and found.description == "Only 2024/25 is recorded."
    last = over_time(by_year(("2023/24", 6), ("2024/25", None)), "", SOURCE)
    assert last.headline == "Activities held: not known in 2024/25"


def test_records_without_a_day_are_not_drawn_over_time():
    found = over_time(by_year(("2023/24", 6), (None, 4)), "", SOURCE)
    assert list(found.published.rows["year"]) == ["2023/24"]
    assert over_time(by_year((None, 4)), "", SOURCE).headline == "Activities held: nothing recorded"


def test_a_reading_is_a_finding_with_its_trend():
    trend = [{"year": year, **counted(value, base=2)} for year, value in (("2022/23", 4), ("2023/24", 9))]
    found = of_reading(reading("people_engaged", counted(9, 2, 2), counted(4), aim="increase", trend=trend), SOURCE)
    assert found.headline == "People engaged: 9, up 5"
    assert found.description == "Up 5 on 2023/24. Aim: more than the year before. Aim met."
    assert (found.chart, found.base, found.comparable) == ("over time", "Base: 2 of 2 activities with a number recorded", "")


def test_a_trend_of_a_year_that_is_not_over_says_how_far_each_year_is_counted():
    found = of_reading(reading("people_engaged", counted(9), counted(4), period=SO_FAR, trend=[{"year": "2024/25", **counted(9)}]), SOURCE)
    assert found.comparable == "Each year is counted up to 14 November"


def test_shares_of_respondents_are_not_compared_year_by_year():
    rows = [{"year": year, "numerator": n, "denominator": 400} for year, n in (("2023/24", 200), ("2024/25", 210))]
    assert over_time(published("public_confidence", ("year",), *rows), "", SOURCE).headline == "Confidence in the police: 52% in 2024/25"


def test_a_reading_says_its_unit_where_its_title_does_not():
    assert of_reading(reading("audience_load", counted(7)), SOURCE).headline == "Heaviest load on one audience: 7 activities"
    assert of_reading(reading("activities_held", counted(7)), SOURCE).headline == "Activities held: 7"


@pytest.mark.parametrize("title", ["Activities with people with protected characteristics and many more words besides these", "x" * 200])
def test_the_headline_of_a_reading_is_short_and_keeps_its_figure(title):
    headline = of_reading(reading("you_said_we_did_examples", counted(1204), title=title), SOURCE).headline
    assert short(headline) and headline.endswith(": 1,204 examples")


def test_a_reading_of_nothing_says_so_and_draws_nothing():
    found = of_reading(reading("public_confidence", None, evidence="quota"), SOURCE)
    assert (found.headline, found.chart) == ("Confidence in the police: not enough data", "")


def waves(evidence):
    rows = []
    for wave, favourable in (("May 2023", 180), ("May 2024", 240)):
        lower, upper = wilson(favourable / 400, 400) if evidence != "open" else (None, None)
        rows.append({"wave": wave, "numerator": favourable, "denominator": 400, "lower": lower, "upper": upper})
    now, before = ({k: v for k, v in row.items() if k != "wave"} for row in (rows[1], rows[0]))
    return reading("public_confidence", now, before, aim="increase", evidence=evidence, trend=rows)


def test_waves_of_a_survey_are_drawn_as_waves_and_an_open_ones_are_not_joined():
    assert of_reading(waves("quota"), SOURCE).comparable == ""
    found = of_reading(waves("open"), SOURCE)
    assert found.chart == "waves" and found.comparable.startswith("Not comparable")
    assert found.base == "Base: 400 respondents, who chose to take part, rounded to 5"


def test_open_surveys_are_never_spoken_of_as_samples():
    found = of_reading(waves("open"), SOURCE)
    words = " ".join((found.headline, found.base, found.description, found.comparable, found.alt, *found.notes))
    assert not re.search(r"interval|margin|significan|confidence limit|range|\b(rose|fell|up|down|higher|lower)\b", words, re.IGNORECASE)


def test_a_description_for_those_who_cannot_see_is_short_and_points_to_the_table():
    for headline in ("Focus groups were used most", "x" * 400):
        alt = finding(by_method(("a", 1)), headline=headline).alt
        assert alt.startswith("Bar chart: ") and alt.endswith("Figures are in the table below.") and len(alt) <= 200


def test_a_blank_term_is_not_recorded_and_a_known_one_has_its_words():
    found = finding(by_method(("a", 1)), terms={"heard": "Heard"})
    assert [found.term(value) for value in (None, float("nan"), "heard", "x")] == ["Not recorded", "Not recorded", "Heard", "x"]


def test_the_activities_page_counts_people_and_says_where_they_are_not_recorded():
    people, held = reading("people_engaged", counted(540, 3, 3)), reading("activities_held", counted(3))
    assert activity_headline([people, held], "Hartlepool", DATED)[0] == "3 activities reached 540 people"
    unknown = reading("people_engaged", {"denominator": 1, "base": 0})
    assert activity_headline([unknown, reading("activities_held", counted(1))], "", DATED)[0] == "1 activity; how many people came is not recorded"
    assert activity_headline([unknown, reading("activities_held", counted(0))], "", DATED)[0] == "No activity recorded in 2024/25"


def test_activities_without_a_date_are_named_wherever_a_period_leaves_them_out():
    assert undated(DATED) == ""
    log = rows("activity_id held_on", ("a", "2024-05-01"), ("b", None), ("c", None))
    assert undated(log) == "2 activities have no date, so no period counts them. Put the date in the log and add it again."
    assert undated(log[:2]).startswith("1 activity has no date, so no period counts it.")
    none = reading("activities_held", counted(0))
    assert activity_headline([reading("people_engaged", None), none], "Hartlepool", log)[1] == f"Hartlepool. {undated(log)}"


def activity_page(period):
    years = (("2022/23", 4), ("2023/24", 9), ("2024/25", 2), ("2025/26", 1))

    def publisher(name, by, all_time=False):
        dimension = by[0]
        terms = years if dimension == "year" else (("x", 3), (None, 1))
        rows = [{dimension: term, "base": value, "denominator": value, "numerator": value, "value": value} for term, value in terms]
        return published(name, (dimension,), *rows)

    read = [reading(name, counted(4), period=period) for name in ("people_engaged", "activities_held")]
    return [one for view in VIEWS for one in findings(view, publisher, read, SOURCE)]


def test_a_page_about_a_past_year_leaves_later_years_out():
    found = activity_page(YEAR)
    assert list(found[0].published.rows["year"]) == ["2022/23", "2023/24", "2024/25"]
    assert found[1].headline == "Activities held: 2 in 2024/25, down 7 on 2023/24"
    assert len({one.name for one in found}) == len(found)


def test_a_page_about_part_of_a_year_compares_no_years():
    assert activity_page(SO_FAR)[1].headline == "Activities held: 2 in 2024/25 so far"
    quarter = YEAR.__class__("2024-25-q1", "2024/25 quarter 1", YEAR.start, YEAR.end)
    assert activity_page(quarter)[1].headline == "Activities held: 2 in 2024/25"


def test_every_figure_of_the_page_has_what_must_stand_with_it():
    for found in activity_page(YEAR):
        assert found.headline and found.base.startswith("Base: ") and found.source and found.subtitle.endswith(".") and short(found.headline)
