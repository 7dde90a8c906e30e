"""The pickers above a page: one row, one choice each, kept in the address so that a link shows the same figures."""

from collections.abc import Callable

import streamlit as st

from analysis.periods import Period, parse, quarters, years_between
from analysis.scope import Scope
from data.clock import today
from pages.parts import session
from pages.parts.render import render


def scope(area: bool = True, audience: bool = True, method: bool = True, period: bool = True, labels: bool = True) -> tuple[Scope, Period]:
    """Draw the pickers a page can use and say what is selected. What the address asked for and is not known is named, and left out.

    `labels` False keeps the labels for screen readers only, where the choices speak for themselves.
    """
    kept = _remembered()
    profile = session.profile()
    columns = iter(st.columns(sum((period, area, audience, method)), gap="small"))
    periods = _periods()
    names = [p.name for p in periods]
    wanted = {
        "period": (period, "Period", names, lambda name: next(p.label for p in periods if p.name == name)),
        "area": (area, "Area", ["", *(t.name for t in profile.areas)], lambda name: name or f"Everywhere in {profile.organisation.place}"),
        "audience": (audience, "Audience", ["", *(t.name for t in profile.audiences)], lambda name: name or "Everyone"),
        "method": (method, "Methodology", ["", *(t.name for t in profile.methods)], lambda name: name or "All methodologies"),
    }
    chosen: dict[str, str] = {}
    unknown = []
    for name, (shown, label, options, words) in wanted.items():
        value = getattr(kept, name)
        if value and value not in options:
            unknown.append(f"{label}: {value}")
            value = ""
        chosen[name] = (
            _pick(next(columns), name, label, options, words, value or options[0], labels)
            if shown
            else value or (options[0] if name == "period" else "")
        )
    if unknown:
        render("words.html", kind="sb-caption", words=f"Not known here, so left out: {'; '.join(unknown)}.")
    found = Scope(**chosen)
    remember(found)
    return found, next(p for p in periods if p.name == found.period)


def selected() -> tuple[Scope, Period]:
    """What is selected, without drawing the pickers."""
    kept = _remembered()
    periods = _periods()
    period = next((p for p in periods if p.name == kept.period), periods[0])
    return Scope(period.name, kept.area, kept.audience, kept.method), period


def remember(found: Scope) -> None:
    """Keep the selection for the next page and write it into the address."""
    st.session_state["scope"] = found
    address = found.address() | {"office": session.office()} | ({"data": "example"} if session.is_example() else {})
    for name, value in address.items():
        if st.query_params.get(name) != value:
            st.query_params[name] = value
    for name in ("period", "area", "audience", "method"):
        if name not in address and name in st.query_params:
            del st.query_params[name]


def said(found: Scope) -> str:
    """The selection in words, '' where everything is shown."""
    parts = [found.area, found.audience, found.method]
    return ", ".join(part for part in parts if part)


def _remembered() -> Scope:
    if "scope" not in st.session_state:
        st.session_state["scope"] = Scope.from_address(st.query_params)
    kept: Scope = st.session_state["scope"]
    return kept


def _pick(
    column: st.delta_generator.DeltaGenerator, name: str, label: str, options: list[str], words: Callable[[str], str], value: str, labelled: bool
) -> str:
    widget = f"scope.{session.office()}.{name}"
    if st.session_state.get(widget) not in options:
        st.session_state[widget] = value
    return str(
        column.selectbox(
            label,
            options,
            format_func=words,
            key=widget,
            filter_mode=None if len(options) < 10 else "fuzzy",
            label_visibility="visible" if labelled else "collapsed",
        )
    )


def _periods() -> list[Period]:
    """The financial years there are records of, newest first, each followed by its quarters."""
    first_month = int(session.profile().organisation.year_starts[:2])
    history = session.history(Scope())
    surveys = session.frames()["surveys"]["closed_on"].dropna()
    waves = [surveys.min().date(), surveys.max().date()] if len(surveys) else []
    days = [day for day in (history.first, history.last, *waves) if day]
    newest = min(max(days, default=today()), today())
    years = years_between(min(days, default=newest), newest, first_month)
    found = [period for year in years for period in (year, *quarters(year, first_month)) if period.start <= newest]
    asked = parse(_remembered().period, first_month)
    return found if asked is None or asked.name in [p.name for p in found] else [*found, asked]
