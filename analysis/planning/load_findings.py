"""Consultation fatigue as a panel of separate signs, each with its figure, and those that cannot be known from what the office keeps."""

import calendar
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd

from analysis.finding import Finding
from analysis.findings import TITLES, ranked
from analysis.planning.loops import Loops, in_a_sentence
from analysis.readings import Reading
from analysis.suppression import Published
from analysis.text import label
from analysis.wording import base_line, figure, number

Publisher = Callable[..., Published]

# Signs of fatigue that need to tell one person from another, which nothing the office uploads does.
UNKNOWN = (
    ("Invitations to each person", "No file says who was invited, so how often one person is asked in twelve months cannot be counted."),
    ("Answering less with every invitation", "It needs the same people followed from one invitation to the next."),
    ("Answers from the same few people", "Survey tools give a new id to every response, and names are never kept."),
)
_HEADLINES = {
    "responses_received": "{top}: {value} responses, the most",
    "break_off": "{top}: {value} stopped half-way",
    "item_nonresponse": "{top}: {value} of questions passed over",
    "dont_know_rate": "{top}: {value} of answers were don't know",
    "straight_lining": "{top}: {value} gave one answer throughout",
}


def headline(load: Reading, found: Loops, overlaps: int) -> str:
    """The finding of the page: how heavy the load on one audience is, and how many loops are open."""
    if load.now.empty:
        return "No dated activity in this period"
    open_ = len(found.silent) + len(found.untold)
    asked = f"One audience asked {figure(load.now)} times in three months"
    return f"{asked}; {open_} of {found.due} activities unanswered" if found.due else f"{asked}; {_many(overlaps, 'overlap')}"


def lead(found: Loops, overlaps: int, near: int) -> str:
    """The other signs in a sentence or two."""
    together, alike = _many(overlaps, "pair"), _many(near, "pair")
    return f"{in_a_sentence(found)} {together} of fieldwork overlapped. {alike} of near-duplicate questions between surveys."


def findings(publish: Publisher, when: str, source: str) -> list[Finding]:
    """How much was asked: by audience, area and month, and how many of those invited came."""
    asked, took = publish("audience_load", ["audience"]), publish("came_of_invited", ["method"])
    months = publish("activity_days", ["month"])
    names = {month: f"{calendar.month_name[int(month[5:])]} {month[:4]}" for month in months.rows["month"]}
    shown = [
        ranked(asked, "{top}: asked {value} times in three months", f"Most activities within 91 days, by audience, {when}.", source),
        ranked(publish("activity_days", ["area"]), "{top} had most days of activity: {value}", f"Days of activity by area, {when}.", source),
        ranked(months, "Busiest: {top}, {value} days of activity", f"Days of activity by month, {when}.", source, terms=names, in_order=True),
        ranked(_known(took), "{top}: {value} of those invited came", f"People who came, of those invited, by methodology, {when}.", source),
    ]
    return [one for one in shown if not one.published.empty]


def survey_findings(publish: Publisher, surveys: pd.DataFrame, source: str) -> list[Finding]:
    """How each survey was answered, sign by sign, in the order the surveys closed."""
    signs = [(_in_order(publish(name, ["title"], True), surveys), words) for name, words in _HEADLINES.items()]
    return [_of_surveys(waves, words, source) for waves, words in signs if not waves.empty]


def _of_surveys(waves: Published, words: str, source: str) -> Finding:
    found = ranked(waves, words, waves.measure.sentence, source, in_order=True, notes=(_NOT_A_TREND,))
    named = replace(found, titles=TITLES | {"title": "Survey"}, base=base_line(waves, each="title"))
    alike = {number(value, waves.measure.unit) for value in waves.rows["value"].dropna()}
    if (waves.rows["value"].dropna() == 0).all():
        return replace(named, headline=f"{waves.measure.title}: none in any survey", description="None in any survey.")
    if len(alike) == 1 and len(waves.rows) > 1 and waves.rows["value"].notna().all():
        (same,) = alike
        return replace(named, headline=f"{waves.measure.title}: {same} in every survey", description=f"{same} in each of {len(waves.rows)} surveys.")
    return named


def _in_order(published: Published, surveys: pd.DataFrame) -> Published:
    """The surveys in the order they closed."""
    order = {title: place for place, title in enumerate(surveys.sort_values("closed_on", kind="stable")["title"])}
    rows = published.rows.sort_values("title", key=lambda titles: titles.map(order), kind="stable").reset_index(drop=True)
    return Published(published.measure, published.by, rows)


def _known(published: Published) -> Published:
    return Published(published.measure, published.by, published.rows[published.rows["base"] > 0].reset_index(drop=True))


_NOT_A_TREND = "Different people answered each time, so a difference between surveys is not a change in anyone."


def panel(readings: list[Reading], found: Loops, overlaps: int, near: int) -> list[dict[str, str]]:
    """Each sign as a line: its title, what it shows, and whether it can be known."""
    lines = [
        {"title": reading.title, "value": "–" if reading.now.empty else figure(reading.now), "words": reading.measure.sentence}
        for reading in readings
    ]
    lines += [
        {
            "title": "Fieldwork that overlapped",
            "value": str(overlaps),
            "words": "Pairs of activities of more than a day, open at once for the same audience and area.",
        },
        {
            "title": "Near-duplicate questions",
            "value": str(near),
            "words": "Pairs of questions in nearly the same words, in surveys of different series.",
        },
        {
            "title": "Asked and never answered",
            "value": f"{len(found.silent) + len(found.untold)} of {found.due}",
            "words": "Activities that ended twelve weeks ago or more, nobody told what came of them. “Told back” counts finished outcomes instead.",
        },
    ]
    return lines + [{"title": title, "value": "Not known", "words": why} for title, why in UNKNOWN]


def _many(count: int, thing: str) -> str:
    return f"{count or 'No'} {thing if count == 1 else thing + 's'}"


def named(pairs: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Near-duplicate questions as rows of a table."""
    return [
        {
            "first": label(str(pair["wordings"][0]), 160),
            "second": label(str(pair["wordings"][1]), 160),
            "surveys": f"{pair['surveys'][0]}; {pair['surveys'][1]}",
            "alike": "Word for word" if pair["same"] else number(float(pair["alike"]), "per cent"),
        }
        for pair in pairs
    ]
