"""LimeSurvey's export of responses: one heading row of codes ("Q1[SQ001]"), wordings, or both ("Q1[SQ001]. Wording [answer]")."""

import re
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from data.layout import SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, numbers_the_rows, once, squashed, top_rows, values
from data.questionnaire.coding import tidy
from data.questionnaire.kinds import NOT_TICKS, TICKS
from data.questionnaire.summaries import holds_row_of
from data.sheet import Sheet

NAME = "LimeSurvey export"
KIND = "survey"
STEPS = "In LimeSurvey open the survey, choose Responses, Export, Export responses, then CSV or Excel with question text and full answers."

_IDS = "id responseid antwortid iddelaréponse idderespuesta iddarisposta"
_ENDED = "submitdate datesubmitted datumabgeschickt datedesoumission fechadeenvío datadiinvio"
_STARTED = "startdate datestarted datumgestartet datedelancement datededébut fechadeinicio datadiinizio"
_LAST = "lastpage letzteseite dernièrepage últimapágina ultimapagina"
_LANGUAGE = "startlanguage startsprache languededépart lenguajeinicial idiomainicial linguainiziale"
_SEED = "seed zufallsstartwert têtedesérie semilla"
_ACTED = "datestamp datelastaction datumletzteaktivität datedeladernièreaction fechadelaúltimaacción"
_OF_PEOPLE = (
    "ipaddr ipaddress ipadresse adresseip direcciónip refurl referrerurl weiterleitungsurl urlréférente token accesscode zugangsschlüssel codeaccès "
    "firstname lastname email emailaddress vorname nachname prénom nom"
)
_ROLES = {
    **dict.fromkeys(_IDS.split(), "respondent id"),
    **dict.fromkeys(_ENDED.split(), "ended"),
    **dict.fromkeys(_STARTED.split(), "started"),
    **dict.fromkeys(f"{_LAST} {_SEED} {_ACTED} interviewtime totaltime grouptime gesamtzeit tempstotal tiempototal".split(), "row number"),
    **dict.fromkeys(_LANGUAGE.split(), "language"),
    **dict.fromkeys(_OF_PEOPLE.split(), "personal"),
}
_SHARED = (
    "id responseid startdate email firstname lastname token emailaddress ipaddress ipadresse datesubmitted fechadeinicio nom prénom vorname nachname"
)
_OWN = frozenset(_ROLES) - frozenset(_SHARED.split())
_TELLING = frozenset(f"submitdate datumabgeschickt datedesoumission fechadeenvío datadiinvio {_LAST} {_LANGUAGE} {_ACTED}".split())
_TIMED = re.compile(
    r"(group|question|page) time: .*|grouptime\d+|\d+x\d+(x\w+)?time|(gruppenzeit|fragenzeit|temps de (groupe|question))\b.*", re.IGNORECASE
)
# Survey, group and question, then the answer: 123456X12X345SQ001.
_NUMBERED = re.compile(r"^(?P<key>\d+X\d+X\d+)(?P<part>[A-Za-z]\w*)?(?P<scale>#\d)?$")
_CODED = re.compile(r"^(?P<code>[A-Za-z][A-Za-z0-9-]{0,60}?)(?P<parts>(?:\[[^\]]{0,60}\])*)(?:(?:\._\.\s*|\.\s*|:\s+)(?P<text>\S.*))?$", re.DOTALL)
_PARTED = re.compile(r"^(?P<question>.*?)\s*(?P<parts>(?:\[[^\[\]]*\]\s*)+)$", re.DOTALL)
_SIGNED = re.compile(r"^[A-Za-z][A-Za-z0-9]*\[(SQ\d+\w*|other|\d+|\w+)\](\[\w+\])?(\._\.|\.|:|$)")
_LETTERED = re.compile(r"^[A-Za-z]+\d+[A-Za-z\d-]*(\[\w+\])*(\._\.|\.\s)\S")
_PLACED = re.compile(r"\[(?:Rank|Ranking|Rang|Platz|Rango) (?P<place>\d{1,2})\]$", re.IGNORECASE)
# For other statistics programs the tool writes its codes so: Q2_SQ001, Q2_other.
_UNDERSCORED = re.compile(r"^(?P<code>[A-Za-z][A-Za-z0-9]*)_(?P<part>SQ\d+\w*|other|\d{1,2})$")
_BLANK = frozenset({"N/A", "{question_not_shown}"})
_CODE_OF_OTHER = "-oth-"


