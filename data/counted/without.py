"""A question counted again without some of the people who answered: for seeing whether its commonest answer depends on them."""

from collections.abc import Sequence

import pandas as pd

from data.questionnaire.meanings import OUTSIDE
from data.store import Store

# Every answer the same is a sign of one person answering twice only where the answers were many, or words were written.
FEWEST_ALIKE = 12
FEWEST_LETTERS = 20

OUTSIDE_AREA, DUPLICATES, STAFF = "outside the area", "suspected duplicates", "staff"

_LEFT_OUT = {
    OUTSIDE_AREA: """
        SELECT respondent FROM respondent_characteristics WHERE survey_id = $survey AND characteristic = 'area' AND category = $outside
    """,
    DUPLICATES: """
        SELECT respondent FROM (
            SELECT respondent, row_number() OVER (PARTITION BY said ORDER BY respondent) AS nth
            FROM (
                SELECT respondent, count(DISTINCT question_id) AS answers, coalesce(max(length(written)), 0) AS letters,
                       string_agg(concat_ws('=', question_id, option, place, number, written), '|' ORDER BY question_id, option, place) AS said
                FROM answers WHERE starts_with(question_id, $survey || '.') GROUP BY respondent
            ) WHERE answers >= $alike OR letters >= $letters
        ) WHERE nth > 1
    """,
    # A question on whether people work for the police, the office or the council, and those who said that they do.
    STAFF: """
        SELECT respondent FROM answers JOIN options USING (question_id, option) JOIN questions USING (question_id)
        WHERE survey_id = $survey AND questions.kind IN ('one answer', 'many answers')
          AND regexp_matches(lower(wording), '(do you|are you).*(work for|employed by|employee of|member of staff|work(ing)? (in|with) the police)')
          AND regexp_matches(lower(label), '^(yes|i work|i am|employee|staff|police officer)')
    """,
}
_ASKED_STAFF = """
    SELECT count(*) AS questions FROM questions WHERE survey_id = $survey AND kind IN ('one answer', 'many answers')
      AND regexp_matches(lower(wording), '(do you|are you).*(work for|employed by|employee of|member of staff|work(ing)? (in|with) the police)')
"""


def without(store: Store, survey_id: str, question_id: str, whom: str) -> tuple[pd.DataFrame, float]:
    """How many gave each answer once some people are left out, and how many were. `whom` is one of the three sorts named here."""
    given = {"outside": OUTSIDE, "alike": FEWEST_ALIKE, "letters": FEWEST_LETTERS}
    needed = {name: value for name, value in given.items() if f"${name}" in _LEFT_OUT[whom]}
    with store.reading() as cursor:
        counted = cursor.execute(
            f"""
            SELECT option, count(DISTINCT respondent)::DOUBLE AS people FROM answers JOIN options USING (question_id, option)
            WHERE question_id = $question AND state = 'answered' AND respondent NOT IN ({_LEFT_OUT[whom]}) GROUP BY option ORDER BY option
            """,
            {"survey": survey_id, "question": question_id, **needed},
        ).df()
        left = cursor.execute(f"SELECT count(*) FROM ({_LEFT_OUT[whom]})", {"survey": survey_id, **needed}).fetchall()
    return counted, float(left[0][0])


def without_people(store: Store, question_id: str, respondents: Sequence[int]) -> pd.DataFrame:
    """How many gave each answer once these people are left out."""
    return store.frame(
        """
        SELECT option, count(DISTINCT respondent)::DOUBLE AS people FROM answers JOIN options USING (question_id, option)
        WHERE question_id = ? AND state = 'answered' AND NOT list_contains(?::INTEGER[], respondent::INTEGER) GROUP BY option ORDER BY option
        """,
        [question_id, list(respondents)],
    )


def long_comments(store: Store, survey_id: str, words: int) -> pd.DataFrame:
    """What people wrote in at least so many words: question_id, respondent, written. It is compared, and never shown."""
    return store.frame(
        """
        SELECT question_id, respondent, written FROM answers
        WHERE starts_with(question_id, ? || '.') AND len(string_split_regex(trim(written), '\\s+')) >= ? ORDER BY question_id, respondent
        """,
        [survey_id, words],
    )


def asks_who_works_there(store: Store, survey_id: str) -> bool:
    """Whether the survey asked people if they work for the police, the office or the council."""
    with store.reading() as cursor:
        return bool(cursor.execute(_ASKED_STAFF, {"survey": survey_id}).fetchall()[0][0])
