"""What KoboToolbox, ODK and SurveyCTO write of answers collected in the field."""

import tracemalloc
from itertools import product

import pytest

from data.formats import kobo
from data.sheet import sheet_of
from tests.data.made_platforms import WHEN, asked, left_out, options, read

SAFE = ["By day", "At night", "At home"]
OWN = ["_id", "_uuid", "_submission_time", "_index"]
WORRIES = ["Speeding (cars)", "Drugs/alcohol", "Noise"]
WAYS = [way for way in product([0, 1], repeat=3) if any(way)]


def own(n):
    return [n, f"u{n}", WHEN, n]


def said(way, answers=WORRIES):
    return " ".join(answer for answer, tick in zip(answers, way, strict=True) if tick)


def test_kobo_joins_answers_in_words_by_a_space():
    rows = [["start", "end", "What worries you?", "How safe?", *OWN]]
    rows += [[WHEN, WHEN, said(WAYS[n % 7]), SAFE[n % 3], *own(n)] for n in range(14)]
    found = read(rows)
    assert asked(found) == [("many answers", "What worries you?"), ("one answer", "How safe?")]
    assert set(options(found, 0)) == set(WORRIES)


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("What would make you feel safer?", ["Police", "More Police", "Patrols", "More Patrols", "More Police Patrols", "Don't know", "Nothing"]),
        ("Where do you live?", ["Norton", "Norton Road", "Norton Road Stockton", "Stockton", "Yarm", "Yarm Road", "Yarm Road Stockton"]),
        ("Why do you say so?", [said(way) for way in WAYS]),
    ],
)
def test_what_people_wrote_is_not_taken_apart(question, answers):
    rows = [["start", "end", question, "Trust", *OWN]]
    rows += [[WHEN, WHEN, answers[n % 7], SAFE[n % 3], *own(n)] for n in range(28)]
    sheet = sheet_of([[*map(str, row)] for row in rows])
    assert kobo.tidied(sheet) is sheet
    assert asked(read(rows))[0][0] != "many answers"


def test_only_the_columns_that_hold_joined_answers_are_made_anew():
    rows = [["note", "", "", *[""] * 4], ["start", "What worries you?", "How safe?", *OWN]]
    rows += [[WHEN, ["", f" {said(WAYS[n % 7])}"][n % 8 > 0], SAFE[n % 3], *map(str, own(n))] for n in range(56)]
    sheet = sheet_of([[*map(str, row)] for row in rows])
    after = kobo.tidied(sheet)
    assert [after.column(at).equals(sheet.column(at)) for at in range(7)] == [True, False, *[True] * 5]
    assert after.column(1).slice(0, 5).to_pylist() == ["", "What worries you?", "", "Drugs/alcohol", "Drugs/alcohol; Noise"]


@pytest.mark.parametrize("device", [True, False])
def test_a_question_named_like_a_column_of_surveycto_is_kept(device):
    rows = [["start", "end", *["deviceid"] * device, "duration", "case_id", *OWN]]
    rows += [[WHEN, WHEN, *["a1"] * device, ["Under 1 year", "Over 1 year"][n % 2], ["A", "B"][n % 2], *own(n)] for n in range(9)]
    assert asked(read(rows)) == [("one answer", "duration"), ("one answer", "case_id")]


@pytest.mark.parametrize(("took", "kept"), [(["60", "75"], 0), (["Under 1 year", "Over 1 year"], 1)])
def test_surveycto_says_how_long_it_took_in_numbers(took, kept):
    rows = [["SubmissionDate", "starttime", "endtime", "deviceid", "duration", "caseid", "safe", "instanceID", "KEY"]]
    rows += [[WHEN, WHEN, WHEN, "a1", took[n % 2], "c1", SAFE[n % 3], f"uuid:{n}", f"uuid:{n}"] for n in range(12)]
    assert asked(read(rows)) == [("one answer", "duration")] * kept + [("one answer", "safe")]


def test_many_columns_that_are_named_alike_are_each_read():
    headings = ["_".join("a" * times) for times in range(1, 201)]
    sheet = sheet_of([["start", "end", "deviceid", *headings], *([WHEN, WHEN, "a1", *["0", "1"] * 100] for _ in range(5000))])
    assert len(kobo.read(sheet).columns) == 203


