from random import Random

import pytest

from analysis.written.alike import grouped, is_campaign, runs_of, words_of

CAMPAIGN = (
    "I support an increase only if every neighbourhood keeps its own named officer and the front desk stays open on "
    "weekdays for everyone who needs it"
)


def naive(texts):
    """The same definition, each text compared with the first of every group."""
    leaders, groups = [], []
    for text in texts:
        own = runs_of(text)
        near = (i for i, other in enumerate(leaders) if len(own & other) / len(own | other) >= 0.9)
        found = next(near, None)
        if found is None:
            found = len(leaders)
            leaders.append(own)
        groups.append(found)
    return groups


def test_words_that_differ_in_case_marks_and_spaces_only_are_alike():
    assert grouped(["More patrols, please!", "more  patrols please", "MORE PATROLS – PLEASE.", "More patrols"]) == [0, 0, 0, 1]


def test_a_campaign_text_with_a_word_added_is_alike_and_a_rewritten_one_is_not():
    assert grouped([CAMPAIGN, f"{CAMPAIGN}. Thanks", CAMPAIGN.replace("weekdays", "Saturdays"), "I support an increase"]) == [0, 0, 1, 2]


def test_nobody_is_joined_by_a_chain_of_others():
    words = [f"word{i}" for i in range(60)]
    steps = [" ".join([*words[i * 3 :], *(f"new{j}" for j in range(i * 3))]) for i in range(4)]
    assert grouped(steps) == naive(steps) and len(set(grouped(steps))) > 1


@pytest.mark.parametrize("seed", range(40))
def test_the_answer_is_that_of_comparing_each_with_each(seed):
    throw = Random(seed)
    texts = []
    for _ in range(60):
        words = (
            throw.choice(texts).split() if texts and throw.random() < 0.7 else [f"w{throw.randint(0, 40)}" for _ in range(throw.randint(1, 60))]
        )[:]
        for _ in range(throw.randint(0, 2)):
            words.insert(throw.randint(0, len(words)), f"w{throw.randint(0, 40)}")
        texts.append(" ".join(words))
    assert grouped(texts) == naive(texts)


@pytest.mark.parametrize("text", ["", "!!!", "\u202e\u200b", "a" * 50_000, "word " * 20_000])
def test_blank_and_endless_texts_are_grouped_like_any_other(text):
    assert grouped([text, "something else", text]) == [0, 1, 0]


def test_a_common_opinion_is_no_campaign():
    assert not is_campaign("More patrols", 500) and not is_campaign(CAMPAIGN, 4) and is_campaign(CAMPAIGN, 5)


def test_words_are_known_without_their_case():
    assert words_of("Ffôn 101: DON'T ring") == ("ffôn", "101", "don", "t", "ring")
