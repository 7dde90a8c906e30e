from itertools import cycle, islice

import pytest

from data.office import open_office
from data.profile import load
from data.questionnaire.own_words import KINDS_READ
from tests.data.made_platforms import WHEN, read
from tests.store import prepared, saved

PROFILE = load("cleveland")
OFFERED = ["Patrols", "CCTV", "Better lighting", "Youth clubs"]
TYPED = ["more officers on the beat after dark", "I would like my PCSO back.", "cameras at the park gates please", "a phone line that is answered"]


def given(labels, people):
    return list(islice(cycle(labels), people))


def microsoft(wording, cells):
    rows = [[str(n), WHEN, WHEN, "anonymous", "", cell, "Yes" if n % 2 else "No"] for n, cell in enumerate(cells, 1)]
    return [["ID", "Start time", "Completion time", "Email", "Name", wording, "Did you vote?"], *rows]


def google(wording, cells):
    return [["Timestamp", wording, "Did you vote?"], *([WHEN, cell, "Yes" if n % 2 else "No"] for n, cell in enumerate(cells))]


def question(rows, **settled):
    found = prepared(rows, PROFILE, **settled).reading
    first = found.questions[0]
    beside = next((one for one in found.questions[1:] if one.columns == first.columns), None)
    return found, first, beside


def tally(one):
    return dict(
        zip(
            *map(list, (labels := [o.label for o in one.options], [one.given["option"].to_pylist().count(n) for n in range(len(labels))])),
            strict=True,
        )
    )


@pytest.mark.parametrize("form", [microsoft, google])
def test_an_answer_typed_in_place_of_an_option_is_other_and_a_written_answer(form):
    reading, closed, beside = question(form("What matters most?", given(OFFERED, 40) + TYPED))
    assert (closed.kind, tally(closed)) == ("one answer", dict.fromkeys(OFFERED, 10) | {"Other": 4})
    assert (beside.kind, beside.wording) == ("written", "What matters most? – Other")
    assert beside.given["written"].to_pylist() == TYPED and beside.given["respondent"].to_pylist() == [40, 41, 42, 43]
    assert [p.done.partition(",")[0] for p in reading.problems if p.repair == "own words"] == [
        "4 answers typed in place of an option read as “Other”"
    ]
    assert all(p.found is None for p in reading.problems)


def test_words_typed_among_several_answers_are_other_too():
    lists = given(["Patrols;CCTV;", "CCTV;Better lighting;", "Youth clubs;", "Patrols;Youth clubs;"], 40)
    _, closed, beside = question(microsoft("What matters?", [*lists, *(f"Patrols;{words};" for words in TYPED)]))
    assert closed.kind == "many answers" and tally(closed) == {"Patrols": 24, "CCTV": 20, "Better lighting": 10, "Youth clubs": 20, "Other": 4}
    assert beside.given["written"].to_pylist() == TYPED


def test_words_with_commas_typed_at_the_end_of_a_list_stay_one_written_answer():
    lists = given(["Patrols, CCTV", "CCTV, Better lighting", "Youth clubs", "Patrols, Youth clubs"], 40)
    words = "more officers on the beat, at night, and on buses"
    _, closed, beside = question(google("What matters?", [*lists, f"CCTV, {words}", "CCTV, a dog warden"]))
    assert tally(closed)["Other"] == 2 and beside.given["written"].to_pylist() == [words, "a dog warden"]


def test_lists_beside_which_many_typed_are_still_lists():
    lists = given(["Patrols, CCTV", "CCTV, Better lighting", "Youth clubs", "Patrols, Youth clubs", "Better lighting, Patrols"], 60)
    typed = [
        f"CCTV, more {what}, not the {n} of today" for n, what in enumerate(["vans", "bikes", "dogs", "cars", "lights", "bins", "gates", "bars"] * 2)
    ]
    _, closed, beside = question(google("What matters?", lists + typed))
    assert closed.kind == "many answers" and tally(closed)["Other"] == 16 and len(closed.options) == 5
    assert beside.given["written"].to_pylist()[0] == "more vans, not the 0 of today"


