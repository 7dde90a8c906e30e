"""People made up for tests of disclosure: a survey of them, its tables counted one by one, and its release."""

from collections import Counter

import numpy as np
import pandas as pd

from analysis.release.lattice import lattice
from tests.store import rows

AREAS = ("North", "South", "East", "West")
GROUPS = {"area": AREAS, "age": ("18 to 24", "25 to 44", "45 to 64", "65 and over"), "race": ("A", "B", "C", "D", "E")}
KINDS = {1: "rating", 2: "many answers", 3: "one answer"}
LABELS = {
    1: ("Very good", "Good", "Neither", "Bad", "Don't know"),
    2: ("Patrols", "CCTV", "Lighting"),
    3: ("Yes", "No"),
}
TRACKED = rows("tracks title favourable", ("confidence", "Confidence", "Very good"), ("confidence", "Confidence", "Good"))
_SHARES = {"area": (0.5, 0.3, 0.15, 0.05), "age": (0.05, 0.3, 0.4, 0.25), "race": (0.85, 0.07, 0.04, 0.03, 0.01)}


def people(seed, size=260):
    """One dictionary a respondent: what they say of themselves, None where nothing, and the options they gave to each question."""
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(size):
        person = {name: str(rng.choice(GROUPS[name], p=_SHARES[name])) if rng.random() < 0.95 else None for name in GROUPS}
        person[1] = [int(rng.choice(5, p=(0.1, 0.4, 0.3, 0.15, 0.05)))] if rng.random() < 0.96 else []
        person[2] = [option for option, share in enumerate((0.6, 0.3, 0.03)) if rng.random() < share]
        person[3] = [int(rng.random() < 0.2)] if rng.random() < 0.97 else []
        made.append(person)
    return made


def frames(persons, survey="s"):
    """The frames the store would give of these people: questions, options, tallies, respondents."""
    asked = [(f"{survey}.{at}", survey, at, "", f"Question {at}", kind, "", "confidence" if at == 1 else "") for at, kind in KINDS.items()]
    options = [
        (f"{survey}.{at}", i, label, "don't know" if label == "Don't know" else "answered") for at in KINDS for i, label in enumerate(LABELS[at])
    ]
    cells, told = Counter(), Counter()
    for person in persons:
        told["all", None, "answered"] += 1
        for name in GROUPS:
            told[name, person[name], "answered" if person[name] else "no answer"] += 1
        for split, category in [("all", None), *((name, person[name]) for name in GROUPS if person[name])]:
            for at in KINDS:
                for option in person[at]:
                    cells[f"{survey}.{at}", split, category, float(option)] += 1
                if any(LABELS[at][option] != "Don't know" for option in person[at]):
                    cells[f"{survey}.{at}", split, category, None] += 1
    tallies = pd.DataFrame(
        [(*key, None, float(n)) for key, n in cells.items()], columns=["question_id", "split", "category", "option", "place", "people"]
    )
    return {
        "questions": rows("question_id survey_id position battery wording kind characteristic tracks", *asked),
        "options": rows("question_id option label state", *options),
        "tallies": tallies,
        "respondent_tallies": rows("split category state people", *((*key, float(n)) for key, n in told.items())),
    }


def cells_of(persons):
    """The lattice of these people, exact."""
    return lattice(**frames(persons), tracked=TRACKED)
