"""The tallies of a survey, written once when it is saved: how many people gave each answer, in all and by each thing known about them.

Pages read these and never the answers, so a page costs the same for a thousand respondents and for ten million.
"""

from collections.abc import Iterable
from typing import Any

# Numbers stand for the long names while people are counted: grouping by numbers takes a small part of the time.
_NUMBERED = (
    """
    CREATE OR REPLACE TEMP TABLE numbered AS
    SELECT question_id, row_number() OVER (ORDER BY question_id)::SMALLINT AS question, kind IN ('many answers', 'ranking') AS several
    FROM questions WHERE survey_id = $survey
    """,
    """
    CREATE OR REPLACE TEMP TABLE given AS
    SELECT question, several, respondent, option, place, coalesce(state, 'answered') = 'answered' AS answered
    FROM answers JOIN numbered USING (question_id) LEFT JOIN options USING (question_id, option)
    """,
)

# The base: people who gave the question any answer that is one. Several answers of one person count once; where only one can be given, the
# answers are the people.
_BASED = "CREATE OR REPLACE TEMP TABLE based AS SELECT DISTINCT question, respondent FROM given WHERE answered AND several"

_SPLITS = "SELECT DISTINCT characteristic FROM respondent_characteristics WHERE survey_id = $survey ORDER BY characteristic"

# One row per respondent who belongs to a category of the split. Only people who stated their category belong to one.
_EVERYBODY = """
    CREATE OR REPLACE TEMP TABLE belongs AS
    SELECT respondent, 1::SMALLINT AS number FROM respondents WHERE survey_id = $survey
"""
_ONE_CATEGORY = "CREATE OR REPLACE TEMP TABLE categories AS SELECT NULL::VARCHAR AS category, 1::SMALLINT AS number"
_BELONGS = """
    CREATE OR REPLACE TEMP TABLE belongs AS
    SELECT respondent, number FROM respondent_characteristics JOIN categories USING (category)
    WHERE survey_id = $survey AND characteristic = $split AND state = 'answered'
"""
_CATEGORIES = """
    CREATE OR REPLACE TEMP TABLE categories AS
    SELECT category, row_number() OVER (ORDER BY category)::SMALLINT AS number FROM (
        SELECT DISTINCT category FROM respondent_characteristics WHERE survey_id = $survey AND characteristic = $split AND category IS NOT NULL
    )
"""

_TALLY = """
    INSERT INTO tallies BY NAME
    WITH answered AS MATERIALIZED (
        SELECT question, number, option, place, several, answered, count(*) AS people
        FROM given JOIN belongs USING (respondent) GROUP BY ALL
    ), counted AS (
        SELECT question, number, option, place, people FROM answered WHERE option IS NOT NULL
        UNION ALL BY NAME
        SELECT question, number, NULL AS option, NULL AS place, sum(people) AS people FROM answered WHERE answered AND NOT several GROUP BY ALL
        UNION ALL BY NAME
        SELECT question, number, NULL AS option, NULL AS place, count(*) AS people FROM based JOIN belongs USING (respondent) GROUP BY ALL
    )
    SELECT question_id, $split AS split, category, option, place, people
    FROM counted JOIN numbered USING (question) JOIN categories USING (number)
    ORDER BY question_id, category, option, place
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
    recount(cursor, survey_id)
    survey = {"survey": survey_id}
    cursor.execute(_RESPONDENTS, survey)
    for split, category in offered:
        cursor.execute(_NOBODY, {**survey, "split": split, "category": category})


def recount(cursor: Any, survey_id: str) -> None:
    """Count the answers of a survey anew, as when a question of it was changed, within the caller's transaction."""
    survey = {"survey": survey_id}
    cursor.execute("DELETE FROM tallies WHERE starts_with(question_id, ? || '.')", [survey_id])
    cursor.execute(_NUMBERED[0], survey)
    for statement in (_NUMBERED[1], _BASED, _ONE_CATEGORY):
        cursor.execute(statement)
    cursor.execute(_EVERYBODY, survey)
    cursor.execute(_TALLY, {"split": "all"})
    for (split,) in cursor.execute(_SPLITS, survey).fetchall():
        one = {**survey, "split": split}
        cursor.execute(_CATEGORIES, one)
        cursor.execute(_BELONGS, one)
        cursor.execute(_TALLY, {"split": split})
    for table in ("numbered", "given", "based", "belongs", "categories"):
        cursor.execute(f"DROP TABLE temp.{table}")
