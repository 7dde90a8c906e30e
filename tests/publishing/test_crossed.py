from publishing.crossed import crossed
from publishing.table import Table


def test_one_dimension_goes_across_and_the_other_down():
    shown = (("Female", "Patrols", "50%", "30"), ("Female", "101", "[c]", "[c]"), ("Male", "Patrols", "25% [u]", "10"))
    across, rows = crossed(Table("", (), (), (), shown, ()))
    assert across == ["Female", "Male"]
    assert rows == [("Patrols", ["50%", "25% [u]"]), ("101", ["[c]", "–"])]
