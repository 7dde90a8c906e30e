import pytest

from data.logbook.fields import KIND_TITLES, KINDS
from data.logbook.lists import LIST_TITLES, lists
from data.profile import load

EVERY = [pytest.param(kind, field, id=f"{kind}.{field.name}") for kind, fields in KINDS.items() for field in fields]


@pytest.mark.parametrize(("kind", "field"), EVERY)
def test_a_field_says_how_its_cells_are_read_and_where_its_terms_are_listed(kind, field):
    assert field.reads in ("text", "date", "period", "whole", "figure", "count", "hours", "money", "unit", "term", "terms", "refs")
    assert (field.reads in ("term", "terms")) == bool(field.list)
    assert field.help.endswith(".")
    if field.list:
        assert field.list in LIST_TITLES
        assert lists(load("cleveland"))[field.list].terms


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_of_log_has_a_title_and_names_what_it_cannot_do_without(kind):
    assert kind in KIND_TITLES
    assert any(field.needed for field in KINDS[kind])


def test_field_names_are_used_once_in_a_kind():
    for fields in KINDS.values():
        names = [field.name for field in fields]
        assert len(names) == len(set(names))
