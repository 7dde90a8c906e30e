from analysis.attention import lines
from analysis.check import GAP
from analysis.duties.ledger import headline, ledger
from tests.analysis.made_duties import DUTIES, records
from tests.figures import counted, reading

TWO = DUTIES.head(2)


def read(*given, **more):
    made = [{"duties": [duty], "title": title, "held_on": day} for duty, title, day in given]
    return {one.duty: one for one in ledger(records(*made, duties=TWO, **more))}


def test_a_yearly_duty_is_answered_within_the_twelve_months_both_ends_in():
    for day, met in (("2023-03-31", False), ("2023-04-01", True), ("2024-02-29", True), ("2024-03-31", True), ("2024-04-01", False)):
        assert read(("views-on-policing", "Survey", day))["views-on-policing"].met is met


def test_a_duty_of_the_plan_is_answered_since_the_strategy_began():
    for day, met in (("2021-05-12", False), ("2021-05-13", True)):
        assert read(("plan", "Survey", day))["plan"].met is met


def test_the_last_answer_is_named_even_where_it_is_too_old():
    found = read(("views-on-policing", "Old survey", "2022-05-04"))["views-on-policing"]
    assert (found.met, found.last, found.evidence) == (False, "4 May 2022", ())
    assert [check.state for check in found.checks] == [GAP]
    assert read()["plan"].last == "never recorded"


def test_every_activity_in_time_is_named_newest_first_with_its_reference():
    found = ledger(records(
        {"duties": ["views-on-policing"], "title": None, "held_on": "2023-06-01"},
        {"duties": ["views-on-policing"], "title": "Meeting", "activity_ref": "A2", "held_on": "2023-06-02"},
    ))  # fmt: skip
    own = next(one for one in found if one.duty == "views-on-policing")
    assert own.evidence == ("Meeting, 2 June 2023 (A2)", "Untitled activity, 1 June 2023")


def test_duties_without_evidence_come_first_and_gaps_are_counted():
    rows_ = ledger(records({"duties": ["views-on-policing"], "held_on": "2023-06-01"}, duties=TWO))
    assert [one.duty for one in rows_] == ["plan", "views-on-policing"]
    assert headline(rows_) == "1 of 2 duties have evidence; 1 has a gap to close"
    assert headline(rows_[1:]) == "1 of 1 duties have evidence, and no gap was found"


def test_the_chief_constables_own_duties_are_said_to_be_overseen():
    made = DUTIES.head(1).assign(duty="meetings")
    (one,) = ledger(records({"duties": ["meetings"], "held_on": "2023-06-01"}, {"duties": ["meetings"], "held_on": "2023-10-01"}, duties=made))
    assert one.overseen
    assert one.checks[0].words == "2 recorded; the longest time without one was 182 days"


def test_what_moved_the_wrong_way_needs_attention_before_what_has_no_figure():
    worse = reading("activities_held", counted(3), counted(4), aim="increase", title="Young people sought")
    none = reading("told_back_share", None, aim="increase")
    fine = reading("activities_held", counted(5), counted(4), aim="increase")
    first = reading("activities_held", counted(5), None, aim="increase")
    found = lines([none, worse, fine, first])
    assert [(line["tag"], line["words"]) for line in found] == [
        ("Worse", "Young people sought: 3. Down 1 on 2023/24."),
        ("No data", "Told back, 2024/25. Nothing recorded."),
    ]
    assert all(line["why"] for line in found)


def test_an_aim_missed_while_things_got_better_is_not_called_worse():
    (line,) = lines([reading("activities_held", counted(5), counted(4), aim="at least", target=10)])
    assert (line["tag"], line["kind"]) == ("Aim missed", "bad")
