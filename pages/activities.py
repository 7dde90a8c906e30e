"""Activities: how much was done, how, where, for whom – and how sure the numbers are."""

from analysis.activity_findings import findings, headline
from pages.parts import filters, session, show
from pages.parts.cards import cards
from pages.parts.empty import empty
from pages.parts.frame import begin, foot, head
from pages.parts.paging import in_two_columns
from pages.parts.places import source
from pages.parts.summary import ACTIVITY

begin("Activities")
if session.missing("activities"):
    empty("No activity has been added yet.", "activities")
else:
    heading = session.slot()
    scope, period = filters.scope()
    read = session.read(ACTIVITY, scope, period)
    with heading:
        head(*headline(read, filters.said(scope)))
    cards(read, [reading.when for reading in read], with_status=False)
    publish = session.publisher(scope, period)
    in_two_columns(findings(publish, read, source("activities")), show.finding)
foot()
