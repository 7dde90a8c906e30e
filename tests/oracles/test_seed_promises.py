"""What each strategy promises to measure, meet and watch: where it stands on screen, and the figure counted again by hand from the example files."""

import re
from datetime import date
from functools import cache, partial
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.examples.load import load_example
from data.office import open_office, store_path
from data.profile import available, load
from tests.oracles import by_hand as hand
from tests.oracles import by_hand_respondents as respondents
from tests.oracles.by_hand import Files

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "confidence": ("Very confident", "Fairly confident", "Strongly agree", "Agree", "Tend to agree", "Excellent", "Good"),
    "informed": ("Very well informed", "Fairly well informed", "Very informed", "Fairly informed", "Yes", "Strongly agree", "Agree", "Tend to agree"),
    "influence": ("Strongly agree", "Agree", "Tend to agree", "Definitely agree", "Yes"),
}
# What the seed document says → (its place there, the page, the card on it, the figure by hand). `period` is 2026/27 so far unless the page says.
CLEVELAND = [
    ("Number of people participating increases", "Objective 1, page 9", "overview", "People engaged", hand.people_engaged),
    ("Number of 'You Said We Did' examples", "Objective 2, page 9", "overview", "You said, we did examples", hand.examples),
    ("Strategies and policies where change can be evidenced", "Objective 3, page 10", "overview", "Strategies and policies changed",
     partial(hand.examples, kinds={"strategy or policy", "policy"}, by="What changed")),
    ("Evidence of changes to commissioned services", "Objective 4, page 10", "overview", "Commissioned services changed",
     partial(hand.examples, kinds={"commissioned service", "service"}, by="What changed")),
    ("Number of different methodologies used", "Objective 5, page 10", "overview", "Methodologies used", hand.methods_used),
    ("A wide variety of methodologies", "Objective 5, page 10", "overview", "Equally used methodologies", hand.equally_used),
    ("Over reliance on face to face", "Weaknesses, page 7", "overview", "Share held face to face", partial(hand.by_channel, channel="face to face")),
    ("Lack of engagement with young people", "Weaknesses, page 7", "overview", "Activities with young people",
     partial(hand.for_audience, audience="Young people")),
    ("... and those with protected characteristics", "Weaknesses, page 7", "overview", "Activities with people with protected characteristics",
     partial(hand.for_audience, audience="People with protected characteristics")),
    ("Nine protected characteristics", "Background, page 5", "overview", "Characteristics asked", respondents.characteristics_asked),
    ("Difficult to demonstrate what has changed", "Weaknesses, page 7", "overview", "Outcomes with evidence", hand.share_with_evidence),
    ("Results fed back to local communities", "Evaluation, page 14", "overview", "Told back", hand.share_told),
    ("A spreadsheet of all activity", "Evaluation, page 14", "activities", "Activities held", lambda files: str(len(files.year))),
    ("Duties to consult", "Background, pages 4 and 5", "duties", "Duties met", hand.duties_met),
]  # fmt: skip
NOTTINGHAMSHIRE = [
    ("Levels of public confidence", "Paragraph 4.3", "overview", "Confidence in the police",
     partial(respondents.asked, words="confidence in Nottinghamshire Police", answers=GOOD["confidence"])),
    ("Residents feeling informed", "Paragraph 4.3", "overview", "Feel informed",
     partial(respondents.asked, words="feel informed", answers=GOOD["informed"])),
    ("Residents that feel they have influence", "Paragraph 4.3", "overview", "Feel able to influence decisions",
     partial(respondents.asked, words="influence decisions", answers=GOOD["influence"])),
    ("12 month plan updated every three months", "Paragraph 1.3", "overview", "Plan delivered on time", hand.delivered_on_time),
    ("Statutory duties to consult and engage", "Paragraph 3.1", "overview", "Duties met", hand.duties_met),
    ("Value for money", "Paragraph 4.2", "overview", "Cost per person engaged",
     partial(hand.ratio_per_person, column="Cost (£)", form="£{:.2f}")),
    ("Risk of geographic skew", "Paragraph 7.1", "overview", "Skew between areas", respondents.skew),
    ("Views of young people (18 to 25)", "Paragraph 7.2", "overview", "Young adults among respondents", respondents.young_adults),
    ("Unsure regarding the precept", "Paragraph 7.2", "overview?period=2025-26", "Unsure about the precept", respondents.unsure),
    ("Under-represented, unheard or dis-engaged", "Paragraph 7.3", "overview", "Audiences reached", hand.audiences_reached),
    ("Oversees the Chief Constable's engagement duties", "Paragraph 3.2", "duties", "Duties met", hand.duties_met),
]  # fmt: skip
GWENT = [
    ("Meet the statutory requirements", "Sections 1 to 3", "overview", "Duties met", hand.duties_met),
    ("Monitors to identify gaps", "Section 2", "overview", "Areas covered", hand.areas_covered),
    ("Demographic profile, diverse range of people", "Section 2", "overview", "Characteristics covered", respondents.characteristics_covered),
    ("Lesser heard communities", "Section 5", "overview", "Lesser-heard communities reached",
     partial(hand.audiences_reached, group="Lesser-heard communities")),
    ("Consultation fatigue", "Sections 5 and 9", "overview", "Heaviest load on one audience", hand.heaviest_load),
    ("Financial considerations", "Section 5", "overview", "Cost per person engaged",
     partial(hand.ratio_per_person, column="Cost (£)", form="£{:.2f}")),
    ("Question their value", "Section 5", "overview", "Time to feedback", hand.still_waiting),
    ("OPCC capacity", "Section 9", "overview", "Staff hours per person engaged", partial(hand.ratio_per_person, column="Staff hours", form="{:.2f}")),
    ("Wider scope of media platforms", "Section 9", "overview", "Share held online", partial(hand.by_channel, channel="online")),
    ("More face to face consultation events", "Section 5", "overview", "Share held face to face", partial(hand.by_channel, channel="face to face")),
    ("A proposed engagement plan, Annex C", "Section 12", "overview", "Plan delivered on time", hand.delivered_on_time),
    ("Key trends to inform future work", "Section 2", "activities", "Activities held", lambda files: str(len(files.year))),
]  # fmt: skip
PROMISES = {"cleveland": CLEVELAND, "nottinghamshire": NOTTINGHAMSHIRE, "gwent": GWENT}
CASES = [pytest.param(office, *promise, id=f"{office}-{promise[3]}-{promise[2]}") for office, promises in PROMISES.items() for promise in promises]
DUTIES = [pytest.param(office, duty.id, id=f"{office}-{duty.id}") for office in PROMISES for duty in load(office).duties]
files = cache(Files)


