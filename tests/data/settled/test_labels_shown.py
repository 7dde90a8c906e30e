from data.settled.labels_shown import NOT_SHOWN, named_to_readers
from tests.store import rows

QUESTIONS = rows("question_id kind characteristic", ("q", "one answer", ""), ("r", "rating", ""), ("g", "one answer", "race"))
OPTIONS = rows(
    "question_id option label state",
    ("q", 0, "Patrols", "answered"),
    ("q", 1, "Ask Jo Bloggs at number 9", "answered"),
    ("q", 2, "My neighbour", "answered"),
    ("q", 3, "Yes", "answered"),
    ("q", 4, "Don't know", "don't know"),
    ("r", 0, "Very bad", "answered"),
    ("g", 0, "White", "answered"),
    ("g", 1, "Other: the only one in the village", "answered"),
)
CELLS = rows(
    "question_id what option people",
    ("q", "base", None, 60.0),
    ("q", "answer", 0.0, 45.0),
    *(("q", "answer", float(at), None) for at in range(1, 5)),
    ("r", "answer", 0.0, None),
    ("g", "answer", 0.0, None),
    ("g", "answer", 1.0, None),
)


def test_words_that_may_be_one_persons_are_put_together_without_them():
    options, cells = named_to_readers(QUESTIONS, OPTIONS, CELLS)
    own = options[options["question_id"] == "q"]
    assert own["label"].tolist() == ["Patrols", NOT_SHOWN, "Yes", "Don't know"]
    assert cells.loc[(cells["question_id"] == "q") & (cells["what"] == "answer"), "option"].tolist() == [0, 1, 3, 4]


def test_a_point_of_a_scale_and_a_listed_answer_about_oneself_keep_their_words_however_few_gave_them():
    options, _ = named_to_readers(QUESTIONS, OPTIONS, CELLS)
    assert options.loc[options["question_id"] == "r", "label"].tolist() == ["Very bad"]
    assert options.loc[options["question_id"] == "g", "label"].tolist() == ["White", NOT_SHOWN]


def test_where_nothing_is_released_nothing_is_left_to_name():
    options, cells = named_to_readers(QUESTIONS[:0], OPTIONS[:0], CELLS[:0])
    assert options.empty and cells.empty
