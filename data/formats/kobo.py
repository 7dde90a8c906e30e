"""KoboToolbox's, ODK's and SurveyCTO's export of submissions: "group/question" or "group-question", and several answers to a question in one cell
(as codes or in words, a space between them), as columns of 0 and 1, or both."""

import re
from collections import Counter
from dataclasses import replace
from itertools import islice

import pyarrow as pa

from data.layout import SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, once, row_with, squashed, top_rows, values
from data.questionnaire.coding import tidy
from data.questionnaire.joined import parts_of_joined
from data.questionnaire.places import place_named
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
    **dict.fromkeys(("submitterid", "submittername", "geolocation", "devicephonenum"), "personal"),
    **{f"{who}{what}": "personal" for who in ("enumerator", "interviewer", "surveyor", "datacollector") for what in ("", "id", "name", "code")},
    # SurveyCTO's own.
    **dict.fromkeys(
        (
            "duration",
            "caseid",
            "respondentcode",
            "participantid",
            "reviewquality",
            "reviewcomments",
            "reviewcorrections",
            "reviewstatus",
            "formstatus",
        ),
        "row number",
    ),
}
_KOBO = frozenset(
    {"uuid", "submissiontime", "index", "submittedby", "validationstatus", "version", "xformidstring", "formhub/uuid", "meta/instanceid"}
)
# Groups stand in groups, but never so deep; a question in words may hold the mark as often as it likes.
_CUTS = 20
_DEVICE = frozenset({"deviceid", "subscriberid", "simserial", "simid", "devicephonenum"})
_PLACE = re.compile(r"(?i:[_-](latitude|longitude|altitude|precision|accuracy)$)|(?<=[a-z0-9])(Latitude|Longitude|Altitude|Accuracy)$")
_FILE = re.compile(r"\S.{0,200}\.(jpe?g|png|gif|webp|mp[34]|m4a|amr|wav|ogg|3gpp?|mov|pdf|csv|docx?|xlsx?)", re.IGNORECASE)
# What was typed beside the answer of another question, by the name that the makers of forms give it.
_TYPED = re.compile(r"(?P<beside>.+?)_(other|oth|others|specify|other_specify|oth_specify|specify_other|other_text)")
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
        device = bool(names & _DEVICE) and ({"start", "end"} <= names or {"starttime", "endtime"} <= names)
        return (
            odk
            or device
            or (len(names & _KOBO) >= 2 and bool(names & {"uuid", "submissiontime", "formhub/uuid", "meta/instanceid", "xformidstring"}))
        )

    return row_with(sheet, own)


def tidied(sheet: Sheet) -> Sheet:
    """The same cells, answers in words that only a space parts set apart by semicolons."""
    row = _row(sheet)
    if row is None:
        return sheet
    headings = [tidy(cell) for cell in sheet.row(row)]
    columns = {name: sheet.cells.column(name) for name in sheet.cells.column_names}
    changed = False
    for at, name in enumerate(columns):
        cells = [tidy(cell) for cell in columns[name].to_pylist()]
        said = Counter(cell for cell in cells[row + 1 :] if cell)
        own = bool(_ROLES.get(squashed(headings[at]))) or any(";" in cell for cell in said)
        parts = None if own or _holds_codes(list(said)) else parts_of_joined(said)
        if parts:
            changed = True
            columns[name] = pa.chunked_array([[*cells[: row + 1], *("; ".join(parts.get(cell, [""])) for cell in cells[row + 1 :])]], pa.string())
    return replace(sheet, cells=pa.table(columns)) if changed else sheet


