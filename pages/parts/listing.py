"""The rows behind a figure, folded away under a sentence that says how many there are."""

from collections.abc import Mapping, Sequence

from pages.parts.render import render

MOST = 60


def listing(summary: str, rows: Sequence[Mapping[str, str]], headings: Sequence[tuple[str, str]], none: str) -> None:
    """A table of records, `headings` as (key, words); `none` is said where there are no rows."""
    render("rows.html", summary=summary, rows=list(rows), headings=headings, none=none, most=MOST)
