"""Where boundaries come from, said where a map would stand, as long as none has been uploaded."""

import pandas as pd

from pages.parts.render import render
from pages.parts.role import is_reader


def where_from(boundaries: pd.DataFrame) -> None:
    """The steps for the officer; nothing once there is a map, and nothing for a reader, who adds no files."""
    if boundaries.empty and not is_reader():
        render("boundaries.html")
