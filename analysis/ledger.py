"""The duties to consult beside the log: what answers each, and when it was last answered."""

import pandas as pd

from data.days import in_words


def ledger(duties: pd.DataFrame, duty_history: pd.DataFrame, window: pd.DataFrame) -> list[dict[str, object]]:
    """One record a duty, unmet ones first: whether an activity within its time answers it, the last such day, and the newest activities.

    A yearly duty is answered within the twelve months to the end of the period, one due once for each plan since the strategy began.
    """
    start, end, term = (window[column].iloc[0] for column in ("year_start", "end", "term_start"))
    records = []
    for duty in duties.itertuples():
        since = term if duty.every == "term" else start
        answers = duty_history[(duty_history["duty"] == duty.duty) & (duty_history["held_on"] <= pd.Timestamp(end))].sort_values(
            "held_on", ascending=False
        )
        within = answers[answers["held_on"] >= pd.Timestamp(since)]
        records.append(
            {
                "name": duty.name,
                "law": f"{duty.act} {duty.section}",
                "asks": duty.asks,
                "every": "once for each plan" if duty.every == "term" else "every year",
                "met": bool(len(within)),
                "last": f"{in_words(answers['held_on'].iloc[0])}" if len(answers) else "never recorded",
                "count": len(within),
                "newest": [f"{_title(row.title)}, {in_words(row.held_on)}" for row in within.head(5).itertuples()],
            }
        )
    return sorted(records, key=lambda record: bool(record["met"]))


def headline(rows: list[dict[str, object]]) -> str:
    """How many duties have evidence, and which one does not."""
    unmet = [str(row["name"]) for row in rows if not row["met"]]
    words = f"{len(rows) - len(unmet)} of {len(rows)} duties have evidence"
    return f"{words}; none for {unmet[0][0].lower() + unmet[0][1:]}" if len(unmet) == 1 else words


def _title(text: object) -> str:
    return text if isinstance(text, str) and text else "Untitled activity"
