"""A table as the census service gives it out: ONS's, with an "Observation" for each category, or Nomis's, with a column for each."""

import re
from dataclasses import replace

from data.ages import label as age_label
from data.ages import read_age_bands
from data.layout import TableLayout
from data.logbook.headings import best_rows
from data.problems import ImportRefused
from data.questionnaire.about_you import match_question
from data.questionnaire.answer_columns import squashed, top_rows
from data.questionnaire.coding import tidy
from data.questionnaire.meanings import category_meant
from data.sheet import Sheet, sheet_of
from data.vocabulary import SPLITS

NAME = "Census table"
KIND = "population"

_COUNTED = re.compile(r"^(?P<topic>.+?) \(\d+ categories\)$")
_WIDE = re.compile(r"^(?P<topic>[^:;]{3,80}):\s*(?P<category>[^;]+?)\s*(;\s*measures:\s*value)?$", re.IGNORECASE)
_TOTAL = re.compile(r"^(total|all)\b.*", re.IGNORECASE)
_HEADINGS = ["Area", "Characteristic", "Category", "People", "As at", "Source"]
# What the census calls a characteristic; the longest that a topic begins with is meant.
_TOPICS = {
    "age": "age",
    "sex": "sex",
    "ethnic group": "race",
    "religion": "religion or belief",
    "sexual orientation": "sexual orientation",
    "gender identity": "gender reassignment",
    "disability": "disability",
    "marital and civil partnership status": "marriage and civil partnership",
    "legal partnership status": "marriage and civil partnership",
}


def recognises(sheet: Sheet) -> bool:
    return _row(sheet) is not None


def _row(sheet: Sheet) -> int | None:
    for number, row in top_rows(sheet):
        names = [squashed(cell) for cell in row]
        long = "observation" in names and any(name.endswith("code") for name in names) and len(_topics(row)) == 1
        wide = "geographycode" in names and sum(bool(_WIDE.match(cell)) for cell in row) > 1 and bool(_topics_of_columns(row))
        if long or wide:
            return number
    return None


def _topics(row: list[str]) -> dict[int, str]:
    """The columns of categories and the characteristic each is of."""
    counted = {at: match["topic"] for at, cell in enumerate(row) if (match := _COUNTED.match(cell))}
    return {at: name for at, topic in counted.items() if (name := _characteristic(topic))}


def _topics_of_columns(row: list[str]) -> dict[int, tuple[str, str]]:
    cells = {at: match for at, cell in enumerate(row) if (match := _WIDE.match(cell))}
    return {at: (name, match["category"]) for at, match in cells.items() if (name := _characteristic(match["topic"]))}


def _characteristic(topic: str) -> str:
    return next((name for start, name in _TOPICS.items() if topic.casefold() == start or topic.casefold().startswith(f"{start} ")), "")


def tidied(sheet: Sheet) -> Sheet:
    """The same figures with one row for each area and category, their categories in the words of the population figures."""
    row = _row(sheet)
    if row is None:
        return sheet
    headings = [tidy(cell) for cell in sheet.row(row)]
    names = [squashed(cell) for cell in headings]
    rows = [cells for cells in sheet.rows(row + 1, sheet.height) if any(map(str.strip, cells))]
    if "observation" in names:
        area, ((at, name),) = next(at for at, one in enumerate(names) if one.endswith("code")), _topics(headings).items()
        people = names.index("observation")
        flat = [(cells[area], name, cells[at], cells[people], "") for cells in rows]
    else:
        area, when = names.index("geographycode"), names.index("date") if "date" in names else -1
        columns = _topics_of_columns(headings)
        flat = [
            (cells[area], name, category, cells[at], cells[when] if when >= 0 else "") for cells in rows for at, (name, category) in columns.items()
        ]
    written = [[place, *_meant(name, category), people, _day(when), "Census, as uploaded"] for place, name, category, people, when in flat]
    return replace(sheet_of([_HEADINGS, *written], sheet.name), hidden=sheet.hidden)


def _meant(name: str, category: str) -> tuple[str, str]:
    if _TOTAL.match(category):
        return "all", ""
    if name == "age":
        band = read_age_bands([re.sub(r"^aged\s+", "", category, flags=re.IGNORECASE)]).popitem()[1]
        return SPLITS[name], age_label(*band) if band else category
    asked = match_question(SPLITS[name], [category])
    meant = asked.categories[category].category if asked and asked.characteristic == name else category_meant(name, category)
    return SPLITS[name], meant or category


def _day(when: str) -> str:
    return f"{when}-03-21" if re.fullmatch(r"(19|20)\d1", when) else when


def read(sheet: Sheet) -> TableLayout:
    flat = tidied(sheet)
    if flat is sheet:
        row, fields = best_rows(sheet, KIND)
        if not fields:
            raise ImportRefused("E_NOT_CENSUS", "This is not a table of the census service.", "Say what the file is, and match its columns.")
        return TableLayout(KIND, heading_row=row, first_row=row + 1, fields=fields)
    return TableLayout(KIND, heading_row=0, first_row=1, fields=best_rows(flat, KIND)[1])
