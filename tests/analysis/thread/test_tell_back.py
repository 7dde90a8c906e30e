import pandas as pd

from analysis.thread.feedback import in_sentences
from analysis.thread.tell_back import words_for
from analysis.thread.threads import threads
from tests.analysis.thread.test_threads import ASKED, BLANK, COLUMNS, LOG, TODAY, WHOLLY
from tests.store import rows

OFFICE = "Office of the Commissioner"


def said(length, **more):
    outcome = rows(COLUMNS, (BLANK | {"outcome_id": "o0"} | WHOLLY | more).values())
    (thread,) = threads(outcome, ASKED, LOG, (), TODAY)
    return words_for(thread, outcome.iloc[0], length, OFFICE)


def test_a_letter_says_what_was_said_decided_done_and_how_to_check():
    assert said("letter") == (
        "You told us: “More patrols”. You told us this at: Ward meeting, 1 May 2024.\n\n"
        "It was looked at by: Board on 20 May 2024. The decision: Agreed.\n\n"
        "What we did: Patrols moved. It was done on 20 June 2024.\n\n"
        "You can check this: Board minutes.\n\n"
        "Thank you. Office of the Commissioner"
    )


def test_no_change_is_told_with_its_reason():
    words = said("easy", stage="not taken forward", we_did=None, evidence=None, decided="No money this year")
    assert "We have not changed this. The reason: No money this year." in words
    assert "check" not in words and "What we did" not in words


def test_what_is_blank_is_left_out():
    words = said("letter", considered_by="n/a", decided=None, evidence="TBC", done_on=None)
    assert "n/a" not in words and "TBC" not in words and "looked at" not in words
    assert "None" not in words and "nan" not in words


def test_a_post_fits_in_a_post_and_keeps_what_was_done():
    words = said("post", you_said="x" * 500)
    assert len(words) <= 280
    assert "We did: Patrols moved." in words and "…" in words


def heard(*days):
    return rows("heard_on told_on", *days)


def test_the_wait_is_said_with_its_base_and_those_still_waiting():
    words = in_sentences(heard(("2024-01-01", "2024-01-11"), ("2024-01-01", "2024-02-10"), ("2024-01-01", None)), pd.Timestamp("2024-12-31"))
    assert words.startswith("At the pace so far, half of what people say is told back within 40 days")
    assert "Within 84 days: 67%. Base: 3 things heard in the period, 2 told back, 1 still waiting" in words


def test_more_than_half_still_waiting_is_said_so():
    words = in_sentences(heard(("2024-01-01", None), ("2024-01-01", None), (None, None)), pd.Timestamp("2024-12-31"))
    assert words.startswith("More than half of what people said still waits to be told back")
    assert words.endswith("1 without a day left out.")


def test_feedback_dated_before_what_it_answers_is_pointed_out():
    words = in_sentences(heard(("2024-01-05", "2024-01-01"), ("2024-01-01", "2024-02-10")), pd.Timestamp("2024-12-31"))
    assert words.endswith("1 dated as told before heard, so counted as no wait: check the dates.")


def test_nothing_heard_has_no_wait():
    assert in_sentences(heard(), pd.Timestamp("2024-12-31")).startswith("Nothing heard")
