import random

import pytest

from data.logbook.terms import Terms, plain
from data.profile import Term

AREAS = Terms(
    [
        Term("Hartlepool"),
        Term("Middlesbrough", ("mbro", "middlesborough")),
        Term("Redcar and Cleveland", ("redcar", "r&c")),
        Term("Stockton-on-Tees", ("stockton",)),
        Term("All of Cleveland", ("cleveland", "force wide"), whole=True),
    ]
)
AUDIENCES = Terms([Term("Young people", ("youth",)), Term("Businesses"), Term("Communities"), Term("Victims of crime and ASB", ("victims",))])


@pytest.mark.parametrize(
    "text", ["Hartlepool", "HARTLEPOOL", " hartlepool. ", "the Hartlepool", "Hart\u200blepool".replace("\u200b", ""), "Hartlepool;"]
)
def test_case_spaces_and_outer_marks_never_matter(text):
    assert AREAS.read(text) == (["Hartlepool"], [])


@pytest.mark.parametrize("text", ["mbro", "MIDDLESBOROUGH", "Middlesbrough"])
def test_a_term_is_known_by_every_spelling_the_profile_gives(text):
    assert AREAS.find(text) == "Middlesbrough"


@pytest.mark.parametrize("text", ["Redcar and Cleveland", "Redcar & Cleveland", "redcar  AND cleveland", "R&C"])
def test_redcar_and_cleveland_is_one_area(text):
    assert AREAS.read(text) == (["Redcar and Cleveland"], [])


@pytest.mark.parametrize(
    "text", ["Middlesbrough and Stockton", "Middlesbrough & Stockton", "Middlesbrough, Stockton", "Middlesbrough/Stockton", "Middlesbrough\nStockton"]
)
def test_middlesbrough_and_stockton_are_two(text):
    assert AREAS.read(text) == (["Middlesbrough", "Stockton-on-Tees"], [])


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Middlesbrough, Redcar and Cleveland", ["Middlesbrough", "Redcar and Cleveland"]),
        ("Stockton & Redcar & Cleveland", ["Stockton-on-Tees", "Redcar and Cleveland"]),
        ("Redcar and Cleveland and Stockton", ["Redcar and Cleveland", "Stockton-on-Tees"]),
        ("Hartlepool, Redcar and Cleveland, Stockton and Middlesbrough", ["Hartlepool", "Redcar and Cleveland", "Stockton-on-Tees", "Middlesbrough"]),
    ],
)
def test_a_name_with_and_in_it_stays_whole_inside_a_list(text, areas):
    # "Cleveland" alone is the whole force area: cutting at every "and" would count an activity for all of it.
    assert AREAS.read(text) == (areas, [])


@pytest.mark.parametrize("text", ["young person's people", "Youthful", "Businesslike", "Hartlepool"])
def test_a_term_is_never_found_inside_another_word(text):
    assert AUDIENCES.read(text) == ([], [text])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("business", "Businesses"),
        ("Business", "Businesses"),
        ("community", "Communities"),
        ("victim", "Victims of crime and ASB"),
        ("youths", "Young people"),
    ],
)
def test_singular_and_plural_are_one_term(text, name):
    assert AUDIENCES.find(text) == name


def test_an_unknown_part_is_told_apart_from_the_known_ones():
    assert AREAS.read("Darlington; Stockton") == (["Stockton-on-Tees"], ["Darlington"])
    assert AREAS.read("Darlington and Stockton") == (["Stockton-on-Tees"], ["Darlington"])


def test_a_text_with_no_known_part_is_one_unknown():
    assert AREAS.read("Health and Wellbeing Board, Darlington") == ([], ["Health and Wellbeing Board, Darlington"])


@pytest.mark.parametrize("text", ["", "  ", ";", " ; \n ", "."])
def test_a_blank_cell_names_nothing(text):
    assert AREAS.read(text) == ([], [])


def test_a_term_named_twice_counts_once():
    assert AREAS.read("Stockton; stockton-on-tees and Stockton") == (["Stockton-on-Tees"], [])


def test_a_spelling_that_two_terms_share_names_neither():
    duties = Terms([Term("information", ("s.34",)), Term("meetings", ("s.34",)), Term("precept", ("s.96",))])
    assert duties.read("s.34") == ([], ["s.34"])
    assert duties.find("s.96") == "precept"


def test_a_terms_own_name_outranks_anothers_second_spelling():
    assert Terms([Term("Survey", ("poll",)), Term("Poll")]).find("poll") == "Poll"


def test_the_nearest_term_is_offered_and_never_applied():
    assert AREAS.near("Hartlepol") == "Hartlepool"
    assert AREAS.read("Hartlepol") == ([], ["Hartlepol"])
    assert AREAS.near("Aberystwyth") == ""


def test_plain_takes_away_only_what_never_matters():
    assert plain("  The Youth_Commission!") == "youth commission"
    assert plain("Redcar & Cleveland") == "redcar and cleveland"
    assert plain("ＳＴＯＣＫＴＯＮ") == "stockton"
    assert plain("Residents’ survey") == "residents' survey"


def test_every_part_of_any_list_comes_back_as_a_term_or_an_unknown():
    made = random.Random(96)
    names = [term.name for term in AREAS.terms]
    strangers = ["Darlington", "Whitby", "Narnia"]
    for _ in range(300):
        parts = made.choices([*names, *strangers], k=made.randint(1, 6))
        found, unknown = AREAS.read(made.choice(["; ", "\n", " | "]).join(parts))
        assert found == list(dict.fromkeys(part for part in parts if part in names))
        assert unknown == [part for part in parts if part in strangers]


def test_a_misspelt_term_with_an_and_in_it_is_asked_about_whole():
    assert AREAS.read("Redcar & Clevland") == ([], ["Redcar & Clevland"])
    assert AREAS.near("Redcar & Clevland") == "Redcar and Cleveland"
    assert AREAS.read("Hartlepool & Middlesbrogh") == (["Hartlepool"], ["Middlesbrogh"])
