"""Cost and reach: what each person costs in money and hours, by methodology, and each person heard too little."""

from analysis.planning.value_findings import VIEWS, findings, headline, lead
from pages.parts import session, show
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import in_two_columns
from pages.parts.places import source
from pages.parts.summary import VALUE
from pages.parts.view_picker import period_and_view

begin("Cost and reach")
if session.missing("activities"):
    empty("No activity has been added yet, so no cost can be set against the people reached.", "activities")
else:
    heading = session.slot()
    scope, period, view = period_and_view(VIEWS)
    read = session.read(VALUE, scope, period)
    with heading:
        head(headline(read), lead(read))
    cards(read, [reading.when for reading in read], with_status=False)
    publish = session.publisher(scope, period)
    in_two_columns(findings(view, publish, read, source("activities"), source("activities", "population")), show.finding)
foot()
