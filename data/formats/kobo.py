"""KoboToolbox's and ODK's export of submissions: "group/question" or "group-question", several answers as codes, as columns of 0 and 1, or both."""

import re
from collections import Counter

from data.layout import SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, once, row_with, squashed, top_rows, values
from data.questionnaire.coding import tidy
from data.questionnaire.summaries import holds_row_of
from data.sheet import Sheet

NAME = "KoboToolbox or ODK export"
KIND = "survey"
STEPS = "In KoboToolbox open the project, choose Data, Downloads, then XLS or CSV with labels; in ODK Central, choose Submissions, Download."

_ROLES = {
    **dict.fromkeys(("uuid", "instanceid", "metainstanceid", "meta/instanceid", "key"), "respondent id"),
    **dict.fromkeys(("start", "starttime"), "started"),
    **dict.fromkeys(("submissiontime", "submissiondate"), "ended"),
    **dict.fromkeys(("end", "endtime"), "ended"),
    **dict.fromkeys(
        ("today", "id", "index", "parentindex", "parenttablename", "validationstatus", "notes", "status", "version", "xformidstring"), "row number"
    ),
    **dict.fromkeys(
        ("tags", "attachments", "attachmentspresent", "attachmentsexpected", "reviewstate", "edits", "formversion", "rootuuid"), "row number"
    ),
    **dict.fromkeys(("formhub/uuid", "metainstancename", "meta/instancename", "meta/rootuuid", "bamboodatasetid", "formdefversion"), "row number"),
    **dict.fromkeys(
        ("deviceid", "imei", "phonenumber", "simserial", "simid", "subscriberid", "username", "email", "submittedby", "audit"), "personal"
    ),
    **dict.fromkeys(("submitterid", "submittername", "geolocation", "enumerator", "interviewer"), "personal"),
}
_KOBO = frozenset(
    {"uuid", "submissiontime", "index", "submittedby", "validationstatus", "version", "xformidstring", "formhub/uuid", "meta/instanceid"}
)
_PLACE = re.compile(r"_(latitude|longitude|altitude|precision|accuracy)$|-(Latitude|Longitude|Altitude|Accuracy)$", re.IGNORECASE)
_POINT = re.compile(r"-?\d{1,3}\.\d+ -?\d{1,3}\.\d+( -?\d+(\.\d+)?){0,2}")
_TICKS = frozenset({"0", "1", "TRUE", "FALSE", "True", "False", "true", "false", "0.0", "1.0"})
_TYPE = re.compile(r"select_(one|multiple) \w+|begin[_ ](group|repeat)$")
_CODES = re.compile(r"[\w.\-]+( [\w.\-]+)*")


def refuses(sheet: Sheet) -> str:
    """The form itself (an XLSForm) says what is asked, and holds no respondent."""
    form = holds_row_of(sheet, [frozenset({"type", "name"})]) and any(_TYPE.match(cell) for _, row in top_rows(sheet) for cell in row)
    return "This is the form of a KoboToolbox or ODK survey: it lists the questions and does not hold the submissions." if form else ""


def recognises(sheet: Sheet) -> bool:
    return _row(sheet) is not None


def _row(sheet: Sheet) -> int | None:
    def own(names: set[str]) -> bool:
        odk = "key" in names and bool({"submissiondate", "submittername", "metainstanceid", "instanceid"} & names)
        return odk or (len(names & _KOBO) >= 2 and bool(names & {"uuid", "submissiontime", "formhub/uuid", "meta/instanceid", "xformidstring"}))

    return row_with(sheet, own)


def read(sheet: Sheet) -> SurveyLayout:
    row = _row(sheet)
    if row is None:
        sentence = "This is not a KoboToolbox or ODK export: it has none of the columns they add to every submission."
        raise ImportRefused("E_NOT_KOBO", sentence, "Say that it holds survey answers in a table.")
    headings = [tidy(cell) for cell in sheet.row(row)]
    mark = next((mark for mark in ("/", ".", "-") if sum(mark in heading.strip("_") for heading in headings) > 1), "/")
    first = row + 1
    split = {at: heading.rpartition(mark) for at, heading in enumerate(headings) if mark in heading}
    boxes = Counter(parent for at, (parent, _, _) in split.items() if _only_ticks(sheet, at, first))
    # A question with several answers may stand there twice, whole and in columns: the columns say it better.
    several = {parent for parent, times in boxes.items() if times > 1 or (parent in headings and times)}
    ids = {name for name in map(squashed, headings) if _ROLES.get(name) == "respondent id"}
    odk = "key" in map(squashed, headings)
    best = next((name for name in ("uuid", "key", "metainstanceid", "meta/instanceid", "instanceid") if name in ids), "")

    def role(at: int, heading: str) -> str:
        own = _ROLES.get(squashed(heading), "") or (
            _ROLES.get(squashed(split[at][2]), "") if at in split and split[at][0] in ("meta", "group_meta") else ""
        )
        if own == "respondent id" and squashed(heading) != best:
            return "row number"
        if own:
            return own
        # What was sent in beside the answers: pictures, recordings, files.
        if heading.endswith("_URL") or f"{heading}_URL" in headings:
            return "personal"
        if _PLACE.search(heading) or _holds_points(sheet, at, first):
            return "personal"
        return "row number" if heading in several else ""

    def asked(at: int, heading: str) -> Asked:
        if at in split and split[at][0] in several:
            return Asked(_last(split[at][0], mark, odk), split[at][2], "ticked")
        question = _last(split[at][2] if at in split and split[at][2] else heading, mark, odk)
        return Asked(question, separator=" " if _holds_codes(values(sheet, at, first)) else "")

    columns = once(columns_of(headings, role, asked), "ended", "started")
    return SurveyLayout(columns, (row,), first, frozenset({"n/a"}))


def _last(name: str, mark: str, odk: bool) -> str:
    """The question's own name, without its groups: ODK parts these with a dash, whatever parts a question from its answers."""
    own = name.rpartition(mark)[2] or name
    return own.rpartition("-")[2] or own if odk and " " not in own else own


def _only_ticks(sheet: Sheet, at: int, first: int) -> bool:
    return set(values(sheet, at, first)) <= _TICKS


def _holds_points(sheet: Sheet, at: int, first: int) -> bool:
    cells = values(sheet, at, first)[:50]
    return bool(cells) and all(_POINT.fullmatch(cell) for cell in cells)


def _holds_codes(cells: list[str]) -> bool:
    """Whether cells hold codes of answers parted by spaces: few codes, met in many cells."""
    if not any(" " in cell for cell in cells) or not all(_CODES.fullmatch(cell) for cell in cells):
        return False
    codes = Counter(code for cell in cells for code in cell.split(" "))
    return len(codes) <= 40 and len(codes) <= len(cells) and all("_" in code or code.islower() or code.isdecimal() for code in codes)
