import pytest

from data.problems import ProfileError
from data.profile import available, load

GOOD = """
duties = ["precept"]
[organisation]
name = "Office of Anywhere"
short = "Anywhere"
force = "Anywhere Police"
place = "Anywhere"
strategy = "Strategy"
source = "Page 1"
starts = "2024-04-01"
ends = "2027-03-31"
[settings]
plan_months = 24
weight_by = ["age"]
[[areas]]
name = "Here"
code = "E1"
[[areas]]
name = "Everywhere"
whole = true
[[methods]]
name = "Focus group"
channel = "face to face"
also = ["fg"]
[[levels]]
name = "consult"
[[objectives]]
id = "1"
outcome = "People are heard"
measures = [{ measure = "people_engaged", aim = "increase", only = { area = "Here" } }]
[[watch]]
measure = "activities_held"
[[tracked]]
id = "trust"
title = "Trust"
wording = ["trust"]
favourable = ["Yes"]
"""


@pytest.fixture
def load_text(tmp_path):
    def read(text):
        (tmp_path / "anywhere.toml").write_text(text, encoding="utf-8")
        return load("anywhere", tmp_path)

    return read


def test_a_profile_is_read_as_written(load_text):
    profile = load_text(GOOD)
    assert profile.id == "anywhere" and profile.organisation.year_starts == "04-01"
    assert [term.name for term in profile.areas] == ["Here", "Everywhere"] and profile.areas[1].whole
    assert profile.methods[0].also == ("fg",)
    assert (profile.plan_months, profile.plan_refreshed_months, profile.weight_by) == (24, 3, ("age",))
    (aim,) = profile.aims
    assert (aim.measure, aim.aim, aim.only) == ("people_engaged", "increase", (("area", "Here"),))
    assert [duty.id for duty in profile.duties] == ["precept"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('short = "Anywhere"', 'shrot = "Anywhere"', ["anywhere.toml", "organisation", "'shrot'", "'short'"]),
        ('short = "Anywhere"', "", ["anywhere.toml", "organisation", "lacks 'short'."]),
        ("plan_months", "plan_month", ["anywhere.toml", "settings", "'plan_month'", "'plan_months'"]),
        ("[[watch]]", "[[wacth]]", ["anywhere.toml", "'wacth'", "'watch'"]),
        ('[[areas]]\nname = "Here"', '[areas]\nname = "Here"', ["anywhere.toml"]),
        ('channel = "face to face"', 'channel = "face-to-face"', ["anywhere.toml", "'Focus group'", "'face-to-face'", "'face to face'"]),
        ('name = "consult"', 'name = "consullt"', ["anywhere.toml", "'consullt'", "'consult'"]),
        ('aim = "increase"', 'aim = "increased"', ["anywhere.toml", "objectives '1'", "'increased'", "'increase'"]),
        ('"precept"', '"precepts"', ["anywhere.toml", "'precepts'", "'precept'"]),
        ('also = ["fg"]', 'als = ["fg"]', ["anywhere.toml", "methods 'Focus group'", "'als'", "'also'"]),
        ('starts = "2024-04-01"', 'starts = "1 April 2024"', ["anywhere.toml", "'starts'", "2021-04-01"]),
        ('starts = "2024-04-01"', "starts = 2024-04-01", ["anywhere.toml", "'starts'"]),
        ('name = "Everywhere"', 'name = "here"', ["anywhere.toml", "areas", "'here'", "'Here'"]),
        ("[[watch]]", '[[objectives]]\nid = "1"\noutcome = "Again"\nmeasures = []\n[[watch]]', ["anywhere.toml", "objectives", "'1'", "twice"]),
        ('id = "trust"', "", ["anywhere.toml", "tracked", "lacks 'id'."]),
        ("[organisation]", "[organisation", ["anywhere.toml", "TOML"]),
    ],
)
def test_a_slip_is_told_by_file_key_and_nearest(load_text, before, after, said):
    assert before in GOOD
    with pytest.raises(ProfileError) as caught:
        load_text(GOOD.replace(before, after, 1))
    for words in said:
        assert words in str(caught.value), str(caught.value)


def test_an_entry_that_is_no_list_is_told(load_text):
    lone = GOOD.replace('[[levels]]\nname = "consult"', '[levels]\nname = "consult"')
    with pytest.raises(ProfileError, match=r"levels is not a list of entries"):
        load_text(lone)


def test_an_office_without_a_profile_is_told_the_nearest():
    with pytest.raises(ProfileError, match="Did you mean 'cleveland'"):
        load("clevland")


def test_the_offices_are_named_in_order():
    assert list(available().values()) == sorted(available().values())
    assert {"cleveland", "nottinghamshire", "gwent"} <= set(available())
