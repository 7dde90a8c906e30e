import pyarrow as pa
import pytest

from data.questionnaire.coding import code
from data.questionnaire.kinds import is_number, kind_of, to_number


def kind(cells, wording="Q"):
    return kind_of(code(pa.array(cells)), wording)


@pytest.mark.parametrize(("text", "number"), [("42", 42), ("1,234", 1234), ("-3", -3), ("2.5", 2.5), ("£1,200.50", 1200.5), ("7%", 7), ("٣", 3)])
def test_numbers_are_read_as_people_type_them(text, number):
    assert is_number(text) and to_number(text) == number


@pytest.mark.parametrize("text", ["", "about 5", "1,23", "1-2", "5th", "9" * 400, "1e5", "nan", "inf", "1.2.3"])
def test_what_is_no_plain_number_is_none(text):
    assert not is_number(text)


@pytest.mark.parametrize(
    ("cells", "wording", "expected"),
    [
        (["Yes", "No", "Yes"], "Have you met an officer?", "one answer"),
        (["Yes", "No"], "Please tell us whether you agree", "one answer"),
        (["Very safe", "Fairly safe", "Don't know"], "How safe do you feel?", "rating"),
        (["3", "5", "4", "10"], "On a scale of 0 to 10, how likely are you to recommend us?", "rating"),
        ([str(i % 11) for i in range(44)], "Trust", "rating"),
        (["3", "12", "0", "4"], "How many times have you called 101?", "number"),
        ([str(i % 8) for i in range(80)], "How long have you lived here, in years?", "number"),
        ([str(i % 8) for i in range(80)], "How many officers have you seen this year?", "number"),
        (["34", "71", "18", "Prefer not to say"], "Age", "number"),
        (["01/02/2024", "13/02/2024"], "When did it happen?", "date"),
        (["2024-02-01", "2024-02-13"], "When did it happen?", "date"),
        (["Hartlepool", "Stockton", "Hartlepool", "Hartlepool"], "Where do you live?", "one answer"),
        (["More patrols in the evening would make me feel safer", "I would like to see someone at the school gates"], "What matters?", "written"),
        (["Speeding", "Drugs in the park", "Noise"], "Please tell us why", "written"),
        ([], "Is there anything else?", "written"),
        ([], "Where do you live?", "one answer"),
        (["Don't know", "Don't know"], "Where do you live?", "one answer"),
    ],
)
def test_what_kind_of_question_a_column_is(cells, wording, expected):
    assert kind(cells, wording) == expected


def test_a_list_offered_to_describe_oneself_is_no_written_answer():
    groups = ["White: English, Welsh, Scottish, Northern Irish or British", "Asian, Asian British or Asian Welsh", "Mixed or multiple ethnic groups"]
    assert kind(groups[:2] * 1 + groups, "How would you describe your ethnic group?") == "one answer"
    assert kind(groups * 30, "Please describe your ethnic group") == "one answer"


def test_short_names_of_places_are_answers_and_sentences_are_writing():
    places = [f"Street {i}" for i in range(12)]
    assert kind(places, "Which ward?") == "one answer"
    assert kind([f"I think that number {i} of these matters most to all of us here" for i in range(12)], "What do you think?") == "written"


def test_a_kind_is_told_from_the_whole_column_and_not_from_its_first_rows():
    assert kind([str(i) for i in range(60)] + ["about twenty"] * 9, "How many times have you called 101?") != "number"


def test_an_amount_said_in_words_now_and_then_leaves_the_question_one_of_numbers():
    assert kind([str(i) for i in range(60)] + ["about twenty"], "How many times have you called 101?") == "number"
    assert kind(["1", "2", "3", "4"] * 20 + ["a few"], "How many times have you called 101?") == "one answer"


def test_a_number_of_four_hundred_digits_does_no_harm():
    assert kind(["9" * 400, "3", "4"], "How many?") in ("one answer", "written")


def test_a_few_sentences_among_many_who_wrote_no_are_writing():
    # Were they options, a person's own words would stand on a chart.
    cells = ["No"] * 24 + [f"I would like number {i} to be looked at" for i in range(6)]
    assert kind(cells, "Any other comments?") == "written"
    assert kind(cells[18:], "Q9") == "written"


def test_a_few_answers_of_peoples_own_do_not_turn_a_list_into_writing():
    assert (
        kind(["Police", "Council", "Neighbours"] * 40 + ["The man at the corner shop", "My friend from the bowls club"], "Whom did you tell?")
        == "one answer"
    )
