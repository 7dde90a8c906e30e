"""A data file of SPSS (.sav, .zsav), from any program: its variables, their labels, and what it offers as answers, in three heading rows.

The reader writes answers as the words their codes stand for and leaves out what the file itself calls missing.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from data.layout import Column, SurveyLayout
from data.problems import ImportRefused
from data.questionnaire.answer_columns import is_other, once, shared_start, squashed, values
from data.sheet import Sheet

NAME = "SPSS data file"
KIND = "survey"
STEPS = "In SPSS, or the program that holds the survey, save or export the data as an SPSS file (.sav) with its variable labels and value labels."

MARK = '{"spss"'
_NUMBERED = re.compile(r"^(?P<stem>.*?[A-Za-z].*?)_(?P<part>\d+\w?(?:_\w+)?)$")
_ROLES = {
    **dict.fromkeys(("respondentid", "responseid", "urn", "respid", "caseid", "serial", "uniqueid", "recordnumber", "respondent"), "respondent id"),
    **dict.fromkeys(("startdate", "starttime", "started"), "started"),
    **dict.fromkeys(("enddate", "endtime", "submitdate", "datesubmitted", "completiondate", "completed", "recordeddate"), "ended"),
    **dict.fromkeys(("id", "duration", "status", "progress", "userlanguage"), "row number"),
    **dict.fromkeys(("ipaddress", "token", "email", "locationlatitude", "locationlongitude", "externalreference"), "personal"),
}
_WEIGHT = re.compile(
    r"^(weight(ing)?s?|wt|wgt|.*_w(ei)?g?h?t|wt_?\w+|weight_?\w{1,8}|final_?weight|(survey|design|grossing|rim|calibration)_?weight)$", re.IGNORECASE
)


@dataclass(frozen=True)
class Variable:
    """One variable: its name, its label (the question), the answers it offers, and whether it is the file's weight."""

    at: int
    name: str
    label: str
    options: tuple[str, ...]
    codes: tuple[str, ...]
    weight: bool
    several: str


def variables(sheet: Sheet) -> list[Variable]:
    """The variables of a sheet that came from an SPSS file; none of any other."""
    if sheet.height < 3 or not sheet.width or not sheet.cells.column(0)[2].as_py().startswith(MARK):
        return []
    try:
        return [_variable(at, *cells) for at, cells in enumerate(zip(*sheet.rows(0, 3), strict=True))]
    except (ValueError, KeyError, TypeError):  # a text file that only begins like one
        return []


def _variable(at: int, name: str, label: str, told: str) -> Variable:
    about = json.loads(told)["spss"]
    return Variable(at, name, label, tuple(about["options"]), tuple(about["codes"]), bool(about["weight"]), str(about["several"]))


def recognises(sheet: Sheet) -> bool:
    return bool(variables(sheet)) and not any(squashed(one.label) == "uniqueresponsenumber" for one in variables(sheet))


def read(sheet: Sheet) -> SurveyLayout:
    if not variables(sheet):
        sentence = "This is not an SPSS data file."
        raise ImportRefused("E_NOT_SPSS", sentence, "Say that it holds survey answers in a table.")
    return columns_of_variables(sheet, _ROLES)


def columns_of_variables(sheet: Sheet, roles: Mapping[str, str]) -> SurveyLayout:
    """Where things stand in an SPSS file. Variables numbered alike ("Q3_1", "Q3_2") or named as a set by the file are one question."""
    found = variables(sheet)
    columns: list[Column] = []
    weighted = any(one.weight for one in found)
    for block, (_, same) in enumerate(groupby(found, key=_stem)):
        parts = list(same)
        own = {one.at: _role(one, roles, weighted, sheet) for one in parts}
        asked = [one for one in parts if not own[one.at]]
        question, labels = _question([one.label or one.name for one in asked], _stem(parts[0]))
        named = dict(zip([one.at for one in asked], labels, strict=True))
        ranked = _are_places(asked, sheet)
        ticked = len(asked) > 1 and all(len(one.options) <= 1 or one.several for one in asked) and _one_thing_each(asked, sheet)
        for one in parts:
            role = own[one.at]
            label = named.get(one.at, "")
            hint = "" if len(asked) < 2 else "other" if is_other(label) and not one.options else "filled" if ticked else "ranked" if ranked else ""
            named_as = (one.label or one.name) if role else question
            columns.append(Column(one.at, role or "question", named_as, label, -1 if role else block, hint, offered=() if ticked else one.options))
    return SurveyLayout(once(columns, "ended", "respondent id", "started", "weight"), (0, 1, 2), 3)


def _stem(one: Variable) -> str:
    match = _NUMBERED.match(one.name)
    return one.several or (match["stem"] if match else one.name)


def _role(one: Variable, roles: Mapping[str, str], weighted: bool, sheet: Sheet) -> str:
    if one.weight or (not weighted and _WEIGHT.match(one.name) and not one.options and _about_one(values(sheet, one.at, 3))):
        return "weight"
    return roles.get(squashed(one.name), "") or roles.get(squashed(one.label), "")


def _about_one(cells: list[str]) -> bool:
    """Numbers about one, as weights are and pounds or kilograms are not."""
    numbers = [float(cell) for cell in cells if re.fullmatch(r"\d+(\.\d+)?(e-?\d+)?", cell)]
    return bool(numbers) and len(numbers) == len(cells) and 0.2 <= sum(numbers) / len(numbers) <= 5


def _question(labels: list[str], stem: str) -> tuple[str, list[str]]:
    """What labels of one question share, and what each adds: "Pets you like - Dogs"."""
    if len(labels) < 2:
        return (labels[0], [""]) if labels else ("", [])
    shared = shared_start(labels)
    cut = max((shared.rfind(mark) + len(mark) for mark in (" - ", ": ", " – ") if mark in shared), default=0)
    if not cut:
        return labels[0] if len(set(labels)) == 1 else stem, labels
    return shared[:cut].rstrip(" -:–"), [label[cut:] for label in labels]


def _are_places(asked: list[Variable], sheet: Sheet) -> bool:
    """Whether variables with one list of as many answers as there are of them put things in order: nobody gives two things one place."""
    offered = {one.options for one in asked}
    if len(asked) < 3 or len(offered) != 1 or len(asked[0].options) != len(asked):
        return False
    said = zip(*(sheet.column(one.at, 3).to_pylist() for one in asked), strict=True)
    rows = [[cell for cell in row if cell] for row in said]
    return any(rows) and all(len(set(row)) == len(row) for row in rows)


def _one_thing_each(asked: list[Variable], sheet: Sheet) -> bool:
    """A set of ticks leaves a column blank, or says its one answer; a set coded "no" and "yes" tells of itself."""
    said = [values(sheet, one.at, 3) for one in asked]
    return (all(len(cells) <= 1 for cells in said) and len({cell for cells in said for cell in cells}) != 1) or all(
        set(cells) <= {"1"} for cells in said
    )
