"""An export of a survey → its wave: who answered, what about themselves, and every question with its answers."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from data.ages import band_of_ages
from data.layout import Column, SurveyLayout
from data.logbook.logs import Aside
from data.logbook.terms import plain
from data.privacy.personal import personal_content, personal_heading
from data.problems import Problem
from data.profile import Profile
from data.questionnaire.about_you import Category, match_question
from data.questionnaire.code_labels import Labels, Numbered, in_words
from data.questionnaire.codes import ask_for_labels
from data.questionnaire.damaged import mended
from data.questionnaire.day_questions import settled_days
from data.questionnaire.from_postcodes import area_question
from data.questionnaire.meanings import state_of_option
from data.questionnaire.own_words import OWN_WORDS, read_own_words, told_of
from data.questionnaire.questions import Question
from data.questionnaire.respondents import read_respondents, respondent_rows
from data.sheet import Sheet, address
from data.vocabulary import SPLITS


@dataclass(frozen=True)
class LeftOut:
    """A column that never enters the store, and why."""

    heading: str
    cell: str
    why: str


@dataclass(frozen=True)
class SurveyReading:
    """One wave as read. `respondents` and `characteristics` have a `respondent` counted from 0, as `Question.given` has.

    `rows_read` = respondents kept + rows set aside whole. `offers` are questions that may say who a respondent is, to be asked about;
    `offered` the categories, by characteristic, that a respondent could have chosen: nobody in one is a finding; `numbered` the questions
    answered in numbers that stand for answers.
    """

    questions: tuple[Question, ...]
    respondents: pd.DataFrame
    characteristics: pd.DataFrame
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...]
    aside: tuple[Aside, ...]
    rows_read: int
    opened_on: date | None
    closed_on: date | None
    offers: tuple[tuple[Question, str], ...] = ()
    offered: tuple[tuple[str, str], ...] = ()
    numbered: tuple[Numbered, ...] = ()

    @property
    def rows_kept(self) -> int:
        return len(self.respondents)


def read_survey(
    sheet: Sheet,
    layout: SurveyLayout,
    profile: Profile,
    salt: str = "",
    kinds: dict[int, str] | None = None,
    characteristics: dict[int, str] | None = None,
    labels: Labels | None = None,
) -> SurveyReading:
    """Read every respondent and every question. `kinds` and `characteristics` are the officer's own, by a question's first column, `labels` their
    words for numbers that stand for answers."""
    whole = layout
    layout, left_out = _without_personal(sheet, layout)
    filled = sheet.filled(layout.first_row)
    rows, aside = respondent_rows(sheet, layout, filled)
    settled_kinds = kinds or {}
    kinds = {at: OWN_WORDS.get(kind, kind) for at, kind in settled_kinds.items()}
    worded = in_words(sheet, layout, rows, kinds, labels or {})
    # What the officer says tells about people is a list of answers, however like writing it looks.
    tell = {at: "one answer" for at in (q.columns[0] for q in worded.questions if q.kind == "written") if (characteristics or {}).get(at)}
    questions = worded.read_as(tell) if tell else worded.questions
    respondents, problems = read_respondents(sheet, layout, rows, salt)
    heading_row = layout.heading_rows[-1] if layout.heading_rows else 0
    questions, damaged = mended(questions, sheet, heading_row)
    questions, either_way = settled_days(questions, sheet, layout, rows)
    questions, own = read_own_words(questions, worded.layout, settled_kinds, _areas(profile))
    problems += [*ask_for_labels(sheet, heading_row, worded.unlabelled), *damaged, *either_way, *told_of(sheet, heading_row, questions, own)]
    named, about, offers, offered = _about_you(questions, profile, len(rows), characteristics or {})
    if not any(question.characteristic == "area" for question in named):
        kept = {column.at for column in layout.columns}
        postcodes = [column for column in whole.columns if column.at not in kept and personal_heading(column.question) == "postcode"]
        area = area_question(sheet, whole, postcodes, rows, profile)
        if area:
            settled = {area.columns[0]: "area"} | (characteristics or {})
            named, about, offers, offered = _about_you([*questions, area], profile, len(rows), settled)
    days = [day for day in respondents["responded_on"] if isinstance(day, date)]
    return SurveyReading(
        questions=tuple(track(question, profile) for question in named),
        respondents=respondents,
        characteristics=about,
        left_out=tuple(left_out),
        problems=tuple(problems),
        aside=tuple(aside),
        rows_read=int(filled.sum()),
        opened_on=min(days, default=None),
        closed_on=max(days, default=None),
        offers=tuple(offers),
        offered=tuple(offered),
        numbered=worded.numbered,
    )


def _without_personal(sheet: Sheet, layout: SurveyLayout) -> tuple[SurveyLayout, list[LeftOut]]:
    """Columns that name a person, by what the platform says, by heading or by content, are left out before anything is read from them."""
    kept: list[Column] = []
    left: list[LeftOut] = []
    for column in layout.columns:
        why = _why_left_out(sheet, layout, column)
        if why is None:
            kept.append(column)
        elif why:
            heading = f"{column.question} – {column.option}" if column.option else column.question
            left.append(LeftOut(heading, address(layout.heading_rows[0] if layout.heading_rows else 0, column.at), why))
    return replace(layout, columns=tuple(kept)), left


def _why_left_out(sheet: Sheet, layout: SurveyLayout, column: Column) -> str | None:
    """None where the column is kept; '' where it is left out because it says nothing worth naming."""
    if column.role in ("row number", "language"):
        return ""
    if column.role not in ("personal", "hidden", "unnamed", "question", "channel"):
        return None
    values = [value for value in sheet.column(column.at, layout.first_row).unique().to_pylist() if value.strip()]
    if column.role in ("question", "channel"):
        heading = f"{column.question} - {column.option}" if column.option else column.question
        kind = personal_heading(heading) or personal_content(values)
        return f"personal: {kind}" if kind else None
    if not values:
        return ""
    return {"personal": "personal", "hidden": "passed in with the link; it could identify people", "unnamed": "it has no heading"}[column.role]


def _about_you(
    questions: list[Question], profile: Profile, count: int, settled: dict[int, str]
) -> tuple[list[Question], pd.DataFrame, list[tuple[Question, str]], list[tuple[str, str]]]:
    """Questions that say who a respondent is, and each respondent's category. A match that is not sure is offered, never applied."""
    areas = _areas(profile)
    named: list[Question] = []
    frames: list[pd.DataFrame] = []
    offers: list[tuple[Question, str]] = []
    offered: list[tuple[str, str]] = []
    # Each characteristic is told by one question: the one the officer named last, or else the first that surely asks about it.
    teller = {name: at for at, name in settled.items() if name}
    for question in questions:
        at, labels = question.columns[0], [option.label for option in question.options]
        match = match_question(question.wording, labels, areas) if question.kind in _CAN_TELL else None
        if match and not match.sure and at not in settled:
            offers.append((question, match.characteristic))
        wanted = settled.get(at, match.characteristic if match and match.sure else "")
        if question.kind not in _CAN_TELL or not wanted or teller.setdefault(wanted, at) != at:
            named.append(question)
            continue
        categories = match.categories if match and match.characteristic == wanted else _meant(wanted, labels, areas)
        named.append(replace(question, characteristic=wanted))
        frames.append(_categories(question, wanted, categories, count))
        if question.kind != "number":  # The bands of a number are ours; nobody was offered them.
            offered += dict.fromkeys((wanted, meant.category) for meant in categories.values() if meant.category)
    columns = ["respondent", "characteristic", "category", "state"]
    about = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame({column: [] for column in columns})
    return named, about, offers, offered


