"""How each survey was answered: who stopped half-way, what was passed over, and who ran down a grid with one answer."""

import pandas as pd

from data.store import Store

# Questions put to everyone, one answer each. Those about the respondent are left out: not to answer them is nobody's weariness.
_PUT = "kind IN ('one answer', 'rating') AND coalesce(characteristic, '') = ''"
# Grids of four statements or more on one scale; with fewer, one answer throughout may well be meant.
_GRID = 4


def survey_quality(store: Store) -> pd.DataFrame:
    """One row per current survey: how many people, of how many it is known whether they finished, and how many did not.

    `put` and `passed_over` count answers asked of people who finished and not given; `given` and `dont_know` answers given and those of them that
    were "don't know". `in_grids` counts people who answered all of a grid of four statements or more, `straight` those who
    gave one answer throughout
    every such grid they answered. Nobody's answers are in it.
    """
    return store.frame(f"""
        WITH held AS (
            SELECT survey_id FROM surveys JOIN imports USING (import_id) WHERE imports.status = 'current'
        ),
        people AS (
            SELECT survey_id, count(*) AS people, count(complete) AS known_to_end, count(*) FILTER (complete = false) AS stopped,
                   count(*) FILTER (coalesce(complete, true)) AS finished
            FROM respondents JOIN held USING (survey_id) GROUP BY survey_id
        ),
        asked AS (SELECT question_id, survey_id, battery, kind FROM questions JOIN held USING (survey_id) WHERE {_PUT}),
        one AS (
            SELECT question_id, survey_id, battery, kind, respondent, option, state FROM answers JOIN asked USING (question_id)
            JOIN respondents USING (survey_id, respondent) LEFT JOIN options USING (question_id, option)
            WHERE coalesce(complete, true) AND option IS NOT NULL
        ),
        answered AS (
            SELECT survey_id, count(*) AS given, count(*) FILTER (state = 'don''t know') AS dont_know FROM one GROUP BY survey_id
        ),
        put AS (SELECT survey_id, count(*) AS questions FROM asked GROUP BY survey_id),
        grids AS (
            SELECT survey_id, battery, count(*) AS statements FROM asked WHERE kind = 'rating' AND coalesce(battery, '') <> ''
            GROUP BY survey_id, battery HAVING count(*) >= {_GRID}
        ),
        through AS (
            SELECT survey_id, battery, respondent, count(DISTINCT option) = 1 AS straight FROM one JOIN grids USING (survey_id, battery)
            GROUP BY survey_id, battery, respondent, statements HAVING count(*) = statements
        ),
        runs AS (
            SELECT survey_id, count(*) AS in_grids, count(*) FILTER (straight) AS straight
            FROM (SELECT survey_id, respondent, bool_and(straight) AS straight FROM through GROUP BY survey_id, respondent) GROUP BY survey_id
        )
        SELECT survey_id, people::DOUBLE AS people, known_to_end::DOUBLE AS known_to_end, stopped::DOUBLE AS stopped, finished::DOUBLE AS finished,
               (coalesce(questions, 0) * finished)::DOUBLE AS put, coalesce(given, 0)::DOUBLE AS given,
               (coalesce(questions, 0) * finished - coalesce(given, 0))::DOUBLE AS passed_over, coalesce(dont_know, 0)::DOUBLE AS dont_know,
               coalesce(in_grids, 0)::DOUBLE AS in_grids, coalesce(straight, 0)::DOUBLE AS straight
        FROM people LEFT JOIN put USING (survey_id) LEFT JOIN answered USING (survey_id) LEFT JOIN runs USING (survey_id)
        ORDER BY survey_id
    """)
