"""You said, we did: what was heard, what came of it, the evidence, and whether people were told."""

from analysis.findings import ranked
from analysis.threads import headline, threads
from data.vocabulary import OUTCOME_KINDS, OUTCOME_STAGES
from pages.parts import filters, session, show
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import in_two_columns, part_of
from pages.parts.places import source
from pages.parts.render import render
from pages.parts.summary import OUTCOMES

PER_PAGE = 15

begin("You said, we did")
if session.missing("outcomes"):
    empty("No outcome has been added yet.", "outcomes")
else:
    heading = session.slot()
    scope, period = filters.scope()
    read = session.read(OUTCOMES, scope, period)
    found = session.history(scope)
    when = found.cut(period).said
    listed = threads(found.at(found.cut(period))["outcomes"])
    with heading:
        head(headline(read, listed), filters.said(scope))
    cards(read, [reading.when for reading in read], with_status=False)
    publish = session.publisher(scope, period)
    by_stage = ranked(
        publish("outcomes_recorded", ["stage"]), "Most are {top}: {value}", f"Outcomes by stage, {when}.", source("outcomes"), terms=OUTCOME_STAGES
    )
    by_kind = ranked(
        publish("you_said_we_did_examples", ["kind"]),
        "Most changed {top}: {value}",
        f"Evidenced examples by kind of change, {when}.",
        source("outcomes"),
        terms=OUTCOME_KINDS,
    )
    in_two_columns([by_stage, by_kind], show.finding)
    render("section.html", title="Each thing said, and what came of it", words="Only what is done, and has its evidence named, raises a measure.")
    render("threads.html", threads=part_of(listed, PER_PAGE, "Shown", f"outcomes.{period.name}"))
foot()
