"""KoboToolbox's, ODK's and SurveyCTO's export of submissions: "group/question" or "group-question", and several answers to a question in one cell
(as codes or in words, a space between them), as columns of 0 and 1, or both."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from itertools import islice

import pyarrow as pa
import pyarrow.compute as pc

from data.layout import SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, once, row_with, squashed, top_rows, values
from data.questionnaire.coding import tidy
from data.questionnaire.joined import MOST_DIFFERENT, parts_of_joined
from data.questionnaire.kinds import asks_for_words, is_number
from data.questionnaire.places import place_named
from data.questionnaire.summaries import holds_row_of
from data.sheet import Sheet

NAME = "KoboToolbox, ODK or SurveyCTO export"
KIND = "survey"
STEPS = (
    "In KoboToolbox open the project, choose Data, Downloads, then XLS or CSV with labels; in ODK Central, choose Submissions, Download; "
    "in SurveyCTO, choose Export, the form, then Download, as CSV in wide format."
)

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
}
# SurveyCTO's own, that anybody else may well ask.
_SURVEYCTO = {"caseid", "respondentcode", "participantid", "formstatus", *(f"review{of}" for of in ("quality", "comments", "corrections", "status"))}
_KOBO = frozenset(
    {"uuid", "submissiontime", "index", "submittedby", "validationstatus", "version", "xformidstring", "formhub/uuid", "meta/instanceid"}
)
# Groups stand in groups, but never so deep; a question in words may hold the mark as often as it likes. Longer headings hold a text, and no name.
_CUTS = 20
_LONGEST = 500
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
    return "This is the form of a KoboToolbox, ODK or SurveyCTO survey: it lists the questions and does not hold the submissions." if form else ""


def recognises(sheet: Sheet) -> bool:
    return _row(sheet) is not None


def _row(sheet: Sheet) -> int | None:
    def own(names: set[str]) -> bool:
        odk = "key" in names and bool({"submissiondate", "submittername", "metainstanceid", "instanceid"} & names)
        return odk or _of_a_device(names) or _of_kobo(names)

    return row_with(sheet, own)


def _of_a_device(names: set[str]) -> bool:
    return bool(names & _DEVICE) and ({"start", "end"} <= names or {"starttime", "endtime"} <= names)


def _of_kobo(names: set[str]) -> bool:
    return len(names & _KOBO) >= 2 and bool(names & {"uuid", "submissiontime", "formhub/uuid", "meta/instanceid", "xformidstring"})


def _roles(sheet: Sheet, headings: list[str], first: int) -> list[str]:
    """What each column holds where the platform added it, told from its heading. "Duration" is SurveyCTO's only where it is a number throughout."""
    names = [squashed(heading) for heading in headings]
    surveycto = _of_a_device(set(names)) and not _of_kobo(set(names))
    own = _SURVEYCTO if surveycto else set()
    if surveycto and "duration" in names and all(map(is_number, values(sheet, names.index("duration"), first))):
        own = own | {"duration"}
    return ["row number" if name in own else _ROLES.get(name, "") for name in names]


def tidied(sheet: Sheet) -> Sheet:
    """The same cells, answers in words that only a space parts set apart by semicolons."""
    row = _row(sheet)
    if row is None:
        return sheet
    headings = [tidy(cell) for cell in sheet.row(row)]
    roles = _roles(sheet, headings, row + 1)
    columns = {name: sheet.cells.column(name) for name in sheet.cells.column_names}
    changed = False
    for at, (name, column) in enumerate(columns.items()):
        parts = None if roles[at] or asks_for_words(headings[at]) else _parts(column.slice(row + 1))
        if parts:
            changed = True
            below = column.slice(row + 1).combine_chunks().dictionary_encode()
            apart = ["; ".join(parts.get(tidy(text), [""])) for text in below.dictionary.to_pylist()]
            columns[name] = pa.chunked_array([*column.slice(0, row + 1).chunks, pa.array(apart, column.type).take(below.indices)])
    return replace(sheet, cells=pa.table(columns)) if changed else sheet


def _parts(column: pa.ChunkedArray) -> dict[str, list[str]] | None:
    """The answers each of a column's texts is made of, where only a space parts them. Every text is looked at once, however often it was given."""
    counted = pc.value_counts(column)
    if len(counted) > MOST_DIFFERENT + 1:  # one may be blank
        return None
    said: Counter[str] = Counter()
    for text, times in zip(counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True):
        said[tidy(text)] += times
    del said[""]
    return None if any(";" in text for text in said) or _holds_codes(list(said)) else parts_of_joined(said)


