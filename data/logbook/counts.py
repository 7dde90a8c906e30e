"""How many people came, as an officer typed it: read where it can only mean one thing, left for a person everywhere else."""

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches

from data.logbook.numerals import has_raised_number, in_digits

_LONGEST, _LONGEST_PROSE, _MOST_PEOPLE = 200, 4000, 1_000_000


@dataclass(frozen=True)
class Count:
    """A number of people: the fewest and the most the words support, and how it is known (`data.vocabulary.HOW_KNOWN`).

    `low` is None where there is no fewest ("under 20": a nought there would be invented) and `high` where there is no most ("20+").
    `sure` False means a person should look: then nothing is recorded, whatever digits were there. `why` is a reason for people, empty
    only where the count was typed plainly.
    """

    low: int | None
    high: int | None
    how: str
    sure: bool
    why: str = ""


_N = r"(\d+(?:,\d{3})*(?:\.0{1,2})?)"
_EVERYONE = r"people|persons?|ppl|pax|participants?|attendees?|delegates?|heads|individuals|members? of the public"
# Words for people that never count the same person twice, in families: boys are children, but no boy is a girl.
_DISJOINT = ("women|men|girls|boys", "adults|children|young people|older people", "students|pupils|learners|mentors|parents|carers|teachers")
_SOME = "|".join([*_DISJOINT, "residents|youths|teenagers|victims|survivors|visitors|guests|councillors"])
_TAIL = rf"(?: (?:local )?(?:{_EVERYONE}|{_SOME}))?(?: (?:attended|came|present|took part|in attendance|in total|total))?\.?"
_ABOUT = r"(?:~+|≈|±|\+/?-|(?:about|around|approx(?:imately|\.)?|roughly|circa|ca?\.?|est(?:imated?|\.)?|some|nearly|almost|more or less)) ?"
_LOOSELY = r" ?(?:-?ish|or so|roughly|\(?(?:approx(?:imately|\.)?|est(?:imated?|\.)?|estimate)\)?)"

# How the number is known, what must be added for "more than" and "under", and the words that say so.
_ONE_NUMBER = tuple(
    (how, step, re.compile(pattern))
    for how, step, pattern in (
        ("counted", 0, rf"(?:(?:total|attendance|attended by)(?: of)?:? )?{_N}{_TAIL}"),
        ("estimated", 0, rf"{_ABOUT}{_N}{_TAIL}|{_N}{_LOOSELY}{_TAIL}|{_N}{_TAIL}{_LOOSELY}"),
        ("at least", 0, rf"{_N} ?(?:\+|-?plus|or more|or over|and over){_TAIL}|(?:at least|no fewer than|no less than|>=|≥|\+) ?{_N}{_TAIL}"),
        ("at least", 1, rf"(?:well |just )?(?:more than|over|greater than|above|>|in excess of) ?{_N}{_TAIL}"),
        ("at most", -1, rf"(?:well |just )?(?:under|less than|fewer than|below|<) ?{_N}{_TAIL}"),
        ("at most", 0, rf"(?:at most|no more than|not more than|<=|≤) ?{_N}{_TAIL}"),
    )
)
_RANGE = re.compile(rf"(?:{_ABOUT})?(?:(?:from )?{_N} ?(?:-|~|/|\bto\b|\bor\b) ?{_N}|between {_N} ?(?:and|-|to) ?{_N}){_TAIL}(?:{_LOOSELY})?")

# Not attendance: what a room holds, who was asked, who was hoped for.
_ROOM = r"capacity|max(?:imum|\.)?|limit(?:ed)?|up to|room for|places for|seats"
_HOPED = r"invited|registered|expected|expecting|booked|signed up"
_NOT_ATTENDANCE = re.compile(
    rf"(?:{_ROOM}|{_HOPED}|target)(?: (?:of|to|is|for))?:? ?(?:{_ABOUT})?{_N}{_TAIL}|{_N}{_TAIL} \(?(?:{_ROOM}|{_HOPED}|places|spaces)\)?"
    r"|no limits?|unlimited|no maximum|sin l[ií]mites?"
)
_UNKNOWN = re.compile(
    r"|tb[cda]|tdb|#?n/?a|n\.a\.|nk|unknown|not (?:known|recorded|counted|applicable|available|yet known)|don't know"
    r"|to be (?:confirmed|decided|announced)|to follow|awaited|pending|[?.-]"
)

