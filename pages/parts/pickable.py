"""A figure whose bars can be chosen: choosing one looks at those people only, choosing it again at everybody."""

import streamlit as st

from analysis.charts import SCREEN, draw, legend
from analysis.finding import Finding
from pages.parts.only import toggle
from pages.parts.render import render
from pages.parts.role import is_reader
from pages.parts.show import key_to
from publishing.table import table

_PLOTLY = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False, "showTips": False}
_DRAWN = ("ranked", "rating", "stacked")


def pickable(found: Finding, survey_id: str, field: str, by_category: bool = True) -> None:
    """Show a finding whole, its bars open to choosing. `field` is what its bars, or its groups where `by_category`, are values of."""
    render("finding_above.html", finding=found)
    if found.chart and not found.published.empty:
        _chart(found, survey_id, field, by_category)
    render("finding_below.html", finding=found, table=table(found), words=len(found.published.by), caption=found.headline, open=False)


def _chart(found: Finding, survey_id: str, field: str, by_category: bool) -> None:
    figure = draw(found, SCREEN)
    key_to(legend(figure))
    if found.chart not in _DRAWN or is_reader():
        st.plotly_chart(figure, theme=None, config=_PLOTLY | {"staticPlot": True}, alt=found.alt, key=f"chart.{found.name}")
        return
    # Without this the bars that were not chosen fade, and the chart seems to say something else.
    figure.update_traces(selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}}, hoverinfo="none")
    # A bar can be chosen only where a pointer can find it; nothing is shown beside the pointer.
    figure.update_layout(dragmode=False, clickmode="event+select", hovermode="closest")
    key = f"chart.{found.name}.{st.session_state.get(_turn(found), 0)}"
    st.plotly_chart(
        figure,
        theme=None,
        config=_PLOTLY,
        alt=found.alt,
        key=key,
        on_select=lambda: _chosen(found, key, survey_id, field, by_category),
        selection_mode="points",
    )


def _chosen(found: Finding, key: str, survey_id: str, field: str, by_category: bool) -> None:
    """A bar was chosen. The chart is then drawn anew under another key, so that the same bar can be chosen again."""
    points = st.session_state[key].selection.points
    if not points:
        return
    rows, along = found.published.rows, "category" if by_category else "answer"
    terms = list(dict.fromkeys(rows[along if along in rows else found.published.by[0]]))
    place = points[0]["curve_number"] if found.chart == "rating" or (found.chart == "stacked" and not by_category) else points[0]["point_index"]
    st.session_state[_turn(found)] = st.session_state.get(_turn(found), 0) + 1
    # The part of what is not shown stands after the last answer, and is no answer to choose.
    if place < len(terms):
        toggle(survey_id, field, str(terms[place]))


def _turn(found: Finding) -> str:
    return f"chart-turn.{found.name}"
