"""A finding on screen: headline, chart, base, description, table and downloads, always together and always in that order."""

import streamlit as st

from analysis.charts import SCREEN, Key, Size, draw, legend
from analysis.finding import Finding
from data.clock import today
from pages.parts import session
from pages.parts.render import render
from publishing.comma_separated import comma_separated
from publishing.file_name import file_name
from publishing.table import table
from publishing.workbook import workbook

PLOTLY = {"displayModeBar": False, "staticPlot": True, "responsive": True}


def finding(found: Finding, size: Size = SCREEN, open_table: bool = False, also: Finding | None = None) -> None:
    """Show one finding whole. Where there is nothing to draw, the table says why. `also` is the same figures drawn a second way."""
    render("finding_above.html", finding=found)
    if found.chart and not found.published.empty:
        chart(found, size)
    if also:
        render("words.html", kind="sb-caption", words=also.subtitle)
        chart(also, size)
    render("finding_below.html", finding=found, table=table(found), words=len(found.published.by), caption=found.headline, open=open_table)
    downloads(found)


def figures(found: Finding) -> None:
    """A finding that is all table, under a line that has said its headline."""
    render("figures.html", finding=found, table=table(found), words=len(found.published.by))
    downloads(found)


def chart(found: Finding, size: Size = SCREEN) -> None:
    """The chart alone: still, with a description for those who cannot see it."""
    figure = draw(found, size)
    key_to(legend(figure), size)
    st.plotly_chart(figure, theme=None, config=PLOTLY, alt=found.alt, key=f"chart.{found.name}")


def key_to(keys: list[Key], size: Size = SCREEN) -> None:
    """What the colours of a chart mean; nothing where it has but one."""
    if keys:
        render("legend.html", keys=keys, size=size.text)


def downloads(found: Finding) -> None:
    """The table behind the figure as two files, made only when asked for."""
    office, example = session.profile().organisation.name, session.is_example()
    with st.container(horizontal=True, gap="small", key=f"downloads-{found.name}"):
        st.download_button(
            "Download CSV",
            data=lambda: comma_separated(found, office, example),
            file_name=file_name(found.name, "csv", example),
            mime="text/csv",
            key=f"csv.{found.name}",
            on_click="ignore",
        )
        st.download_button(
            "Download Excel",
            data=lambda: workbook(found, office, today(), example),
            file_name=file_name(found.name, "xlsx", example),
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key=f"xlsx.{found.name}",
            on_click="ignore",
        )


def picture(found: Finding) -> None:
    """A finding without its downloads, for a file that is not saved yet."""
    render("finding_above.html", finding=found)
    if found.chart and not found.published.empty:
        chart(found)
    render("finding_below.html", finding=found, table=table(found), words=len(found.published.by), caption=found.headline, open=False)
