"""What one option of a question about the respondent means: a category, an area, or a way of not answering."""

from collections.abc import Iterable, Mapping

from data.questionnaire.characteristics import listed
from data.questionnaire.postcodes import area_of_outcode, outcode_of
from data.questionnaire.states import state_of
from data.questionnaire.words import Words, pieces, starts, words

OUTSIDE = "Outside the area"


def state_of_option(option: str) -> str:
    """Whether an option answers at all. One that says the question does not apply is "no answer": it was asked, and told nothing."""
    if not words(option):
        return "no answer"
    state = state_of(option)
    if state != "answered":
        return "no answer" if state == "not asked" else state
    found = _state(words(option))
    parts = [_state(part) for part in pieces(option)]
    return found or (parts[0] if all(parts) else "") or "answered"


def category_meant(characteristic: str, option: str, yes: str = "", no: str = "") -> str | None:
    """The category an option means, in the words of the population figures; None where its reading is not listed or not one category.

    `yes` and `no` are what those answers mean to this question. An option in several parts ("Gwryw / Male", "White – Irish") means what
    all its parts mean, and nothing where they differ.
    """
    whole = _category(characteristic, words(option), yes, no)
    if whole is None:
        parts = [_category(characteristic, part, yes, no) for part in pieces(option) if not _is_aside(part)]
        whole = parts[0] if parts and len(set(parts)) == 1 else None
    return whole or None


def spelled(areas: Mapping[str, str]) -> dict[Words, str]:
    """Spelling → area, as `area_named` takes it."""
    return {words(spelling): name for spelling, name in areas.items()}


def area_named(option: str, places: Mapping[Words, str]) -> str | None:
    """The area an option names, with or without "Borough Council" and the like; OUTSIDE for one that says the respondent lives elsewhere.

    A postcode is placed where its first half lies in one area only and `places` knows that area's code.
    """
    whole = words(option)
    if any(starts(whole, run) for run in listed().elsewhere):
        return OUTSIDE
    named = _place(whole, places) or places.get(words(area_of_outcode(outcode_of(option) or "") or ""))
    if named is None:
        parts = [_place(part, places) for part in pieces(option) if not _is_aside(part)]
        named = parts[0] if parts and len(set(parts)) == 1 else None
    return named


def doubt_about(characteristic: str, categories: Iterable[str | None]) -> str:
    """Why a question offering these categories needs a second look before it is compared with the population; '' where it does not."""
    met = set(categories)
    return next((meaning.doubt for meaning in listed().meanings.get(characteristic, ()) if meaning.doubt and meaning.category in met), "")


def _state(text: Words) -> str:
    return next((state for run, state in listed().states if starts(text, run)), "")


def _is_aside(text: Words) -> bool:
    return any(starts(text, run) for run in listed().asides)


def _category(characteristic: str, text: Words, yes: str, no: str) -> str | None:
    # '' is a reading that is listed and means no one category, so that a shorter beginning is not tried.
    meanings = listed().meanings.get(characteristic, ())
    if exact := next((meaning for meaning in meanings if text in meaning.is_), None):
        return exact.category
    if yes and text in listed().yes:
        return yes
    if no and text in listed().no:
        return no
    begun = [(len(run), meaning.category) for meaning in meanings for run in meaning.starts if starts(text, run)]
    return max(begun)[1] if begun else None


def _place(text: Words, places: Mapping[Words, str]) -> str | None:
    council = listed().council
    # "City of Nottingham" and "Nottingham City Council" both lose what stands around the name, one word at a time.
    while text:
        if text in places:
            return places[text]
        if len(text) > 2 and text[0] in council and text[1] == "of":
            text = text[2:]
        elif text[-1] in council:
            text = text[:-1]
        else:
            return None
    return None
