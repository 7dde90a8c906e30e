"""Each office's profile names only what there is: measures, dimensions, areas with figures, duties of the reference list."""

import inspect
import tomllib
from datetime import date
from itertools import chain

import pytest

from analysis.dimensions import attach
from analysis.measure import compute, measures
from data.logbook.terms import plain
from data.office import open_office
from data.population import built_in
from data.profile import DUTIES, FOLDER, available, load
from data.vocabulary import SPLITS
from tests.store import frames_of

OFFICES = sorted(path.stem for path in FOLDER.glob("*.toml"))
AIMS = [
    pytest.param(office, aim, id=f"{office}.{aim.title or aim.measure}") for office in OFFICES for aim in chain(load(office).aims, load(office).watch)
]


def test_every_profile_loads():
    assert set(available()) == set(OFFICES)


@pytest.mark.parametrize(("office", "aim"), AIMS)
def test_an_aim_names_a_measure_there_is_and_says_why(office, aim):
    assert aim.measure in measures()
    assert aim.why.endswith(".")
    assert aim.aim in ("at least", "at most") if aim.target is not None else aim.aim not in ("at least", "at most")


@pytest.mark.parametrize(("office", "aim"), [param for param in AIMS if param.values[1].only])
def test_an_aim_is_narrowed_by_dimensions_or_options_its_measure_has(office, aim):
    chosen, profile = measures()[aim.measure], load(office)
    with open_office(office, None) as store:
        frames = frames_of(store, profile)
    for key, term in aim.only:
        if key in chosen.options:
            default = inspect.signature(chosen.function).parameters[key].default
            assert term in {tracked.id for tracked in profile.tracked} if key == "tracked" else isinstance(term, type(default))
            continue
        split = attach(chosen.needs[0], frames[chosen.needs[0]], key, frames)
        assert key in split.columns
        listed = {"area": profile.areas, "method": profile.methods, "audience": profile.audiences, "level": profile.levels}.get(key)
        assert listed is None or term in {entry.name for entry in listed}
    compute(aim.measure, frames, only=dict(aim.only))


@pytest.mark.parametrize("office", OFFICES)
def test_no_two_things_of_a_profile_share_an_id_or_a_spelling(office):
    profile = load(office)
    for entries in (profile.objectives, profile.tracked, profile.duties):
        assert len({entry.id for entry in entries}) == len(entries)
    for terms in (profile.areas, profile.methods, profile.audiences, profile.levels):
        owner: dict[str, str] = {}
        for term in terms:
            for spelling in filter(None, (term.name, term.code, *term.also)):
                assert owner.setdefault(plain(spelling), term.name) == term.name, spelling


@pytest.mark.parametrize("office", OFFICES)
def test_no_two_tracked_questions_share_a_wording(office):
    wordings = [plain(wording) for tracked in load(office).tracked for wording in tracked.wording]
    assert len(set(wordings)) == len(wordings)


@pytest.mark.parametrize("office", OFFICES)
def test_every_area_but_the_whole_has_a_code_with_population_figures(office):
    areas = load(office).areas
    assert [area.whole for area in areas].count(True) == 1
    codes = {area.code for area in areas if not area.whole}
    assert codes <= set(built_in()["area_code"]) and "" not in codes


@pytest.mark.parametrize("office", OFFICES)
def test_duties_are_those_of_the_reference_list_and_name_audiences_the_profile_has(office):
    known = {duty["id"] for duty in tomllib.loads(DUTIES.read_text(encoding="utf-8"))["duty"]}
    profile = load(office)
    assert profile.duties and {duty.id for duty in profile.duties} <= known
    for duty in profile.duties:
        assert set(duty.who) <= {audience.name for audience in profile.audiences}, duty.id
        assert duty.every in ("year", "term") and duty.asks.endswith(".")


@pytest.mark.parametrize("office", OFFICES)
def test_a_profile_says_where_it_comes_from_and_how_long_it_runs(office):
    organisation = load(office).organisation
    assert date.fromisoformat(organisation.starts) < date.fromisoformat(organisation.ends)
    assert date.fromisoformat(f"2024-{organisation.year_starts}").day == 1
    assert organisation.source and organisation.strategy


@pytest.mark.parametrize("office", OFFICES)
def test_what_a_survey_is_weighted_by_can_be_known_of_respondents(office):
    assert set(load(office).weight_by) <= set(SPLITS)
