"""Where respondents live, told by the first half of their postcodes. The postcodes themselves are left out and go no further than here."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from data.layout import Column, SurveyLayout
from data.profile import Profile
from data.questionnaire.coding import code
from data.questionnaire.postcodes import area_of_outcode, outcode_of
from data.questionnaire.question import Question, with_options
from data.sheet import Sheet

WORDING = "Which area do you live in? (from the first half of the postcode)"
_MOSTLY = 0.5


def area_question(sheet: Sheet, layout: SurveyLayout, columns: Sequence[Column], rows: np.ndarray, profile: Profile) -> Question | None:
    """The area of each respondent whose postcode can lie in one only; None where no column holds postcodes, or none of them can be placed."""
    names = {term.code: term.name for term in profile.areas if term.code and not term.whole}
    for column in columns:
        answers = code(sheet.column(column.at).take(pa.array(rows)), layout.blank)
        outcodes = [outcode_of(label) for label in answers.labels]
        if sum(map(bool, outcodes)) < max(1, _MOSTLY * len(outcodes)):
            continue
        areas = [names.get(area_of_outcode(outcode) or "", "") if outcode else "" for outcode in outcodes]
        labels = [name for name in names.values() if name in areas]
        if labels:
            places = np.array([labels.index(area) if area else -1 for area in areas] + [-1], dtype=np.int32)[answers.codes]
            respondent = np.flatnonzero(places >= 0)
            return with_options(WORDING, "one answer", labels, respondent, places[respondent], (column.at,))
    return None
