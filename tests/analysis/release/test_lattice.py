"""The tables of a release are what counting one by one gives, complete, and rounded; the sums an insider writes down hold of the true numbers."""

import numpy as np
import pandas as pd
import pytest

from analysis.release.disclosure_audit import audited, ranges
from analysis.release.known_sums import known
from analysis.release.lattice import lattice, protected, with_totals
from analysis.release.release_summary import audit_words, by_table, changed, hidden_by_reason, said_once
from tests.disclosure.made_people import GROUPS, LABELS, TRACKED, cells_of, frames, people
from tests.store import rows


def count(persons, at, option=None, split=None, category=None):
    own = [person for person in persons if split is None or person[split] == category]
    if option is None:
        return sum(any(LABELS[at][given] != "Don't know" for given in person[at]) for person in own)
    return sum(option in person[at] for person in own)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_cell_is_what_counting_one_by_one_gives(seed):
    persons = people(seed)
    cells = cells_of(persons)
    checked = 0
    for row in cells[cells["question_id"].notna() & (cells["what"] != "favourable")].itertuples():
        split = None if row.split == "all" else row.split
        option = None if row.what == "base" else int(row.option)
        assert row.people == count(persons, int(row.question_id[2:]), option, split, row.category)
        checked += 1
    # All and thirteen groups, and of each question its options and its base.
    assert checked == (1 + sum(map(len, GROUPS.values()))) * (sum(map(len, LABELS.values())) + len(LABELS))


def test_a_favourable_total_counts_its_answers_together():
    persons = people(1)
    cells = cells_of(persons)
    (found,) = cells[(cells["what"] == "favourable") & (cells["split"] == "all")]["people"]
    assert found == count(persons, 1, 0) + count(persons, 1, 1)


def test_an_answer_nobody_gave_has_a_row_like_any_other():
    cells = cells_of(people(1))
    assert (cells["people"] == 0).any()
    assert not cells.duplicated(["question_id", "what", "split", "category", "state", "option", "place"]).any()


def test_a_survey_of_fewer_than_fifty_is_not_split():
    cells = cells_of(people(1, 44))
    assert set(cells["split"]) == {"all"}


def test_a_question_about_oneself_is_counted_alone():
    given = frames(people(1))
    given["questions"] = given["questions"].assign(characteristic=["", "", "sex"])
    cells = lattice(**given, tracked=TRACKED)
    assert set(cells.loc[cells["question_id"] == "s.3", "split"]) == {"all"}


def test_of_a_ranking_first_and_second_or_third_are_counted_alone_and_first_by_groups():
    given = frames(people(1))
    given["questions"] = given["questions"].assign(kind=["rating", "many answers", "ranking"])
    placed = [("s.3", "all", None, 0.0, float(place), 20.0 * place) for place in (1, 2, 3, 4)]
    placed += [("s.3", "area", "North", 0.0, float(place), 10.0 * place) for place in (1, 2)]
    others = given["tallies"][(given["tallies"]["question_id"] != "s.3") | given["tallies"]["option"].isna()]
    given["tallies"] = pd.concat([others, rows("question_id split category option place people", *placed)], ignore_index=True)
    cells = lattice(**given, tracked=TRACKED)
    own = cells[(cells["question_id"] == "s.3") & (cells["option"] == 0)]
    assert own.loc[own["split"] == "all", ["place", "people"]].astype(float).to_numpy().tolist() == [[1, 20], [2, 100]]
    assert own.loc[own["category"] == "North", ["place", "people"]].astype(float).to_numpy().tolist() == [[1, 10]]


def test_every_sum_an_insider_writes_down_holds_of_the_true_numbers():
    cells = cells_of(people(4))
    system = known(protected(cells))
    silent = len(system.low) - len(cells)
    assert silent > 0
    true = cells["people"].to_numpy()
    assert ((system.low[: len(cells)] <= true) & (true <= system.high[: len(cells)])).all()
    # The numbers of those who did not say are what the others leave: set so, no sum may fail.
    solved = np.concatenate([true, np.zeros(silent)])
    for at in range(system.sums.shape[0]):
        row = system.sums[[at]].tocoo()
        unknown = row.coords[1] >= len(cells)
        if unknown.sum() == 1 and system.least[at] == system.most[at]:
            solved[row.coords[1][unknown][0]] -= float(row @ solved) / row.data[unknown][0]
    left = system.sums @ solved
    assert (left >= system.least - 1e-9).all() and (left <= system.most + 1e-9).all()


def test_a_question_whose_answers_do_not_add_up_is_not_taken_to():
    """One person gave two answers to a question of one: nothing is concluded from the sum, and the release can be audited."""
    given = frames(people(1))
    one = (given["tallies"]["question_id"] == "s.3") & (given["tallies"]["split"] == "all") & (given["tallies"]["option"] == 0)
    given["tallies"].loc[one, "people"] += 30
    cells = lattice(**given, tracked=TRACKED)
    assert set(cells.loc[cells["question_id"] == "s.3", "kind"]) == {""}


def test_figures_that_no_numbers_agree_with_are_refused():
    shown = protected(cells_of(people(1)))
    shown.loc[(shown["what"] == "base") & (shown["split"] == "all"), "people"] = 100_000.0
    with pytest.raises(ValueError, match="agree"):
        ranges(shown)


def test_a_released_total_stands_for_the_answers_it_is_made_of():
    given = frames(people(1))
    tallies = given["tallies"][given["tallies"]["question_id"] == "s.1"]
    totals = rows("question_id split category people", ("s.1", "all", None, 130.0))
    found = with_totals(tallies, totals, given["options"], given["questions"], TRACKED)
    own = found[(found["split"] == "all") & found["option"].isin([0, 1])]
    assert own[["option", "people"]].to_numpy().tolist() == [[0, 130]]
    assert len(found[found["option"].isna()]) == len(tallies[tallies["option"].isna()])


def test_the_draft_says_in_words_what_is_hidden():
    audit = audited(cells_of(people(0)))
    assert audit_words(audit).startswith(f"Audit passed: {len(audit.ranges):,} hidden numbers checked")
    counts = hidden_by_reason(audit.shown)
    assert sum(int(one["count"].replace(",", "")) for one in counts) == audit.shown["people"].isna().sum()
    tables = by_table(audit.shown, frames(people(0))["questions"])
    assert tables[0]["table"] == "Respondents" and {row["by"] for row in tables} >= {"All respondents", "Area", "Age", "Ethnic group"}


def test_what_changed_since_the_last_release_is_counted():
    first, second = (audited(cells_of(one)).shown for one in (people(0), people(0) + people(9, 40)))
    assert changed(first, first) == "Nothing that readers see would change."
    said = changed(second, first)
    assert said.startswith("Respondents: 260 before, 300 now.") and "figures would change" in said
    assert said_once(said, "") == said and said_once(said, "Too few have come.") == "Too few have come."
    assert said_once(changed(first, first), "Too few have come.") == "Nothing that readers see would change."