def read(sheet: Sheet) -> SurveyLayout:
    row = _row(sheet)
    if row is None:
        sentence = "This is not a KoboToolbox, ODK or SurveyCTO export: it has none of the columns they add to every submission."
        raise ImportRefused("E_NOT_KOBO", sentence, "Say that it holds survey answers in a table.")
    headings = [tidy(cell) for cell in sheet.row(row)]
    mark = next((mark for mark in ("/", ".", "-") if sum(mark in heading.strip("_") for heading in headings) > 1), "/")
    first = row + 1
    split = _split(headings, mark)
    boxes = Counter(parent for at, (parent, _, _) in split.items() if _only_ticks(sheet, at, first))
    # A question with several answers may stand there twice, whole and in columns: the columns say it better.
    several = {parent for parent, times in boxes.items() if times > 1 or (parent in headings and times)}
    beside = _boxes_by_code(sheet, headings, first)
    split |= beside
    several |= {parent for parent, _, _ in beside.values()}
    ids = {name for name in map(squashed, headings) if _ROLES.get(name) == "respondent id"}
    odk = "key" in map(squashed, headings)
    best = next((name for name in ("uuid", "key", "metainstanceid", "meta/instanceid", "instanceid") if name in ids), "")
    places = Counter(parent for parent, _, own in split.values() if place_named(own))

    def role(at: int, heading: str) -> str:
        own = _ROLES.get(squashed(heading), "") or (
            _ROLES.get(squashed(split[at][2]), "") if at in split and split[at][0] in ("meta", "group_meta") else ""
        )
        if own == "respondent id" and squashed(heading) != best:
            return "row number"
        if own:
            return own
        # What was sent in beside the answers: pictures, recordings, files.
        if heading.endswith("_URL") or f"{heading}_URL" in headings or _all_are(_FILE, values(sheet, at, first)):
            return "personal"
        if _PLACE.search(heading) or _all_are(_POINT, values(sheet, at, first)):
            return "personal"
        return "row number" if heading in several else ""

    def last(name: str) -> str:
        """The question's own name, without its groups: ODK parts these with a dash, whatever parts a question from its answers."""
        if " " in name:
            group = name.rpartition(mark)[0]
            shared = any(heading.startswith(f"{group}{mark}") and not heading.startswith(name) for heading in headings)
            return name[len(group) + 1 :] if group and shared else name
        own = name.rpartition(mark)[2] or name
        return own.rpartition("-")[2] or own if odk else own

    def asked(at: int, heading: str) -> Asked:
        parent, _, own = split.get(at, ("", "", ""))
        if parent in several:
            return Asked(last(parent), own, "ticked", key=parent)
        if places[parent] > 1 and place_named(own):
            return Asked(last(parent), str(place_named(own)), "placed", key=parent)
        typed = _TYPED.fullmatch(heading)
        if typed and typed["beside"] in headings:
            return Asked(last(typed["beside"]), "please specify", "other", key=typed["beside"])
        cells = values(sheet, at, first)
        ranked = _are_ranked(cells)
        return Asked(last(own or heading), "", "ordered" if ranked else "", " " if ranked or _holds_codes(cells) else "", heading)

    columns = once(columns_of(headings, role, asked), "ended", "started")
    return SurveyLayout(columns, (row,), first, frozenset({"n/a"}))


def _boxes_by_code(sheet: Sheet, headings: list[str], first: int) -> dict[int, tuple[str, str, str]]:
    """SurveyCTO's columns of 0 and 1, named by the question and the code of each answer: "worry_1", and "worry__96" for -96."""
    found: dict[int, tuple[str, str, str]] = {}
    for parent in headings:
        boxes = {at: heading.removeprefix(f"{parent}_") for at, heading in enumerate(headings) if parent and heading.startswith(f"{parent}_")}
        boxes = {at: re.sub(r"^_(?=\d)", "-", code) for at, code in boxes.items() if _only_ticks(sheet, at, first)}
        codes = {code for cell in values(sheet, headings.index(parent), first) for code in cell.split(" ")} if len(boxes) > 1 else set()
        if codes and codes <= set(boxes.values()):
            found |= {at: (parent, "_", code) for at, code in boxes.items()}
    return found


def _split(headings: list[str], mark: str) -> dict[int, tuple[str, str, str]]:
    """Headings cut into a group or question and what stands under it. Answers and questions in words may hold the mark themselves: there it only
    counts behind what is a heading too, or what several headings begin with."""
    parents = [[heading[: match.start()] for match in islice(re.finditer(rf"(?<=.){re.escape(mark)}(?! )", heading), _CUTS)] for heading in headings]
    starts = Counter(parent for one in parents for parent in one)
    found = {}
    for at, (heading, cuts) in enumerate(zip(headings, parents, strict=True)):
        whole = [cut for cut in cuts if cut in headings] or [cut for cut in cuts if starts[cut] > 1 or " " not in heading]
        if whole:
            found[at] = (whole[-1], mark, heading[len(whole[-1]) + 1 :])
    return found


def _only_ticks(sheet: Sheet, at: int, first: int) -> bool:
    return set(values(sheet, at, first)) <= _TICKS


def _all_are(form: re.Pattern[str], cells: list[str]) -> bool:
    return bool(cells) and all(map(form.fullmatch, cells[:50]))


def _are_ranked(cells: list[str]) -> bool:
    """Whether everybody gave all the answers, only in another order."""
    given = {frozenset(cell.split(" ")) for cell in cells}
    return len(given) == 1 and len(next(iter(given))) > 2 and len(cells) > 1


def _holds_codes(cells: list[str]) -> bool:
    """Whether cells hold codes of answers parted by spaces: few codes, met in many cells."""
    if not any(" " in cell for cell in cells) or not all(_CODES.fullmatch(cell) for cell in cells):
        return False
    codes = Counter(code for cell in cells for code in cell.split(" "))
    return len(codes) <= 40 and len(codes) <= len(cells) and all("_" in code or code.islower() or code.isdecimal() for code in codes)
