"""Waves of a tracked question: what really changed, what cannot be told, and every reason why two waves are not compared."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.answered.comparable import OPEN, Asking, why_not_comparable
from analysis.answered.tracked import FIRST, NO_CLEAR, NOT_COMPARABLE, REAL, TOO_FEW, line, together, wave_of
from analysis.answered.tracked_findings import headline, of_line, page_headline, sentences

SCALE = (("Very confident", 120.0), ("Fairly confident", 180.0), ("Not very confident", 150.0), ("Not at all confident", 50.0))
BEFORE = Asking("May 2025", "How confident are you in the police?", "quota", "telephone", False, 520, SCALE, (("Don't know", 20.0),))
AFTER = replace(BEFORE, wave="May 2026")
OPTIONS = pd.DataFrame({"option": [0, 1], "label": ["Confident", "Not confident"], "state": "answered"})


def wave(asking, yes, base, asked=None):
    one = {"people": 0.0, "weighed": 0.0, "weight": 0.0, "squares": 0.0}
    rows = [("option", 0, yes), ("option", 1, base - yes), ("all", None, base), ("everyone", None, asked or base + 10)]
    tally = pd.DataFrame([{**one, "grain": grain, "option": option, "people": float(people)} for grain, option, people in rows])
    return wave_of(tally, OPTIONS, ["confident"], asking, False)


def two(yes_before, yes_after, after=AFTER, base=500):
    return together([line("Confidence", "Residents", [wave(BEFORE, yes_before, base), wave(after, yes_after, base)])])[0]


def test_two_waves_that_asked_alike_may_be_compared():
    assert why_not_comparable(BEFORE, AFTER) == ()
    assert why_not_comparable(BEFORE, replace(AFTER, wording="How confident are you in the police")) == (), "a question mark is no other wording"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"wording": "How confident are you in Cleveland Police?"}, "The wording of the question changed"),
        ({"given": (*SCALE, ("Neither", 60.0))}, "The answers offered changed (“Neither” was offered only in May 2026)"),
        ({"mode": "online"}, "The way people answered changed, from telephone to online"),
        ({"evidence": "probability"}, "The sort of evidence changed, from a quota survey to a random sample"),
        ({"outside": ()}, "Who is in the base changed (“Don't know” was offered only in May 2025)"),
        ({"weighted": True}, "The weighting changed: May 2026 is weighted and the other is not"),
        ({"evidence": "open"}, OPEN),
    ],
)
def test_whatever_changed_blocks_the_arrow_and_is_named(changed, said):
    assert said in why_not_comparable(BEFORE, replace(AFTER, **changed))
    found = two(200, 320, replace(AFTER, **changed))
    assert found.verdict.word == NOT_COMPARABLE and found.verdict.change is None and said in found.verdict.reasons
    assert not found.published.rows["joined"].any()
    words = f"{headline(found)} {' '.join(sentences(found))}"
    assert " rose " not in words and " fell " not in words and "No arrow is drawn" in words


def test_an_answer_too_rare_to_be_expected_in_the_other_wave_is_no_change_of_scale():
    assert why_not_comparable(BEFORE, replace(AFTER, given=(*SCALE, ("Neither", 3.0)))) == ()


def test_open_waves_never_get_an_arrow():
    asked = [replace(one, evidence="open") for one in (BEFORE, AFTER)]
    found = line("Confidence", "Residents", [wave(asked[0], 100, 500), wave(asked[1], 400, 500)])
    assert found.verdict.word == NOT_COMPARABLE and found.published.rows["lower"].isna().all() and found.any_change is None


def test_a_large_difference_is_a_real_change_and_a_small_one_is_not():
    """56 of 70 beside 48 of 80 has the published interval 0.0524 to 0.3339 the other way about (Newcombe's method 10)."""
    rose = two(200, 270)
    assert rose.verdict.word == REAL and headline(rose) == "Confidence rose by 14 points to 54%"
    small = two(200, 212)
    assert small.verdict.word == NO_CLEAR and "We cannot tell whether this changed" in sentences(small)[0]
    assert 0.08 < small.verdict.noticeable < 0.1 and "would have been noticed" in " ".join(sentences(small))
    assert page_headline([rose, small]) == "1 of 2 tracked questions really changed"


def test_several_questions_looked_at_together_are_judged_together():
    alone = two(200, 232)
    assert alone.verdict.word == REAL and alone.verdict.change.p < 0.05
    judged = together([alone, two(200, 204), two(200, 206), two(200, 202)])
    assert [one.verdict.word for one in judged] == [NO_CLEAR] * 4 and judged[0].verdict.adjusted_p == pytest.approx(4 * alone.verdict.change.p)


def test_a_first_wave_and_a_wave_of_few_have_nothing_to_say():
    assert line("Confidence", "Residents", [wave(BEFORE, 200, 500)]).verdict.word == FIRST
    assert line("Confidence", "Residents", [wave(BEFORE, 200, 500), wave(AFTER, 12, 25)]).verdict.word == TOO_FEW


def test_the_line_is_broken_only_where_the_guard_stands():
    asked = [BEFORE, replace(BEFORE, wave="b"), replace(BEFORE, wave="c", mode="online"), replace(BEFORE, wave="d", mode="online")]
    found = line("Confidence", "Residents", [wave(one, 200 + 5 * i, 500) for i, one in enumerate(asked)])
    assert found.published.rows["joined"].tolist() == [False, True, False, True]
    assert [name for name, _ in found.broken] == ["c"]
    shown = of_line(found)
    assert shown.chart == "waves" and any("Line broken before c" in note for note in shown.notes)
