"""The columns of a survey export from its headings: what each holds, and which of them are one question."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.layout import Column
from data.questionnaire.coding import tidy
from data.sheet import Sheet

LOOK = 25
# Programs that read a table and write it again give a blank heading this one.
_UNNAMED = re.compile(r"unnamed: \d+.*", re.IGNORECASE)
_OTHER = re.compile(
    r"^(other|else)\b.*|.*\b(please|pls) (specify|state|describe|say|tell us|explain|give details)\b.*"
    r"|^(additional )?comments?:?$|.*\bwrite[- ]in\b.*|^if (yes|no|so|other|you)\b.*|.*\b(can|could) you tell us\b.*",
    re.IGNORECASE,
)
# Where the tools keep what people sent with their answers; the names of such files name people.
_FILE = re.compile(r"(https?://|\[\{).*(drive\.google\.com|sharepoint\.com|1drv\.ms|typeform\.com)/.*", re.DOTALL)
_DASHED = re.compile(r"^(?P<question>.{4,}?)\s*(?:\[(?P<box>[^\]]+)\]|\s[-–:]\s(?P<dash>.+))$", re.DOTALL)


@dataclass(frozen=True)
class Asked:
    """What one heading asks: its question, the answer or statement it stands over, and what the platform tells of its cells.

    `key` tells questions in the same words apart, where the platform gives each a code.
    """

    question: str
    option: str = ""
    hint: str = ""
    separator: str = ""
    key: str = ""


def heading_of(cell: str) -> str:
    """What a heading says, tidied: nothing where a program only wrote that it was blank ("Unnamed: 3")."""
    text = tidy(cell)
    return "" if _UNNAMED.fullmatch(text) else text


def squashed(heading: str) -> str:
    """A heading as the lists of a platform's own columns know it: small letters and digits, and whatever else has a meaning there."""
    return re.sub(r"[\s_.\-]+", "", tidy(heading).casefold())


def top_rows(sheet: Sheet, look: int = LOOK) -> list[tuple[int, list[str]]]:
    """The first rows that hold anything, each with its number and its cells tidied."""
    rows = [(number, [heading_of(cell) for cell in row]) for number, row in enumerate(sheet.top[:look])]
    return [(number, row) for number, row in rows if any(row)]


def row_with(sheet: Sheet, fits: Callable[[set[str]], bool]) -> int | None:
    """The first of the top rows whose headings, squashed, are what a platform writes."""
    return next((number for number, row in top_rows(sheet) if fits({squashed(cell) for cell in row if cell})), None)


def is_other(label: str) -> bool:
    """Whether a label stands over words typed beside the answers."""
    return bool(_OTHER.match(label))


def values(sheet: Sheet, at: int, first: int) -> list[str]:
    """The different texts of a column below its headings, blank ones apart."""
    return [text for text in map(tidy, sheet.column(at, first).unique().to_pylist()) if text]


def dashed(headings: Sequence[str]) -> dict[str, Asked]:
    """ "Question - answer" and "Question [answer]", for headings that share their question with another one."""
    parts = {heading: match for heading in headings if (match := _DASHED.match(heading))}
    stems = [parts[heading]["question"].strip() if heading in parts else heading for heading in headings]
    shared = {stem for stem in stems if stems.count(stem) > 1}
    found = {heading: match for heading, match in parts.items() if match["question"].strip() in shared}
    # "Question - part - answer", where every answer of the question stands over the same part: the part says nothing of its own. What was typed
    # beside "other" may stand over another.
    part: dict[str, str] = {}
    for stem in shared:
        labels = [match["dash"] or match["box"] for match in found.values() if match["question"].strip() == stem]
        start = shared_start([label for label in labels if not is_other(label)]) if len(labels) > 1 else ""
        part[stem] = start[: start.rfind(" - ") + 3] if " - " in start and start not in labels else ""
    return {
        heading: Asked(stem, (match["box"] or match["dash"]).removeprefix(part[stem]).strip())
        for heading, match in found.items()
        for stem in (match["question"].strip(),)
    }


def shared_start(texts: Sequence[str]) -> str:
    """What several texts all begin with."""
    if not texts:
        return ""
    first, last = min(texts), max(texts)
    return next((first[:at] for at, letter in enumerate(first) if last[at : at + 1] != letter), first)


def columns_of(headings: Sequence[str], roles: Callable[[int, str], str], asked: Callable[[int, str], Asked]) -> list[Column]:
    """The columns under one row of headings. Neighbours that ask one question and stand over different answers share a block."""
    columns: list[Column] = []
    block, before = -1, ""
    for at, heading in enumerate(headings):
        role = roles(at, heading) or ("" if heading else "unnamed")
        if role:
            columns.append(Column(at, role, heading))
            continue
        one = asked(at, heading)
        same = one.key or one.question
        if not (one.option and same == before):
            block += 1
        before = same
        hint = one.hint or ("other" if is_other(one.option) else "")
        columns.append(Column(at, "question", one.question, one.option, block, hint, one.separator))
    return columns


def once(columns: Iterable[Column], *single: str) -> tuple[Column, ...]:
    """The same columns where only the first of those that play one role plays it; the others say nothing more."""
    met: set[str] = set()
    kept = []
    for column in columns:
        again = column.role in single and column.role in met
        met.add(column.role)
        kept.append(Column(column.at, "row number", column.question) if again else column)
    return tuple(kept)


def holds_files(sheet: Sheet, at: int, first: int) -> bool:
    """Whether a column holds nothing but links to files that people sent."""
    cells = values(sheet, at, first)
    return bool(cells) and all(map(_FILE.fullmatch, cells))


def numbers_the_rows(sheet: Sheet, at: int, first: int) -> bool:
    """Whether a column without a heading only counts the rows, as programs that pass tables on write it."""
    start = [cell for cell in sheet.column(at, first).slice(0, 20).to_pylist() if cell]
    return len(start) > 1 and all(cell.isdecimal() for cell in start) and all(0 < int(b) - int(a) < 9 for a, b in pairwise(start))