def test_other_chosen_without_a_word_and_other_typed_are_one_option():
    _, closed, beside = question(microsoft("What matters most?", [*given([*OFFERED, "Other"], 50), "Other: a dog warden", *TYPED]))
    assert tally(closed)["Other"] == 15 and beside.given["written"].to_pylist()[0] == "a dog warden"


def test_rare_answers_that_do_not_read_like_typing_stay_options():
    wards = ["Yarm", "Norton", "Billingham", "Thornaby", "Ingleby"] * 5 + ["Eaglescliffe", "Fairfield", "Hartburn", "Newtown", "Roseworth", "Wynyard"]
    _, closed, beside = question(google("What town do you live nearest to?", wards))
    assert beside is None and len(closed.options) == 11


def test_rare_ethnic_groups_and_ways_of_not_answering_stay_options():
    groups = ["White: English, Welsh, Scottish, Northern Irish or British"] * 30 + ["Asian or Asian British: Indian"] * 4
    groups += ["White: Gypsy or Irish Traveller", "prefer not to say", "Black, Black British, Caribbean or African: Any other Black background"]
    _, closed, beside = question(microsoft("What is your ethnic group?", groups))
    assert beside is None and len(closed.options) == 5


def test_comments_among_which_no_comes_again_and_again_stay_written():
    comments = ["No"] * 20 + ["None"] * 10 + ["n/a"] * 8 + [f"I think there should be {n} more of them" for n in range(8)]
    _, written, beside = question(google("Is there anything else?", comments))
    assert (written.kind, beside) == ("written", None)


def test_a_list_of_so_many_typed_answers_that_it_looks_written_is_still_a_list():
    typed = [
        f"{what} should come {when}"
        for what in ("officers", "wardens", "councillors", "volunteers")
        for when in ("daily", "at night", "more often", "here", "back")
    ]
    _, closed, beside = question(microsoft("Who should patrol?", given(OFFERED, 60) + typed))
    assert closed.kind == "one answer" and tally(closed)["Other"] == 20 and len(beside.given) == 20


def test_a_tool_with_a_column_for_other_has_nothing_typed_in_place():
    rows = [["UserID", "UserNo", "Started", "Ended", "Q1. What matters most?"], *([""] * 5 for _ in range(2))]
    rows += [[str(n), str(n), "03/05/2016 09:19:00", "03/05/2016 09:20:00", cell] for n, cell in enumerate(given(OFFERED, 40) + TYPED, 1)]
    _, closed, beside = question(rows)
    assert beside is None and len(closed.options) == 8


def test_the_officer_can_have_it_read_either_way():
    rows = microsoft("What matters most?", given(OFFERED, 40) + TYPED)
    at = question(rows)[1].columns[0]
    _, closed, beside = question(rows, kinds={at: "one answer"})
    assert beside is None and len(closed.options) == 8
    towns = google("Where do you shop?", [*given(["Yarm", "Norton"], 20), "Hartburn", "Wynyard"])
    assert question(towns)[2] is None
    assert tally(question(towns, kinds={1: "one answer, own words"})[1]) == {"Yarm": 10, "Norton": 10, "Other": 2}
    assert {"one answer, own words", "many answers, own words"} <= set(KINDS_READ)


def test_what_was_typed_is_held_back_like_every_written_answer():
    store = open_office("cleveland", None)
    saved(store, microsoft("What matters most?", given(OFFERED, 40) + TYPED), PROFILE)
    labels = set(store.frame("SELECT label FROM options")["label"])
    assert labels == {*OFFERED, "Other", "Yes", "No"}
    assert len(store.frame("SELECT * FROM answers WHERE written IS NOT NULL")) == 4


def test_words_beside_are_said_to_stand_beside_their_question():
    found = read(microsoft("What matters most?", given(OFFERED, 40) + TYPED))
    assert [(q["wording"], q.get("words_beside")) for q in found["questions"]] == [("What matters most?", 4), ("Did you vote?", None)]
