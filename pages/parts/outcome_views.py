"""The views of the page on outcomes: what is broken, every thread, what counts with its proof, and commissioned services by provider."""

from collections.abc import Callable

import pandas as pd

from analysis.findings import ranked
from analysis.readings import Reading
from analysis.suppression import Published
from analysis.thread.broken_links import broken_links, in_a_sentence
from analysis.thread.proof import DEMANDS, proofs
from analysis.thread.proof import in_a_sentence as proof_sentence
from analysis.thread.providers import providers
from analysis.thread.threads import Thread
from data.vocabulary import OUTCOME_KINDS, OUTCOME_STAGES
from pages.parts import show
from pages.parts.paging import in_two_columns, part_of
from pages.parts.places import source
from pages.parts.render import render

PER_PAGE = 15


def broken(listed: list[Thread], as_at: str) -> None:
    """The broken links, oldest first, of every period: the officer's list of what to do."""
    found = broken_links(listed)
    meaning = "A link is broken where the log should show a step and does not, or the next step has waited more than twelve weeks."
    render("section.html", title="Broken links, of every period", words=f"{in_a_sentence(listed, found)} {meaning}")
    shown = part_of(found, PER_PAGE, "Part of the list", "broken")
    render("broken_links.html", rows=shown, caption=f"What to do, the longest broken first, as at {as_at}")


def every(listed: list[Thread], period: str) -> None:
    """Each thread as a picture of its eight links."""
    render(
        "section.html",
        title="Each thing said, and what came of it",
        words="Missing links should be there at this stage; the next one is waited for. What later surveys found does not say what caused it.",
    )
    render("threads.html", threads=part_of(listed, PER_PAGE, "Part of the list", f"outcomes.{period}"))


def what_counts(outcomes: pd.DataFrame, read: list[Reading], publish: Callable[..., Published]) -> None:
    """Each count of change with its rows: what it rests on, and what keeps others from counting."""
    for reading in read:
        if reading.measure.name in DEMANDS:
            found = proofs(outcomes, reading.measure.name)
            sentence = proof_sentence(found, reading.measure.name)
            render("proofs.html", title=reading.title, definition=reading.measure.sentence, sentence=sentence, rows=found)
    when = read[0].when
    in_two_columns(
        [
            ranked(
                publish("outcomes_recorded", ["stage"]),
                "Most are {top}: {value}",
                f"Outcomes by stage, {when}.",
                source("outcomes"),
                terms=OUTCOME_STAGES,
            ),
            ranked(
                publish("you_said_we_did_examples", ["kind"]),
                "Most changed {top}: {value}",
                f"Evidenced examples by kind of change, {when}.",
                source("outcomes"),
                terms=OUTCOME_KINDS,
            ),
        ],
        show.finding,
    )


def services(outcomes: pd.DataFrame) -> None:
    """What users of commissioned services said and what came of it, a row a provider."""
    render("providers.html", rows=providers(outcomes))
