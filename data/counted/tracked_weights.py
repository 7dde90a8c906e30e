"""The weights behind the tallies of tracked questions: of those who gave each answer, how many have a weight, and its sum and that of its squares."""

import pandas as pd

from data.store import Store

_KEYS = ["question_id", "split", "category", "option"]
SUMS = ("weighed", "weight", "squares")
_SUMMED = "count(weight)::DOUBLE AS weighed, sum(weight) AS weight, sum(weight * weight) AS squares"


def with_weights(store: Store, tallies: pd.DataFrame, used: bool) -> pd.DataFrame:
    """The tallies of tracked questions with the sums of the weights of the same people beside them; blank where none are used."""
    found = _weights(store) if used else pd.DataFrame(columns=[*_KEYS, *SUMS])
    if found.empty:
        return tallies.assign(**dict.fromkeys(SUMS, float("nan")))
    return tallies.merge(found.astype({"option": tallies["option"].dtype}), on=_KEYS, how="left")


def _weights(store: Store) -> pd.DataFrame:
    return store.frame(f"""
        WITH weighed AS (SELECT survey_id, respondent, weight FROM respondents WHERE weight IS NOT NULL),
        groups AS (
            SELECT survey_id, respondent, 'all' AS split, NULL AS category FROM weighed
            UNION ALL BY NAME
            SELECT survey_id, respondent, characteristic AS split, category FROM respondent_characteristics WHERE state = 'answered'
        ),
        given AS (
            SELECT question_id, survey_id, respondent, option, coalesce(state, 'answered') = 'answered' AS answered, weight
            FROM answers JOIN questions USING (question_id) JOIN weighed USING (survey_id, respondent) LEFT JOIN options USING (question_id, option)
            WHERE tracks <> ''
        )
        SELECT question_id, split, category, option, {_SUMMED} FROM given JOIN groups USING (survey_id, respondent)
        WHERE option IS NOT NULL GROUP BY ALL
        UNION ALL BY NAME
        SELECT question_id, split, category, NULL AS option, {_SUMMED}
        FROM (SELECT DISTINCT question_id, survey_id, respondent, weight FROM given WHERE answered) JOIN groups USING (survey_id, respondent)
        GROUP BY ALL
    """)
