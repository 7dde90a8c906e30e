"""The screens of a meeting: an opening, one finding each, a closing; large enough for the back row."""

from analysis.charts import WALL
from analysis.finding import Finding
from analysis.readings import Reading
from data.profile import Organisation
from pages.parts import show
from pages.parts.render import render
from pages.parts.shell import shell


def opening(headline: str, so_what: str, organisation: Organisation, fresh: str) -> None:
    """Whose figures these are and what they say in all."""
    render("slide_words.html", headline=headline, lines=[so_what, organisation.name, organisation.strategy], foot=fresh)
    shell("Present", headline)


def slide(finding: Finding, reading: Reading) -> None:
    """One finding: headline, what it is, the chart, and the line under it."""
    render("slide_head.html", finding=finding, status=reading.status)
    if finding.chart:
        show.chart(finding, WALL)
    render("slide_foot.html", finding=finding)
    shell("Present", finding.headline)


def closing(organisation: Organisation) -> None:
    """Where the working of every figure can be seen."""
    lines = ["Every figure opens to its table, base and source on the dashboard.", "How each is worked out: see Definitions."]
    render("slide_words.html", headline="What will change as a result?", lines=lines, foot=organisation.name)
    shell("Present", "What will change as a result?")
