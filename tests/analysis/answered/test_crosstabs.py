"""Crosstabs, against the modules that meet R's figures, against counting by hand, and against nothing being there at all."""

import numpy as np
import pandas as pd
import pytest

from analysis.answered.crosstab_findings import OPEN, grid, of_crosstab, sentences
from analysis.answered.crosstabs import crosstab, standing_out
from analysis.statistics.association import association
from analysis.statistics.group_vs_rest import group_vs_rest
from analysis.statistics.linearised import sample
from analysis.statistics.multiple_testing import benjamini_hochberg

OPTIONS = pd.DataFrame({"question_id": "q", "option": [0, 1, 2], "label": ["Yes", "No", "Perhaps"], "state": "answered"})
QUESTION = pd.Series({"position": 1, "kind": "one answer", "wording": "Do you?", "battery": None})
# Enough tables that twice the false alarms allowed would surely be seen.
TABLES = 240
SURVEY = pd.Series({"title": "Residents, May 2026", "evidence": "quota"})


def people_of(seed, size=900, tilt=0.0, groups=("Female", "Male", "Another term"), weights=True):
    """A person a row: group, answer and weight; `tilt` makes the first group say yes more often."""
    rng = np.random.default_rng(seed)
    group = rng.choice(groups, size, p=None if len(groups) != 3 else (0.5, 0.42, 0.08))
    yes = 0.4 + tilt * (group == groups[0])
    answer = np.where(rng.random(size) < yes, 0, rng.choice([1, 2], size))
    asked = rng.random(size) < 0.95
    weight = rng.gamma(6, 1 / 6, size) if weights else np.ones(size)
    return pd.DataFrame({"category": group, "option": np.where(asked, answer, -1), "weight": weight})


def tally_of(people):
    """The two-way tally of such people, as the data floor counts it."""
    asked = people[people["option"] >= 0]
    parts = []
    for grain, frame, keys in (
        ("cell", asked, ["option", "category"]),
        ("option", asked, ["option"]),
        ("category", asked, ["category"]),
        ("all", asked, []),
        ("everyone", people, []),
    ):
        numbered = frame.assign(squares=frame["weight"] ** 2, people=1.0, weighed=1.0, one=0)
        sums = numbered.groupby(keys or ["one"])[["people", "weighed", "weight", "squares"]].sum().reset_index()
        parts.append(sums.assign(grain=grain).drop(columns="one", errors="ignore"))
    return pd.concat(parts, ignore_index=True)


def atoms(people):
    rows = people.assign(people=1.0, start=people["weight"], start_squares=people["weight"] ** 2)
    return sample(rows), rows


@pytest.mark.parametrize("weighted", [True, False])
def test_every_cell_is_tested_as_group_against_rest_is(weighted):
    people = people_of(3, tilt=0.1)
    if not weighted:
        people["weight"] = 1.0
    found = crosstab(tally_of(people), OPTIONS, ["Male", "Female"], "quota", weighted=weighted)
    everybody, rows = atoms(people)
    asked = (rows["option"] >= 0).to_numpy()
    for i, row in found.published.rows.iterrows():
        option = OPTIONS.loc[OPTIONS["label"] == row["answer"], "option"].iloc[0]
        naive = group_vs_rest(everybody, asked, (rows["option"] == option).to_numpy(dtype=float), {"g": rows["category"].to_numpy()})
        expected = naive.set_index("level").loc[row["category"]]
        if not np.isnan(found.cells.loc[i, "p"]):
            assert found.cells.loc[i, "difference"] == pytest.approx(expected["difference"], rel=1e-9)
            assert found.cells.loc[i, "p"] == pytest.approx(expected["p"], rel=1e-7)
    kept = rows["category"] != "Another term" if people["category"].eq("Another term").sum() < 30 else rows["category"].notna()
    whole = association(everybody, np.where(asked & kept, rows["option"], -1), pd.factorize(rows["category"])[0])
    assert found.test.p == pytest.approx(whole.p, rel=1e-7) and found.test.f == pytest.approx(whole.f, rel=1e-9)


def test_the_correction_is_over_every_cell_compared_and_no_other():
    found = crosstab(tally_of(people_of(5)), OPTIONS, [], "probability")
    assert found.cells["adjusted_p"].to_numpy() == pytest.approx(benjamini_hochberg(found.cells["p"].to_numpy()), nan_ok=True)