def read(sheet: Sheet) -> SurveyLayout:
    row = _row(sheet)
    if row is None:
        sentence = "This is not a KoboToolbox, ODK or SurveyCTO export: it has none of the columns they add to every submission."
        raise ImportRefused("E_NOT_KOBO", sentence, "Say that it holds survey answers in a table.")
    headings = [tidy(cell) for cell in sheet.row(row)]
    mark = next((mark for mark in ("/", ".", "-") if sum(mark in heading.strip("_") for heading in headings) > 1), "/")
    first = row + 1
    known, ordered, roles = set(headings), sorted(headings), _roles(sheet, headings, first)
    split = _split(headings, mark)
    ticks = {at for at in range(len(headings)) if set(values(sheet, at, first)) <= _TICKS}
    boxes = Counter(parent for at, (parent, _, _) in split.items() if at in ticks)
    # A question with several answers may stand there twice, whole and in columns: the columns say it better.
    several = {parent for parent, times in boxes.items() if times > 1 or (parent in known and times)}
    beside = _boxes_by_code(sheet, headings, ticks, first)
    split |= beside
    several |= {parent for parent, _, _ in beside.values()}
    ids = {name for name in map(squashed, headings) if _ROLES.get(name) == "respondent id"}
    odk = "key" in map(squashed, headings)
    best = next((name for name in ("uuid", "key", "metainstanceid", "meta/instanceid", "instanceid") if name in ids), "")
    places = Counter(parent for parent, _, own in split.values() if place_named(own))

    def role(at: int, heading: str) -> str:
        meta = at in split and split[at][0] in ("meta", "group_meta")
        own = roles[at] or (_ROLES.get(squashed(split[at][2]), "") if meta else "")
        if own == "respondent id" and squashed(heading) != best:
            return "row number"
        if own:
            return own
        # What was sent in beside the answers: pictures, recordings, files.
        if heading.endswith("_URL") or f"{heading}_URL" in known or _all_are(_FILE, values(sheet, at, first)):
            return "personal"
        if _PLACE.search(heading) or _all_are(_POINT, values(sheet, at, first)):
            return "personal"
        return "row number" if heading in several else ""

    def last(name: str) -> str:
        """The question's own name, without its groups: ODK parts these with a dash, whatever parts a question from its answers."""
        if " " in name:
            group = name.rpartition(mark)[0]
            shared = bool(group) and _starting(ordered, f"{group}{mark}") > _starting(ordered, name)
            return name[len(group) + 1 :] if shared else name
        own = name.rpartition(mark)[2] or name
        return own.rpartition("-")[2] or own if odk else own

    def asked(at: int, heading: str) -> Asked:
        parent, _, own = split.get(at, ("", "", ""))
        if parent in several:
            return Asked(last(parent), own, "ticked", key=parent)
        if places[parent] > 1 and place_named(own):
            return Asked(last(parent), str(place_named(own)), "placed", key=parent)
        typed = _TYPED.fullmatch(heading)
        if typed and typed["beside"] in known:
            return Asked(last(typed["beside"]), "please specify", "other", key=typed["beside"])
        cells = values(sheet, at, first)
        ranked = _are_ranked(cells)
        return Asked(last(own or heading), "", "ordered" if ranked else "", " " if ranked or _holds_codes(cells) else "", heading)

    columns = once(columns_of(headings, role, asked), "ended", "started")
    return SurveyLayout(columns, (row,), first, frozenset({"n/a"}))


def _boxes_by_code(sheet: Sheet, headings: list[str], ticks: set[int], first: int) -> dict[int, tuple[str, str, str]]:
    """SurveyCTO's columns of 0 and 1, named by the question and the code of each answer: "worry_1", and "worry__96" for -96."""
    under: dict[str, dict[int, str]] = {heading: {} for heading in headings if heading}
    for at in sorted(ticks):
        heading = headings[at] if len(headings[at]) <= _LONGEST else ""
        for match in re.finditer("_", heading):
            if heading[: match.start()] in under:
                under[heading[: match.start()]][at] = re.sub(r"^_(?=\d)", "-", heading[match.end() :])
    found: dict[int, tuple[str, str, str]] = {}
    for parent, boxes in under.items():
        cells = values(sheet, headings.index(parent), first) if len(boxes) > 1 else []
        if cells and {code for cell in cells for code in cell.split(" ")} <= set(boxes.values()):
            found |= {at: (parent, "_", code) for at, code in boxes.items()}
    return found


def _starting(ordered: list[str], start: str) -> int:
    """How many of the headings, in their order, begin with a text."""
    long = len(start)
    return bisect_right(ordered, start, key=lambda heading: heading[:long]) - bisect_left(ordered, start, key=lambda heading: heading[:long])


def _split(headings: list[str], mark: str) -> dict[int, tuple[str, str, str]]:
    """Headings cut into a group or question and what stands under it. Answers and questions in words may hold the mark themselves: there it only
    counts behind what is a heading too, or what several headings begin with."""
    here = re.compile(rf"(?<=.){re.escape(mark)}(?! )")
    parents = [
        [heading[: match.start()] for match in islice(here.finditer(heading), _CUTS)] if len(heading) <= _LONGEST else [] for heading in headings
    ]
    known, starts = set(headings), Counter(parent for one in parents for parent in one)
    found = {}
    for at, (heading, cuts) in enumerate(zip(headings, parents, strict=True)):
        whole = [cut for cut in cuts if cut in known] or [cut for cut in cuts if starts[cut] > 1 or " " not in heading]
        if whole:
            found[at] = (whole[-1], mark, heading[len(whole[-1]) + 1 :])
    return found


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
