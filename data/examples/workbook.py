"""A workbook that is the same, byte for byte, whenever it is made."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from data.profile import Profile

MADE_UP = "Example data – made up by Sounding Board"

_MADE_ON = datetime(2026, 1, 1)
_ZIPPED_ON = (2026, 1, 1, 0, 0, 0)
# The library writes the time of saving over whatever it was told.
_SAVED_ON = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def workbook(sheet: str, profile: Profile, headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """One sheet: a title that says it is made up, a blank row, the headings, the rows. Days are true dates."""
    book = Workbook()
    book.properties.title = book.properties.description = MADE_UP
    book.properties.creator = "Sounding Board"
    book.properties.created = _MADE_ON
    page = book.active
    page.title = sheet
    page.append([f"{sheet} of {profile.organisation.short}. {MADE_UP}"])
    page.append([])
    page.append(list(headings))
    for row in rows:
        page.append(list(row))
    page["A1"].font = Font(bold=True, size=14)
    for cell in page[3]:
        cell.font = Font(bold=True)
    for number, heading in enumerate(headings, 1):
        longest = max(len(heading), *(len(str(row[number - 1] or "")) for row in rows))
        page.column_dimensions[get_column_letter(number)].width = min(longest + 2, 50)
        for cell in page[get_column_letter(number)][3:]:
            if isinstance(cell.value, date):
                cell.number_format = "dd/mm/yyyy"
            elif isinstance(cell.value, str) and "\n" in cell.value:
                cell.alignment = Alignment(wrap_text=True)
    page.freeze_panes = "A4"
    saved = io.BytesIO()
    book.save(saved)
    return _same_every_time(saved.getvalue())


def _same_every_time(content: bytes) -> bytes:
    """The same archive with every time of day taken out of it."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = _SAVED_ON.sub(rb"\g<1>2026-01-01T00:00:00Z", old.read(entry))
            steady = zipfile.ZipInfo(entry.filename, _ZIPPED_ON)
            steady.external_attr = 0o600 << 16
            steady.create_system = 3
            new.writestr(steady, part, zipfile.ZIP_DEFLATED)
    return again.getvalue()
