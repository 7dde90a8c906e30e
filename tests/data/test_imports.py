import pytest

from data import frames as stored
from data.imports import put_back, withdraw
from data.office import open_office
from data.problems import StoreError
from data.profile import load
from tests.data.made_files import FILES, LOG, SURVEY
from tests.store import assert_same, figures, rows_held, saved

PROFILE = load("cleveland")


@pytest.fixture
def store():
    with open_office("cleveland", None) as opened:
        yield opened


@pytest.mark.parametrize(("name", "rows"), FILES.items())
def test_a_receipt_reconciles(store, name, rows):
    receipt = saved(store, rows, PROFILE, name)
    found = store.frame("SELECT * FROM imports WHERE import_id = ?", [receipt.import_id])
    assert receipt.rows_read == receipt.rows_kept + receipt.rows_aside == len(rows) - 1
    assert found[["rows_read", "rows_kept", "rows_aside"]].iloc[0].tolist() == [receipt.rows_read, receipt.rows_kept, receipt.rows_aside]
    assert store.frame("SELECT count(*) AS n FROM set_aside WHERE whole_row")["n"][0] == receipt.rows_aside
    assert found["status"][0] == "current" and found["imported_by"][0] == "an officer" and found["file_name"][0] == name


def test_what_was_typed_is_what_the_store_holds(store):
    saved(store, LOG, PROFILE)
    found = stored.activities(store)
    assert found["title"].tolist() == ["Drop-in", "Webchat", "Stall"]
    assert found["participants_how"].tolist() == ["at least", "estimated", "not recorded"]
    assert found["participants_low"].fillna(-1).tolist() == [20, 30, -1] and found["participants_high"].fillna(-1).tolist() == [-1, 30, -1]
    assert found["cost_pence"].fillna(-1).tolist() == [5000, -1, -1] and found["source_row"].tolist() == [2, 3, 4]
    assert stored.activity_areas(store)["area"].tolist() == ["Hartlepool", "Stockton-on-Tees"]
    assert stored.activity_methods(store)["method"].tolist() == ["Community event", "Online webchat"]
    assert stored.activity_duties(store)["duty"].tolist() == ["precept"]
    aside = stored.set_aside(store, stored.imports(store)["import_id"][0])
    assert sorted(zip(aside["cell"], aside["found"], strict=True)) == [("D3", "Darlington"), ("row 5", "Total")]


def test_the_other_logs_are_held_too(store):
    for name in ("outcomes.csv", "plan.csv", "population.csv"):
        saved(store, FILES[name], PROFILE, name)
    assert stored.outcomes(store)[["outcome_ref", "you_said", "stage"]].iloc[0].tolist() == ["O1", "It is dark", "done"]
    assert stored.outcome_activities(store)["activity_ref"].tolist() == ["A1", "A2"]
    (plan,) = stored.plan(store).to_dict("records")
    assert (plan["title"], list(plan["methods"]), list(plan["areas"]), plan["status"]) == (
        "Precept survey",
        ["Online survey"],
        ["Stockton-on-Tees"],
        "planned",
    )
    found = stored.population(store)
    assert found[(found["area_code"] == "E06000001") & (found["characteristic"] == "all")]["people"].tolist() == [95_000]


def test_a_survey_is_held_whole(store):
    receipt = saved(store, SURVEY, PROFILE)
    (survey,) = stored.surveys(store).to_dict("records")
    assert (survey["respondents"], survey["series"], survey["wave"], survey["evidence"]) == (3, "Made up", "May 2024", "open")
    asked = stored.questions(store)
    assert asked["kind"].tolist() == ["one answer", "rating", "many answers", "written"]
    assert asked["characteristic"].tolist() == ["area", "", "", ""] and asked["tracks"].tolist() == ["", "confidence", "", ""]
    answers = store.frame("SELECT * FROM answers WHERE written IS NOT NULL")
    assert answers[["question_id", "respondent"]].values.tolist() == [[f"{receipt.import_id}.4", 1]]
    assert store.frame("SELECT min(respondent) AS a, max(respondent) AS b FROM respondents").iloc[0].tolist() == [1, 3]


