"""The screens of a meeting: an opening, one finding each, a closing; large enough for the back row."""

from analysis.charts import WALL
from analysis.findings import of_reading
from analysis.readings import Reading
from analysis.wording import headline, so_what
from data.profile import Organisation
from pages.parts import show
from pages.parts.places import freshness, source_of
from pages.parts.render import render
from pages.parts.shell import shell


def opening(aims: list[Reading], organisation: Organisation) -> None:
    """Whose figures these are and what they say in all."""
    words = headline(aims)
    render("slide_words.html", headline=words, lines=[so_what(aims), organisation.name, organisation.strategy], foot=freshness())
    shell("Present", words)


def slide(reading: Reading) -> None:
    """One finding: headline, what it is, the chart, and the line under it."""
    finding = of_reading(reading, source_of(reading))
    render("slide_head.html", finding=finding)
    if finding.chart:
        show.chart(finding, WALL)
    render("slide_foot.html", finding=finding)
    shell("Present", finding.headline)


def closing(organisation: Organisation) -> None:
    """Where the working of every figure can be seen."""
    words = "What will change as a result?"
    lines = ["Every figure opens to its table, base and source on the dashboard.", "How each is worked out: see Definitions."]
    render("slide_words.html", headline=words, lines=lines, foot=organisation.name)
    shell("Present", words)
