"""A draft of a release in words: what readers would see, what is hidden and why, and what would change."""

import pandas as pd

from analysis.release.disclosure_audit import Audited
from analysis.release.lattice import REASONS, RESPONDENTS
from analysis.wording import responses
from data.vocabulary import SPLITS

RULE = "Fewer than 10 hidden, the rest rounded to 5, per cents from the rounded numbers"
_KEYS = ["question_id", "what", "split", "category", "state", "option", "place"]
_OF_PEOPLE = "Respondents"
_UNCHANGED = "Nothing that readers see would change."


def audit_words(audit: Audited) -> str:
    """What the audit found, in a sentence or two."""
    hidden = len(audit.ranges)
    if not hidden:
        return "Audit passed: nothing had to be hidden."
    done = f" {audit.found} could have been worked out from the others, so more was withheld until none could." if audit.found else ""
    return (
        f"Audit passed: {hidden:,} hidden number{'s' if hidden != 1 else ''} checked against every table at once.{done} "
        f"None can be told more closely than to {audit.narrowest + 1:.0f} possible values."
    )


def hidden_by_reason(shown: pd.DataFrame) -> list[dict[str, str]]:
    """How many figures are hidden and why, the commonest reason first."""
    counts = shown.loc[shown["why"] != "", "why"].value_counts()
    return [{"count": f"{counts[why]:,}", "why": REASONS[why]} for why in counts.index]


def by_table(shown: pd.DataFrame, questions: pd.DataFrame) -> list[dict[str, str]]:
    """One row a question and split: how many figures readers would see, and how many are hidden for each reason."""
    wording = dict(zip(questions["question_id"], questions["wording"], strict=True))
    rows = []
    for (question, split), own in shown.groupby(["question_id", "split"], dropna=False, sort=False):
        counts = own["why"].value_counts()
        rows.append(
            {
                "table": wording.get(question, _OF_PEOPLE),
                "by": SPLITS.get(str(split), "All respondents"),
                "shown": f"{counts.get('', 0):,}",
                **{why.replace(" ", "_"): f"{counts.get(why, 0):,}" for why in REASONS},
            }
        )
    return rows


def people(shown: pd.DataFrame) -> str:
    """How many respondents readers would be told of."""
    everybody = shown[(shown["what"] == RESPONDENTS) & (shown["split"] == "all")]["people"]
    return responses(everybody.fillna(0).sum())


def changed(shown: pd.DataFrame, last: pd.DataFrame) -> str:
    """What readers would notice beside the last release, in a sentence."""
    both = _keyed(shown).join(_keyed(last).rename(columns={"people": "people_last"}), how="outer")
    new, gone = both["people"].notna() & both["people_last"].isna(), both["people"].isna() & both["people_last"].notna()
    moved = both["people"].notna() & both["people_last"].notna() & (both["people"] != both["people_last"])
    if not (new | gone | moved).any():
        return _UNCHANGED
    return (
        f"Respondents: {people(last)} before, {people(shown)} now. "
        f"{moved.sum():,} figures would change, {new.sum():,} would be shown that were not, and {gone.sum():,} would be hidden that were shown."
    )


def said_once(since: str, why_not: str) -> str:
    """What a new release would change, or why there can be none: one of the two, never both."""
    return since if since == _UNCHANGED or not why_not else why_not


def _keyed(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells by what they speak of. A newer copy of a survey has ids of its own, so questions go by their place."""
    place = cells["question_id"].astype("str").str.rpartition(".")[2]
    numbers = cells[["option", "place"]].astype("float64").fillna(-1)
    keyed = cells.assign(question_id=place, option=numbers["option"], place=numbers["place"])[_KEYS].fillna("")
    return cells[["people"]].set_index(pd.MultiIndex.from_frame(keyed))
