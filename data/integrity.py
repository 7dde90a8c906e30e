"""What the store must never hold: rows without their parent, and the same thing twice. Looked for before every commit."""

from typing import Any

from data.problems import StoreError

# Each finds rows that should not be; none may find any.
CHECKS = {
    "an activity belongs to an import": "SELECT 1 FROM activities ANTI JOIN imports USING (import_id)",
    "a methodology belongs to an activity": "SELECT 1 FROM activity_methods ANTI JOIN activities USING (activity_id)",
    "an area belongs to an activity": "SELECT 1 FROM activity_areas ANTI JOIN activities USING (activity_id)",
    "an audience belongs to an activity": "SELECT 1 FROM activity_audiences ANTI JOIN activities USING (activity_id)",
    "a characteristic belongs to an activity": "SELECT 1 FROM activity_characteristics ANTI JOIN activities USING (activity_id)",
    "a duty belongs to an activity": "SELECT 1 FROM activity_duties ANTI JOIN activities USING (activity_id)",
    "an objective belongs to an activity": "SELECT 1 FROM activity_objectives ANTI JOIN activities USING (activity_id)",
    "an outcome belongs to an import": "SELECT 1 FROM outcomes ANTI JOIN imports USING (import_id)",
    "a reference belongs to an outcome": "SELECT 1 FROM outcome_activities ANTI JOIN outcomes USING (outcome_id)",
    "a planned activity belongs to an import": "SELECT 1 FROM plan ANTI JOIN imports USING (import_id)",
    "a survey belongs to an import": "SELECT 1 FROM surveys ANTI JOIN imports USING (import_id)",
    "a question belongs to a survey": "SELECT 1 FROM questions ANTI JOIN surveys USING (survey_id)",
    "an option belongs to a question": "SELECT 1 FROM options ANTI JOIN questions USING (question_id)",
    "a respondent belongs to a survey": "SELECT 1 FROM respondents ANTI JOIN surveys USING (survey_id)",
    "a characteristic belongs to a respondent": "SELECT 1 FROM respondent_characteristics ANTI JOIN respondents USING (survey_id, respondent)",
    "an answer belongs to a question": "SELECT 1 FROM answers ANTI JOIN questions USING (question_id)",
    "a tally belongs to a question": "SELECT 1 FROM tallies ANTI JOIN questions USING (question_id)",
    "a tally belongs to a survey": "SELECT 1 FROM respondent_tallies ANTI JOIN surveys USING (survey_id)",
    "what was set aside belongs to an import": "SELECT 1 FROM set_aside ANTI JOIN imports USING (import_id)",
    "population belongs to an import": "SELECT 1 FROM population ANTI JOIN imports USING (import_id)",
    "a published series belongs to an import": "SELECT 1 FROM context_series ANTI JOIN imports USING (import_id)",
    "a boundary belongs to an import": "SELECT 1 FROM boundaries ANTI JOIN imports USING (import_id)",
    "an import is there once": "SELECT 1 FROM imports GROUP BY import_id HAVING count(*) > 1",
    "one copy of a source is current": "SELECT 1 FROM imports WHERE status = 'current' GROUP BY kind, source HAVING count(*) > 1",
    "a sheet is current once": "SELECT 1 FROM imports WHERE status = 'current' AND sha256 <> '' GROUP BY sha256, sheet HAVING count(*) > 1",
    "an activity is there once": "SELECT 1 FROM activities GROUP BY activity_id HAVING count(*) > 1",
    "an answer belongs to a respondent": """
        SELECT 1 FROM answers JOIN questions USING (question_id) ANTI JOIN respondents USING (survey_id, respondent)
    """,
    "a written answer belongs to an answer": "SELECT 1 FROM written_answers ANTI JOIN answers USING (question_id, respondent)",
    "a code belongs to a written answer": "SELECT 1 FROM codes ANTI JOIN written_answers USING (question_id, respondent)",
    "a code belongs to a theme": "SELECT 1 FROM codes ANTI JOIN themes USING (theme_id) WHERE theme_id IS NOT NULL",
    "a respondent is there once": "SELECT 1 FROM respondents GROUP BY survey_id, respondent HAVING count(*) > 1",
}


def check(cursor: Any) -> None:
    """Raise StoreError, which undoes the whole change, when the store would hold what it must not."""
    broken = [rule for rule, sql in CHECKS.items() if cursor.execute(f"{sql} LIMIT 1").fetchall()]
    if broken:
        raise StoreError(f"Nothing was saved: the change would have broken a rule of the store ({'; '.join(broken)}).")
