"""Whatever is made of a published figure – chart, words, table, CSV, workbook – is the same to the byte for every number that may not be known."""

import io
import re
import zipfile
from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis.answered.question_findings import of_question
from analysis.charts import DRAWN, SCREEN, WALL, draw
from analysis.findings import of_reading, ranked
from analysis.heard.area_map import on_a_map
from analysis.heard.coverage import coverage
from analysis.statistics.intervals import wilson
from analysis.wording import figure, responses, so_what
from publishing.comma_separated import comma_separated
from publishing.notes import notes
from publishing.table import table
from publishing.workbook import workbook
from tests.figures import published, reading
from tests.store import rows

OFFICE = "Office of the Police and Crime Commissioner"
COLUMNS = "question_id split category option place people"
SURVEY = {"title": "Residents, May 2024", "evidence": "quota", "survey_id": "s"}
HIDDEN_NUMBERS = (1, 5, 9)


def surfaces(found):
    """Every form in which a finding leaves the house, by name."""
    made = {
        "words": "\n".join((found.headline, found.subtitle, found.base, found.source, found.description, found.comparable, found.alt, *found.notes)),
        "table": str(table(found)),
        "notes": "\n".join(notes(found, OFFICE)),
        "csv": comma_separated(found, OFFICE).decode("utf-8-sig"),
    }
    for name, size in (("screen", SCREEN), ("wall", WALL)) if found.chart else ():
        made[f"chart on {name}"] = str(draw(found, size).to_dict())
    with zipfile.ZipFile(io.BytesIO(workbook(found, OFFICE, date(2025, 5, 14)))) as book:
        for part in book.namelist():
            made[part] = re.sub(r"<dcterms:\w+ [^>]*>[^<]*</dcterms:\w+>", "", book.read(part).decode())
    return made


def question(kind, tallies, options, split="", order=()):
    one = {"position": 1, "kind": kind, "battery": "", "wording": "What matters most?"}
    return of_question(one, tallies, options, SURVEY, split, order)


def typed(people, base, split="all", category=None):
    given = [("q", split, category, i, None, float(n)) for i, n in enumerate(people)]
    return rows(COLUMNS, ("q", split, category, None, None, float(base)), *given)


def offered(*labels):
    return rows("question_id option label state", *(("q", i, label, "answered") for i, label in enumerate(labels)))


def topline(hidden, kind="many answers"):
    return question(kind, typed((613, 402, hidden), 1237), offered("Patrols", "CCTV", "Lighting"))


def nearly_everybody(hidden):
    return question("one answer", typed((1237 - hidden, hidden), 1237), offered("Yes", "No"))


def opinion(hidden):
    return question("rating", typed((613, 402, hidden), 1237), offered("Agree", "Neither", "Disagree"))


def split(hidden):
    own = pd.concat([typed((613, 402, hidden), 1237, "sex", "Female"), typed((211, 307, 93), 613, "sex", "Male")], ignore_index=True)
    return question("rating", own, offered("Agree", "Neither", "Disagree"), "sex", ("Female", "Male"))


