"""Whether two activities, held or planned, ask the same people: an audience and an area in common."""

from pandas.api.types import is_list_like


def named(terms: object) -> frozenset[str]:
    """The terms a row names; none where nothing is recorded."""
    return frozenset(terms) if is_list_like(terms) else frozenset()  # type: ignore[call-overload]


def same_people(audiences: tuple[object, object], areas: tuple[object, object], everywhere: bool) -> tuple[list[str], list[str]] | None:
    """The audiences and the areas that both name, in the order of the alphabet; None where they cannot be asking the same people.

    `everywhere` says that one of them is for the whole force area, which meets every area: then the areas in common may be none. Where one
    names no audience or no area at all, nothing can be told.
    """
    asked = sorted(named(audiences[0]) & named(audiences[1]))
    places, others = named(areas[0]), named(areas[1])
    if not asked or not places or not others or not (places & others or everywhere):
        return None
    return asked, sorted(places & others)
