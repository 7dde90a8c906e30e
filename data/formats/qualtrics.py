"""Qualtrics' export of responses: names, wordings and import ids in three heading rows; or two or one of them; or the older export's two.

Responses that the survey's author gave while trying it out are set aside: they are no respondents.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from data.layout import Column, SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, dashed, once, shared_start, squashed, top_rows, values
from data.questionnaire.coding import tidy
from data.questionnaire.summaries import holds_row_of
from data.sheet import Sheet

NAME = "Qualtrics export"
KIND = "survey"
STEPS = "In Qualtrics open Data & Analysis, choose Export & Import, Export Data, then CSV or Excel, all fields, and Use choice text."

_ROLES = {
    "startdate": "started",
    "enddate": "ended",
    "recordeddate": "ended",
    "responseid": "respondent id",
    "recordid": "respondent id",
    "finished": "status",
    "distributionchannel": "channel",
    **dict.fromkeys(
        ("status", "responsetype", "progress", "duration(inseconds)", "duration", "userlanguage", "responseset", "responsesetid"), "row number"
    ),
    **dict.fromkeys(("ipaddress", "recipientlastname", "recipientfirstname", "recipientemail", "emailaddress", "recipientname"), "personal"),
    **dict.fromkeys(("externalreference", "externaldatareference", "externaldata"), "personal"),
    **dict.fromkeys(("locationlatitude", "locationlongitude", "locationaccuracy"), "personal"),
}
# Other tools have ids, dates and addresses too; these columns only this one writes.
_OWN = frozenset(
    (
        "recordeddate",
        "distributionchannel",
        "userlanguage",
        "responseset",
        "recipientemail",
        "recipientlastname",
        "recipientfirstname",
        "externalreference",
        "externaldatareference",
        "duration(inseconds)",
        "locationlatitude",
        "locationlongitude",
    )
)
_PREVIEWS = (
    "survey preview",
    "preview",
    "vorschau",
    "umfragevorschau",
    "aperçu",
    "aperçu de l'enquête",
    "vista previa",
    "vista previa de la encuesta",
)
_TRIALS = frozenset(("1", "survey test", "spam", "8", "test", *_PREVIEWS))
# Order of display, timing and what the tool made of texts: nobody answered these.
_MADE = re.compile(
    r"(_DO(_\w+)?$|_NPS_GROUP$|_FILE_(ID|NAME|SIZE|TYPE)$|_(First|Last) Click$|_Page Submit$|_Click Count$"
    r"| - ((First|Last) Click|Page Submit|Click Count)$| - Group$|^Q_(Recaptcha|Relevant|Duplicate|Ballot|Total)\w*$"
    r"| - (Parent )?Topics?$| - Topic Hierarchy| - Sentiment\b| - Actionability)",
    re.IGNORECASE,
)
_CHOICE = "Selected Choice - "
_Q = re.compile(r"Q(ID)?\d")
_PART = re.compile(r"^(?P<base>.+?)(?P<part>(?:_\d+)+|#\d+(?:_\d+)*)?(?P<words>_TEXT)?$")


def refuses(sheet: Sheet) -> str:
    """A results report, one table of counts or means a question, holds no respondent."""
    report = holds_row_of(
        sheet,
        [
            frozenset({"#", "answer", "%", "count"}),
            frozenset({"#", "field", "mean", "count"}),
            frozenset({"field", "choice count"}),
            frozenset({"field", "percentage", "count"}),
        ],
    )
    return "This is a Qualtrics report: it counts the answers to each question and does not hold the responses themselves." if report else ""


def recognises(sheet: Sheet) -> bool:
    return _rows(sheet) is not None


def read(sheet: Sheet) -> SurveyLayout:
    found = _rows(sheet)
    if found is None:
        sentence = "This is not a Qualtrics export: its headings are not the ones Qualtrics writes."
        raise ImportRefused("E_NOT_QUALTRICS", sentence, "Say that it holds survey answers in a table.")
    names, wordings, ids, rows = found
    first = rows[-1] + 1
    columns = _columns(names, wordings, ids, sheet, first) if any(map(_Q.match, names)) else _worded(wordings, sheet, first)
    status = next((at for at, name in enumerate(names) if squashed(name) in ("status", "responsetype")), None)
    channel = next((column.at for column in columns if column.role == "channel"), None)
    trials = [row for at in (status, channel) if at is not None for row in _trials(sheet, at, first, at == channel)]
    why = "the author's own trial of the survey, not a respondent"
    return SurveyLayout(once(columns, "ended", "respondent id", "started"), tuple(rows), first, frozenset(), tuple(sorted(set(trials))), why)


def _rows(sheet: Sheet) -> tuple[list[str], list[str], list[str], list[int]] | None:
    """Names, wordings and import ids, each as long as the sheet is wide, and the rows they stand in."""
    top = top_rows(sheet, 12)
    for place, (number, row) in enumerate(top):
        if any(cell.startswith('{"ImportId"') for cell in row):
            above = top[max(0, place - 2) : place]
            names = above[0][1] if above else row
            return names, above[-1][1] if above else row, row, [*(at for at, _ in above), number]
    for place, (number, row) in enumerate(top):
        said = {squashed(cell) for cell in row if cell}
        below = {squashed(cell) for cell in top[place + 1][1] if cell} if place + 1 < len(top) else set()
        if {"responseid", "responseset"} <= below or {"responseid", "responseset"} <= said:
            legacy = {"responseid", "responseset"} <= below
            wordings = top[place + 1][1] if legacy else row
            return _legacy_names(row, wordings), wordings, row, [number, top[place + 1][0]] if legacy else [number]
        if len(_OWN & said) >= 2 and ("responseid" in said or "recordeddate" in said):
            worded = len(_OWN & below) >= 2 or ("responseid" in said and _is_wording(top[place + 1][1], row) if place + 1 < len(top) else False)
            wordings = top[place + 1][1] if worded else row
            return row, wordings, row, [number, top[place + 1][0]] if worded else [number]
    return None


def _is_wording(under: list[str], names: list[str]) -> bool:
    """Whether the row under the names is their wordings: no response id stands under the id's name."""
    at = next(at for at, name in enumerate(names) if squashed(name) == "responseid")
    return not under[at].startswith("R_") and not any(cell.isdecimal() for cell in under) and sum(map(bool, under)) > 0.6 * sum(map(bool, names))