def small_group(hidden):
    whole = pd.concat(
        [typed((613, 402), 1237, "sex", "Female"), typed((hidden // 2, hidden - hidden // 2), hidden, "sex", "Other")], ignore_index=True
    )
    return question("one answer", whole, offered("Yes", "No"), "sex", ("Female", "Other"))


def ranking(hidden):
    places = [(1, 613), (2, 402), (3, 211)]
    first = [("q", "all", None, 0, place, float(n)) for place, n in places]
    second = [("q", "all", None, 1, 1, float(hidden)), ("q", "all", None, 1, 2, 613.0)]
    return question("ranking", rows(COLUMNS, ("q", "all", None, None, None, 1237.0), *first, *second), offered("Burglary", "Drugs"))


def waves(hidden):
    made = []
    for wave, favourable, base in (("May 2023", hidden, 613), ("May 2024", 402, 1237)):
        lower, upper = wilson(favourable / base, base)
        made.append({"wave": wave, "numerator": favourable, "denominator": base, "lower": lower, "upper": upper})
    now, before = ({k: v for k, v in row.items() if k != "wave"} for row in (made[1], made[0]))
    return of_reading(reading("public_confidence", now, before, aim="increase", evidence="quota", trend=made), "Source: survey answers")


def dates(hidden):
    return topline(hidden, "date")


def by_area(hidden):
    shown = published("responses_received", ("area",), *({"area": a, "numerator": n, "base": n} for a, n in (("A", 613), ("B", 402), ("C", hidden))))
    return ranked(shown, "{top} answered most: {value}", "Responses by area.", "Source: survey answers")


def area_map(hidden):
    corners = [(area, area, float(x), 54.0 + y) for i, area in enumerate("ABC") for x, y in ((i, 0), (i + 1, 0), (i + 1, 1))]
    return on_a_map(by_area(hidden), rows("area outline longitude latitude", *corners))


POPULATION = rows(
    "area_code characteristic category people", *(("x", "race", g, 1000.0 * n) for g, n in (("Asian", 10), ("Black", 10), ("White", 80)))
)


def gaps(hidden):
    told = [("s", "race", group, "answered", float(n)) for group, n in (("Asian", 10 + hidden), ("Black", hidden), ("White", 613 - 2 * hidden))]
    found = coverage(
        rows("survey_id split category state people", *told), POPULATION, rows("area area_code whole", ("X", "x", False)), "race", SURVEY
    )
    return found.finding


MADE = (topline, nearly_everybody, opinion, split, small_group, ranking, waves, dates, by_area, area_map)


@pytest.mark.parametrize("made", MADE, ids=lambda made: made.__name__)
def test_every_surface_is_the_same_for_every_hidden_number(made):
    first = surfaces(made(HIDDEN_NUMBERS[0]))
    for hidden in HIDDEN_NUMBERS[1:]:
        for name, surface in surfaces(made(hidden)).items():
            assert surface == first[name], f"{name} tells {hidden} from 1"


def test_all_kinds_of_chart_are_tried():
    # Months of activity are a complete record and exact: nothing of them is ever hidden.
    assert {made(5).chart for made in (*MADE, gaps)} >= set(DRAWN) - {"process"}


@pytest.mark.parametrize("made", [*MADE, gaps], ids=lambda made: made.__name__)
def test_no_exact_number_of_people_is_anywhere(made):
    """613, 402 and 1237 people are published as 615, 400 and 1,235: their exact numbers, and shares made of them, are in no surface."""
    for name, surface in surfaces(made(7)).items():
        for exact in ("613", "402", "1237", "1,237", "211", "307", "0.495", "0.4955", "0.3249", "0.325", "0.0056", "0.0057", "0.0114"):
            assert not re.search(rf"(?<![\d.]){re.escape(exact)}(?!\d)", surface), f"{name} has {exact}"


@pytest.mark.parametrize("made", [*MADE, gaps], ids=lambda made: made.__name__)
def test_no_number_of_people_from_one_to_nine_stands_in_a_table(made):
    found = table(made(7))
    words = len(made(7).published.by)
    for row in found.rows:
        assert not any(isinstance(cell, float) and 1 < cell < 10 for cell in row[words:])


def test_a_coverage_chart_tells_a_hidden_group_only_by_what_the_others_leave():
    """Ten and more are rounded; the hidden group, its dot and its gap are nowhere."""
    figure_ = draw(gaps(7))
    assert [note.text for note in figure_.layout.annotations].count("hidden: small numbers") == 1
    shown = gaps(7).published.rows
    assert np.isnan(shown[(shown["category"] == "Black") & (shown["who"] == "Respondents")]["value"].iloc[0])


@pytest.mark.parametrize("hidden", HIDDEN_NUMBERS)
def test_a_card_and_a_sentence_tell_nothing_either(hidden):
    lower, upper = wilson(hidden / 613, 613)
    row = {"numerator": hidden, "denominator": 613, "lower": lower, "upper": upper}
    now = reading("public_confidence", row, row, aim="increase", evidence="quota")
    assert figure(now.now) == "Hidden" and responses(hidden) == "Fewer than 10"
    assert so_what([now]) == "Not enough data: confidence in the police."