def refuses(sheet: Sheet) -> str:
    """The statistics the tool makes of the answers hold no respondent."""
    report = holds_row_of(sheet, [frozenset({"answer", "count", "percentage"}), frozenset({"answer", "count", "gross percentage"})])
    return "This is a report of LimeSurvey's statistics: it counts the answers and does not hold the responses themselves." if report else ""


def recognises(sheet: Sheet) -> bool:
    return _row(sheet) is not None


def _row(sheet: Sheet) -> int | None:
    """The heading row: with at least two of the tool's own columns, or questions signed as only this tool signs them."""
    for number, row in top_rows(sheet, 8):
        filled = [cell for cell in row if cell]
        own = {squashed(_code(cell)) for cell in filled} | {squashed(cell) for cell in filled}
        if len(own & _OWN) >= 2 and own & _TELLING:
            return number
        coded = [cell for cell in filled if _LETTERED.match(cell) or _SIGNED.match(cell)]
        named = [cell for cell in coded if not re.match(r"^[Qq]\d+\.", cell)]
        signed = sum(bool(_SIGNED.match(cell)) for cell in filled) >= 3 or "._." in "".join(coded)
        if (signed and len(coded) >= 0.5 * len(filled)) or (len(named) >= 5 and len(named) >= 0.8 * len(filled)):
            return number
    return None


def tidied(sheet: Sheet) -> Sheet:
    """The same cells with the tool's code for "Other" in words."""
    columns = {name: sheet.cells.column(name) for name in sheet.cells.column_names}
    coded = [name for name, cells in columns.items() if _CODE_OF_OTHER in cells.unique().to_pylist()]
    columns |= {name: pc.if_else(pc.equal(columns[name], _CODE_OF_OTHER), "Other", columns[name]) for name in coded}
    return replace(sheet, cells=pa.table(columns)) if coded else sheet


def read(sheet: Sheet) -> SurveyLayout:
    row = _row(sheet)
    if row is None:
        sentence = "This is not a LimeSurvey export: its headings hold neither LimeSurvey's own columns nor its question codes."
        raise ImportRefused("E_NOT_LIMESURVEY", sentence, "Say that it holds survey answers in a table.")
    headings, last = _headings(sheet, row)
    stems = [_stem(heading) for heading in headings]
    codes = [_code(heading) if _is_coded(headings) else stem for heading, stem in zip(headings, stems, strict=True)]

    first_asked = next((at for at, code in enumerate(codes) if squashed(code) not in _ROLES), len(codes))

    def role(at: int, heading: str) -> str:
        if not heading:
            return "row number" if numbers_the_rows(sheet, at, last + 1) else ""
        # Files that were sent in, and how many of them.
        if heading.endswith("[filecount]") or {f"{heading}[filecount]", f"{heading} [filecount]"} & set(headings):
            return "personal"
        if at > first_asked and _times(sheet, at, last + 1, heading, codes):
            return "row number"
        # A question on what language or which e-mail address has a code of its own, and is no column of the tool's.
        named = _ROLES.get(squashed(codes[at]), "") if squashed(_text(heading)) in _ROLES else ""
        return (
            named
            or _ROLES.get(squashed(heading), "")
            or (_ROLES.get(squashed(codes[at]), "") if squashed(codes[at]) in _OWN | {"startdate", "id"} else "")
        )

    def asked(at: int, heading: str) -> Asked:
        if codes.count(codes[at]) == 1:
            return Asked(stems[at], key=codes[at])
        question = next(stem for stem, code in zip(stems, codes, strict=True) if code == codes[at])
        part = _part(heading)
        other = bool(re.search(r"\[other\]|comment\]|^other$|^comment$", heading, re.IGNORECASE))
        place = _place(heading) if all(_place(one) for one, code in zip(headings, codes, strict=True) if code == codes[at]) else ""
        if place and any(_holds_items(sheet, one, last + 1) for one, code in enumerate(codes) if code == codes[at]):
            return Asked(question or codes[at], place, "placed", key=codes[at])
        return Asked(question or codes[at], part, "other" if other else "", key=codes[at])

    return SurveyLayout(once(columns_of(headings, role, asked), "ended", "respondent id"), tuple(sorted({row, last})), last + 1, _BLANK)


