import pytest

from data.logbook.lists import LIST_TITLES, lists, shown_names
from data.logbook.terms import plain
from data.profile import available, load
from data.vocabulary import CHARACTERISTICS, OUTCOME_KINDS, OUTCOME_STAGES, PLAN_STATUSES, SPLITS

OFFICES = sorted(available())


@pytest.mark.parametrize("office", OFFICES)
def test_every_name_a_list_shows_means_one_term_of_it(office):
    profile = load(office)
    for name, terms in lists(profile).items():
        shown = shown_names(name, profile)
        assert [terms.find(text) for text in shown] == [term.name for term in terms.terms]
        assert name in LIST_TITLES and len(set(shown)) == len(shown)


@pytest.mark.parametrize("office", OFFICES)
def test_only_sections_that_several_duties_stand_in_are_left_to_ask_about(office):
    for name, terms in lists(load(office)).items():
        owners = {}
        for term in terms.terms:
            for spelling in filter(None, (term.name, term.code, *term.also)):
                owners.setdefault(plain(spelling), set()).add(term.name)
        shared = {text for text, names in owners.items() if len(names) > 1}
        assert name == "duties" or not shared
        assert all(terms.find(text) is None for text in shared)


def test_the_fixed_lists_are_those_of_the_vocabulary():
    found = lists(load("cleveland"))
    names = {name: [term.name for term in found[name].terms] for name in found}
    assert names["characteristics"] == list(CHARACTERISTICS)
    assert names["splits"] == ["all", *SPLITS]
    assert names["outcome_kinds"] == list(OUTCOME_KINDS)
    assert names["outcome_stages"] == list(OUTCOME_STAGES)
    assert names["plan_statuses"] == list(PLAN_STATUSES)


@pytest.mark.parametrize(
    ("name", "text", "term"),
    [
        ("characteristics", "Ethnicity", "race"),
        ("characteristics", "LGBTQ+", "sexual orientation"),
        ("splits", "Everyone", "all"),
        ("splits", "Area", "area"),
        ("outcome_stages", "In progress", "under way"),
        ("outcome_kinds", "Commissioning", "commissioned service"),
        ("plan_statuses", "Cancelled", "dropped"),
        ("area_codes", "Middlesbrough", "E06000002"),
        ("areas", "E06000002", "Middlesbrough"),
        ("duties", "Views on the budget and precept", "precept"),
        ("objectives", "Objective 3", "3"),
        ("levels", "Consultation", "consult"),
    ],
)
def test_the_spellings_people_use(name, text, term):
    assert lists(load("cleveland"))[name].find(text) == term
