"""What a file holds, as one JSON object: `python -m data.describe FILE`. Nothing is saved and nothing personal is printed."""

import argparse
import json
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from data import formats
from data.layout import SurveyLayout
from data.logbook.fields import KINDS
from data.logbook.logs import LogReading
from data.office import chosen_office
from data.parsing.limits import USUAL_MB
from data.prepare import Prepared, headings, prepare
from data.privacy.personal import scan
from data.problems import ImportRefused, Problem, SoundingBoardError
from data.profile import available, load
from data.questionnaire.own_words import typed_beside
from data.questionnaire.question import Question
from data.questionnaire.survey import SurveyReading
from data.reading import read_file
from data.sheet import Book

REFUSED = 2
_MOST_PROBLEMS = 200


def described(book: Book, prepared: Sequence[Prepared]) -> dict[str, Any]:
    """What would be read from a file. Where several sheets would be, the fullest comes first and all are under "sheets"."""
    sheets = [_sheet(one) for one in sorted(prepared, key=lambda one: -one.reading.rows_kept)]
    notices = [{"code": notice.code, "says": notice.sentence} for notice in book.notices]
    hidden = [sheet.name for sheet in book.sheets if sheet.hidden]
    found = {"file": book.name} | sheets[0] | {"notices": notices, "hidden_sheets": hidden}
    return found | {"sheets": sheets} if len(sheets) > 1 else found


def _sheet(one: Prepared) -> dict[str, Any]:
    reading = one.reading
    count = "respondents" if isinstance(reading, SurveyReading) else "rows"
    return {
        "format": formats.named(one.format).NAME,
        "kind": one.kind,
        "sheet": one.sheet.name,
        count: reading.rows_kept,
        "rows_read": reading.rows_read,
        "rows_aside": reading.rows_read - reading.rows_kept,
        "questions": _questions(one, reading) if isinstance(reading, SurveyReading) else _fields(one, reading),
        "weighted": isinstance(reading, SurveyReading) and bool(reading.respondents["weight"].notna().any()),
        "left_out": [{"heading": left.heading, "cell": left.cell, "why": left.why} for left in one.left_out],
        "problems": [_problem(problem) for problem in reading.problems[:_MOST_PROBLEMS]],
    }


def _questions(one: Prepared, reading: SurveyReading) -> list[dict[str, Any]]:
    """The questions as they were asked: a grid is one of them, with its statements, and so is a question with the words beside "other"."""
    assert isinstance(one.layout, SurveyLayout)
    columns = {column.at: column for column in one.layout.columns}
    found = []
    for _, asked in groupby(reading.questions, key=lambda question: columns[question.columns[0]].block):
        parts = list(asked)
        own = typed_beside(parts)
        main = [
            part
            for part in parts
            if (columns[part.columns[0]].hint != "other" or part.battery) and not (part.kind == "written" and part.columns[0] in own)
        ] or parts
        found.append(_question(main[0]) if len(main) == 1 else _matrix(main))
        beside = [part for part in parts if part not in main]
        if beside:
            found[-1]["words_beside"] = sum(len(part.given) for part in beside)
    return found


def _question(question: Question) -> dict[str, Any]:
    wording = f"{question.battery} – {question.wording}" if question.battery else question.wording
    shown = {"wording": wording, "kind": question.kind, "options": _options(question), "answered": len(set(question.given["respondent"].to_pylist()))}
    if question.characteristic:
        shown["about_you"] = question.characteristic
    if question.tracks:
        shown["tracks"] = question.tracks
    return shown


def _matrix(parts: list[Question]) -> dict[str, Any]:
    options = list(dict.fromkeys(label for part in parts for label in _options(part)))
    return {"wording": parts[0].battery or parts[0].wording, "kind": "matrix", "options": options, "statements": [_question(part) for part in parts]}


def _options(question: Question) -> list[str]:
    """What was offered; where people could type an option themselves, one that may name somebody is not shown."""
    return ["[not shown]" if scan(option.label) else option.label for option in question.options]


def _fields(one: Prepared, reading: LogReading) -> list[dict[str, Any]]:
    named = headings(one.sheet, one.layout)
    fields = {field.name: field for field in KINDS[reading.kind]}
    at = one.layout.fields if not isinstance(one.layout, SurveyLayout) else {}
    return [{"wording": named[column], "kind": fields[name].heading, "options": []} for name, column in sorted(at.items(), key=lambda item: item[1])]


def _problem(problem: Problem) -> dict[str, Any]:
    says = None if problem.found is None or scan(problem.found) else problem.found
    return {"repair": problem.repair, "where": problem.where, "says": says, "expected": problem.expected, "done": problem.done}


def describe(path: Path, office: str = "", limit_mb: float = USUAL_MB) -> dict[str, Any]:
    """What would be read from a file for an office, or {"refused": …} with the sentence the officer would see."""
    try:
        book = read_file(path.name, path.read_bytes(), limit_mb)
        return described(book, prepare(book, load(office or chosen_office() or min(available()))))
    except OSError:
        return {"refused": f"The file {path.name} cannot be opened. Check its name and folder."}
    except ImportRefused as refused:
        return {"refused": str(refused), "code": refused.code}
    except SoundingBoardError as error:
        return {"refused": str(error)}


def show(found: dict[str, Any]) -> int:
    """Print one JSON object and give the exit status: 0, or 2 where the file was refused."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(json.dumps(found, ensure_ascii=False, indent=1, default=str))
    return REFUSED if "refused" in found else 0


def add_limit(parser: argparse.ArgumentParser) -> None:
    """The switch for files larger than those that are uploaded; reading one takes memory and time in proportion."""
    parser.add_argument(
        "--limit-mb", type=float, default=USUAL_MB, metavar="MB", help=f"the largest file to read; {USUAL_MB} if left out, as in the app"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m data.describe", description="Say what would be read from a file, as JSON.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--office", default="", help="whose strategy its terms are read by; the office chosen on this computer if left out")
    add_limit(parser)
    return parser.parse_args()


if __name__ == "__main__":
    asked = _arguments()
    sys.exit(show(describe(asked.file, asked.office, asked.limit_mb)))