# "30 online 20 in room": numbers may be added where they count different people, or the same sort of thing at different times.
_COUNTED = re.compile(rf"(?<![\w.,])({_ABOUT})?{_N}(?!\w|[.,]\d)")
_PLACE = r"online|virtual(?:ly)?|remote(?:ly)?|by phone|face to face|in person|(?:in )?(?:the )?(?:room|hall)|on zoom|on teams"
_TIME = r"(?:(?:for|on|in) )?(?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)|morning|afternoon|evening)"
_FAMILIES = tuple(re.compile(family) for family in (_PLACE, _TIME, *_DISJOINT))

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"

# What is wrong with a cell that could not be read: the first that fits.
_REASONS = tuple(
    (re.compile(pattern), why)
    for pattern, why in (
        (r"^#(?:ref|value|div/0|name|num|null|spill|calc)", "A formula in the spreadsheet has failed here."),
        (r"^(?:none|nil|null|no|no[ -]?(?:1|one)|nobody)\b", "May mean that nobody came or that nobody counted."),
        (r"[£$€]|\b(?:gbp|pounds)\b", "Looks like money."),
        (r"%|\bper ?cent\b", "Looks like a percentage."),
        (
            rf"\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|\d ?-? ?{_MONTH}|^{_MONTH}",
            "Looks like a date; a spreadsheet turns a range such as 2-5 into one.",
        ),
        (r"^- ?\d|^\(\d+\)$", "Has a minus sign or brackets, which may mean 'up to' or be a slip."),
        (r"^\d+(?:\.\d+)?e[-+]?\d+$|^0x[\da-f]+$|^(?:nan|-?inf(?:inity)?)$", "A number as only a computer writes it."),
        (r"^\d+\.\d+$", "Not a whole number of people."),
        (r"\d", "Has something beside the number that could change what it means."),
        (r"", "No number found."),
    )
)

# In a sentence a number is read only where it is the only one, counts people, and nothing else hints at other people or other meanings.
_PERSON = rf"{_EVERYONE}|{_SOME}|(?:members? of )?staff|staff members?|employees?|officers?|volunteers|members"
_BEFORE = (
    r"(?:^(?:currently |in total,? )?|\(|[.:;,] |\b(?:there|we|who) (?:is|are|was|were|have|had|saw|met|counted|welcomed)(?: currently| now)? "
    r"|\b(?:spoken?|talked|listened|heard|met|engaged) (?:to|with|from) "
    r"|\b(?:attended by|consulted|made up of|comprised of|consists? of|employs?|(?:group|team|total|attendance|audience) of) )"
)
_AMOUNT = (
    r"(?:(?:about|around|approx(?:imately|\.)?|roughly|nearly|almost|over|more than|at least|under|fewer than|less than|some|~|c\.) ?)?"
    r"\d[\d,]*(?: ?- ?\d[\d,]*|\+)?"
)
_SENTENCE = re.compile(rf"{_BEFORE}({_AMOUNT}) (?:(?:full[ -]time|local|dedicated|different|new|central) ){{0,2}}(?:{_PERSON})\b")
_NO_COUNT = re.compile(r"\b(?:acts?|regulations?|gdpr)(?: \([a-z]+\))? (?:19|20)\d\d\b|\b1 (?:of|part|aspect|element)\b")
_DOUBT = re.compile(
    r"\b(?:no|not|none|nil|nobody|never|without|neither|unable|cannot|ftes?|wte|equivalents?|part[ -]time|p/t|job share|hours?|hrs|half|percent"
    r"|per|each|every|several|various|few|fewer|many|number of|some|share[ds]?|sharing|split|between|both|plus|also|in addition|additional"
    r"|another|others?(?! (?:duties|roles))|assist(?:s|ed)?|supported|overseen|would|could|should|might|will|expect\w*|invit\w*|register\w*"
    r"|sign\w* up|book\w*|capacity|room for|up to|max\w*|limit\w*|target|hop(?:e|ed|ing)|aim\w*|planned|than|said|says|told|felt|complain\w*"
    r"|ask\w*|of wh(?:om|ich)|(?:and|plus|includ(?:es|ing)) (?:an?|the|my|our|his|her|their)|with (?:an?|my|our|his|her|their))\b"
    r"|n't\b|[%£$€]"
)


def read_count(text: str) -> Count:
    """The number of people a cell of an activity log gives, for instance "42", "~50", "20+", "50-100" or "30 online 20 in room".

    Capacities and invitations are not attendance: they are "not recorded", as are blanks and "TBC". Anything that could mean two things, and
    anything over a million people or 200 characters, is left for a person with the reason. Takes time in proportion to the text.
    """
    if len(text) > _LONGEST:
        return _ask("Too long to be only a number of people.")
    if has_raised_number(text):
        return _ask("Has a fraction or a raised number in it.")
    typed = in_digits(text)
    if _UNKNOWN.fullmatch(typed):
        return Count(None, None, "not recorded", True, "Says that the number is not known." if typed else "Blank.")
    if _NOT_ATTENDANCE.fullmatch(typed):
        return Count(None, None, "not recorded", True, "Says how many could come or were expected, not how many came.")
    for how, step, pattern in _ONE_NUMBER:
        if found := pattern.fullmatch(typed):
            return _one(how, step, next(group for group in found.groups() if group))
    if found := _RANGE.fullmatch(typed):
        return _range(typed, *(group for group in found.groups() if group))
    return _added(typed) or _ask(next(why for pattern, why in _REASONS if pattern.search(typed)))


