"""Surveys made up person by person for tests, and the same people counted one by one."""

from datetime import date

import numpy as np
import pandas as pd

AREAS = ("Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees")
AGES = ("18 to 24", "25 to 44", "45 to 64", "65 and over")
SCALE = ("Strongly agree", "Agree", "Neither", "Disagree", "Don't know")
WAVES = (
    ("s1", "Residents", "May 2023", date(2023, 5, 31), "quota"),
    ("s2", "Residents", "May 2024", date(2024, 5, 31), "quota"),
    ("s3", "Precept", "January 2025", date(2025, 1, 31), "open"),
)
# position → (kind, what it tracks, options)
QUESTIONS = {
    1: ("rating", "confidence", SCALE),
    2: ("many answers", "", ("Patrols", "CCTV", "Youth work", "Lighting")),
    3: ("ranking", "", ("Burglary", "Drugs", "Speeding")),
    4: ("one answer", "precept", ("Yes", "No", "Don't know")),
}


def people(seed, size=400):
    """One dictionary a respondent: survey, area, age, and the answers given to each question as a list of option numbers in the order chosen."""
    rng = np.random.default_rng(seed)
    return [_person(rng, wave) for wave, *_ in WAVES for _ in range(int(rng.integers(size // 2, size)))]


def _person(rng, survey):
    rank = [int(option) for option in rng.permutation(3)[: rng.integers(0, 4)]]
    return {
        "survey_id": survey,
        "area": AREAS[rng.choice(4, p=(0.6, 0.3, 0.09, 0.01))] if rng.random() < 0.9 else None,
        "age": AGES[rng.choice(4, p=(0.02, 0.28, 0.4, 0.3))] if rng.random() < 0.9 else None,
        "age state": "prefer not to say" if rng.random() < 0.5 else "no answer",
        1: [int(rng.choice(5, p=(0.2, 0.35, 0.25, 0.1, 0.1)))] if rng.random() < 0.95 else [],
        2: sorted(int(option) for option in np.flatnonzero(rng.random(4) < 0.4)),
        3: rank,
        4: [int(rng.choice(3, p=(0.5, 0.35, 0.15)))] if rng.random() < 0.9 else [],
    }


def tables(persons):
    """The same as the rows of the store's tables, before they are tallied."""
    surveys = [
        {"survey_id": s, "series": series, "wave": w, "title": f"{series}, {w}", "closed_on": d, "evidence": e} for s, series, w, d, e in WAVES
    ]
    questions = [
        _question(s, at, kind, tracks if tracks != "precept" or s == "s3" else "") for s, *_ in WAVES for at, (kind, tracks, _) in QUESTIONS.items()
    ]
    questions += [_question(s, at, "one answer", "", name) for s, *_ in WAVES for at, name in ((5, "area"), (6, "age"))]
    options = [
        {"question_id": f"{s}.{at}", "option": i, "label": label, "state": "don't know" if label == "Don't know" else "answered"}
        for s, *_ in WAVES
        for at, (_, _, labels) in QUESTIONS.items()
        for i, label in enumerate(labels)
    ]
    respondents, characteristics, answers = [], [], []
    for number, person in enumerate(persons, 1):
        own = {"survey_id": person["survey_id"], "respondent": number}
        respondents.append(own)
        for name, state in (("area", "no answer"), ("age", person["age state"])):
            characteristics.append({**own, "characteristic": name, "category": person[name], "state": "answered" if person[name] else state})
        for at, (kind, _, _) in QUESTIONS.items():
            for place, option in enumerate(person[at], 1):
                asked = f"{person['survey_id']}.{at}"
                answers.append({"question_id": asked, "respondent": number, "option": option, "place": place if kind == "ranking" else None})
    found = {
        "surveys": surveys,
        "questions": questions,
        "options": options,
        "respondents": respondents,
        "respondent_characteristics": characteristics,
        "answers": answers,
    }
    return {name: pd.DataFrame(rows) for name, rows in found.items()}


def _question(survey, at, kind, tracks, characteristic=""):
    known = {"position": at, "battery": "", "wording": f"Question {at}", "kind": kind, "tracks": tracks, "characteristic": characteristic}
    return {"question_id": f"{survey}.{at}", "survey_id": survey, **known}


def counted(persons, at, options, category=None):
    """How many of these people chose any of the options of a question, and how many gave it any answer that is one."""
    own = [person for person in persons if category is None or category in (person["area"], person["age"])]
    _, _, labels = QUESTIONS[at]
    answered = [person for person in own if any(labels[option] != "Don't know" for option in person[at])]
    return sum(any(option in options for option in person[at]) for person in own), len(answered)
