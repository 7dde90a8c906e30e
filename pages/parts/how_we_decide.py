"""How a status is decided, said where statuses are shown."""

from analysis.aims import HOW_WE_DECIDE
from pages.parts.render import render


def how_we_decide() -> None:
    """Every status with its rule, folded away."""
    render("how_we_decide.html", rules=list(HOW_WE_DECIDE.items()))
