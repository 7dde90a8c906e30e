"""The example surveys counted by hand: what respondents said, and who they were beside the census as shipped."""

import csv
import re
from collections import Counter

from tests.oracles.by_hand import DATA, nearest_five, per_cent


def asked(files, words, answers, heading="residents"):
    """The share who gave a favourable answer, of those who gave one that counts; people to the nearest five, as they are published."""
    (given,) = [column for head, column in getattr(files, heading).items() if words in head]
    counting = [answer for answer in given if answer not in ("", "-", "Don't know", "Prefer not to say")]
    return per_cent(nearest_five(sum(answer in answers for answer in counting)), nearest_five(len(counting)))


def unsure(files):
    (given,) = [column for head, column in files.precept.items() if "increase in the policing precept" in head]
    counting = [answer for answer in given if answer not in ("", "-", "Prefer not to say")]
    return per_cent(nearest_five(counting.count("Don't know")), nearest_five(len(counting)))


ABOUT_YOU = {
    "age": "Which age group", "sex": "What is your sex?", "race": "ethnic group", "disability": "day-to-day activities limited",
    "religion": "your religion", "orientation": "sexual orientation",
}  # fmt: skip


def characteristics_asked(files):
    return f"{sum(any(words in head for head in files.residents) for words in ABOUT_YOU.values())} of 9"


def living():
    """Area, band of age → people, from the census figures as shipped."""
    with (DATA / "reference" / "population.csv").open(encoding="utf-8", newline="") as opened:
        return {
            (row["area_code"], row["category"]): int(row["people"])
            for row in csv.DictReader(opened)
            if row["characteristic"] == "age" and row["universe"] == "All usual residents"
        }


def from_age(code_or_codes, first, last=200):
    codes = {code_or_codes} if isinstance(code_or_codes, str) else code_or_codes
    return sum(
        many for (code, band), many in living().items() if code in codes and not band.startswith("Under") and first <= int(band.split()[0]) <= last
    )


def young_adults(files):
    (given,) = [column for head, column in files.residents.items() if ABOUT_YOU["age"] in head]
    stated = [answer for answer in given if re.match(r"\d", answer)]
    youngest = min(int(answer[:2]) for answer in stated)
    codes = {term["code"] for term in files.profile["areas"] if term.get("code")}
    theirs = sum(answer == "18-24" for answer in stated) / len(stated)
    return f"{theirs / (from_age(codes, 18, 20) / from_age(codes, youngest)):.1f} times"


def skew(files):
    (given,) = [column for head, column in files.residents.items() if "Which area" in head]
    (ages,) = [column for head, column in files.residents.items() if ABOUT_YOU["age"] in head]
    youngest = min(int(answer[:2]) for answer in ages if re.match(r"\d", answer))
    there = {term["name"]: from_age(term["code"], youngest) for term in files.profile["areas"] if term.get("code")}
    here = Counter(name for answer in given for name in files.named({"area": answer}, "area", "areas"))
    return f"{50 * sum(abs(here[name] / here.total() - many / sum(there.values())) for name, many in there.items()):.0f}%"


def characteristics_covered(files):
    """Characteristics of which at least two groups have ten people or more in the residents survey."""
    columns = [
        next(column for head, column in files.residents.items() if words in head)
        for words in ABOUT_YOU.values()
        if any(words in head for head in files.residents)
    ]
    unsaid = ("", "-", "Prefer not to say", "Don't know")
    enough = [sum(many >= 10 for many in Counter(answer for answer in column if answer not in unsaid).values()) for column in columns]
    return f"{sum(groups >= 2 for groups in enough)} of 9"