def _legacy_names(names: list[str], wordings: list[str]) -> list[str]:
    """The older export calls its own columns V1, V2, …; their meaning stands in the second row."""
    return [wording if re.fullmatch(r"V\d+", name) else name for name, wording in zip(names, wordings, strict=True)]


def _worded(wordings: list[str], sheet: Sheet, first: int) -> list[Column]:
    """The columns where only the wordings were kept."""
    shared = dashed([_bare(wording) for wording in wordings])
    found = columns_of(
        wordings,
        lambda _, heading: _role(heading, heading, ""),
        lambda _, heading: shared.get(_bare(heading), Asked(_bare(heading), separator=",")),
    )
    return [replace(column, hint="other") if column.option.endswith(" - Text") else column for column in found]


def _bare(wording: str) -> str:
    """A wording without the "Selected Choice" that the tool adds where an answer also asks for words."""
    return wording.replace(_CHOICE, "").removesuffix(f" - {_CHOICE.removesuffix(' - ')}")


def _columns(names: list[str], wordings: list[str], ids: list[str], sheet: Sheet, first: int) -> list[Column]:
    columns: list[Column] = []
    block = -1
    told = [_base(name) for name in names]
    for base, same in groupby(range(len(names)), key=lambda at: told[at]):
        places = list(same)
        roles = [_role(names[at], wordings[at], ids[at]) for at in places]
        asked = [at for at, role in zip(places, roles, strict=True) if not role]
        block += bool(asked)
        question, options = _options([wordings[at] for at in asked])
        of = dict(zip(asked, options, strict=True))
        unworded = all(wordings[at] == names[at] for at in asked)
        ticks = _ticks({at: values(sheet, at, first) for at in asked if unworded and not names[at].endswith("_TEXT")})
        of |= {at: label for at, label in ticks.items() if of[at] in ("", names[at])}
        if question in names:
            question = base
        for at, role in zip(places, roles, strict=True):
            if role:
                columns.append(Column(at, role, wordings[at] or names[at]))
                continue
            words = names[at].endswith("_TEXT") and len(asked) > 1
            hint = "other" if words else "ticked" if ticks else ""
            alone = len(asked) - sum(names[one].endswith("_TEXT") for one in asked) == 1
            # Beside the words of its "other", one column of answers holds the whole question.
            part = _PART.match(names[at])
            label = "" if alone and not words and not (part and part["part"]) else of[at]
            columns.append(Column(at, "question", question or base, label, block, hint, "," if alone and not words else ""))
    return sorted(columns, key=lambda column: column.at)


def _ticks(said: dict[int, list[str]]) -> dict[int, str]:
    """What each column of a question with several answers says, where none ever says two things and no two say the same; else nothing."""
    labels = [cells[0] for cells in said.values() if cells]
    alone = len(said) > 1 and all(len(cells) <= 1 for cells in said.values()) and len(set(labels)) == len(labels) > 1
    return {at: cells[0] if cells else "" for at, cells in said.items()} if alone else {}


def _base(name: str) -> str:
    match = _PART.match(name)
    return match["base"] if match and re.match(r"^Q(ID)?\d|.*_\d+(_TEXT)?$|.*_TEXT$", name) else name


def _role(name: str, wording: str, imported: str) -> str:
    own = re.match(r'\{"ImportId":\s*"(?P<id>[^"]*)"', imported)
    role = _ROLES.get(squashed(name)) or (_ROLES.get(squashed(own["id"])) if own else "")
    if role:
        return role
    if squashed(name) in ("weight", "weights", "surveyweight"):
        return "weight"
    if not name and not wording:
        return "unnamed"
    if _MADE.search(name) or (own and _MADE.search(own["id"])):
        return "row number"
    return "hidden" if own and not own["id"].startswith("QID") else ""


def _options(wordings: Sequence[str]) -> tuple[str, list[str]]:
    """The question that several columns share, and what each of them stands over: "Question - answer"."""
    if len(wordings) < 2:
        return (_bare(wordings[0]), [""]) if wordings else ("", [])
    alike = [wording.replace(_CHOICE, "") for wording in wordings if " - " in wording]
    shared = shared_start(alike)
    cut = shared.rfind(" - ")
    if cut < 1 and (dash := shared_start(wordings).rfind("-")) > 3:
        # The older export: "How far do you agree?-The police listen".
        return wordings[0][:dash].strip(), [wording[dash + 1 :].strip() for wording in wordings]
    if cut < 1:
        return wordings[0], ["" if wording == wordings[0] else wording for wording in wordings]
    # "Selected Choice" is what the tool adds where an answer also asks for words.
    parts = [wording.replace(_CHOICE, "")[cut + 3 :] if wording.startswith(shared[: cut + 3]) else wording for wording in wordings]
    return shared[:cut], ["" if part == "Selected Choice" else part.removesuffix(" - Text") for part in parts]


def _trials(sheet: Sheet, at: int, first: int, channel: bool) -> list[int]:
    trials = {"preview", "survey preview"} if channel else _TRIALS
    return [first + row for row, cell in enumerate(sheet.column(at, first).to_pylist()) if tidy(cell).casefold() in trials]
