import pytest

from analysis.text import ended, fitted, label, says_something, wrapped

BIDI = "\u202eevil\u202c\u2066x\u2069\u200f"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Focus   group ", "Focus group"),
        ("two\nlines\r\nand\ta tab", "two lines and a tab"),
        ("hid\u200bden\u00ad\ufeff", "hidden"),
        (BIDI, "evilx"),
        ("\x00\x1b[31mred", "[31mred"),
        ("tag\U000e0041\U000e007f", "tag"),
        ("cafe\u0301", "café"),
        ("", ""),
        ("line\u2028break", "line break"),
    ],
)
def test_a_label_is_one_line_of_what_can_be_seen(text, line):
    assert label(text) == line


def test_a_long_label_ends_in_an_ellipsis():
    assert len(label("x" * 300)) == 80 and label("x" * 300).endswith("…")
    assert label("x" * 80) == "x" * 80
    assert label("word " * 40, 12) == "word word w…"


@pytest.mark.parametrize("text", ["one two three", "x" * 300, "several words of " + "y" * 90, "a " * 200, "", BIDI, "<b>" * 60])
@pytest.mark.parametrize(("width", "lines"), [(34, 3), (26, 3), (10, 1)])
def test_a_wrapped_label_keeps_to_its_width_and_lines(text, width, lines):
    found = wrapped(text, width, lines)
    assert 1 <= len(found) <= lines and all(len(line) <= width for line in found)


def test_a_label_is_broken_between_words():
    assert wrapped("People with protected characteristics", 20) == ["People with", "protected", "characteristics"]


@pytest.mark.parametrize("name", ["Focus group", "word " * 60, "x" * 400, "a,b;c: " * 30, "", "{top} {0}"])
@pytest.mark.parametrize("words", ["{top} was used most: 1,204 activities", "Most: {top}", "62% said {top}"])
def test_a_headline_fits_whatever_is_named_in_it(words, name):
    found = fitted(words, top=name)
    assert len(found) <= 75 and len(found.split()) <= 12
    assert words.split("{top}")[0] in found and words.split("{top}")[1] in found


def test_two_names_share_the_room():
    found = fitted("{category}: 62% said {said}", category="c" * 200, said="s " * 100)
    assert len(found) <= 75 and len(found.split()) <= 12 and "62% said s" in found


def test_a_short_name_stays_whole():
    assert fitted("{top} was used most: 9 activities", top="Focus group") == "Focus group was used most: 9 activities"


@pytest.mark.parametrize("text", ["", "  ", None, float("nan"), "N/A", "n/a.", "TBC", "To follow", "none", "–", "\u00a0", "No evidence yet"])
def test_a_cell_may_say_nothing(text):
    assert not says_something(text)


@pytest.mark.parametrize("text", ["Minutes of 4 May", "No. 12 contract", "None of the above was done, see minutes", "0"])
def test_a_cell_may_say_something(text):
    assert says_something(text)


def test_words_with_no_end_of_their_own_get_a_full_stop_before_the_next_sentence():
    assert ended("After dark") == "After dark."
    assert ended("How safe do you feel?") == "How safe do you feel?"


def test_a_headline_that_fits_is_not_shortened():
    assert fitted("{category}: 89% said {said}", category="By day", said="very safe or fairly safe") == "By day: 89% said very safe or fairly safe"
