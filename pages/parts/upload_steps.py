"""How to export the responses from each survey tool, folded away until someone needs it."""

from data.formats import steps
from pages.parts.render import render


def upload_steps() -> None:
    """The steps of every survey tool whose exports are read, by the name of the tool."""
    render("steps.html", steps=steps())
