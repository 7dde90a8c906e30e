"""The example files counted by hand: the csv module, openpyxl and arithmetic, and nothing of the product but the files it ships."""

import csv
import re
import tomllib
from collections import Counter
from datetime import date, datetime, timedelta
from math import exp, log
from pathlib import Path

from openpyxl import load_workbook

DATA = Path(__file__).resolve().parents[2] / "data"
TODAY, START = date(2026, 9, 30), date(2026, 4, 1)
NOTHING = {"", "-", "–", "n/a", "tbc", "none", "to follow"}
DONE, REFUSED = {"done", "complete"}, {"not taken forward", "rejected"}


class Files:
    """The files of one office: the rows of its logs as dictionaries by heading, its surveys as lists of answers."""

    def __init__(self, office):
        folder = DATA / "examples" / "files" / office
        self.profile = tomllib.loads((DATA / "profiles" / f"{office}.toml").read_text(encoding="utf-8"))
        self.all_duties = tomllib.loads((DATA / "reference" / "duties.toml").read_text(encoding="utf-8"))["duty"]
        self.activities = [row for row in sheet(folder.glob("*activity-log*")) if row["Reference"] not in (None, "Total")]
        self.plan = sheet(folder.glob("*plan*"))
        self.outcomes = records(next(folder.glob("*said*")))
        self.residents = survey(next(folder.glob("*residents-survey-2026*")), 3)
        self.precept = survey(next(folder.glob("*precept*")), 1)
        self.held = {row["Reference"]: row["Date"].date() for row in self.activities if isinstance(row["Date"], datetime)}
        self.cut = max(day for day in self.held.values() if day <= TODAY)
        days = [day(row[name]) for row in self.outcomes for name in ("Date heard", "Date decided", "Date done", "Date told")]
        self.last = max(when for when in (*self.held.values(), *filter(None, days)) if when <= TODAY)
        self.year = [row for row in self.activities if isinstance(row["Date"], datetime) and START <= row["Date"].date() <= self.cut]

    def named(self, row, column, part):
        """The strategy's own terms in a cell, by name or by any spelling of it."""
        spelled = {spelling.casefold(): term["name"] for term in self.profile[part] for spelling in (term["name"], *term.get("also", []))}
        pieces = re.split(r"[;,/\n]", row[column] or "")
        return {spelled[piece.strip().casefold()] for piece in pieces if piece.strip().casefold() in spelled}

    def duties(self, row):
        """The ids of the duties named in a cell by their names."""
        ids = {duty["name"].casefold(): duty["id"] for duty in self.all_duties if duty["id"] in self.profile["duties"]}
        return {ids[piece.strip().casefold()] for piece in (row["Duties"] or "").split(";") if piece.strip().casefold() in ids}


def sheet(paths):
    """The rows below the headings, which stand in the third row."""
    rows = list(load_workbook(next(iter(paths))).active.iter_rows(min_row=3, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:] if any(row)]


def records(path):
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def survey(path, heading_rows):
    with path.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened))
    return {heading: [row[at] for row in rows[heading_rows:]] for at, heading in enumerate(rows[0]) if heading}


def says(cell):
    return cell is not None and cell.strip().casefold() not in NOTHING


def day(text):
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None


def people(cell):
    """The fewest people a cell supports; None where it says no number of people."""
    numbers = [int(number) for number in re.findall(r"\d+", str(cell or ""))]
    if not numbers or "capacity" in str(cell):
        return None
    return sum(numbers) if "online" in str(cell) else numbers[0]


def amount(cell):
    found = re.search(r"[\d.]+", str(cell).replace(",", "")) if cell is not None else None
    return float(found[0]) if found else None


