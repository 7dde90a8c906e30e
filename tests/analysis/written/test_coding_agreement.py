import pytest

from analysis.written.coding_agreement import agreements, wanted
from tests.oracles.reference_values import expected, given, needs_reference

THEMES = {"a": "Patrols", "b": "101"}


def test_two_readers_who_always_agree():
    whole, patrols, calls = agreements([["a"], ["b"], []], [["a"], ["b"], []], THEMES)
    assert (whole.agreed, whole.kappa, whole.alpha, whole.verdict) == (1, pytest.approx(1), pytest.approx(1), "publish")
    assert [patrols.theme, calls.theme, patrols.comments] == ["Patrols", "101", 3]


def test_cohens_textbook_table_by_comment():
    # 20 both, 5 the first alone, 10 the second alone, 15 neither: kappa 0.4.
    first = [["a"]] * 25 + [[]] * 25
    second = [["a"]] * 20 + [[]] * 5 + [["a"]] * 10 + [[]] * 15
    assert agreements(first, second, {"a": "Patrols"})[1].kappa == pytest.approx(0.4, rel=1e-12)


def test_over_all_the_same_themes_must_be_given_all_of_them_in_any_order():
    whole = agreements([["a", "b"], ["a"], ["b"]], [["b", "a"], ["a", "b"], ["b"]], THEMES)[0]
    assert whole.agreed == pytest.approx(2 / 3)


def test_a_theme_nobody_gave_tells_nothing():
    unused = agreements([["a"], []], [["a"], []], THEMES)[2]
    assert (unused.agreed, unused.kappa, unused.alpha, unused.verdict) == (1, None, None, "")


def test_no_comment_read_by_both_gives_no_agreement():
    assert agreements([], [], THEMES) == []


@pytest.mark.parametrize(("comments", "many"), [(0, 0), (40, 40), (100, 100), (240, 100), (1000, 100), (1001, 101), (5000, 500)])
def test_a_second_reader_reads_a_tenth_and_at_least_a_hundred(comments, many):
    assert wanted(comments) == many


@needs_reference
def test_the_reference_coders_comment_by_comment():
    reference, rows = expected("coder_agreement"), given("coding")
    themes = {theme: theme for theme in sorted(set(rows["coder_a"]) | set(rows["coder_b"]))}
    whole, *each = agreements([[theme] for theme in rows["coder_a"]], [[theme] for theme in rows["coder_b"]], themes)
    assert whole.agreed == pytest.approx(reference["percent_agree_ab"], rel=1e-9)
    assert whole.kappa == pytest.approx(reference["cohen_kappa_ab"], rel=1e-9)
    assert whole.alpha == pytest.approx(reference["krippendorff_alpha_ab"], rel=1e-9)
    assert {one.theme: one.kappa for one in each} == pytest.approx(reference["per_theme_kappa"], rel=1e-9)