# Questions may be led up to by a page of explanation.
_LONGEST_WORDING = 5000
_CAN_TELL = ("one answer", "rating", "number")


def _areas(profile: Profile) -> dict[str, str]:
    """Every spelling of an area of the office, and its code, with its name."""
    return {spelling: term.name for term in profile.areas if not term.whole for spelling in (term.name, term.code, *term.also) if spelling}


def _meant(characteristic: str, labels: list[str], areas: dict[str, str]) -> dict[str, Category]:
    """What options mean to a characteristic the officer named: read as if its title were the question."""
    match = match_question(SPLITS[characteristic], labels, areas)
    if match and match.characteristic == characteristic:
        return match.categories
    return {label: Category(None, state_of_option(label)) for label in labels}


def _categories(question: Question, name: str, categories: dict[str, Category], count: int) -> pd.DataFrame:
    respondent, chosen = question.given.column("respondent").to_numpy(), question.given.column("option").to_numpy()
    meant = [categories[option.label] for option in question.options]
    category = np.full(count, None, dtype=object)
    category[respondent] = np.array([one.category for one in meant], dtype=object)[chosen]
    state = np.full(count, "no answer", dtype=object)
    state[respondent] = np.array([one.state for one in meant], dtype=object)[chosen]
    if question.kind == "number" and name == "age":
        category[respondent] = band_of_ages(question.given.column("number").to_numpy())
    return pd.DataFrame({"respondent": np.arange(count, dtype=np.int32), "characteristic": name, "category": category, "state": state})


def track(question: Question, profile: Profile) -> Question:
    """Mark a running of a tracked question, known by its wording."""
    if question.kind not in ("one answer", "rating") or question.characteristic:
        return question
    asked = plain(f"{question.battery} {question.wording}", _LONGEST_WORDING)
    found = next((tracked.id for tracked in profile.tracked if any(f" {plain(phrase)} " in f" {asked} " for phrase in tracked.wording)), "")
    return replace(question, tracks=found)
