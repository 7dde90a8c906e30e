"""A made-up SmartSurvey export, small and plain, with columns that name people."""

import csv
import io


def smartsurvey_csv(respondents: int) -> bytes:
    """Three heading rows, two of them blank, and as many respondents as asked for."""
    headings = ["UserID", "UserNo", "Name", "Email", "IP Address", "Unique ID", "Started", "Ended", "Tracking Link"]
    questions = [
        "Q1. How much confidence do you have in the police?",
        "Q2. Do you feel informed about policing?",
        "Q3. Which area do you live in?",
        "Q4. How old are you?",
    ]
    answers = [
        ("Very confident", "Fairly confident", "Not very confident", "Not at all confident"),
        ("Yes", "No"),
        ("Hartlepool", "Middlesbrough", "Stockton-on-Tees"),
        ("18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+"),
    ]
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(headings + questions)
    writer.writerow([""] * (len(headings) + len(questions)))
    writer.writerow([""] * (len(headings) + len(questions)))
    for i in range(respondents):
        given = [options[(i * (3 + place)) % len(options)] for place, options in enumerate(answers)]
        person = [
            f"3{i:08}",
            i + 1,
            "Jo Bloggs",
            "jo.bloggs@example.com",
            "192.0.2.1",
            f"u{i}",
            "03/05/2026 09:19:00",
            "03/05/2026 09:24:00",
            "Web link",
        ]
        writer.writerow([*person, *given])
    return out.getvalue().encode("utf-8-sig")


def wide_smartsurvey_csv(respondents: int, questions: int) -> bytes:
    """As many single-choice questions as asked for, in the same kind of file."""
    first, *_ = smartsurvey_csv(0).decode("utf-8-sig").split("\r\n")
    known = next(csv.reader([first]))
    fixed = known[: known.index("Tracking Link") + 1]
    headings = [*fixed, *(f"Q{i}. How do you rate service {i}?" for i in range(1, questions + 1))]
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([headings, [""] * len(headings), [""] * len(headings)])
    scale = ("Very good", "Good", "Neither", "Poor", "Very poor")
    for i in range(respondents):
        person = [f"4{i:08}", i + 1, "", "", "", f"w{i}", "03/05/2026 09:19:00", "03/05/2026 09:24:00", "Web link"]
        writer.writerow([*person, *(scale[(i * (place % 7 + 1) + place) % len(scale)] for place in range(questions))])
    return out.getvalue().encode("utf-8-sig")
