import re

import pytest

from data.integrity import CHECKS, check
from data.office import open_office
from data.problems import StoreError
from data.profile import load
from tests.data.made_files import FILES
from tests.store import saved

PROFILE = load("cleveland")
TABLES = [
    "activity_methods",
    "activity_areas",
    "activity_audiences",
    "activity_characteristics",
    "activity_duties",
    "activity_objectives",
    "outcome_activities",
]

# A row that must not be, for each rule.
PLANTED = {
    "an activity belongs to an import": "INSERT INTO activities (activity_id, import_id) VALUES ('x', 'nowhere')",
    "a methodology belongs to an activity": "INSERT INTO activity_methods VALUES ('nowhere', 'Focus group')",
    "an area belongs to an activity": "INSERT INTO activity_areas VALUES ('nowhere', 'Hartlepool')",
    "an audience belongs to an activity": "INSERT INTO activity_audiences VALUES ('nowhere', 'Victims')",
    "a characteristic belongs to an activity": "INSERT INTO activity_characteristics VALUES ('nowhere', 'age')",
    "a duty belongs to an activity": "INSERT INTO activity_duties VALUES ('nowhere', 'precept')",
    "an objective belongs to an activity": "INSERT INTO activity_objectives VALUES ('nowhere', '1')",
    "an outcome belongs to an import": "INSERT INTO outcomes (outcome_id, import_id) VALUES ('x', 'nowhere')",
    "a reference belongs to an outcome": "INSERT INTO outcome_activities VALUES ('nowhere', 'A1')",
    "a planned activity belongs to an import": "INSERT INTO plan (plan_id, import_id) VALUES ('x', 'nowhere')",
    "a survey belongs to an import": "INSERT INTO surveys (survey_id, import_id) VALUES ('x', 'nowhere')",
    "a question belongs to a survey": "INSERT INTO questions (question_id, survey_id) VALUES ('x', 'nowhere')",
    "an option belongs to a question": "INSERT INTO options VALUES ('nowhere', 0, 'Yes', 'answered')",
    "a respondent belongs to a survey": "INSERT INTO respondents (survey_id, respondent) VALUES ('nowhere', 1)",
    "a characteristic belongs to a respondent": "INSERT INTO respondent_characteristics SELECT survey_id, 999, 'age', NULL, 'no answer' FROM surveys",
    "an answer belongs to a question": "INSERT INTO answers (question_id, respondent) VALUES ('nowhere', 1)",
    "an answer belongs to a respondent": "INSERT INTO answers (question_id, respondent) SELECT min(question_id), 999 FROM questions",
    "a tally belongs to a question": "INSERT INTO tallies (question_id) VALUES ('nowhere')",
    "a tally belongs to a survey": "INSERT INTO respondent_tallies (survey_id) VALUES ('nowhere')",
    "what was set aside belongs to an import": "INSERT INTO set_aside (import_id) VALUES ('nowhere')",
    "a published series belongs to an import": "INSERT INTO context_series (import_id) VALUES ('nowhere')",
    "a boundary belongs to an import": "INSERT INTO boundaries (import_id) VALUES ('nowhere')",
    "population belongs to an import": "INSERT INTO population (import_id) VALUES ('nowhere')",
    "an import is there once": "INSERT INTO imports SELECT * REPLACE ('withdrawn' AS status) FROM imports",
    "one copy of a source is current": "INSERT INTO imports (import_id, kind, source, status) SELECT 'x', kind, source, status FROM imports",
    "a sheet is current once": "INSERT INTO imports (import_id, source, sha256, sheet, status) SELECT 'x', 'y', sha256, sheet, status FROM imports",
    "an activity is there once": "INSERT INTO activities SELECT * FROM activities",
    "a written answer belongs to an answer": "INSERT INTO written_answers (question_id, respondent) VALUES ('nowhere', 1)",
    "a code belongs to a written answer": "INSERT INTO codes (question_id, respondent) VALUES ('nowhere', 1)",
    "a code belongs to a theme": "INSERT INTO codes (question_id, respondent, theme_id) SELECT question_id, respondent, 'none' FROM written_answers",
    "a respondent is there once": "INSERT INTO respondents SELECT * FROM respondents",
}


@pytest.fixture(scope="module")
def store():
    with open_office("cleveland", None) as opened:
        for name, rows in FILES.items():
            saved(opened, rows, PROFILE, name)
        yield opened


def test_a_sound_store_passes(store):
    with store.reading() as cursor:
        check(cursor)


@pytest.mark.parametrize("rule", CHECKS)
def test_each_rule_finds_what_must_not_be(store, rule):
    with pytest.raises(StoreError) as caught, store.writing() as cursor:
        cursor.execute(PLANTED[rule])
        check(cursor)
    assert rule in str(caught.value)
    with store.reading() as cursor:
        check(cursor)


@pytest.mark.parametrize("table", TABLES)
def test_every_bridge_is_searched_for_orphans(table):
    assert any(re.search(rf"FROM {table} ANTI JOIN", sql) for sql in CHECKS.values())
