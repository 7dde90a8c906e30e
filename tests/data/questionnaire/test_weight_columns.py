"""A column of weights beside the answers, in an export of a platform that knows nothing of weights."""

import pytest

from data.profile import load
from tests.store import prepared

PROFILE = load("cleveland")
TOOL = ["UserID", "UserNo", "Started", "Ended", "Q1. Where do you live?", "Q2. How safe do you feel?"]


def export(heading, *cells):
    rows = [[str(i), str(i), f"0{i}/05/2026 10:00:00", f"0{i}/05/2026 10:05:00", "Hartlepool", "Very safe", cell] for i, cell in enumerate(cells, 1)]
    return prepared([[*TOOL, heading], *rows], PROFILE)


def test_a_weight_put_at_the_end_of_a_platforms_export_is_a_weight_and_no_question():
    one = export("Weight", "0.8", "1.3")
    assert one.format == "smartsurvey"
    assert [question.wording for question in one.reading.questions] == ["Where do you live?", "How safe do you feel?"]
    assert one.reading.respondents["weight"].tolist() == [0.8, 1.3]


@pytest.mark.parametrize(("heading", "cells"), [("Weight", ("82", "64")), ("Weight", ("heavy", "1.2")), ("Weight of the bag", ("0.8", "1.3"))])
def test_what_is_headed_so_and_holds_no_weights_stays_a_question(heading, cells):
    one = export(heading, *cells)
    assert len(one.reading.questions) == 3
    assert one.reading.respondents["weight"].isna().all()
