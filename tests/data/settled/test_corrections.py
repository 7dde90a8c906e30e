import pytest

from data import frames as stored
from data.office import open_office
from data.prepare import Choices
from data.problems import StoreError
from data.profile import load
from data.settled.corrections import changed_kinds, set_kind, set_survey, undo_kind
from data.upload import look
from tests.store import assert_same, book, figures, saved

PROFILE = load("cleveland")
HEADINGS = [
    "Response ID",
    "Date submitted",
    "How safe do you feel?",
    "Which do you use?",
    "How many times?",
    "Please tell us why",
    "What is your sex?",
]
PEOPLE = [
    [
        f"R{i}",
        "14/05/2024",
        ("Very safe", "Fairly safe", "Very unsafe")[i % 3],
        ("Web, Post", "Web", "Post")[i % 3],
        str(i % 4),
        words,
        ("Female", "Male")[i % 2],
    ]
    for i, words in enumerate(
        ["The lighting on my street is poor", "I walk home late from work", "Nothing in particular I think", "Too fast cars"] * 8
    )
]


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        opened.receipt = saved(opened, [HEADINGS, *PEOPLE], PROFILE)
        yield opened


def question(store, words):
    asked = stored.questions(store)
    return asked[asked["wording"].str.contains(words)].iloc[0]


def counted(store, question_id):
    rows = stored.tallies(store, [question_id], "all")
    labels = stored.options(store).set_index(["question_id", "option"])["label"]
    return {labels[(question_id, int(row["option"]))]: row["people"] for _, row in rows.dropna(subset="option").iterrows()}


def test_a_list_read_as_one_answer_becomes_many_in_one_step_and_back(store):
    asked = question(store, "Which")
    assert asked["kind"] == "many answers", "32 cells of two parts that come again"
    set_kind(store, asked["question_id"], "one answer", PROFILE, "an officer")
    assert counted(store, asked["question_id"]) == {"Web; Post": 11, "Web": 11, "Post": 10}
    before = figures(store)
    set_kind(store, asked["question_id"], "many answers", PROFILE, "an officer")
    assert counted(store, asked["question_id"]) == {"Web": 22, "Post": 21}
    undo_kind(store, asked["question_id"], "an officer")
    assert_same({k: v for k, v in before.items() if k != "imports"}, {k: v for k, v in figures(store).items() if k != "imports"})


@pytest.mark.parametrize(
    ("words", "kinds"), [("safe", ["one answer", "written"]), ("Which", ["written", "one answer"]), ("times", ["rating", "one answer"])]
)
def test_every_change_of_kind_is_undone_answer_by_answer(store, words, kinds):
    asked = question(store, words)
    for kind in kinds:
        before = store.frame("SELECT * FROM answers ORDER BY ALL"), figures(store)
        set_kind(store, asked["question_id"], kind, PROFILE, "an officer")
        assert question(store, words)["kind"] == kind
        assert changed_kinds(store, asked["survey_id"]) == [asked["question_id"]]
        undo_kind(store, asked["question_id"], "an officer")
        assert store.frame("SELECT * FROM answers ORDER BY ALL").equals(before[0])
        assert_same(before[1], figures(store))
        assert changed_kinds(store, asked["survey_id"]) == []


def test_nobody_is_lost_or_counted_twice_by_a_change(store):
    asked = question(store, "times")
    set_kind(store, asked["question_id"], "one answer", PROFILE, "an officer")
    assert counted(store, asked["question_id"]) == {"0": 8, "1": 8, "2": 8, "3": 8}


def test_a_change_gives_what_choosing_the_kind_before_saving_gives(store):
    asked = question(store, "How safe")
    set_kind(store, asked["question_id"], "one answer", PROFILE, "an officer")
    with open_office("cleveland", None) as other:
        saved(other, [HEADINGS, *PEOPLE], PROFILE, kinds={2: "one answer"})
        there = question(other, "How safe")
        assert counted(other, there["question_id"]) == counted(store, asked["question_id"])
        assert there["tracks"] == question(store, "How safe")["tracks"]


def test_written_answers_that_are_writing_stay_written(store):
    with open_office("cleveland", None) as other:
        words = [f"My neighbour at number {i} was rude to me and I rang 07700 900{i:03}" for i in range(40)]
        saved(other, [["Response ID", "Please tell us why"], *([f"R{i}", said] for i, said in enumerate(words))], PROFILE, kinds={1: "written"},
              format="survey_table")  # fmt: skip
        asked = stored.questions(other).iloc[0]
        with pytest.raises(StoreError, match="own words"):
            set_kind(other, asked["question_id"], "one answer", PROFILE, "an officer")
        assert stored.questions(other).iloc[0]["kind"] == "written" and stored.options(other).empty


def test_what_cannot_be_read_so_is_refused_and_nothing_changes(store):
    before = figures(store)
    for words, kind in (("safe", "number"), ("safe", "ranking"), ("sex", "written"), ("times", "written")):
        with pytest.raises(StoreError, match="Nothing was changed"):
            set_kind(store, question(store, words)["question_id"], kind, PROFILE, "an officer")
    with pytest.raises(StoreError):
        undo_kind(store, question(store, "safe")["question_id"], "an officer")
    with pytest.raises(StoreError):
        set_kind(store, "nobody.1", "rating", PROFILE, "an officer")
    assert_same(before, figures(store))


def test_a_surveys_standing_can_be_settled_after_saving_and_is_remembered(store):
    survey = stored.surveys(store).iloc[0]
    set_survey(store, survey["survey_id"], {"evidence": "quota", "series": "Panel", "wave": "Spring", "mode": "online"}, "an officer")
    after = stored.surveys(store).iloc[0]
    assert after[["series", "wave", "title", "evidence", "mode"]].tolist() == ["Panel", "Spring", "Panel, Spring", "quota", "online"]
    why = stored.changes(store).iloc[0]
    assert (why["what"], "evidence open → quota" in why["why"]) == ("settled", True)
    opened = look(store, PROFILE, book([HEADINGS, *([f"S{i}", *row[1:]] for i, row in enumerate(PEOPLE))], "next.csv"), Choices())
    assert (opened.prepared[0].evidence, opened.prepared[0].series, opened.prepared[0].mode) == ("quota", "Panel", "online")


def test_a_survey_keeps_a_name_a_wave_and_a_standing(store):
    survey = stored.surveys(store).iloc[0]["survey_id"]
    for settings in ({"series": " "}, {"wave": ""}, {"evidence": "sound"}):
        with pytest.raises(StoreError):
            set_survey(store, survey, settings, "an officer")
    with pytest.raises(StoreError):
        set_survey(store, "nobody", {"wave": "1"}, "an officer")
