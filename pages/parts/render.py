"""The one gateway from words to HTML: templates that escape whatever is put into them. Nothing else in the house may write HTML.

Uploaded words reach the screen only through a template here, through a widget's options, or as a plotly label that the chart has escaped.
"""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analysis.text import label
from data.days import in_words

_TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["label"] = label
    environment.filters["day"] = in_words
    return environment


def html(template: str, **values: Any) -> str:
    """The HTML of a template. Every value is escaped on its way in."""
    return _environment().get_template(template).render(**values)


def render(template: str, **values: Any) -> None:
    """Put a template on the screen."""
    st.html(html(template, **values))
