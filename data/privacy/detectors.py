"""The shapes personal details take in written words: one pattern a shape, and the check that tells a real one from a look-alike.

Every repetition has an upper bound and none is nested in an unbounded one, so the time taken grows in step with the text, whatever it says.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from data.privacy.check_digits import digits, internet, luhn, nhs

_CAPITAL = "[A-ZÀ-ÖØ-ÞŴŶ]"
_NAME = rf"{_CAPITAL}[\w'-]{{1,30}}"
_GIVEN = rf"{_CAPITAL}[a-zà-ÿŵŷ'][\w'-]{{0,30}}"
_GAP = r"[\s().\-/]{0,3}"
_DOT = r"(?:\s{1,2}dot\s{1,2}|\s{0,2}[(\[]dot[)\]]\s{0,2}|\s?\.)"
_AT = r"(?:\s{1,2}at\s{1,2}|\s{0,2}@\s{1,2}|\s{0,2}[(\[]at[)\]]\s{0,2})"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_PLATES = r"[A-Za-z]{2}\d{2}\s?[A-Za-z]{3}|[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,4}[A-Z]?"
_STREETS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Cres|Grove|Gardens|Gdns|Terrace|Tce|Court|Place|Square|Walk|Way|Row|Mews|Parade|Rise|"
    "View|Bank|Green|Park|Hill|Heights|Villas|Heol|Ffordd|Stryd"
)
# Those that stay streets in small letters ("2 dogs close by" is no address).
_SURE_STREETS = "street|road|rd|avenue|ave|lane|crescent|terrace"

# Words that follow a title, a role or a house number without being a name.
_AFTER = """
a about after again all also am an and any are around as at be because been before but by can came car cars cctv come comes could crime did do
does down etc every few for foot from get go good had has have he her here his hours how i if in into is it its just less local many may me
members min mins minute minutes mile miles more mph must my near need needed needs never new no not number numbers of off office officer
officers on one only or our out over own patrol patrolling patrols people per please police presence road said says see seen should since so
some station still street support team than thanks that the their them then there they this time times to too took training up very visible
visit visits was way we well were what when where which who will with would year years yet you your busy main lane dual quiet
"""
_NOT_NAMES = frozenset(_AFTER.split())
_NO = rf"(?!(?i:{'|'.join(_AFTER.split())})\b)"
_PROVIDERS = re.compile(r"at\s+(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|msn|btinternet|sky|talktalk|virginmedia|ntlworld)\b", re.I)
_NO_DATE_OR_SCALE = r"(?!\d{1,2}[./-](?:\d{1,2}[./-]\d{2}(?:\d{2})?|\d{4})\b(?!\.\d)|0\s?-\s?\d{1,2}\s|0 1 2 3)"
_ROADS = re.compile(r"[BbEeMmNnSsWw]\d{1,2}\s+(?:1st|2nd|3rd|[04-9]th)")


def _always(match: re.Match[str]) -> bool:
    return True


def _email(match: re.Match[str]) -> bool:
    found = match[0].casefold()
    return bool("@" in found or "(at" in found or "[at" in found or re.search(r"\bdot\b", found) or _PROVIDERS.search(found))


def _plate(match: re.Match[str]) -> bool:
    return match[0][-3:].casefold() not in _NOT_NAMES


def _reference(match: re.Match[str]) -> bool:
    return len(digits(match["it"])) >= 4 and not re.fullmatch(r"(?:19|20)\d\d(?:[/-]\d{2,4})?", match["it"])


@dataclass(frozen=True)
class Detector:
    """One shape of one kind of personal detail. The detail is the group named `it` where there is one, else the whole match.

    `numeric` says that the shape cannot be without a digit; `holds` is the check a match must pass.
    """

    kind: str
    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool] = _always
    numeric: bool = True


def _shape(kind: str, pattern: str, holds: Callable[[re.Match[str]], bool] = _always, *, case: bool = False, numeric: bool = True) -> Detector:
    return Detector(kind, re.compile(pattern, 0 if case else re.IGNORECASE), holds, numeric)


EMAIL = _shape("e-mail", r"[\w.%+'-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}", numeric=False)
PHONE = _shape(
    "telephone",
    rf"(?<!\d)(?<![£$€])(?<!\d[.,]){_NO_DATE_OR_SCALE}"
    rf"(?:(?:\+|00)44{_GAP}(?:\(?0\)?{_GAP})?|\(?0{_GAP})[1-35789](?:{_GAP}\d){{8,9}}(?!\d)",
)
MOBILE = _shape("telephone", r"(?<![\w£$€.,/+-])(?:44)?7[1-57-9]\d{2}\s?\d{6}(?!\d)")
ABROAD = _shape("telephone", r"(?<![\w+])\+[1-9](?:[\s().-]{0,2}\d){8,13}(?!\d)")
POSTCODE = _shape(
    "postcode",
    r"(?<![^\W_])(?:(?:[BEGLMNSW]|[A-PR-UWYZ][A-HK-Z])(?:\d{1,2}|\d[A-Z]))\s{0,3}\d[ABD-HJLNP-UW-Z]{2}(?![^\W_])",
    lambda match: not _ROADS.fullmatch(match[0]),
)
INSURANCE = _shape("National Insurance number", r"(?<![^\W_])[A-CEGHJ-TW-Z][A-CEGHJ-NP-TW-Z](?:[\s-]?\d{2}){3}[\s-]?[A-D](?![^\W_])")
CARD = _shape("card number", r"(?<!\d)(?:[2-6]\d{3}(?:[ -]?\d{4}){3}|3\d{3}[ -]?\d{6}[ -]?\d{5}|[2-6]\d{12,18})(?!\d)", lambda match: luhn(match[0]))
HEALTH = _shape("NHS number", r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)", lambda match: nhs(match[0]))
INTERNET_4 = _shape("IP address", r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\.?\d)", lambda match: internet(match[0]))
INTERNET_6 = _shape("IP address", r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", lambda match: internet(match[0]))
PLACE = _shape("place", r"(?<![\d.])\(?-?\d{1,2}\.\d{3,16}\s?[,; ]\s?-?\d{1,3}\.\d{3,16}\)?(?:\s-?\d{1,5}(?:\.\d{1,9})?){0,2}(?![\d.])")
HANDLE = _shape("web address or handle", r"(?<![\w@.])@(?=[\w.]{0,15}[a-z])(?!\d)[\w.]{2,29}\w", numeric=False)
PROFILE = _shape(
    "web address or handle",
    r"(?:https?://)?(?:[\w-]{1,20}\.)?(?:facebook|fb|twitter|x|instagram|linkedin|tiktok|snapchat|threads|youtube)\.(?:com|net)/"
    r"(?!events|groups|pages|watch|hashtag|share)(?:in/|user/|c/|add/|@)?[\w.%-]{2,80}/?(?:\?\S{0,200})?",
    numeric=False,
)
TOKEN = _shape("token or id", r"\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?|(?=[0-9]{0,127}[a-f])(?=[a-f]{0,127}[0-9])[0-9a-f]{16,128}")

# What a whole cell may be, for judging a column by its cells.
WHOLE = (EMAIL, PHONE, MOBILE, ABROAD, POSTCODE, INSURANCE, CARD, HEALTH, INTERNET_4, INTERNET_6, TOKEN, PLACE, PROFILE, HANDLE)

# What written words are searched for. Where two overlap, the earlier gives its name to both.
WRITTEN = (
    EMAIL,
    _shape("e-mail", rf"\b[\w-]{{1,40}}+(?:{_DOT}[\w-]{{1,40}}+){{0,4}}{_AT}[\w-]{{1,40}}+(?:{_DOT}[\w-]{{1,40}}+){{1,4}}", _email, numeric=False),
    CARD,
    _shape(
        "date of birth",
        r"\b(?:born|d\.?o\.?b|date of birth|birth ?da(?:y|te)|geni)\b[^\d\n]{0,20}?(?P<it>"
        r"\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}|\d{4}-\d\d-\d\d|"
        rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? \d{{2,4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})",
    ),
    PHONE,
    HEALTH,
    MOBILE,
    ABROAD,
    POSTCODE,
    INSURANCE,
    INTERNET_4,
    INTERNET_6,
    PLACE,
    _shape("vehicle registration", rf"\b(?:reg|registration|plates?|vrm|vrn)\b[^\n.]{{0,25}}?\b(?P<it>(?-i:{_PLATES}))\b", _plate),
    _shape("vehicle registration", r"\b(?:[A-Z]{2}\d{2}\s?[A-Z]{3}|[A-Za-z]{2}\d{2}[A-Za-z]{3})\b", _plate, case=True),
    _shape("reference number", r"(?<![\w/])(?:\d{1,3}/\d{3,7}/\d{2}|[A-Z]{2,4}[/-]\d{2}[/-]\d{4,7})(?![\w/])"),
    _shape("reference number", r"\b(?:log|incident|cad)(?: no| number)?[\s.:#]{1,3}\d{1,5} of \d{1,2}(?!\d)"),
    _shape(
        "reference number",
        r"\b(?:urn|cad|ref|reference|log|incident|(?:crime|incident|case|log|occurrence|report)\s{0,2}(?:#|no|num|number|ref|reference|log|id))\b"
        r"(?:[\s.:#-]{0,3}(?:no|num|number|is|was)\b)?[\s.:#-]{0,4}(?P<it>[a-z0-9][a-z0-9/-]{3,24})(?!\w)",
        _reference,
    ),
    _shape("web address or handle", r"(?:https?://|\bwww\.)[^\s<>\"]{2,200}[^\s<>\".,;:)\]]", numeric=False),
    _shape("web address or handle", r"\b(?:[a-z0-9-]{1,40}+\.){1,4}[a-z]{2,10}/[^\s<>\"]{1,200}[^\s<>\".,;:)\]]", numeric=False),
    HANDLE,
    _shape(
        "name",
        rf"\b(?:(?i:mrs?|cllr|councillor)\b\.? {{1,2}}{_NO}[^\W\d_][\w'-]{{1,30}}|"
        rf"(?:Ms|Miss|Mx|Dr|Prof|Sir|Dame|Rev)\b\.? {{1,2}}(?:[A-Z]\.? )?{_NO}{_NAME})(?: {_NAME}){{0,2}}",
        case=True,
        numeric=False,
    ),
    _shape(
        "name",
        r"\b(?:(?:W?PC|PCSO|DC|DS|DI|DCI|Sgt|Insp|Supt|[Pp]c|[Ss]gt)\b\.?|Sergeant|Inspector|Superintendent|Constable|Officer) {1,2}"
        rf"(?:\d{{1,6}} {{1,2}}{_NO}{_NAME}|\d{{3,6}}\b|{_NO}{_NAME}(?: {_NAME})?)",
        case=True,
        numeric=False,
    ),
    _shape(
        "name",
        r"\b(?i:neighbou?r|husband|wife|partner|son|daughter|brother|sister|mother|father|mum|dad|friend|boyfriend|girlfriend|ex|landlord|boss|"
        r"uncle|aunt|cousin|grandson|granddaughter|(?:man|woman|boy|girl|lad|lass|guy|bloke|kid|person|someone|somebody|officer) (?:called|named)|"
        rf"name is|name was|name's|name:),? {{1,2}}(?i:(?:is|was|called|named) )?(?P<it>{_NO}{_GIVEN}(?: {_GIVEN}){{0,2}})",
        case=True,
        numeric=False,
    ),
    _shape("name", rf"\bmy name(?: is|'s)\s{{1,2}}(?P<it>{_NO}[^\W\d_][\w'-]{{1,30}}(?:\s{_NO}[^\W\d_][\w'-]{{1,30}})?)", numeric=False),
    _shape("address", rf"\b\d{{1,4}}[a-z]?,?\s{{1,2}}(?:{_NO}{_NAME}\s{{1,2}}){{1,4}}(?:{_STREETS})\b", case=True),
    _shape("address", rf"\b\d{{1,4}}[a-z]?,?\s{{1,2}}(?:{_NO}[^\W\d_]{{2,20}}\s{{1,2}}){{1,2}}(?:{_SURE_STREETS})\b"),
)
