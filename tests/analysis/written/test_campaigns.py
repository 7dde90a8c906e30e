"""Who sent a campaign's text, found among comments typed in here."""

import pandas as pd

from analysis.written.campaigns import senders

CAMPAIGN = "Please keep an officer in every village and keep the front desk open on every weekday"


def comments(*texts, question="q"):
    return pd.DataFrame({"question_id": question, "respondent": range(1, len(texts) + 1), "written": texts})


def test_everyone_who_sent_the_text_of_a_campaign_is_found_and_nobody_else():
    own = "I would spend it on lights along the canal where my daughter walks home from work at night"
    assert senders(comments(*[CAMPAIGN] * 4, own, CAMPAIGN.upper() + "!")) == [1, 2, 3, 4, 6]


def test_four_people_or_few_words_are_no_campaign():
    assert senders(comments(*[CAMPAIGN] * 4)) == []
    assert senders(comments(*["More patrols"] * 20)) == []


def test_the_same_text_under_two_questions_is_two_texts():
    both = pd.concat([comments(*[CAMPAIGN] * 3), comments(*[CAMPAIGN] * 3, question="other")])
    assert senders(both) == []
    assert senders(comments().astype({"written": "str"})) == []
