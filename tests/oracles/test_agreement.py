import numpy as np
import pandas as pd
import pytest

from analysis.statistics.agreement import cohen_kappa, krippendorff_alpha, verdict
from tests.oracles.reference_values import expected, given, needs_reference


def codings(columns):
    """Comments × themes: how many coders put each comment under each theme."""
    labels = sorted({label for column in columns for label in column if isinstance(label, str)})
    return np.array([[sum(column[unit] == label for column in columns) for label in labels] for unit in range(len(columns[0]))])


def test_krippendorffs_own_example():
    # Four observers, twelve units, five values, a dot where not coded (2004, chapter 11).
    observers = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    columns = [[None if label == "." else label for label in coder] for coder in observers]
    assert krippendorff_alpha(codings(columns)) == pytest.approx(0.743, abs=5e-4)


def test_cohens_kappa_of_a_textbook_table():
    assert cohen_kappa([[20, 5], [10, 15]]) == pytest.approx(0.4, rel=1e-12)


def test_full_agreement_is_one_and_no_better_than_chance_is_nought():
    assert cohen_kappa([[12, 0], [0, 7]]) == pytest.approx(1)
    assert cohen_kappa([[4, 4], [4, 4]]) == pytest.approx(0)
    assert krippendorff_alpha([[2, 0], [0, 2], [2, 0]]) == pytest.approx(1)


def test_one_theme_only_or_no_comments_leave_agreement_unknown():
    assert cohen_kappa([[12, 0], [0, 0]]) is None
    assert cohen_kappa([[0, 0], [0, 0]]) is None
    assert krippendorff_alpha([[2, 0], [2, 0]]) is None
    assert krippendorff_alpha([[1, 0], [0, 1]]) is None


def test_a_comment_coded_once_tells_nothing():
    twice = [[2, 0], [1, 1], [0, 2]]
    assert krippendorff_alpha([*twice, [1, 0], [0, 0]]) == krippendorff_alpha(twice)


def test_what_may_be_done_with_themes():
    assert [verdict(alpha) for alpha in (0.80, 0.79, 0.667, 0.66)] == ["publish", "indicative", "indicative", "recode"]


@needs_reference
def test_the_reference_coders():
    reference, rows = expected("coder_agreement"), given("coding")
    table = pd.crosstab(rows["coder_a"], rows["coder_b"])
    themes = sorted(set(rows["coder_a"]) | set(rows["coder_b"]))
    table = table.reindex(index=themes, columns=themes, fill_value=0)
    assert np.trace(table) / len(rows) == pytest.approx(reference["percent_agree_ab"], rel=1e-9)
    assert cohen_kappa(table) == pytest.approx(reference["cohen_kappa_ab"], rel=1e-9)
    two = codings([rows["coder_a"].tolist(), rows["coder_b"].tolist()])
    three = codings([rows[coder].tolist() for coder in ("coder_a", "coder_b", "coder_c")])
    assert krippendorff_alpha(two) == pytest.approx(reference["krippendorff_alpha_ab"], rel=1e-9)
    assert krippendorff_alpha(three) == pytest.approx(reference["krippendorff_alpha_abc_with_missing"], rel=1e-9)
