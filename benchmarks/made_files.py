"""Files of any size to time the reading and showing of: a survey table and an activity log, the same at every run."""

import io

import numpy as np
import pandas as pd

AGREE = ["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree", "Don't know"]
AREAS = ["Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees"]
METHODS = ["Public meeting", "Focus group", "Online survey", "Community event"]
AUDIENCES = ["Young people", "Victims of crime", "Businesses"]


def survey(respondents: int, ratings: int = 30) -> pd.DataFrame:
    """A survey as a tidy table: an identifier, a date, `ratings` opinions, eight more questions of which six are about the respondent."""
    rng = np.random.default_rng(1)
    moments = pd.Timestamp("2026-01-01") + pd.to_timedelta(rng.integers(0, 86_400 * 60, respondents), unit="s")
    columns = {"Respondent ID": np.arange(respondents) + 10_000_000, "Date": pd.Series(moments).dt.strftime("%d/%m/%Y %H:%M")}
    columns |= {f"How far do you agree with statement {i + 1}?": rng.choice(AGREE, respondents) for i in range(ratings)}
    columns |= {
        "How old are you?": rng.choice(["16-24", "25-34", "35-44", "45-54", "55-64", "65+"], respondents),
        "What is your sex?": rng.choice(["Female", "Male", "Prefer not to say"], respondents),
        "Which area do you live in?": rng.choice(AREAS, respondents),
        "How safe do you feel from 0 to 10?": rng.integers(0, 11, respondents),
        "Are you disabled?": rng.choice(["Yes", "No"], respondents),
        "What is your ethnic group?": rng.choice(["White", "Asian or Asian British", "Black, Black British, Caribbean or African"], respondents),
        "Have you been a victim of crime?": rng.choice(["Yes", "No"], respondents),
        "How many times did you contact the police?": rng.integers(0, 20, respondents),
    }
    return pd.DataFrame(columns)


def activity_log(activities: int) -> pd.DataFrame:
    """An activity log under the template's headings, spread over three years."""
    rng = np.random.default_rng(2)
    held = pd.Timestamp("2023-10-01") + pd.to_timedelta(rng.integers(0, 1090, activities), unit="D")
    return pd.DataFrame(
        {
            "Reference": [f"A{i + 1}" for i in range(activities)],
            "Title": [f"Activity {i + 1}" for i in range(activities)],
            "Date": pd.Series(held).dt.strftime("%d/%m/%Y"),
            "Methodology": rng.choice(METHODS, activities),
            "Area": rng.choice(AREAS, activities),
            "Audience": rng.choice(AUDIENCES, activities),
            "Number of participants": rng.integers(1, 200, activities).astype(str),
            "Cost": rng.integers(0, 900, activities).astype(str),
        }
    )


def as_csv(table: pd.DataFrame) -> bytes:
    """The table as a CSV file."""
    return table.to_csv(index=False).encode()


def as_workbook(table: pd.DataFrame) -> bytes:
    """The table as an Excel workbook, written row by row so that large ones fit in memory."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Responses")
    sheet.append(list(table.columns))
    for row in table.itertuples(index=False):
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
