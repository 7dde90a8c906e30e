"""Recognising the questions that say who a respondent is, by their wording and by what they offer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.ages import bounds, label, read_age_bands
from data.questionnaire.characteristics import Asked, listed
from data.questionnaire.meanings import OUTSIDE, area_named, category_meant, doubt_about, spelled, state_of_option
from data.questionnaire.words import Words, holds, sentences, words

HEADING_ALONE = "The heading alone does not say what Yes and No answer."


@dataclass(frozen=True)
class Category:
    """What one option says: its category in the words of the population figures, or the way in which it does not answer.

    `category` is None with the state "answered" where the option answers but its category is not known.
    """

    category: str | None
    state: str = "answered"


@dataclass(frozen=True)
class Match:
    """The characteristic (or "area") a question asks about and what each option means.

    Only a `sure` match may be applied unasked; any other is offered. `note` says what the comparison with the population rests on, or why
    the match is not sure; '' where there is nothing to say.
    """

    characteristic: str
    sure: bool
    categories: dict[str, Category]
    note: str = ""


def match_question(wording: str, options: Sequence[str], areas: Mapping[str, str] | None = None) -> Match | None:
    """Whether a question asks about the respondent, which characteristic, and what its options mean; None where it does not.

    `options` are the answers offered, or those given. `areas` maps every spelling of an area, and its code where postcodes are to be placed,
    to its name; leave out terms for the whole force. The match is sure where the wording asks about the respondent, every option has a
    meaning and they mean at least two categories, or where a neutral wording ("Are you …") comes with options that only one characteristic
    has. A question on gender is taken for sex, which is what the census has figures for, and the match says so; other genders are the
    category "Another term". A single age is its own category ("34"), for the caller to band.
    """
    best: tuple[tuple[bool, bool, int, int], Match] | None = None
    for entry, told, by_heading in _asked(wording):
        match = _match(entry, options, areas or {}, by_heading)
        if match and (best is None or (*_fit(match), told) > best[0]):
            best = (*_fit(match), told), match
    return best[1] if best else _alone(wording, options, areas or {})


def _asked(wording: str) -> list[tuple[Asked, int, bool]]:
    """Every way of asking that a wording follows, the number of words that told it, and whether it was told by the heading alone."""
    said = [(sentence, {runs for runs in listed().never if holds(sentence, runs)}) for sentence in sentences(wording)]
    telling = [sentence for sentence, _ in said if not _is_neutral(sentence)]
    found = []
    for entry in listed().asked:
        heard = [sentence for sentence, never in said if never <= entry.despite and _may_ask(entry, sentence)]
        lengths = [sum(map(len, runs)) for sentence in heard for runs in entry.asks if holds(sentence, runs)]
        if lengths:
            found.append((entry, max(lengths), False))
        # A heading counts whole, and only where nothing but "about you" stands beside it: "Crime – area" is not an area.
        elif words(wording) in entry.labels or (telling and entry.labels.issuperset(telling)):
            found.append((entry, 1, True))
    return found


def _may_ask(entry: Asked, sentence: Words) -> bool:
    unless = any(holds(sentence, runs) for runs in entry.unless)
    return not unless and (not entry.needs or any(holds(sentence, runs) for runs in entry.needs))


def _is_neutral(sentence: Words) -> bool:
    return all(word in listed().neutral or word.isdecimal() or (word[:1] == "q" and word[1:].isdecimal()) for word in sentence)


def _match(entry: Asked, options: Sequence[str], areas: Mapping[str, str], by_heading: bool) -> Match | None:
    name = entry.characteristic
    categories = _categories(name, options, areas, entry.yes, entry.no)
    known = _known(name, categories)
    fits = bool(known) and _all_known(categories)
    if entry.fits and not fits:
        return None
    doubt = doubt_about(name, known)
    if by_heading and not doubt and fits and not _all_known(_categories(name, options, areas)):
        doubt = HEADING_ALONE
    sure = entry.sure and fits and not doubt and len(known) >= listed().fewest.get(name, 2)
    return Match(name, sure, categories, doubt or entry.note)


def _fit(match: Match) -> tuple[bool, bool, int]:
    known = _known(match.characteristic, match.categories)
    return match.sure, bool(known) and _all_known(match.categories), len(known)


def _alone(wording: str, options: Sequence[str], areas: Mapping[str, str]) -> Match | None:
    """A match by options alone, where the wording asks nothing in particular."""
    said = sentences(wording)
    if not all(map(_is_neutral, said)):
        return None
    spoken = any(holds(sentence, runs) for sentence in said for runs in listed().respondent)
    found = []
    for name, enough in listed().alone.items():
        categories = _categories(name, options, areas)
        known = _known(name, categories)
        if len(known) >= 2 and _all_known(categories) and (name != "age" or _reach_old_age(known)):
            doubt = doubt_about(name, known)
            # Bands of numbers may be hours or years of service, and places may be anything's: neither is sure without being asked for.
            found.append(Match(name, spoken and len(known) >= enough and not doubt and name not in ("age", "area"), categories, doubt))
    return found[0] if len(found) == 1 else None


def _categories(name: str, options: Sequence[str], areas: Mapping[str, str], yes: str = "", no: str = "") -> dict[str, Category]:
    bands = read_age_bands(options) if name == "age" else {}
    places = spelled(areas) if name == "area" else {}
    categories = {}
    for option in options:
        state = state_of_option(option)
        if state != "answered":
            categories[option] = Category(None, state)
        elif name == "age":
            band = bands[option]
            categories[option] = Category(label(*band) if band else None)
        elif name == "area":
            categories[option] = Category(area_named(option, places))
        else:
            categories[option] = Category(category_meant(name, option, yes, no))
    return categories


def _known(name: str, categories: Mapping[str, Category]) -> set[str]:
    known = {meant.category for meant in categories.values() if meant.category is not None} - {OUTSIDE}
    # Small whole numbers under "Age" are the codes of bands, not ages.
    return set() if name == "age" and all(band.isdecimal() and int(band) < 18 for band in known) else known


def _all_known(categories: Mapping[str, Category]) -> bool:
    return all(meant.category is not None or meant.state != "answered" for meant in categories.values())


def _reach_old_age(bands: set[str]) -> bool:
    return any(low >= 50 and high is None for low, high in map(bounds, bands))
