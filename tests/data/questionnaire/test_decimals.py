import numpy as np
import pytest

from data.questionnaire.decimals import decimals


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["0.532", "1.204", ""], [0.532, 1.204, np.nan]),
        (["0,532", "1,204", "1"], [0.532, 1.204, 1.0]),
        (["1.204,5", "980,25"], [1204.5, 980.25]),
        (["1,204", "980"], [1204.0, 980.0]),
        (["1,204.5", "3"], [1204.5, 3.0]),
        (["1.2e-3", "heavy"], [0.0012, np.nan]),
    ],
)
def test_a_comma_is_read_one_way_in_the_whole_column(texts, numbers):
    assert decimals(texts) == pytest.approx(numbers, nan_ok=True)
