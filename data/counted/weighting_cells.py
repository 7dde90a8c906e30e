"""A survey counted by combinations of characteristics, for weighting: everyone with the same combination has the same weight."""

from collections.abc import Sequence

import pandas as pd

from data.store import Store

# The weight that came with the file counts only where every respondent has one; otherwise all start alike.
_WHO = """
    WITH own AS (SELECT respondent, weight FROM respondents WHERE survey_id = $survey),
    all_weighed AS (SELECT coalesce(bool_and(weight > 0 AND isfinite(weight)), false) AND count(*) = count(weight) AS yes FROM own),
    who AS (
        SELECT own.respondent, CASE WHEN all_weighed.yes THEN own.weight ELSE 1.0 END AS weight{columns}
        FROM own CROSS JOIN all_weighed {joins}
    )
"""
_JOIN = """
        LEFT JOIN (
            SELECT respondent, category FROM respondent_characteristics
            WHERE survey_id = $survey AND characteristic = $name{i} AND state = 'answered'
        ) AS c{i} ON c{i}.respondent = own.respondent"""


def cells(store: Store, survey_id: str, margins: Sequence[str]) -> pd.DataFrame:
    """How many respondents have each combination of characteristics: a column for each margin (null where not stated), `weight`, `people`.

    `weight` is the weight that came with the file, 1 where there was none. A row for each combination that occurs.
    """
    who, values, named = _who(survey_id, margins)
    found = _frame(store, f"{who} SELECT {named}weight, count(*)::DOUBLE AS people FROM who GROUP BY ALL ORDER BY ALL", values)
    return found.rename(columns=_names(margins))


def answer_cells(store: Store, survey_id: str, question_ids: Sequence[str], margins: Sequence[str]) -> pd.DataFrame:
    """How many of each combination gave each answer: the columns of `cells`, `question_id` and `option`.

    A null option counts the people who gave the question any answer that is one. Of a ranking, the answer ranked first.
    """
    who, values, named = _who(survey_id, margins)
    sql = f"""
        {who},
        given AS (
            SELECT question_id, respondent, option FROM answers
            WHERE question_id IN (SELECT unnest($questions)) AND option IS NOT NULL AND coalesce(place, 1) = 1
        )
        SELECT question_id, option, {named}weight, count(DISTINCT respondent)::DOUBLE AS people
        FROM given JOIN who USING (respondent) GROUP BY ALL
        UNION ALL BY NAME
        SELECT question_id, NULL AS option, {named}weight, count(DISTINCT respondent)::DOUBLE AS people
        FROM given LEFT JOIN options USING (question_id, option) JOIN who USING (respondent)
        WHERE coalesce(state, 'answered') = 'answered' GROUP BY question_id, {named}weight
        ORDER BY ALL
    """
    return _frame(store, sql, values | {"questions": list(question_ids)}).rename(columns=_names(margins))


def _who(survey_id: str, margins: Sequence[str]) -> tuple[str, dict[str, object], str]:
    columns = "".join(f", c{i}.category AS m{i}" for i in range(len(margins)))
    joins = "".join(_JOIN.format(i=i) for i in range(len(margins)))
    values: dict[str, object] = {"survey": survey_id, **{f"name{i}": name for i, name in enumerate(margins)}}
    return _WHO.format(columns=columns, joins=joins), values, "".join(f"m{i}, " for i in range(len(margins)))


def _names(margins: Sequence[str]) -> dict[str, str]:
    return {f"m{i}": name for i, name in enumerate(margins)}


def _frame(store: Store, sql: str, values: dict[str, object]) -> pd.DataFrame:
    with store.reading() as cursor:
        return cursor.execute(sql, values).df()
