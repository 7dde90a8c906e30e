import pytest

from publishing.cell import clean, could_run, inert
from tests.publishing.made_findings import HARMLESS, INJECTIONS

DANGEROUS = "=+-@|%\t\r\n"


@pytest.mark.parametrize("text", INJECTIONS, ids=range(len(INJECTIONS)))
def test_a_text_that_could_run_is_held_by_an_apostrophe(text):
    assert could_run(clean(text))
    assert inert(text).startswith("'") and inert(text)[1:] == clean(text)


@pytest.mark.parametrize("text", HARMLESS, ids=range(len(HARMLESS)))
def test_a_harmless_text_stays_as_it_is(text):
    assert inert(text) == text and not could_run(text)


@pytest.mark.parametrize("before", ["", " ", "'", '"', "\u2003", "\u200b ", "\ufeff"])
@pytest.mark.parametrize("first", DANGEROUS, ids=range(len(DANGEROUS)))
def test_no_way_of_hiding_the_first_character_helps(first, before):
    assert could_run(before + first + "1+1")


def test_what_a_workbook_cannot_hold_is_taken_out():
    assert clean("a\x00b\x0bc\x1fd\uffff") == "abcd"
    assert clean("tab\tline\nend\r") == "tab\tline\nend\r"
