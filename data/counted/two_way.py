"""One question by another thing known of the same people, counted when asked for from the answers themselves, weighted and not.

A selection narrows it to some respondents: any of the values of one field, and every field.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from data.store import Store
from data.vocabulary import SPLITS

CHANNEL = "channel"
Selection = Mapping[str, Sequence[str]]

_SUMS = (
    "count(*)::DOUBLE AS people, count(weight)::DOUBLE AS weighed, coalesce(sum(weight), 0) AS weight, coalesce(sum(weight * weight), 0) AS squares"
)


# Nobody can be counted twice: everything is added up in one pass.
_ONCE = f"""
    WITH who AS MATERIALIZED ({{who}}),
    pairs AS MATERIALIZED (
        SELECT option, category, weight FROM answers JOIN options USING (question_id, option)
        JOIN ({{groups}}) USING (respondent) JOIN who USING (respondent)
        WHERE question_id = $question AND state = 'answered' AND category IS NOT NULL
    )
    SELECT ['cell', 'option', 'category', 'all'][1 + grouping_id(option, category)] AS grain, option, category, {_SUMS}
    FROM pairs GROUP BY GROUPING SETS ((option, category), (option), (category), ())
    UNION ALL BY NAME
    SELECT 'everyone' AS grain, {_SUMS} FROM who
    ORDER BY grain, category, option
"""
# Someone may have given several answers, or be in several categories.
_SEVERAL = f"""
    WITH who AS MATERIALIZED ({{who}}),
    given AS MATERIALIZED (
        SELECT DISTINCT answers.respondent, option, weight FROM answers JOIN who USING (respondent) JOIN options USING (question_id, option)
        WHERE question_id = $question AND state = 'answered' AND coalesce(place, 1) = 1
    ),
    groups AS MATERIALIZED (SELECT DISTINCT respondent, category FROM ({{groups}}) WHERE category IS NOT NULL),
    pairs AS MATERIALIZED (SELECT given.respondent, option, category, weight FROM given JOIN groups USING (respondent))
    SELECT 'cell' AS grain, option, category, {_SUMS} FROM pairs GROUP BY option, category
    UNION ALL BY NAME
    SELECT 'option' AS grain, option, {_SUMS} FROM (SELECT DISTINCT respondent, option, weight FROM pairs) GROUP BY option
    UNION ALL BY NAME
    SELECT 'category' AS grain, category, {_SUMS} FROM (SELECT DISTINCT respondent, category, weight FROM pairs) GROUP BY category
    UNION ALL BY NAME
    SELECT 'all' AS grain, {_SUMS} FROM (SELECT DISTINCT respondent, weight FROM pairs)
    UNION ALL BY NAME
    SELECT 'everyone' AS grain, {_SUMS} FROM who
    ORDER BY grain, category, option
