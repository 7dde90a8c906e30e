"""Fifty made-up respondents, each with words, a name, an address and an id that nobody else has, and groups too small to be shown."""

import re

from data.office import choose_office, open_office, store_path
from data.profile import load
from data.settled.comments import comments, save_reading
from data.settled.releases import release
from pages.parts.session_releases import draft_of
from tests.store import saved

PEOPLE = 50
HEADINGS = [
    "Response ID",
    "Name",
    "Email address",
    "Date submitted",
    "Which area do you live in?",
    "What is your sex?",
    "How old are you?",
    "How far do you agree that the police are doing a good job?",
    "What matters most?",
    "Which would help? Choose all that apply",
    "What is your ethnic group?",
    "What is your religion?",
    "Which best describes your gender?",
    "How many times were you in touch with us?",
    "Please tell us why",
]
AGREE = ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree")
TOKEN = re.compile(r"canary[a-z]*\d{3}", re.IGNORECASE)


def export() -> list[list[str]]:
    """The rows of the export: 3 live in Hartlepool, 7 disagree strongly, 4 wrote an answer of their own where four were offered."""
    return [HEADINGS, *(_row(number) for number in range(PEOPLE))]


def _row(number: int) -> list[str]:
    area = "Hartlepool" if number < 3 else ("Middlesbrough", "Stockton-on-Tees")[number % 2]
    said = AGREE[4] if number % 7 == 0 and number < 49 else AGREE[number % 2]
    matters = f"Canaryown{number:03}" if number % 13 == 1 else ("Patrols", "Answering 101", "Antisocial behaviour")[number % 3]
    return [
        f"canaryid{number:03}",
        f"Canaryname{number:03} Bloggs",
        f"canarymail{number:03}@example.com",
        f"2026-05-{1 + number % 28:02d}",
        area,
        "Prefer not to say" if number == 9 else ("Female", "Male")[number % 3 == 0],
        ("18-24", "35-44", "65-74")[min(2, number % 8)],
        said,
        matters,
        "; ".join([("Cameras", "Lighting")[number % 2], "Patrols", *([f"Canarylisted{number:03}"] if number % 17 == 5 else [])]),
        f"Other: Canaryrace{number:03}" if number % 19 == 3 else ("White", "Asian or Asian British")[number % 8 == 0],
        f"Canaryfaith{number:03}" if number % 19 == 4 else ("Christian", "No religion")[number % 2],
        f"Canarygender{number:03}" if number % 19 == 6 else ("Man", "Woman")[number % 2],
        str(number % 6),
        f"I was waiting at canaryword{number:03} for an hour",
    ]


def save_canaries() -> None:
    """Save and release the survey in the store of Cleveland, half of its words read and none cleared."""
    choose_office("cleveland")
    profile = load("cleveland")
    with open_office("cleveland", store_path("cleveland")) as store:
        survey = saved(store, export(), profile, name="Town survey 2026.csv", series="Town survey").import_id
        asked = store.frame("SELECT question_id FROM questions WHERE survey_id = ? AND wording = ?", [survey, HEADINGS[-1]])
        (written,) = asked["question_id"]
        save_reading(store, written, "first", [(tuple(comments(store, written)["respondent"][:25]), [])], "an officer")
        release(store, survey, draft_of(store, profile, survey).shown, "an officer", "10-5", "passed")
