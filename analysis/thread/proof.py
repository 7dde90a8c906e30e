"""The evidence test: which links each count of change demands, and for every outcome whether it counts, or what it lacks."""

from dataclasses import dataclass

import pandas as pd

from analysis.text import says_something
from data.vocabulary import OUTCOME_KINDS

_EVERY = {"you_said": "what was said", "we_did": "what was done", "evidence": "its evidence"}
# Measure → the columns that must say something, beside the stage being done.
DEMANDS = {
    "you_said_we_did_examples": _EVERY,
    "policies_changed": _EVERY | {"changed": "the name of what changed"},
    "services_changed": _EVERY | {"changed": "the name of what changed"},
}
_KIND = {"policies_changed": "strategy or policy", "services_changed": "commissioned service"}


@dataclass(frozen=True)
class Proof:
    """One outcome under one count: what it rests on where it counts, `lacks` in words where it does not."""

    ref: str
    said: str
    did: str
    counted_as: str
    evidence: str
    row: int
    lacks: str

    @property
    def counts(self) -> bool:
        return not self.lacks


def proofs(outcomes: pd.DataFrame, measure: str) -> list[Proof]:
    """Every outcome that could count for a measure, those that do first; each counts only with every link the definition demands."""
    kind = _KIND.get(measure)
    of_kind = outcomes[outcomes["kind"] == kind] if kind else outcomes
    found = [_proof(row, measure) for _, row in of_kind.iterrows()]
    return sorted(found, key=lambda one: (bool(one.lacks), one.counted_as.casefold()))


def in_a_sentence(found: list[Proof], measure: str) -> str:
    """How many outcomes carry the count, and how many do not and why most often."""
    counting = [one for one in found if one.counts]
    things = {" ".join(one.counted_as.casefold().split()) for one in counting}
    carried = f"{len(counting)} of {len(found)} outcomes have every link the definition demands"
    return f"{carried}, about {len(things)} different ones." if measure in _KIND else f"{carried}."


def _proof(row: pd.Series, measure: str) -> Proof:
    lacking = [words for column, words in DEMANDS[measure].items() if not says_something(row[column])]
    if row["kind"] == "no change":
        lacks = "No change was made; it is listed with its reason and not counted"
    elif row["stage"] != "done":
        lacks = "Not done"
    else:
        lacks = f"Lacks {' and '.join(lacking)}" if lacking else ""
    return Proof(
        ref=_text(row["outcome_ref"]),
        said=_text(row["you_said"]) or "Not recorded",
        did=_text(row["we_did"]),
        counted_as=_text(row["changed"]) or OUTCOME_KINDS.get(_text(row["kind"]), ""),
        evidence=_text(row["evidence"]),
        row=int(row["source_row"]),
        lacks=lacks,
    )


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