"""
_SINGLE = ("one answer", "rating", "number", "date")


def two_way(store: Store, survey_id: str, question_id: str, by: str, only: Selection | None = None) -> pd.DataFrame:
    """How many people of each category of `by` gave each answer.

    `by` is 'all', 'area', a characteristic, 'channel' or the id of another question. Columns: `grain`, `option`, `category`, `people`, `weighed`
    (those with a weight), `weight` and `squares` (its sum, and that of its squares). The grains: 'cell'; 'option', who gave an answer and is in any
    category; 'category', who is in it and gave any answer; 'all', who gave any answer and is in any category; 'everyone', whom the survey asked.
    A person who gave several answers, or is in several categories, counts in each of them and once where they are taken together.
    """
    sql = _ONCE if _one_each(store, question_id, by) else _SEVERAL
    return _frame(
        store, survey_id, sql.format(who=_who(only or {}), groups=_field(by, "by")), {"question": question_id} | _values(by, "by", only or {})
    )


def narrowed(store: Store, survey_id: str, question_ids: Sequence[str], split: str, only: Selection) -> pd.DataFrame:
    """The tallies of these questions as `frames.tallies` gives them, of the selected respondents only."""
    return _frame(
        store,
        survey_id,
        f"""
        WITH who AS MATERIALIZED ({_who(only)}),
        groups AS MATERIALIZED ({_field(split, "by")}),
        given AS MATERIALIZED (
            SELECT question_id, answers.respondent, option, place, category
            FROM answers JOIN who USING (respondent) JOIN groups USING (respondent) WHERE question_id IN (SELECT unnest($questions))
        )
        SELECT question_id, $split AS split, category, option, place, count(*)::DOUBLE AS people
        FROM given WHERE option IS NOT NULL GROUP BY question_id, category, option, place
        UNION ALL BY NAME
        SELECT question_id, $split AS split, category, NULL AS option, NULL AS place, count(DISTINCT respondent)::DOUBLE AS people
        FROM given LEFT JOIN options USING (question_id, option) WHERE coalesce(state, 'answered') = 'answered' GROUP BY question_id, category
        ORDER BY question_id, category, option, place
        """,
        {"questions": list(question_ids), "split": split} | _values(split, "by", only),
    )


def medians(store: Store, survey_id: str, question_ids: Sequence[str], only: Selection) -> pd.DataFrame:
    """The median of each question that was answered with a number, and how many people it is of."""
    return _frame(
        store,
        survey_id,
        f"""
        WITH who AS ({_who(only)})
        SELECT question_id, median(number) AS median, count(number)::DOUBLE AS people FROM answers JOIN who USING (respondent)
        WHERE question_id IN (SELECT unnest($questions)) AND number IS NOT NULL GROUP BY question_id ORDER BY question_id
        """,
        {"questions": list(question_ids)} | _values("all", "by", only),
    )


def values_of(store: Store, survey_id: str, field: str) -> list[str]:
    """The categories people can be selected by, most people first."""
    sql = f"""SELECT category, count(*) AS people FROM ({_field(field, "by")})
        WHERE category IS NOT NULL GROUP BY category ORDER BY people DESC, category"""
    return list(_frame(store, survey_id, sql, _values(field, "by", {}))["category"])


def channels(store: Store) -> pd.DataFrame:
    """How many came to each survey by each link or mode, and how many of its respondents carry a weight."""
    return store.frame("""
        SELECT survey_id, channel, count(*)::DOUBLE AS people, count(weight)::DOUBLE AS weighed 
        FROM respondents GROUP BY survey_id, channel ORDER BY ALL
    """)


def _one_each(store: Store, question_id: str, by: str) -> bool:
    """Whether everyone gave one answer at most, and is in one category at most."""
    asked = [name for name in (question_id, by) if name not in ("", "all", CHANNEL, *SPLITS)]
    with store.reading() as cursor:
        kinds = cursor.execute("SELECT kind FROM questions WHERE question_id IN (SELECT unnest(?))", [asked]).fetchall()
    return len(kinds) == len(set(asked)) and all(kind in _SINGLE for (kind,) in kinds)


def _who(only: Selection) -> str:
    parts = [
        f"AND respondent IN (SELECT respondent FROM ({_field(name, f'only{i}')}) WHERE category IN (SELECT unnest($values{i})))"
        for i, name in enumerate(only)
    ]
    return f"SELECT respondent, weight FROM respondents WHERE survey_id = $survey {' '.join(parts)}"


def _field(name: str, parameter: str) -> str:
    """Who is in which category of a field. Only the parameter's name is ours to write: what was uploaded is passed as a value."""
    if name == "all":
        return "SELECT respondent, 'all' AS category FROM respondents WHERE survey_id = $survey"
    if name == CHANNEL:
        return "SELECT respondent, nullif(channel, '') AS category FROM respondents WHERE survey_id = $survey"
    if name in SPLITS:
        return f"""SELECT respondent, category FROM respondent_characteristics
            WHERE survey_id = $survey AND characteristic = ${parameter} AND state = 'answered'"""
    return f"""SELECT respondent, label AS category FROM answers JOIN options USING (question_id, option)
        WHERE question_id = ${parameter} AND state = 'answered' AND coalesce(place, 1) = 1"""


def _values(by: str, parameter: str, only: Selection) -> dict[str, Any]:
    found: dict[str, Any] = {parameter: by} if by not in ("all", CHANNEL) else {}
    for i, (name, values) in enumerate(only.items()):
        found |= {f"values{i}": list(values)} | ({f"only{i}": name} if name not in ("all", CHANNEL) else {})
    return found


def _frame(store: Store, survey_id: str, sql: str, values: Mapping[str, Any]) -> pd.DataFrame:
    with store.reading() as cursor:
        return cursor.execute(sql, {"survey": survey_id, **values}).df()
