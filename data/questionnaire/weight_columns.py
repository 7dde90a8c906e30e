"""A column of weights, which an analyst or an agency puts beside the answers of any platform's export."""

import re
from dataclasses import replace

from data.layout import Column, SurveyLayout
from data.logbook.terms import plain
from data.questionnaire.answer_columns import values
from data.questionnaire.decimals import decimals
from data.sheet import Sheet

# A weight by name alone needs numbers about one; one called a survey's weight may also count people.
_WEIGHT = re.compile(
    r"(?P<sure>(survey|final|rim|design|calibration|grossing|case|sample) ?weight\w*)|weighting|weights|wgt|wt|weight( ?[a-z]| ?\d)?"
    r"|(?P<likely>(\w+ ){0,3}\w{0,12}(weight|wt|wgt)(s|ing|ed)?\d{0,2}( ?(factor|variable|var|value)s?)?"
    r"( (individual|person|adult|respondent|household)s?)?)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,9}([.,]\d+)?(e-?\d+)?", re.IGNORECASE)


def is_weight(sheet: Sheet, at: int, heading: str, first: int) -> bool:
    """Whether a column is headed as weights are and holds nothing but numbers that could be weights. `first` is the first row of answers."""
    match = _WEIGHT.fullmatch(plain(heading)) if heading and first < sheet.height else None
    cells = values(sheet, at, first) if match else []
    if not match or not cells or not all(_NUMBER.fullmatch(cell) for cell in cells):
        return False
    each = decimals([cell for cell in sheet.column(at, first).to_pylist() if cell.strip()])
    # Codes of answers can be about one too, but they are whole.
    parts = not match["likely"] or bool((each % 1 != 0).any())
    return bool(match["sure"]) or (parts and 0.5 <= float(each.mean()) <= 2)


def with_weights(sheet: Sheet, layout: SurveyLayout) -> SurveyLayout:
    """The layout with the first column of weights known as such, where the platform itself knows of none."""
    if any(column.role == "weight" for column in layout.columns):
        return layout
    found = next(
        (one for one in layout.columns if one.role == "question" and not one.option and is_weight(sheet, one.at, one.question, layout.first_row)),
        None,
    )
    if found is None:
        return layout
    columns = tuple(Column(one.at, "weight", one.question) if one is found else one for one in layout.columns)
    return replace(layout, columns=columns)
