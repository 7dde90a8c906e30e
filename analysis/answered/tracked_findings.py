"""A tracked question as a figure and in words: a real change, no clear change, or not comparable and why."""

import pandas as pd

from analysis.answered.tracked import FIRST, NO_CLEAR, NOT_COMPARABLE, REAL, TOO_FEW, Line
from analysis.finding import Finding
from analysis.findings import TITLES
from analysis.suppression import LOW_BASE
from analysis.text import ended, fitted
from analysis.wording import base_line, number

_MINUS = "\N{MINUS SIGN}"
NOT_JOINED = "Not comparable between waves"


def of_line(line: Line) -> Finding:
    """The waves as a line that is broken wherever the guard stands, with its verdict in the headline."""
    rows = line.published.rows
    known = rows["value"].notna()
    whole = bool(rows["joined"].iloc[1:].all()) if len(rows) > 1 else True
    comparable = "" if whole else NOT_JOINED if not rows["joined"].any() else "Comparable only where the line joins them"
    return Finding(
        name=f"tracked-{'-'.join(line.title.casefold().split())}-{line.evidence}-{'-'.join(line.series.casefold().split())}",
        headline=headline(line),
        subtitle=f"{ended(line.waves[-1].asking.wording)} Share who gave a favourable answer, by wave.",
        published=line.published,
        chart="waves" if known.any() else "",
        base=base_line(line.published, line.evidence),
        source=f"Source: {line.series}",
        description=" ".join(sentences(line)),
        comparable=comparable,
        titles=TITLES,
        notes=_broken(line),
    )


def _broken(line: Line) -> tuple[str, ...]:
    """Why the line is broken before each wave; the reasons before the last are not said twice, for the description has them."""
    said = line.waves[-1].asking.wave if line.verdict.word == NOT_COMPARABLE else ""
    return tuple(f"Line broken before {wave}: {'; '.join(_inside(why) for why in reasons)}." for wave, reasons in line.broken if wave != said)


def headline(line: Line) -> str:
    """The verdict in at most a dozen words. Rose or fell is said of a real change only."""
    last = line.published.rows.iloc[-1]
    figure = number(last["value"], "per cent") if last["flag"] in ("", LOW_BASE) else "too few answers"
    verdict = line.verdict
    if verdict.word == REAL and verdict.change:
        way = "rose" if verdict.change.difference > 0 else "fell"
        return fitted(f"{{title}} {way} by {_points(abs(_shown_change(line)))} to {figure}", title=line.title)
    said = {NO_CLEAR: "no clear change", NOT_COMPARABLE: "not comparable with the wave before", TOO_FEW: "too few to compare", FIRST: "first wave"}
    return fitted(f"{{title}}: {figure}, {said[verdict.word]}", title=line.title)


def sentences(line: Line) -> list[str]:
    """What can be said of the latest wave, with its range; what could have been noticed; or why nothing is said."""
    verdict = line.verdict
    if verdict.word == NOT_COMPARABLE:
        return [f"{'. '.join(verdict.reasons)}. No arrow is drawn."]
    if verdict.word == FIRST:
        return ["There is no earlier wave of this series to compare with."]
    if verdict.word == TOO_FEW or verdict.change is None:
        return ["Too few people answered one of the last two waves to compare them."]
    before, after = line.waves[-2].asking.wave, line.waves[-1].asking.wave
    limits = verdict.change.limits
    range_ = f" (95% range {_signed(limits[0])} to {_signed(limits[1])})" if limits else ""
    if verdict.word == REAL:
        said = [f"{_change(_shown_change(line))} from {before} to {after}{range_}: more than chance explains."]
    else:
        said = [f"We cannot tell whether this changed: the difference was {_change(_shown_change(line))}{range_}."]
    if verdict.noticeable is not None:
        said.append(f"A rise of {_points(verdict.noticeable)} or more would have been noticed four times in five.")
    if line.any_change is not None:
        differs = "differ" if line.any_change.p < 0.05 else "do not clearly differ"
        said.append(
            f"Over all comparable waves the figures {differs} (p {'below 0.001' if line.any_change.p < 0.001 else format(line.any_change.p, '.3f')})."
        )
    if line.evidence == "quota":
        said.append("The range assumes that quotas make the sample behave like a random one.")
    return said


def page_headline(lines: list[Line]) -> str:
    """How many of the tracked questions really changed."""
    words = pd.Series([line.verdict.word for line in lines])
    changed, compared = int((words == REAL).sum()), int(words.isin([REAL, NO_CLEAR]).sum())
    if not len(lines):
        return "No question is tracked from wave to wave yet"
    if not compared:
        return "No two waves can be compared yet"
    return f"{changed} of {compared} tracked question{'s' if compared != 1 else ''} really changed"


def _shown_change(line: Line) -> float:
    """The difference of the last two waves as published, so that it is that of the figures beside it."""
    before, after = line.published.rows["value"].iloc[-2:]
    exact = line.verdict.change.difference if line.verdict.change else 0.0
    return exact if pd.isna(before) or pd.isna(after) else float(after - before)


def _points(size: float) -> str:
    whole = max(1, round(100 * size))
    return f"{whole} point{'s' if whole != 1 else ''}"


def _change(change: float) -> str:
    return f"{_signed(change)} point{'' if abs(round(100 * change)) == 1 else 's'}"


def _signed(change: float) -> str:
    whole = round(100 * change)
    return f"+{whole}" if whole > 0 else f"{_MINUS}{-whole}" if whole < 0 else "0"


def _inside(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