def _headings(sheet: Sheet, row: int) -> tuple[list[str], int]:
    """The headings, each by code and in words where the codes stand in a row of their own, and the last row of them."""
    own = [tidy(cell) for cell in sheet.row(row)]
    codes = [tidy(cell) for cell in sheet.row(row + 1)] if row + 1 < sheet.height else []
    last = row + 1 if len({squashed(code) for code in codes} & _TELLING) > 1 else row
    told = codes if last > row else own
    headings = [_bracketed(cell) for cell in told]
    if not any("[" in heading or " " in heading for heading in headings):
        headings = [_UNDERSCORED.sub(r"\g<code>[\g<part>]", heading) for heading in headings]
    if last == row:
        return headings, last
    both = zip(headings, own, strict=True)
    return [heading if squashed(heading) in _ROLES else f"{heading}. {words}" if heading else words for heading, words in both], last


def _bracketed(heading: str) -> str:
    """A heading by the number of its question, as the tool's database calls it, written like one by code."""
    match = _NUMBERED.match(heading)
    return f"Q{match['key']}[{match['part']}]" if match and match["part"] and match["part"] != "Time" else heading


def _times(sheet: Sheet, at: int, first: int, heading: str, codes: list[str]) -> bool:
    """Whether a column holds how long a question or a page took: the tool names it so, and every cell is seconds."""
    named = bool(_TIMED.fullmatch(heading)) or (heading.endswith("Time") and heading.removesuffix("Time") in codes)
    return named and all(re.fullmatch(r"\d+([.,]\d+)?", cell) for cell in values(sheet, at, first))


def _holds_items(sheet: Sheet, at: int, first: int) -> bool:
    """Whether a numbered column names things, as the first, second and third place of a ranking do, and is not a box that was ticked."""
    cells = values(sheet, at, first)
    return len(cells) > 1 and not {cell.casefold() for cell in cells} <= TICKS | NOT_TICKS and not all(cell.isdecimal() for cell in cells)


def _is_coded(headings: list[str]) -> bool:
    coded = [heading for heading in headings if (match := _CODED.match(heading)) and (match["parts"] or match["text"] or " " not in heading)]
    return len(coded) >= 0.6 * sum(map(bool, headings))


def _code(heading: str) -> str:
    match = _CODED.match(heading)
    return match["code"] if match else heading


def _text(heading: str) -> str:
    match = _CODED.match(heading)
    return (match["text"] or "") if match and (match["text"] or match["parts"]) else heading


def _stem(heading: str) -> str:
    """The question of a heading, without its code and the answer it stands over."""
    text = _text(heading)
    parted = _PARTED.match(text)
    words = (parted["question"] if parted else "" if text.startswith("[") else text).strip()
    return words or _code(heading)


def _place(heading: str) -> str:
    """The place in a ranking that a code stands for, as Q5[1] for the first; '' for any other."""
    match = _CODED.match(heading)
    worded = _PLACED.search(heading)
    return match["parts"][1:-1] if match and re.fullmatch(r"\[\d{1,2}\]", match["parts"]) else worded["place"] if worded else ""


def _part(heading: str) -> str:
    """The answer or statement a heading stands over, in words where it has them, by its code where not."""
    coded = _CODED.match(heading)
    parted = _PARTED.match(_text(heading))
    found = parted["parts"] if parted else coded["parts"] if coded and coded["parts"] else ""
    words = [part.strip() for part in re.findall(r"\[([^\[\]]*)\]", found) if part.strip()]
    return " – ".join(words)