@pytest.fixture(scope="module")
def screen(tmp_path_factory):
    """The words of a page of an office's example; each page is drawn once."""
    folder, drawn = tmp_path_factory.mktemp("promises"), {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDING_BOARD_STORE", str(folder))
        patch.setenv("SOUNDING_BOARD_TODAY", hand.TODAY.isoformat())
        for office in available():
            with open_office(office, store_path(office, example=True)) as store:
                list(load_example(store, load(office), hand.TODAY))

    def words(office: str, page: str) -> str:
        if (office, page) not in drawn:
            name, _, period = page.partition("?period=")
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("SOUNDING_BOARD_STORE", str(folder))
                patch.setenv("SOUNDING_BOARD_TODAY", hand.TODAY.isoformat())
                app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
                app.query_params.update({"office": office, "data": "example"} | ({"period": period} if period else {}))
                app.run()
                app = app if name == "overview" else app.switch_page(f"pages/{name}.py").run()
            assert not app.exception
            drawn[office, page] = unescape(" ".join(element.proto.body for element in app.get("html")))
        return drawn[office, page]

    return words


def on_card(words: str, title: str) -> str:
    """The value on the card of that title."""
    card = re.search(rf'<section class="sb-card" aria-label="{re.escape(title)}">(.*?)</section>', words, re.DOTALL)
    assert card, f"no card is called {title}"
    return re.search(r'sb-value">([^<]*)<', card[1])[1]


@pytest.mark.parametrize(("office", "promise", "place", "page", "title", "by_hand"), CASES)
def test_what_a_strategy_promises_is_on_screen_and_right(office, promise, place, page, title, by_hand, screen):
    assert promise and place
    assert on_card(screen(office, page), title) == by_hand(files(office))


@pytest.mark.parametrize(("office", "duty"), DUTIES)
def test_each_duty_stands_in_the_ledger_with_as_many_activities_as_the_log_has(office, duty, screen):
    name = next(one.name for one in load(office).duties if one.id == duty)
    words = screen(office, "duties")
    entry = re.search(rf'<section class="sb-duty" aria-label="{re.escape(name)}">(.*?)</section>', words, re.DOTALL)[1]
    shown = re.search(r"<summary>(\d+) activit", entry)
    assert (int(shown[1]) if shown else 0) == hand.answered(files(office), duty)


@pytest.mark.parametrize("office", PROMISES)
def test_the_table_leaves_nothing_out_that_the_profile_reports(office):
    profile = load(office)
    titles = {title for _, _, _, title, _ in PROMISES[office]}
    by_name = {aim.measure for aim in (*profile.aims, *profile.watch)}
    assert len(titles) >= len({aim.title or aim.measure for aim in (*profile.aims, *profile.watch)}) >= len(by_name)
    assert date.fromisoformat(profile.organisation.starts) < hand.TODAY