def nearest_five(count):
    return 5 * ((count + 2) // 5)


def per_cent(part, whole):
    return f"{100 * part / whole:.0f}%"


def told(row):
    return any(says(row[column]) for column in ("Told whom", "Told how", "Date told"))


def done_this_year(files):
    """Outcomes by the day they were done, or else decided, or else heard."""
    counted = [(day(row["Date done"] or row["Date decided"] or row["Date heard"]), row) for row in files.outcomes]
    return [row for when, row in counted if START <= when <= TODAY]


def examples(files, kinds=None, by="Reference"):
    """Things done with what was said, what was done and the evidence; `kinds` narrows them, and `by` tells them apart."""
    good = [
        row
        for row in done_this_year(files)
        if row["Stage"].casefold() in DONE and all(says(row[column]) for column in ("You said", "We did", "Evidence", by))
    ]
    return str(
        len({row[by].casefold() for row in good if (row["Kind of change"].casefold() in kinds if kinds else row["Kind of change"] != "No change")})
    )


def share_with_evidence(files):
    done = [row for row in done_this_year(files) if row["Stage"].casefold() in DONE]
    return per_cent(sum(says(row["Evidence"]) for row in done), len(done))


def share_told(files):
    finished = [row for row in done_this_year(files) if row["Stage"].casefold() in DONE | REFUSED]
    return per_cent(sum(map(told, finished)), len(finished))


def people_engaged(files):
    return f"{sum(people(row['Number of people']) or 0 for row in files.year):,}"


def methods_used(files):
    return str(len(set().union(*(files.named(row, "Methodologies", "methods") for row in files.year))))


def equally_used(files):
    counts = Counter(name for row in files.year for name in files.named(row, "Methodologies", "methods")).values()
    return f"{exp(-sum(count / sum(counts) * log(count / sum(counts)) for count in counts)):.1f}"


def by_channel(files, channel):
    of = {term["name"] for term in files.profile["methods"] if term["channel"] == channel}
    named = [names for row in files.year if (names := files.named(row, "Methodologies", "methods"))]
    return per_cent(sum(bool(names & of) for names in named), len(named))


def for_audience(files, audience):
    return str(sum(audience in files.named(row, "Audiences", "audiences") for row in files.year))


def audiences_reached(files, group=None):
    listed = {term["name"] for term in files.profile["audiences"] if group in (None, term.get("group"))}
    reached = set().union(*(files.named(row, "Audiences", "audiences") for row in files.year)) & listed
    return f"{len(reached)} of {len(listed)}"


def areas_covered(files):
    single = {term["name"] for term in files.profile["areas"] if not term.get("whole")}
    return f"{len(set().union(*(files.named(row, 'Areas', 'areas') for row in files.year)) & single)} of {len(single)}"


def heaviest_load(files):
    held = [(row["Date"].date(), name) for row in files.year for name in files.named(row, "Audiences", "audiences")]
    return str(max(sum(name == other and day_ <= when < day_ + timedelta(days=91) for when, other in held) for day_, name in held))


def ratio_per_person(files, column, form):
    both = [(amount(row[column]), people(row["Number of people"])) for row in files.year]
    both = [(spent, came) for spent, came in both if spent is not None and came is not None]
    return form.format(sum(spent for spent, _ in both) / sum(came for _, came in both))


def delivered_on_time(files):
    """Items due in the year up to the last day of the log; held by their day, or said to be held where no activity is named."""
    found = []
    for row in files.plan:
        if START <= row["Due by"].date() <= files.cut and row["Status"] != "Dropped":
            held = files.held.get(row["Delivered by"])
            said = row["Status"] in ("Held", "Completed", "Delivered")
            found.append(held <= row["Due by"].date() if held else said)
    return per_cent(sum(found), len(found))


def answered(files, duty):
    """How many activities answer a duty in time: in twelve months, or since the strategy began where it is due once for each plan."""
    every = next(each.get("every", "year") for each in files.all_duties if each["id"] == duty)
    since = date.fromisoformat(files.profile["organisation"]["starts"]) if every == "term" else a_year_before(files.last)
    return sum(
        duty in files.duties(row) and since <= files.held[row["Reference"]] <= files.last
        for row in files.activities
        if row["Reference"] in files.held
    )


def a_year_before(last):
    """The first of the twelve months that end on a day."""
    return last.replace(year=last.year - 1) + timedelta(days=1)


def duties_met(files):
    return f"{sum(answered(files, duty) > 0 for duty in files.profile['duties'])} of {len(files.profile['duties'])}"


def still_waiting(files):
    """'–' where more than half of what was heard this year still waits; a median would need the method of Kaplan and Meier."""
    heard = [row for row in files.outcomes if START <= day(row["Date heard"]) <= TODAY]
    waiting = sum(not row["Date told"] for row in heard)
    return "–" if waiting > len(heard) / 2 else "known"
