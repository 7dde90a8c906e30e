"""Typed-in rows of a survey tool's export, and what would be read from them."""

from data.describe import described
from data.prepare import prepare
from data.profile import load
from tests.store import book

PROFILE = load("cleveland")
WHEN = "2024-05-13 10:00:00"


def read(rows):
    file = book([[*map(str, row)] for row in rows])
    return described(file, prepare(file, PROFILE))


def asked(found):
    return [(question["kind"], question["wording"]) for question in found["questions"]]


def options(found, at):
    return found["questions"][at]["options"]


def left_out(found):
    return {left["heading"] for left in found["left_out"]}