def test_a_group_is_compared_with_everyone_not_in_it_and_never_with_the_total():
    people = people_of(7, tilt=0.2, weights=False)
    found = crosstab(tally_of(people), OPTIONS, [], "quota")
    asked = people[people["option"] >= 0]
    share = asked.groupby("category")["option"].apply(lambda given: (given == 0).mean())
    rest = (asked.loc[asked["category"] != "Female", "option"] == 0).mean()
    at = found.published.rows.query("category == 'Female' and answer == 'Yes'").index[0]
    assert found.cells.loc[at, "difference"] == pytest.approx(share["Female"] - rest)
    assert found.rest.rows.loc[at, "value"] == pytest.approx(rest, abs=0.02)


def test_a_planted_difference_stands_out_and_is_said_first():
    found = crosstab(tally_of(people_of(7, tilt=0.25)), OPTIONS, [], "quota", weighted=True)
    group, rest = next(standing_out(found))
    assert group["category"] in ("Female", "Male") and group["answer"] == "Yes" and group["value"] != rest["value"]
    assert "of everyone else" in sentences(found)[0]
    assert "everyone else" in of_crosstab(found, QUESTION, SURVEY, "Sex").headline


def test_female_and_male_are_two_groups():
    people = pd.DataFrame({"category": ["Female"] * 200 + ["Male"] * 100, "option": [0] * 150 + [1] * 50 + [0] * 40 + [1] * 60, "weight": 1.0})
    rows = crosstab(tally_of(people), OPTIONS.head(2), [], "quota").published.rows
    shares = rows[rows["answer"] == "Yes"].set_index("category")["value"]
    assert shares.to_dict() == {"Female": 0.75, "Male": 0.4}


def test_an_open_consultation_has_shares_and_no_test():
    found = crosstab(tally_of(people_of(7, tilt=0.25)), OPTIONS, [], "open")
    assert not found.tested and found.test is None and found.cells["p"].isna().all() and not found.cells["stands_out"].any()
    assert sentences(found) == [OPEN] and found.published.rows["value"].notna().any()
    assert all(not cell["way"] for row in grid(found)["rows"] for cell in row["cells"])


def test_a_cell_that_may_not_be_shown_is_not_compared():
    people = pd.concat([people_of(9, groups=("A", "B")), pd.DataFrame({"category": ["C"] * 25, "option": [0] * 25, "weight": 1.0})])
    found = crosstab(tally_of(people), OPTIONS, [], "quota")
    small = found.published.rows["category"] == "C"
    assert found.published.rows.loc[small, "value"].isna().all() and found.cells.loc[small, "p"].isna().all()


def test_a_table_of_nobody_says_so():
    nobody = people_of(1).head(0)
    found = crosstab(tally_of(nobody), OPTIONS, [], "quota")
    assert found.cells.empty and of_crosstab(found, QUESTION, SURVEY, "Sex").headline == "Too few people to show any group"


def chance(rng, groups=4, size=600):
    """The tally of people whose answers have nothing to do with their group, drawn at once."""
    group, option, weight = rng.integers(0, groups, size), rng.choice(3, size, p=(0.4, 0.3, 0.3)), rng.gamma(6, 1 / 6, size)
    cell = option * groups + group
    sums = np.stack([np.bincount(cell, each, 3 * groups) for each in (np.ones(size), np.ones(size), weight, weight**2)], axis=-1).reshape(
        3, groups, 4
    )
    names = [chr(65 + i) for i in range(groups)]
    rows = [("cell", o, names[g], *sums[o, g]) for o in range(3) for g in range(groups)]
    rows += [("option", o, None, *sums[o].sum(axis=0)) for o in range(3)] + [
        ("category", None, names[g], *sums[:, g].sum(axis=0)) for g in range(groups)
    ]
    rows += [(grain, None, None, *sums.sum(axis=(0, 1))) for grain in ("all", "everyone")]
    return pd.DataFrame(rows, columns=["grain", "option", "category", "people", "weighed", "weight", "squares"])


def test_where_nothing_is_there_false_alarms_stay_at_one_in_twenty():
    """Tables of answers that have nothing to do with the group: a table in which anything stands out is a false alarm."""
    rng = np.random.default_rng(20260930)
    alarms = uncorrected = 0
    for _ in range(TABLES):
        found = crosstab(chance(rng), OPTIONS, [], "probability", weighted=True)
        alarms += bool(found.cells["stands_out"].any())
        uncorrected += bool((found.cells["p"] < 0.05).any())
    assert alarms / TABLES <= 0.05
    assert uncorrected / TABLES > 0.2, "without the correction the alarms would pile up"
