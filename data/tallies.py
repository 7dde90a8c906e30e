"""The tallies of a survey, written once when it is saved: how many people gave each answer, in all and by each thing known about them.

Pages read these and never the answers, so a page costs the same for a thousand respondents and for ten million.
"""

from collections.abc import Iterable
from typing import Any

# One row per respondent and split, 'all' among them. Only people who stated their category belong to one.
_SPLITS = """
    SELECT respondent, 'all' AS split, NULL AS category FROM respondents WHERE survey_id = $survey
    UNION ALL BY NAME
    SELECT respondent, characteristic AS split, category FROM respondent_characteristics
    WHERE survey_id = $survey AND state = 'answered' AND category IS NOT NULL
"""

_TALLY = f"""
    INSERT INTO tallies BY NAME
    WITH splits AS MATERIALIZED ({_SPLITS}),
    given AS (
        SELECT question_id, respondent, option, place
        FROM answers WHERE starts_with(question_id, $survey || '.') AND option IS NOT NULL
    )
    SELECT question_id, split, category, option, place, count(*) AS people
    FROM given JOIN splits USING (respondent)
    GROUP BY question_id, split, category, option, place
    ORDER BY question_id, split, category, option, place
"""

# The base: people who gave the question any answer that is one. Several answers of one person count once.
_BASES = f"""
    INSERT INTO tallies BY NAME
    WITH splits AS MATERIALIZED ({_SPLITS}),
    answered AS (
        SELECT DISTINCT question_id, respondent
        FROM answers LEFT JOIN options USING (question_id, option)
        WHERE starts_with(question_id, $survey || '.') AND coalesce(state, 'answered') = 'answered'
    )
    SELECT question_id, split, category, NULL AS option, NULL AS place, count(*) AS people
    FROM answered JOIN splits USING (respondent)
    GROUP BY question_id, split, category
    ORDER BY question_id, split, category
"""

_RESPONDENTS = """
    INSERT INTO respondent_tallies BY NAME
    SELECT survey_id, 'all' AS split, NULL AS category, 'answered' AS state, count(*) AS people
    FROM respondents WHERE survey_id = $survey GROUP BY survey_id
    UNION ALL BY NAME
    SELECT survey_id, characteristic AS split, category, state, count(*) AS people
    FROM respondent_characteristics WHERE survey_id = $survey
    GROUP BY survey_id, characteristic, category, state
"""


# Categories that were offered and nobody chose: a nought that says somebody was not heard.
_NOBODY = """
    INSERT INTO respondent_tallies BY NAME
    SELECT $survey AS survey_id, $split AS split, $category AS category, 'answered' AS state, 0 AS people
    WHERE NOT EXISTS (FROM respondent_tallies WHERE survey_id = $survey AND split = $split AND category = $category)
"""


def write_tallies(cursor: Any, survey_id: str, offered: Iterable[tuple[str, str]] = ()) -> None:
    """Count a survey's answers into `tallies` and its respondents into `respondent_tallies`, within the caller's transaction.

    `offered` are the (characteristic, category) pairs a respondent could choose; one that nobody chose is written down with nobody in it.
    """
    for statement in (_TALLY, _BASES, _RESPONDENTS):
        cursor.execute(statement, {"survey": survey_id})
    for split, category in offered:
        cursor.execute(_NOBODY, {"survey": survey_id, "split": split, "category": category})
