"""Qualtrics' export of responses: names, wordings and import ids in three heading rows; or two or one of them; or the older export's two.

Responses that the survey's author gave while trying it out are set aside: they are no respondents.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from data.formats._qualtrics_headings import asks, base_of, heading_rows, import_id, part_of
from data.layout import Column, SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import Asked, columns_of, dashed, once, shared_start, squashed, values
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
    r"(^RO-|_DO(_\w+)?$|_NPS_GROUP$|_FILE_(ID|NAME|SIZE|TYPE)$|_(First|Last) Click$|_Page Submit$|_Click Count$"
    r"| - ((First|Last) Click|Page Submit|Click Count)$| - Group$|^Q_(Recaptcha|Relevant|Duplicate|Ballot|Total)\w*$"
    r"| - (Parent )?Topics?$| - Topic Hierarchy| - Sentiment\b| - Actionability)",
    re.IGNORECASE,
)
_CHOICE = "Selected Choice - "
_Q = re.compile(r"Q(ID)?\d")


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
    return heading_rows(sheet) is not None


def read(sheet: Sheet) -> SurveyLayout:
    found = heading_rows(sheet)
    if found is None:
        sentence = "This is not a Qualtrics export: its headings are not the ones Qualtrics writes."
        raise ImportRefused("E_NOT_QUALTRICS", sentence, "Say that it holds survey answers in a table.")
    names, wordings, ids, rows = found
    first = rows[-1] + 1
    own = [import_id(cell) for cell in ids]
    named = any(map(_Q.match, names)) or (names is not ids and any(own))
    columns = _columns(names, wordings, own, sheet, first) if named else _worded(wordings, sheet, first)
    status = next((at for at, name in enumerate(names) if squashed(name) in ("status", "responsetype")), None)
    channel = next((column.at for column in columns if column.role == "channel"), None)
    trials = [row for at in (status, channel) if at is not None for row in _trials(sheet, at, first, at == channel)]
    why = "the author's own trial of the survey, not a respondent"
    return SurveyLayout(once(columns, "ended", "respondent id", "started"), tuple(rows), first, frozenset(), tuple(sorted(set(trials))), why)


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


def _columns(names: list[str], wordings: list[str], own: list[str], sheet: Sheet, first: int) -> list[Column]:
    columns: list[Column] = []
    block = -1
    told = [base_of(name, one) for name, one in zip(names, own, strict=True)]
    for _, same in groupby(range(len(names)), key=lambda at: told[at]):
        places = list(same)
        base = base_of(names[places[0]], "")
        roles = [_role(names[at], wordings[at], own[at]) for at in places]
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
            label = "" if alone and not words and not part_of(names[at]) else of[at]
            columns.append(Column(at, "question", question or base, label, block, hint, "," if alone and not words else ""))
    return sorted(columns, key=lambda column: column.at)


def _ticks(said: dict[int, list[str]]) -> dict[int, str]:
    """What each column of a question with several answers says, where none ever says two things and no two say the same; else nothing."""
    labels = [cells[0] for cells in said.values() if cells]
    alone = len(said) > 1 and all(len(cells) <= 1 for cells in said.values()) and len(set(labels)) == len(labels) > 1
    return {at: cells[0] if cells else "" for at, cells in said.items()} if alone else {}


def _role(name: str, wording: str, own: str) -> str:
    role = _ROLES.get(squashed(name)) or _ROLES.get(squashed(own))
    if role:
        return role
    if squashed(name) in ("weight", "weights", "surveyweight"):
        return "weight"
    if not name and not wording:
        return "unnamed"
    if _MADE.search(name) or _MADE.search(own):
        return "row number"
    return "hidden" if own and not asks(own) else ""


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
    # Where a question is asked again for each of several things, its answers, but not the words beside them, repeat the question once more.
    answers = [part for part in parts if not part.endswith(" - Text")]
    again = shared_start(answers)[: shared_start(answers).rfind(" - ") + 3] if len(answers) > 1 and " - " in shared_start(answers) else ""
    return shared[:cut], ["" if part == "Selected Choice" else part.removeprefix(again).removesuffix(" - Text") for part in parts]


def _trials(sheet: Sheet, at: int, first: int, channel: bool) -> list[int]:
    trials = {"preview", "survey preview"} if channel else _TRIALS
    return [first + row for row, cell in enumerate(sheet.column(at, first).to_pylist()) if tidy(cell).casefold() in trials]
