import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm

from analysis.answered.segment_findings import _test, beside_the_rest

IN, OUT = "In this group", "Everyone else"
QUESTION = pd.Series({"position": 1, "kind": "one answer", "wording": "Do you feel safe?", "battery": None})
OPTIONS = pd.DataFrame(
    {"question_id": "q", "option": [0, 1, 2], "label": ["Yes", "No", "Don't know"], "state": ["answered", "answered", "don't know"]}
)


def survey(evidence):
    return pd.Series({"title": "Residents survey", "evidence": evidence})


def tallies(inside, outside):
    """(yes, no, don't know) in the group and outside it."""
    rows = []
    for category, (yes, no, unsure) in ((IN, inside), (OUT, outside)):
        rows += [(category, float("nan"), yes + no), (category, 0, yes), (category, 1, no), (category, 2, unsure)]
    frame = pd.DataFrame(rows, columns=["category", "option", "people"]).astype({"people": "float64"})
    return frame.assign(question_id="q", split="segment", place=float("nan"))


def beside(inside, outside, evidence="open"):
    return beside_the_rest(QUESTION, tallies(inside, outside), OPTIONS, survey(evidence), "The young", IN, OUT)


def test_the_group_stands_beside_everyone_else_and_never_beside_all():
    found = beside((60, 40, 5), (50, 150, 20))
    shares = found.published.rows.set_index(["category", "answer"])["value"]
    assert set(found.published.rows["category"]) == {"The young", OUT}
    assert (shares["The young", "Yes"], shares[OUT, "Yes"]) == (0.6, 0.25)
    assert found.headline == "60% said Yes, everyone else 25%"
    assert found.base == "Base: 100 respondents in the group and 200 others, rounded to 5"


def test_people_who_chose_to_answer_are_never_tested():
    found = beside((90, 10, 0), (10, 190, 0), "open")
    assert "real" not in found.description and found.notes == ("People chose to answer, so the two are shown side by side and not tested.",)
    assert found.published.rows[["lower", "upper"]].isna().all(axis=None)


def test_a_wide_difference_in_a_sample_is_real_and_its_size_is_of_the_figures_shown():
    found = beside((60, 40, 0), (50, 150, 0), "probability")
    assert "The young said Yes more often, by 35 percentage points." in found.description
    assert "The young said No less often, by 35 percentage points." in found.description


def test_a_small_difference_is_not_clear():
    assert beside((51, 49, 0), (100, 100, 0), "probability").description == "No clear difference between the two."


@pytest.mark.parametrize(("inside", "outside"), [((5, 4, 0), (100, 100, 0)), ((100, 100, 0), (5, 4, 0))])
def test_a_group_of_fewer_than_ten_shows_nothing_on_either_side(inside, outside):
    found = beside(inside, outside, "probability")
    small = "The young" if sum(inside) < 10 else OUT
    assert found.published.rows.loc[found.published.rows["category"] == small, ["value", "numerator", "base"]].isna().all(axis=None)
    assert "real" not in found.description and found.headline == "Too few people in The young to compare"


def test_null_samples_seldom_differ():
    throw = np.random.default_rng(7)
    false = 0
    for _ in range(400):
        inside, outside = throw.binomial(150, 0.4), throw.binomial(400, 0.4)
        false += "real" in beside((inside, 150 - inside, 0), (outside, 400 - outside, 0), "probability").description
    assert false / 400 <= 0.07


def test_the_test_is_that_of_two_shares():
    # Two independent samples: the usual z of a difference with variances p(1-p)/(n-1) each.
    p = _test(tallies((60, 40, 0), (90, 110, 0)), 0, IN)
    share, rest = 0.6, 0.45
    z = (share - rest) / np.sqrt(share * 0.4 / 99.7 + rest * 0.55 / 199.3)
    assert p == pytest.approx(2 * norm.sf(z), rel=0.02)
