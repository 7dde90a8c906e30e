"""A survey export of made-up people for tests of releases: some groups small, and words nobody may see."""

HEADINGS = ["Response ID", "Date submitted", "Which area do you live in?", "What is your sex?", "How far do you agree?", "Please tell us why"]
AREAS = ("Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees")
AGREE = ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree", "Don't know")


def export(people, skip=0):
    """So many rows of an export, the first ones left out; each depends on its number alone, so that a longer export is a newer copy."""
    return [HEADINGS, *(_row(number) for number in range(skip, people))]


def _row(number):
    area = AREAS[0] if number % 41 == 0 else AREAS[1 + number % 3]
    sex = "Prefer not to say" if number % 37 == 0 else ("Female", "Male")[number % 5 > 2]
    said = AGREE[5] if number % 23 == 0 else AGREE[4] if number % 29 == 0 else AGREE[(number * 7) % 4]
    return [f"R{number}", f"2026-05-{1 + number % 28:02d}", area, sex, said, f"because of kumquat{number} street" if number % 4 == 0 else ""]
