import pytest

from analysis.planning.same_people import same_people

BOTH = (["Victims", "Businesses"], ["Young people", "Victims"])


@pytest.mark.parametrize(
    ("audiences", "areas", "everywhere", "shared"),
    [
        (BOTH, (["Redcar", "Hartlepool"], ["Hartlepool"]), False, (["Victims"], ["Hartlepool"])),
        (BOTH, (["Redcar"], ["Hartlepool"]), False, None),
        (BOTH, (["All"], ["Hartlepool"]), True, (["Victims"], [])),
        (BOTH, (None, ["All"]), True, None),
        ((["Victims"], ["Businesses"]), (["Redcar"], ["Redcar"]), False, None),
        ((["Victims"], None), (["Redcar"], ["Redcar"]), False, None),
    ],
)
def test_two_activities_ask_the_same_people_where_an_audience_and_an_area_meet(audiences, areas, everywhere, shared):
    assert same_people(audiences, areas, everywhere) == shared
    again = same_people(audiences[::-1], areas[::-1], everywhere)
    assert again == shared, "whichever is named first"
