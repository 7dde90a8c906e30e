"""Waves of a weighted quota survey made up person by person, saved as an officer would save them."""

from datetime import date, timedelta

import numpy as np

from data.profile import Profile
from data.store import Store
from tests.store import saved

CONFIDENCE = ("Very confident", "Fairly confident", "Not very confident", "Not at all confident", "Don't know")
AREAS = ("Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees")
WORDING = "How much confidence do you have in the police?"
PRECEPT = "Would you support an increase in the policing precept?"


def cells(
    seed: int,
    closed: date,
    confident: float = 0.6,
    size: int = 500,
    wording: str = WORDING,
    scale: tuple[str, ...] = CONFIDENCE,
    weights: bool = True,
) -> list[list[str]]:
    """An export: women are more confident than men, ages and areas do not differ; `confident` is the share who are."""
    rng = np.random.default_rng(seed)
    headings = [
        "Response ID",
        "Date submitted",
        wording,
        PRECEPT,
        "Are you male or female?",
        "Which age group are you in?",
        "Which area do you live in?",
    ]
    rows = [headings + ["What matters? - Patrols", "What matters? - CCTV", "Channel"] + (["Weight"] if weights else [])]
    for number in range(size):
        woman = rng.random() < 0.5
        sure = rng.random() < confident + (0.12 if woman else -0.12)
        answer = scale[-1] if rng.random() < 0.04 else scale[int(rng.random() < 0.6) if sure else len(scale) - 2 - int(rng.random() < 0.6)]
        day = closed - timedelta(days=int(rng.integers(0, 20)))
        row = [f"{seed}-{number}", f"{day:%d/%m/%Y}", answer, str(rng.choice(["Yes", "No", "Don't know"], p=[0.55, 0.35, 0.1]))]
        row += ["Female" if woman else "Male", str(rng.choice(["18-24", "25-44", "45-64", "65+"])), str(rng.choice(AREAS))]
        row += [str(rng.choice(["Yes", "No"])), str(rng.choice(["Yes", "No"])), str(rng.choice(["Online", "Telephone"]))]
        rows.append(row + ([f"{rng.uniform(0.5, 1.8):.3f}"] if weights else []))
    return rows


def save_wave(store: Store, profile: Profile, seed: int, closed: date, evidence: str = "quota", mode: str = "telephone", **settled: object) -> str:
    """One wave in the figures, and the id of its survey."""
    choices = {"evidence": evidence, "mode": mode, "series": "Police and crime survey", "wave": f"{closed:%B %Y}"}
    return saved(store, cells(seed, closed, **settled), profile, f"Wave {closed:%B %Y}.csv", **choices).import_id
