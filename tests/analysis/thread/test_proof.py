"""The evidence test: a change raises a count only with every link its definition demands, whatever else is in the log."""

from datetime import date

import numpy as np
import pytest

from analysis.measure import compute
from analysis.thread.proof import DEMANDS, in_a_sentence, proofs
from analysis.thread.providers import UNNAMED, providers
from data.profile import load
from tests.analysis.made_logs import log, tables
from tests.store import history_of, rows

PROFILE = load("cleveland")
COLUMNS = "outcome_id outcome_ref source_row you_said we_did changed kind stage evidence provider told_on told_how told_whom"
PROVEN = {
    "you_said": "Slow", "we_did": "Evenings opened", "changed": "Victim service", "kind": "commissioned service", "stage": "done",
    "evidence": "Contract 2", "provider": "Harbour", "told_on": "2024-05-01",
}  # fmt: skip


def made(*outcomes):
    blank = dict.fromkeys(COLUMNS.split()) | {"source_row": 2}
    return rows(COLUMNS, *((blank | {"outcome_id": f"o{i}"} | one).values() for i, one in enumerate(outcomes)))


def figures(outcomes):
    history = history_of(PROFILE, date(2026, 9, 30), outcomes=outcomes)
    return {name: compute(name, history.at(None)).iloc[0]["value"] for name in DEMANDS}


@pytest.mark.parametrize("seed", range(12))
def test_nothing_unevidenced_raises_a_count(seed):
    """Every outcome that lacks a link may be taken out, or more put in, and no count moves."""
    whole = tables(log(seed, PROFILE)).get("outcomes")
    if whole is None:
        pytest.skip("this log came out empty")
    whole = whole.assign(outcome_ref=None, source_row=2)
    before = figures(whole)
    for name in DEMANDS:
        carrying = {i for i, row in whole.iterrows() if any(one.counts for one in proofs(whole.loc[[i]].reset_index(drop=True), name))}
        only = whole.loc[sorted(carrying)]
        assert figures(only)[name] == before[name] if len(only) else before[name] == 0
    unproven = whole.assign(evidence=np.random.default_rng(seed).choice(["", "TBC", "none", "n/a"], len(whole)), stage="done")
    assert figures(unproven) == dict.fromkeys(DEMANDS, 0)


@pytest.mark.parametrize("lost", ["you_said", "we_did", "evidence", "changed"])
def test_taking_one_link_away_takes_the_count_away(lost):
    outcomes = made(PROVEN)
    assert figures(outcomes) == {"you_said_we_did_examples": 1, "policies_changed": 0, "services_changed": 1}
    (one,) = proofs(made(PROVEN | {lost: "to follow"}), "services_changed")
    assert not one.counts and one.lacks.startswith("Lacks ")
    assert figures(made(PROVEN | {lost: "to follow"}))["services_changed"] == 0


def test_every_count_opens_to_as_many_rows_as_it_says():
    outcomes = made(PROVEN, PROVEN | {"changed": "victim  SERVICE"}, PROVEN | {"changed": "Court support"}, PROVEN | {"stage": "under way"},
                    PROVEN | {"kind": "no change"})  # fmt: skip
    found = proofs(outcomes, "services_changed")
    assert [one.counts for one in found] == [True, True, True, False]
    assert in_a_sentence(found, "services_changed") == "3 of 4 outcomes have every link the definition demands, about 2 different ones."
    assert figures(outcomes)["services_changed"] == 2
    examples = proofs(outcomes, "you_said_we_did_examples")
    assert sum(one.counts for one in examples) == figures(outcomes)["you_said_we_did_examples"] == 3
    assert {one.lacks for one in examples if one.lacks} == {"Not done", "No change was made; it is listed with its reason and not counted"}


def test_services_are_seen_by_provider():
    found = providers(
        made(PROVEN, PROVEN | {"evidence": "TBC", "provider": " Harbour ", "told_on": None}, PROVEN | {"stage": "heard", "provider": None},
             PROVEN | {"stage": "not taken forward", "provider": "Willow"}, PROVEN | {"kind": "communication"})
    )  # fmt: skip
    assert [(one.name, one.heard, one.evidenced, one.unproven, one.waiting, one.refused, one.told) for one in found] == [
        ("Harbour", 2, 1, 1, 0, 0, 1),
        ("Willow", 1, 0, 0, 0, 1, 1),
        (UNNAMED, 1, 0, 0, 1, 0, 0),
    ]
    assert found[0].services == "Victim service"
    assert providers(made()) == []
