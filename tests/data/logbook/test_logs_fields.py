from datetime import date

import pytest

from data.logbook.fields import KINDS
from data.profile import load
from tests.store import prepared

PROFILE = load("cleveland")


def reading(rows):
    return prepared(rows, PROFILE).reading


ACTIVITY = {
    "activity_ref": ("A1", "A1"),
    "title": ("Drop-in at the library", "Drop-in at the library"),
    "held_on": ("14/05/2024", date(2024, 5, 14)),
    "ended_on": ("2024-05-15", date(2024, 5, 15)),
    "level": ("Consultation", "consult"),
    "lead": ("Office", "Office"),
    "partner": ("Council", "Council"),
    "invited": ("100", 100),
    "staff_hours": ("2.5 hrs", 2.5),
    "cost": ("£120.50", 12050),
    "heard": ("More lights", "More lights"),
    "survey": ("Residents survey", "Residents survey"),
}
OF_ACTIVITY = {
    "methods": ("Focus group; Online survey", "activity_methods", "method", ["Focus group", "Online survey"]),
    "areas": ("Middlesbrough and Stockton", "activity_areas", "area", ["Middlesbrough", "Stockton-on-Tees"]),
    "audiences": ("Young people; Victims", "activity_audiences", "audience", ["Young people", "Victims"]),
    "characteristics": ("Age; LGBT+", "activity_characteristics", "characteristic", ["age", "sexual orientation"]),
    "duties": ("Precept; PSED", "activity_duties", "duty", ["precept", "equality"]),
    "objectives": ("1; Objective 5", "activity_objectives", "objective", ["1", "5"]),
}


def test_every_field_of_an_activity_log_is_read_from_our_own_headings():
    typed = {name: said for name, (said, *_) in (ACTIVITY | OF_ACTIVITY).items()} | {"participants": "20+"}
    assert set(typed) == {field.name for field in KINDS["activities"]}
    found = reading([[field.heading for field in KINDS["activities"]], [typed[field.name] for field in KINDS["activities"]]])
    (row,) = found.tables["activities"].to_dict("records")
    for name, (_, meant) in ACTIVITY.items():
        assert row["cost_pence" if name == "cost" else name] == meant, name
    assert (row["participants_low"], row["participants_high"], row["participants_how"]) == (20, None, "at least")
    for _, table, column, meant in OF_ACTIVITY.values():
        assert found.tables[table][column].tolist() == meant
        assert found.tables[table]["source_row"].tolist() == [2] * len(meant)


OUTCOME = {
    "outcome_ref": ("O1", "O1"),
    "you_said": ("The park is dark", "The park is dark"),
    "heard_on": ("14/05/2024", date(2024, 5, 14)),
    "considered_by": ("Scrutiny board", "Scrutiny board"),
    "considered_on": ("15/05/2024", date(2024, 5, 15)),
    "decided": ("Yes, it is", "Yes, it is"),
    "decided_on": ("16/05/2024", date(2024, 5, 16)),
    "we_did": ("Put up lights", "Put up lights"),
    "changed": ("Lighting policy", "Lighting policy"),
    "kind": ("Policy", "strategy or policy"),
    "stage": ("Completed", "done"),
    "done_on": ("17/05/2024", date(2024, 5, 17)),
    "provider": ("Harbour", "Harbour"),
    "evidence": ("Minute 12", "Minute 12"),
    "told_whom": ("Friends of the park", "Friends of the park"),
    "told_how": ("Letter", "Letter"),
    "told_format": ("Easy read", "Easy read"),
    "told_on": ("18/05/2024", date(2024, 5, 18)),
}
PLAN = {
    "plan_ref": ("P1", "P1"),
    "title": ("Precept survey", "Precept survey"),
    "due_from": ("01/12/2024", date(2024, 12, 1)),
    "due_to": ("31/01/2025", date(2025, 1, 31)),
    "methods": ("Online survey", ["Online survey"]),
    "areas": ("All of Cleveland", ["All of Cleveland"]),
    "audiences": ("Residents; Businesses", ["General public", "Businesses"]),
    "objective": ("2", "2"),
    "duty": ("Precept", "precept"),
    "lead": ("Office", "Office"),
    "status": ("Scheduled", "planned"),
    "activity_ref": ("A7", "A7"),
}
POPULATION = {
    "area_code": ("Hartlepool", "E06000001"),
    "characteristic": ("Ethnic group", "race"),
    "category": ("White", "White"),
    "people": ("87,000", 87000),
    "as_at": ("21/03/2021", date(2021, 3, 21)),
    "source": ("Census", "Census"),
}


@pytest.mark.parametrize(
    ("kind", "fields", "elsewhere"),
    [("outcomes", OUTCOME, {"activity_refs": "A1; Residents survey"}), ("plan", PLAN, {}), ("population", POPULATION, {})],
)
def test_every_field_of_the_other_logs_is_read_from_our_own_headings(kind, fields, elsewhere):
    typed = {name: said for name, (said, _) in fields.items()} | elsewhere
    assert set(typed) == {field.name for field in KINDS[kind]}
    found = reading([[field.heading for field in KINDS[kind]], [typed[field.name] for field in KINDS[kind]]])
    assert found.kind == kind
    (row,) = found.tables[kind].to_dict("records")
    assert {name: row[name] for name in fields} == {name: meant for name, (_, meant) in fields.items()}
    if elsewhere:
        assert found.tables["outcome_activities"]["activity_ref"].tolist() == ["A1", "Residents survey"]
