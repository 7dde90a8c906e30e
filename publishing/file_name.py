"""The name of a file that leaves the house: our own words only, never a respondent's."""

import re


def file_name(title: str, ending: str, example: bool = False) -> str:
    """A name of plain letters, digits and hyphens, marked where the data is made up: 'example-people-engaged.csv'."""
    slug = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:60] or "table"
    return f"{'example-' if example else ''}{slug}.{ending}"
