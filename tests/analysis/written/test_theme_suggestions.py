import pytest

from analysis.written.theme_suggestions import suggest, words_that_go_together

THEMES = {"a": "Patrols. Officers seen on foot", "b": "101. Answering calls"}
CODED = [
    ("More officers on foot at night", ["a"]),
    ("We never see patrols on our estate", ["a"]),
    ("Answer 101 calls faster", ["b"]),
    ("I waited on 101 for an hour", ["b"]),
]


def test_a_comment_like_coded_ones_is_given_their_theme_and_is_surer_than_one_like_none():
    near, odd = suggest(["Officers on foot near the school at night", "Zebra crossings everywhere"], CODED, THEMES)
    assert near.themes == ("a",) and odd.themes == () and near.sure > odd.sure >= 0


def test_before_anything_is_coded_a_themes_own_words_are_its_first_example():
    assert suggest(["Answering calls takes too long"], [], THEMES)[0].themes == ("b",)


def test_a_comment_may_have_several_themes():
    both = [("Patrols and answering 101 calls on foot", ["a", "b"])] * 3
    assert set(suggest(["Patrols and answering 101 calls on foot"], both, THEMES)[0].themes) == {"a", "b"}


@pytest.mark.parametrize("texts", [[], [""], ["!!!", "\u202e"], ["a" * 50_000]])
def test_words_that_say_nothing_are_given_no_theme(texts):
    assert [one.themes for one in suggest(texts, [], THEMES)] == [()] * len(texts)


def test_without_themes_there_is_nothing_to_suggest():
    assert suggest(["More patrols"], [], {})[0].themes == ()
    assert suggest(["More patrols"], [], {"a": "!!!"})[0].themes == ()


def test_words_that_stand_in_the_same_comments_go_together():
    texts = ["street lights broken lamps dark"] * 12 + ["speeding cars bikes racing engines"] * 12 + ["thank you"] * 3
    found = words_that_go_together(texts)
    lights, bikes = {"street", "lights", "broken", "lamps", "dark"}, {"speeding", "cars", "bikes", "racing", "engines"}
    assert sorted((len(lights & set(words)), len(bikes & set(words))) for words in found) == [(0, 4), (4, 0)]


def test_the_same_comments_give_the_same_words_again():
    texts = [f"{a} {b} {c}" for a in ("lights", "bikes", "drugs") for b in ("street", "estate", "park") for c in ("night", "day", "weekend")]
    assert words_that_go_together(texts) == words_that_go_together(texts)


@pytest.mark.parametrize("texts", [[], ["more patrols"] * 5, [f"word{i}" for i in range(40)], ["the and of"] * 40])
def test_too_few_comments_or_nothing_in_common_suggest_no_theme(texts):
    assert words_that_go_together(texts) == []
