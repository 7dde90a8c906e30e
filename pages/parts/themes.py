"""What people wrote, for any screen: progress, people per theme, themes by group, and quotes that a person has cleared. Nothing else of it."""

import pandas as pd

from analysis.finding import Finding
from analysis.suppression import Published
from analysis.written.theme_findings import as_tallies, by_group, of_themes, people_of
from data.counted.theme_tallies import theme_options, theme_tallies
from data.settled.codebook import asked
from data.settled.comments import progress, quotes
from data.settled.shown_themes import QUOTES, shown_quotes, shown_themes
from pages.parts import session, show
from pages.parts.render import render
from pages.parts.role import is_reader
from publishing.crossed import crossed
from publishing.table import table


def themes(question: pd.Series, tallies: pd.DataFrame, survey: pd.Series, split: str = "", order: tuple[str, ...] = ()) -> None:
    """One written question. Where too few wrote, or nobody has read them yet, it says so and shows nothing of what was written.

    `tallies` are those of the question. Readers see the themes as the officer last showed them to readers, in all.
    """
    if is_reader():
        _for_readers(question, tallies, survey)
        return
    found, wrote, read, whole = officers_finding(question, survey)
    if found is None or wrote.empty or read.empty:
        _not_yet(question, wrote)
        return
    show.finding(found)
    render("read_so_far.html", people=_shown(wrote), read=_shown(read), whole=whole)
    question_id = str(question["question_id"])
    given = _options(question)
    if split:
        across = by_group(question, theme_tallies(session.store(), survey["survey_id"], question_id, split), given, survey, split, order)
        if across is not None and not across.published.empty:
            _by_group(across)
    shown = set(found.published.rows.dropna(subset=["value"])["answer"])
    names = {theme: name for theme, name in zip(given["theme_id"], given["label"], strict=True) if name in shown}
    chosen = quotes(session.store(), question_id).head(QUOTES).to_dict("records")
    render("quotes.html", quotes=[quote | {"themes": [names[one] for one in quote["themes"] if one in names]} for quote in chosen])


def officers_finding(question: pd.Series, survey: pd.Series) -> tuple[Finding | None, Published, Published, bool]:
    """The themes found so far, who wrote, whose words were read, and whether that is all of them."""
    question_id = str(question["question_id"])
    counts = progress(session.store(), survey["survey_id"]).set_index("question_id").reindex([question_id]).fillna(0.0).iloc[0]
    whole = bool(counts["read"] == counts["written"])
    found = of_themes(question, theme_tallies(session.store(), survey["survey_id"], question_id), _options(question), survey, not whole)
    return found, people_of(counts["written"]), people_of(counts["read"]), whole


def _options(question: pd.Series) -> pd.DataFrame:
    return theme_options(session.store(), str(question["question_id"]), asked(question["battery"], question["wording"]))


def _for_readers(question: pd.Series, tallies: pd.DataFrame, survey: pd.Series) -> None:
    """From the store that readers read, in which nobody's words are but the quotes."""
    known = shown_themes(session.store(), str(question["question_id"]))
    found = of_themes(question, *as_tallies(known), survey, bool((known["read"] < known["wrote"]).any())) if len(known) else None
    if found is None or found.published.empty:
        _not_yet(question, people_of(tallies.loc[tallies["option"].isna() & (tallies["split"] == "all"), "people"].sum()))
        return
    show.finding(found)
    read, wrote = people_of(known["read"].iloc[0]), people_of(known["wrote"].iloc[0])
    render("read_so_far.html", people=_shown(wrote), read=_shown(read), whole=bool((known["read"] == known["wrote"]).all()))
    render("quotes.html", quotes=shown_quotes(session.store(), str(question["question_id"])).to_dict("records"))


def _not_yet(question: pd.Series, wrote: Published) -> None:
    render("written.html", question=question, flag=wrote.first["flag"], people=f"{wrote.first['value']:,.0f}")


def _by_group(across: Finding) -> None:
    whole = table(across)
    columns, rows = crossed(whole)
    render("finding_above.html", finding=across)
    render(
        "cross.html", caption="Per cent of each group who raised each theme", corner="Theme", columns=columns, rows=rows, explained=whole.explained
    )
    render("words.html", kind="sb-caption", words=f"{across.base} · {across.source}")
    show.downloads(across)


def _shown(people: Published) -> str:
    """How many people, as it may be said."""
    return "fewer than 10" if people.empty else f"about {people.first['value']:,.0f}"