def test_the_very_same_file_is_refused_and_nothing_changes(store):
    saved(store, LOG, PROFILE)
    before, held, revision = figures(store), rows_held(store), store.revision()
    with pytest.raises(StoreError, match="already in the figures"):
        saved(store, LOG, PROFILE)
    assert_same(before, figures(store))
    assert rows_held(store) == held and store.revision() == revision


def test_a_withdrawn_file_may_be_added_again_and_then_not_put_back_beside_itself(store):
    first = saved(store, LOG, PROFILE)
    withdraw(store, first.import_id, "an officer")
    saved(store, LOG, PROFILE)
    before = figures(store)
    with pytest.raises(StoreError, match="already in the figures"):
        put_back(store, first.import_id, "an officer")
    assert_same(before, figures(store))
    assert len(stored.activities(store)) == 3


@pytest.mark.parametrize(("name", "rows"), FILES.items())
def test_withdrawing_and_putting_back_restores_every_figure_exactly(store, name, rows):
    empty = figures(store)
    for other, more in FILES.items():
        if other != name:
            saved(store, more, PROFILE, other)
    without = figures(store)
    receipt = saved(store, rows, PROFILE, name)
    before = figures(store)
    withdraw(store, receipt.import_id, "an officer", "wrong file")
    gone = figures(store)
    assert_same({k: v for k, v in without.items() if k != "imports"}, {k: v for k, v in gone.items() if k != "imports"})
    put_back(store, receipt.import_id, "an officer")
    assert_same(before, figures(store))
    assert stored.changes(store)["what"].tolist()[:3] == ["put back", "withdrawn", "imported"]
    assert stored.changes(store)["why"].tolist()[1] == "wrong file"
    assert not empty["activities"].size


def test_a_newer_copy_takes_the_place_of_the_older_and_the_older_can_come_back(store):
    first = saved(store, LOG, PROFILE)
    before = {name: frame for name, frame in figures(store).items() if name != "imports"}
    grown = [*LOG[:4], ["A4", "Fair", "16/05/2024", "Yarm", "Drop-in", "", "", "", "", "5", ""]]
    second = saved(store, grown, PROFILE, replaces=first.import_id)
    assert second.replaced == first.import_id
    assert stored.activities(store)["activity_ref"].tolist() == ["A1", "A2", "A4", "A3"]
    held = stored.imports(store).set_index("import_id")
    assert held["status"].to_dict() == {first.import_id: "superseded", second.import_id: "current"}
    assert held["source"].nunique() == 1
    put_back(store, first.import_id, "an officer")
    assert_same(before, {name: frame for name, frame in figures(store).items() if name != "imports"})
    assert stored.changes(store)["what"].tolist() == ["put back", "superseded", "imported", "superseded", "imported"]
    assert stored.imports(store).set_index("import_id")["status"].to_dict() == {first.import_id: "current", second.import_id: "superseded"}


def test_what_is_no_longer_current_cannot_be_replaced(store):
    first = saved(store, LOG, PROFILE)
    withdraw(store, first.import_id, "an officer")
    held = rows_held(store)
    with pytest.raises(StoreError, match="no longer in the figures"):
        saved(store, [*LOG, ["A9", "Fair"]], PROFILE, replaces=first.import_id)
    assert rows_held(store) == held


@pytest.mark.parametrize("act", [withdraw, put_back])
def test_an_import_nobody_knows_cannot_be_acted_on(store, act):
    with pytest.raises(StoreError, match="Nothing was changed"):
        act(store, "no such import", "an officer")


def test_an_import_in_the_figures_is_not_put_back_and_one_out_of_them_not_withdrawn(store):
    receipt = saved(store, LOG, PROFILE)
    with pytest.raises(StoreError):
        put_back(store, receipt.import_id, "an officer")
    withdraw(store, receipt.import_id, "an officer")
    with pytest.raises(StoreError):
        withdraw(store, receipt.import_id, "an officer")
