import numpy as np
import pyarrow as pa
import pytest

from data.questionnaire.coding import Coded, code, tidy


def coded(*cells, blank=()):
    return code(pa.array(list(cells), pa.string()), frozenset(blank))


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("  Very   safe ", "Very safe"),
        ("Very\u00a0safe", "Very safe"),
        ("Very\r\nsafe", "Very safe"),
        ("Ve\u00adry safe\ufeff", "Very safe"),
        ("\u200b", ""),
        ("", ""),
    ],
)
def test_stray_spaces_line_breaks_and_invisible_characters_are_no_part_of_an_answer(text, tidied):
    assert tidy(text) == tidied


def test_labels_stand_in_the_order_they_first_appear_and_codes_point_to_them():
    found = coded("No", "Yes", "", "No")
    assert found.labels == ("No", "Yes")
    assert found.codes.tolist() == [0, 1, -1, 0]
    assert found.answered == 3 and found.counts().tolist() == [2, 1]


def test_what_the_platform_writes_for_no_answer_is_blank_and_none_is_an_answer():
    found = coded("None", "-", "NA", "None", "n/a", blank={"-", "NA"})
    assert found.labels == ("None", "n/a")
    assert found.codes.tolist() == [0, -1, -1, 0, 1]


def test_spellings_that_differ_in_case_are_one_answer_under_the_commoner():
    found = coded("yes", "Yes", "No", "YES", "Yes")
    assert found.labels == ("Yes", "No")
    assert found.codes.tolist() == [0, 0, 1, 0, 0]


def test_a_column_in_chunks_reads_as_one():
    chunks = pa.chunked_array([pa.array(["b", "a"]), pa.array(["a", "c"])])
    assert code(chunks).labels == ("b", "a", "c")
    assert code(chunks.slice(1)).codes.tolist() == [0, 0, 1]


def test_a_column_of_blanks_has_no_labels():
    found = coded("", " ", "")
    assert found.labels == () and found.answered == 0 and found.counts().tolist() == []


def test_an_empty_column_is_read():
    assert coded().labels == ()


def test_labels_that_become_the_same_are_one():
    found = Coded(("Yes", "Ydw", "No"), np.array([0, 1, 2, -1], dtype=np.int32)).relabelled(lambda label: "Yes" if label == "Ydw" else label)
    assert found.labels == ("Yes", "No") and found.codes.tolist() == [0, 0, 1, -1]


def test_reordering_changes_no_ones_answer():
    before = coded("No", "Yes", "", "Maybe")
    after = before.reordered(["Yes", "Maybe", "No", "Never said"])
    said = [after.labels[at] if at >= 0 else "" for at in after.codes]
    assert said == ["No", "Yes", "", "Maybe"]


def test_codes_that_a_program_wrote_with_a_nought_are_whole():
    assert code(pa.array(["1.0", "", "2.0", "1.0"])).labels == ("1", "2")
    assert code(pa.array(["1.0", "2.5"])).labels == ("1.0", "2.5")