def read_prose_count(text: str) -> Count:
    """The number of people a sentence gives ("We spoke to about 40 residents"), where it can only be read one way.

    A sentence with two numbers, parts of posts, "no one", shares, other people beside the number or any talk of who was invited or expected is
    left for a person. Takes time in proportion to the text; one over 4,000 characters is left too.
    """
    count = read_count(text)
    if count.sure or len(text) > _LONGEST_PROSE or has_raised_number(text):
        return count
    typed = _NO_COUNT.sub("*", in_digits(text))
    found = _SENTENCE.search(typed)
    if not found:
        return _ask("No number of people that stands out in the sentence.")
    rest = typed[: found.start(1)] + typed[found.end(1) :]
    if re.search(r"\d", rest) or _DOUBT.search(rest):
        return _ask("More than one number, or words that could change what the number means.")
    read = read_count(found[1])
    return replace(read, why=read.why or "Taken from a sentence.") if read.sure else read


def _number(typed: str) -> int | str:
    """The whole number typed, or what is wrong with it."""
    whole = typed.partition(".")[0]
    groups = whole.split(",")
    if (len(groups) > 1 and len(groups[0]) > 3) or (len(whole) > 1 and int(whole[0]) == 0):
        return "Not written as a number of people usually is."
    number = int("".join(groups))
    return number if number <= _MOST_PEOPLE else "More than a million people."


def _one(how: str, step: int, typed: str) -> Count:
    number = _number(typed)
    if isinstance(number, str):
        return _ask(number)
    number += step
    if how == "counted":
        return Count(number, number, how, True)
    if number < 1:
        return _ask("Says about, over or under nought people.")
    if how == "estimated":
        return Count(number, number, how, True, "Written as about that many.")
    if how == "at least":
        return Count(number, None, how, True, f"Says {number:,} or more.")
    return Count(None, number, how, True, f"Says {number:,} or fewer.")


def _range(typed: str, first: str, last: str) -> Count:
    low, high = _number(first), _number(last)
    if isinstance(low, str) or isinstance(high, str):
        return _ask(str(low if isinstance(low, str) else high))
    slash = re.search(r"(?<!\+)/", typed)
    if slash and (high > 2 * low or (min(low, high) <= 12 and max(low, high) <= 31)):
        return _ask("Looks like a date or a part of a whole.")
    if 1990 <= low <= 2100 and 1990 <= high <= 2100:
        return _ask("Looks like years.")
    if low >= high or high > 10 * max(low, 1):
        return _ask("The two numbers are too far apart, or the wrong way round, to be a range.")
    return Count(low, high, "estimated", True, f"Says between {low:,} and {high:,}.")


def _added(typed: str) -> Count | None:
    """Two to four numbers that each count different people, added up; None where the words beside them do not make that plain."""
    first, *rest = _COUNTED.split(typed)
    about, numbers, after = rest[0::3], [_number(number) for number in rest[1::3]], rest[2::3]
    whole = [number for number in numbers if isinstance(number, int)]
    if not 2 <= len(whole) == len(numbers) <= 4:
        return None
    words, left_over = ([first, *after[:-1]], after[-1]) if first else (after, "")
    labels = [_label(beside) for beside in words]
    alike = any(all(family.fullmatch(label) for label in labels) for family in _FAMILIES)
    total = sum(whole)
    if left_over or not alike or len(set(labels)) < len(labels) or total > _MOST_PEOPLE or (len(whole) > 2 and 2 * max(whole) == total):
        return None
    return Count(total, total, "estimated" if any(about) else "counted", True, f"{len(whole)} numbers added: {total:,}.")


def _label(beside: str) -> str:
    """The words beside a number, with a slip of the keyboard in a word for people put right ("stundents").

    A plus before the words stays, for it belongs to the number ("5+ mentors"); one after them joins two parts.
    """
    label = re.sub(r"^and | and$", "", beside.lstrip(" ,;&").rstrip(" ,;&+/:="))
    return next(iter(get_close_matches(label, _SOME.split("|"), n=1, cutoff=0.88)), label) if label.isalpha() else label


def _ask(why: str) -> Count:
    return Count(None, None, "not recorded", False, why)
