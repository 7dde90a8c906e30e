"""What is written down on the screen: people told, key dates, options. Each survives a newer log, and is undone without a trace in the figures."""

from datetime import date

import pytest

from data.imports import put_back, withdraw
from data.office import open_office
from data.problems import StoreError
from data.profile import load
from data.settled.information_given import give_information, information_given, take_back_information
from data.settled.key_dates import key_dates, remove_key_date, set_key_date
from data.settled.options_weighed import decide, options_weighed, propose, withdraw_option
from data.settled.told import tell, told_back, untell
from tests.store import assert_same, figures, saved

PROFILE = load("cleveland")
HEADINGS = ["Reference", "You said", "Date heard", "We did", "Stage", "Evidence", "Told whom", "Told how", "Date told", "Provider"]
LOG = [HEADINGS, ["Y1", "It is dark", "04/05/2024", "Lights", "Done", "Minute 4", "", "", "", "Harbour"],
       ["Y2", "Too slow", "05/05/2024", "Faster", "Done", "Minute 5", "Residents", "Letter", "01/08/2024", ""]]  # fmt: skip
Y1 = {"outcome_ref": "Y1", "you_said": "It is dark"}
Y2 = {"outcome_ref": "Y2", "you_said": "Too slow"}


def told_of(store, ref="Y1"):
    row = figures(store)["outcomes"].set_index("outcome_ref").loc[ref]
    return row["told_whom"], row["told_how"], row["told_format"], row["told_on"]


def filled(store):
    return saved(store, LOG, PROFILE, "outcomes.csv")


def test_being_told_is_written_down_and_counts_as_if_the_log_said_so():
    with open_office("cleveland", None) as store:
        filled(store)
        tell(store, Y1, " Residents ", "Poster", "Easy read", date(2024, 9, 1), "officer")
        whom, how, told_in, on = told_of(store)
        assert (whom, how, told_in, on.date()) == ("Residents", "Poster", "Easy read", date(2024, 9, 1))
        assert figures(store)["outcomes"]["provider"].tolist()[0] == "Harbour"


def test_the_first_day_of_all_is_the_day_people_were_told():
    with open_office("cleveland", None) as store:
        filled(store)
        for day in (date(2024, 9, 1), date(2024, 7, 1)):
            tell(store, Y2, "Shoppers", "Poster", "Welsh", day, "officer")
        whom, how, told_in, on = told_of(store, "Y2")
        assert (whom, how, told_in, on.date()) == ("Residents; Shoppers", "Letter; Poster", "Welsh", date(2024, 7, 1))
        assert len(figures(store)["outcomes"]) == 2


def test_undoing_leaves_every_figure_as_it_was():
    with open_office("cleveland", None) as store:
        filled(store)
        before, revision = figures(store), store.revision()
        tell(store, Y1, "Residents", "Poster", "Easy read", date(2024, 9, 1), "officer")
        untell(store, told_back(store)["told_id"].iloc[0], "officer")
        assert_same(before, figures(store))
        assert store.revision() == revision + 2


def test_a_newer_log_does_not_lose_it_and_a_withdrawn_one_says_so():
    with open_office("cleveland", None) as store:
        first = filled(store)
        tell(store, Y1, "Residents", "Poster", "Easy read", date(2024, 9, 1), "officer")
        newer = saved(store, [*LOG, ["Y3", "Noise", *[""] * 8]], PROFILE, "outcomes.csv", replaces=first.import_id)
        assert told_of(store)[0] == "Residents" and told_back(store)["matched"].tolist() == [True]
        withdraw(store, newer.import_id, "officer")
        assert told_back(store)["matched"].tolist() == [False]


def test_withdrawing_and_putting_back_returns_every_figure_exactly():
    with open_office("cleveland", None) as store:
        first = filled(store)
        tell(store, Y1, "Residents", "Poster", "Easy read", date(2024, 9, 1), "officer")
        set_key_date(store, "precept set", date(2024, 2, 6), "officer")
        before = figures(store)
        withdraw(store, first.import_id, "officer")
        assert figures(store)["outcomes"].empty
        put_back(store, first.import_id, "officer")
        assert_same(before, figures(store))


@pytest.mark.parametrize(
    ("whom", "how"), [("", "Poster"), ("Residents", " "), ("Mrs Patel of 4 High Street", "Letter"), ("Residents", "a@example.com")]
)
def test_nobody_is_named_and_nothing_left_out(whom, how):
    with open_office("cleveland", None) as store:
        filled(store)
        with pytest.raises(StoreError, match="Nothing was saved"):
            tell(store, Y1, whom, how, "Easy read", date(2024, 9, 1), "officer")
        assert told_back(store).empty


def test_a_key_date_is_written_down_once_and_taken_out_again():
    with open_office("cleveland", None) as store:
        set_key_date(store, "precept set", date(2024, 2, 29), "officer")
        set_key_date(store, "plan issued", date(2024, 2, 29), "officer")
        with pytest.raises(StoreError, match="already written down"):
            set_key_date(store, "precept set", date(2024, 2, 29), "officer")
        kept = key_dates(store)
        assert sorted(kept["what"]) == ["plan issued", "precept set"]
        remove_key_date(store, kept["key_date_id"].iloc[0], "officer")
        assert len(key_dates(store)) == 1


def test_what_people_were_given_is_written_down_and_taken_out_again():
    one = {"activity_ref": "A1", "title": "Precept consultation"}
    with open_office("cleveland", None) as store:
        for what, kept in (("", "Web page"), ("Draft budget", " "), ("Letter to a@example.com", "Web page")):
            with pytest.raises(StoreError, match="Nothing was saved"):
                give_information(store, one, what, kept, date(2024, 1, 5), "officer")
        give_information(store, one, " Draft budget ", "Web page", date(2024, 1, 5), "officer")
        row = information_given(store).iloc[0]
        assert (row["activity_ref"], row["what"], row["kept"], row["given_on"].date()) == ("A1", "Draft budget", "Web page", date(2024, 1, 5))
        take_back_information(store, row["given_id"], "officer")
        assert information_given(store).empty


def test_an_option_is_put_forward_decided_with_a_reason_and_taken_out():
    proposal = {
        "title": " Village evenings ",
        "method": "Focus group",
        "area": "Hartlepool",
        "audience": "Victims",
        "duty": "",
        "due_to": date(2025, 1, 9),
    }
    with open_office("cleveland", None) as store:
        one = propose(store, proposal, "officer")
        with pytest.raises(StoreError, match="Say why"):
            decide(store, one, "taken", " ", date(2024, 9, 1), "officer")
        decide(store, one, "not taken", "Too dear", date(2024, 9, 1), "officer")
        row = options_weighed(store).iloc[0]
        assert (row["title"], row["decision"], row["why"], row["decided_on"].date()) == (
            "Village evenings",
            "not taken",
            "Too dear",
            date(2024, 9, 1),
        )
        decide(store, one, "not decided", "", date(2024, 9, 2), "officer")
        assert options_weighed(store)[["why", "decided_on"]].isna().all(axis=None)
        withdraw_option(store, one, "officer")
        assert options_weighed(store).empty
        with pytest.raises(StoreError, match="Say what is proposed"):
            propose(store, proposal | {"title": " "}, "officer")
