"""The made-up files, made and read once for all the tests that look at them."""

import csv
import io
from datetime import date
from functools import cache

import pytest
from openpyxl import load_workbook

from data.examples.make import office_files
from data.examples.material import offices
from data.logbook.fields import KINDS
from data.prepare import prepare
from data.profile import load
from data.reading import read_file

AS_AT = date(2026, 9, 30)
OFFICES = pytest.mark.parametrize("office", offices())


@cache
def made(office):
    return office_files(load(office), AS_AT)


@cache
def books(office):
    return {name: read_file(name, content) for name, content in made(office).items()}


@cache
def readings(office):
    return {name: prepare(book, load(office))[0].reading for name, book in books(office).items()}


def of(files, part):
    """The one file, or reading, whose name holds a word."""
    return next(content for name, content in files.items() if part in name)


def cells(content):
    return [list(row) for row in load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)]


def log(files):
    """The rows of the activity log as dictionaries by field, the blank row and the totals left out."""
    _, _, headings, *rows = cells(of(files, "activity-log"))
    names = {field.heading: field.name for field in KINDS["activities"]}
    return [dict(zip((names[heading] for heading in headings), row, strict=True)) for row in rows if row[0] and row[0] != "Total"]


def answers(content):
    """The heading row and the answers of a survey's export."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    headings = next(i for i, row in enumerate(rows[1:], 1) if row[0])
    return rows[0], rows[headings:]


def column(content, words):
    top, rows = answers(content)
    at = next(i for i, heading in enumerate(top) if words in heading)
    return [row[at] for row in rows]


def outcomes(files):
    return list(csv.DictReader(io.StringIO(of(files, "you-said").decode())))
