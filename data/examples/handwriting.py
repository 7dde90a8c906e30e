"""How people write things in a log: terms by other names, counts as they guess them, dates as text."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from random import Random

from data.examples.chance import pick
from data.examples.material import Theme
from data.profile import Term

Cell = str | int | float | date | None

# How a number of people may be put down, and how often out of a hundred.
COUNTS = {"counted": 62, "about": 11, "or more": 7, "between": 6, "not known": 4, "blank": 7, "two places": 2, "room": 1}
_INITIALS = frozenset({"fg", "yp", "f2f", "r&c", "n&s", "icv", "bme", "bame", "lgbt", "lgbtq+", "vcse", "apcc"})
# Words that part a list where every part is a term of its own: a name that holds one is not written beside others with commas.
_PARTING = (" and ", "&", ",", "/", " with ")


def terms(throw: Random, names: Iterable[str], known: Iterable[Term], odds: float = 0.28) -> str:
    """A cell of terms, some by one of their other spellings, parted as people part them."""
    spellings = {term.name: term.also for term in known}
    written = [_spelling(throw, name, spellings.get(name, ()), odds) for name in names]
    simple = not any(mark in f" {name} ".casefold() for name in written for mark in _PARTING)
    return throw.choice(["; ", "; ", ", ", " / "] if simple else ["; ", "\n"]).join(written)


def areas_known(areas: Iterable[Term], towns: Iterable[str], title: str) -> list[Term]:
    """The areas with their other spellings, less the towns among those that are not the one the title names."""
    elsewhere = {town.casefold().replace("-", " ") for town in towns if town not in title}
    return [replace(area, also=tuple(a for a in area.also if not any(town.startswith(a.replace("-", " ")) for town in elsewhere))) for area in areas]


def _spelling(throw: Random, name: str, also: tuple[str, ...], odds: float) -> str:
    if not also or throw.random() > odds:
        return name
    chosen = throw.choice(also)
    if chosen in _INITIALS:
        return chosen.upper()
    return chosen if throw.random() < 0.2 else chosen[:1].upper() + chosen[1:]


def counts_of(theme: Theme) -> dict[str, int]:
    """The ways in which the number of people at such an activity may be put down: a survey's tool counts, only a meeting is in two places."""
    if theme.days > 1 or theme.fields:
        return {how: COUNTS[how] for how in ("counted", "blank")}
    meets = any(word in method for methods in theme.methods for method in methods for word in ("meeting", "group", "Commission"))
    return {how: share for how, share in COUNTS.items() if how != "two places" or meets}


def count(throw: Random, people: int | None, how: str) -> Cell:
    """A number of people as somebody put it down; `how` is a key of COUNTS. Few people are always counted."""
    if people is None or how == "blank":
        return None
    if how == "not known":
        return throw.choice(("TBC", "tbc", "Not counted"))
    if people < 15 or how == "counted":
        return people
    if how == "about":
        return throw.choice(("approx {}", "about {}", "~{}", "c. {}")).format(5 * round(people / 5))
    tens = people // 10 * 10
    online = round(people * (0.4 + 0.3 * throw.random()))
    return {
        "or more": f"{tens}+",
        "between": f"{tens}-{tens + 10 if people < 100 else tens + 50}",
        "two places": f"{online} online {people - online} in room",
        "room": f"capacity {100 * (people // 100 + 1)}",
    }[how]


def day_as_text(throw: Random, day: date) -> str:
    """A day typed as text, in one of the ways people type it."""
    suffix = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return throw.choice((f"{day:%d/%m/%Y}", f"{day.day}{suffix} {day:%B %Y}", f"{day:%a} {day.day} {day:%b %Y}", f"{day:%d.%m.%y}"))


def money(throw: Random, pounds: int) -> Cell:
    """An amount in pounds: a number, an amount with its sign, or nothing."""
    form = pick(throw, {"number": 70, "blank": 22, "pounds": 6, "not known": 2})
    return {"number": pounds, "blank": None, "pounds": f"£{pounds:,}", "not known": "n/a"}[form]


def hours(throw: Random, spent: float) -> Cell:
    """Hours spent: a number, a number with its unit, or nothing."""
    form = pick(throw, {"number": 78, "blank": 14, "words": 8})
    plain = int(spent) if spent == int(spent) else spent
    return {"number": plain, "blank": None, "words": f"{plain} hrs"}[form]


def objectives(throw: Random, ids: tuple[str, ...]) -> Cell:
    """Objectives by number: a bare number where there is one, as a spreadsheet makes of it, or in words."""
    if not ids or throw.random() < 0.05:
        return None
    if throw.random() < 0.2:
        return "; ".join(f"Objective {i}" for i in ids)
    return int(ids[0]) if len(ids) == 1 and ids[0].isdecimal() else "; ".join(ids)