def test_very_long_headings_are_not_cut():
    headings = [f"{n}{'x' * 31_000}{'/y' * 500}" for n in range(400)]
    sheet = sheet_of([["start", "end", "deviceid", *headings], *([WHEN, WHEN, "a1", *["Yes"] * 400] for _ in range(3))])
    tracemalloc.start()
    try:
        layout = kobo.read(sheet)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()
    assert sum(column.role == "question" for column in layout.columns) == 400


def test_a_question_in_words_loses_the_group_it_shares():
    rows = [["start", "About you/How old are you?", "About you/Where do you live?", "Do you walk/cycle here?", *OWN]]
    rows += [[WHEN, ["Under 25", "Over 25"][n % 2], ["Yarm", "Norton"][n % 2], "Yes", *own(n)] for n in range(9)]
    assert [wording for _, wording in asked(read(rows))] == ["How old are you?", "Where do you live?", "Do you walk/cycle here?"]


@pytest.mark.parametrize("whole", [True, False])
def test_answers_in_words_may_hold_the_mark_that_parts_them_from_their_question(whole):
    question = "What worries you?"
    rows = [["start", *[question] * whole, *(f"{question}/{answer}" for answer in WORRIES), "1. A car/van?", "2. Non-white line?", *OWN]]
    rows += [[WHEN, *[said(WAYS[n % 7])] * whole, *WAYS[n % 7], "Yes", "No", *own(n)] for n in range(14)]
    found = read(rows)
    assert asked(found) == [("many answers", question), ("one answer", "1. A car/van?"), ("one answer", "2. Non-white line?")]
    assert options(found, 0) == WORRIES


def test_a_column_for_each_place_is_a_ranking():
    rows = [["start", "Put in order/1st choice", "Put in order/2nd choice", *OWN]]
    rows += [[WHEN, *[["Parks", "Roads"], ["Roads", "Parks"]][n % 2], *own(n)] for n in range(9)]
    assert asked(read(rows)) == [("ranking", "Put in order")]


def test_codes_of_which_everybody_gives_all_are_put_in_order():
    rows = [["SubmissionDate", "meta-instanceID", "you-order", "KEY", "SubmitterName"]]
    rows += [[WHEN, f"uuid:{n}", ["roads parks homes", "homes roads parks"][n % 2], f"uuid:{n}", "Zelda"] for n in range(9)]
    assert asked(read(rows)) == [("ranking", "order")]


def test_surveycto_names_its_boxes_by_the_codes_of_answers_and_sends_files_and_reviews():
    rows = [["SubmissionDate", "starttime", "endtime", "deviceid", "devicephonenum", "duration", "text_audit", "enumerator_id", "homeLatitude"]]
    rows[0] += ["worry", "worry_crime", "worry_noise", "worry__96", "worry_other", "review_quality", "instanceID", "KEY"]
    ways = [("crime", 1, 0, 0), ("crime noise", 1, 1, 0), ("noise -96", 0, 1, 1)]
    for n in range(12):
        own = [WHEN, WHEN, WHEN, "a1", "01642 123456", 900, f"TA_{n}.csv", "E1", 54.5]
        rows += [[*own, *ways[n % 3], "dogs" if n % 3 == 2 else "", "", f"uuid:{n}", f"uuid:{n}"]]
    found = read(rows)
    assert asked(found) == [("many answers", "worry")] and options(found, 0) == ["crime", "noise", "-96"]
    assert found["questions"][0]["words_beside"] == 4
    assert {"deviceid", "devicephonenum", "text_audit", "enumerator_id", "homeLatitude"} <= left_out(found)


def test_answers_that_left_a_phone_are_known_by_what_it_writes():
    rows = [["start", "end", "today", "deviceid", "safe", "matters"]]
    rows += [[WHEN, WHEN, "2026-05-13", "a1", ["by_day", "at_night"][n % 2], ["crime noise", "crime"][n % 2]] for n in range(9)]
    found = read(rows)
    assert (found["format"], found["respondents"]) == ("KoboToolbox, ODK or SurveyCTO export", 9)
    assert asked(found)[1] == ("many answers", "matters")
