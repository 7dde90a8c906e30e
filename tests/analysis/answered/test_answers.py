import re

import numpy as np
import pytest

from analysis.answered.answers import by_category, ranks, topline
from analysis.answered.question_findings import heading, leading, of_question
from analysis.suppression import HIDDEN, LOW_BASE, WITHHELD
from publishing.notes import notes
from publishing.table import table
from tests.analysis.made_surveys import AREAS, QUESTIONS, counted, people, tables
from tests.store import filled, rows

PEOPLE = people(11, 700)
ONE = [person for person in PEOPLE if person["survey_id"] == "s1"]


@pytest.fixture(scope="module")
def kept():
    with filled(**tables(PEOPLE)) as store:
        tallies = store.frame("SELECT question_id, split, category, option, place, people::DOUBLE AS people FROM tallies")
        options, questions = (store.frame(f"SELECT * FROM {name}") for name in ("options", "questions"))
    return tallies, options, questions.set_index("question_id")


def asked(kept, at, split="all", survey="s1"):
    tallies, options, _ = kept
    question = f"{survey}.{at}"
    return tallies[(tallies["question_id"] == question) & (tallies["split"] == split)], options[options["question_id"] == question]


def typed(*counts, base=200, states=()):
    """The tallies and options of one question from the number of people who gave each answer."""
    given = [("q", "all", None, i, None, float(n)) for i, n in enumerate(counts) if n]
    tallies = rows("question_id split category option place people", ("q", "all", None, None, None, float(base)), *given)
    options = rows("question_id option label state", *(("q", i, f"Answer {i}", states[i] if states else "answered") for i in range(len(counts))))
    return tallies, options


SURVEY = {"title": "Residents, May 2023", "evidence": "open"}


@pytest.mark.parametrize("at", [1, 2, 4])
def test_a_topline_has_every_answer_offered_and_counts_people(kept, at):
    shown = topline(*asked(kept, at), "quota").rows
    _, _, labels = QUESTIONS[at]
    assert list(shown["answer"]) == [label for label in labels if label != "Don't know"]
    for i, row in shown.iterrows():
        chose, base = counted(ONE, at, {i})
        assert abs(row["base"] - base) <= 2
        if min(chose, base - chose) >= 10:
            assert abs(row["value"] - chose / base) <= 0.02 and row["lower"] <= row["value"] <= row["upper"]


def test_an_answer_nobody_gave_is_in_the_table():
    shown = topline(*typed(150, 50, 0)).rows
    assert list(shown["answer"]) == ["Answer 0", "Answer 1", "Answer 2"]
    assert shown["flag"].tolist() == ["", "", HIDDEN]


def test_an_open_survey_has_no_range():
    assert topline(*typed(150, 50), "open").rows[["lower", "upper"]].isna().all(axis=None)
    assert topline(*typed(150, 50), "quota").rows[["lower", "upper"]].notna().all(axis=None)


def test_a_question_nobody_answered_has_no_rows():
    tallies, options = typed(1, 1)
    assert topline(tallies.head(0), options).rows.empty


def test_each_category_is_a_base_of_its_own(kept):
    shown = by_category(*asked(kept, 1, "area"), list(AREAS)).rows
    assert list(dict.fromkeys(shown["category"])) == [area for area in AREAS if counted(ONE, 1, {0}, area)[1]]
    for area in AREAS:
        own = shown[shown["category"] == area]
        base = counted(ONE, 1, {0}, area)[1]
        if base >= 10:
            assert abs(own["base"].iloc[0] - base) <= 2
        for i, (_, row) in enumerate(own.iterrows()):
            chose = counted(ONE, 1, {i}, area)[0]
            if not np.isnan(row["value"]):
                assert min(chose, base - chose) >= 10 and abs(row["value"] - chose / base) <= 0.05
    assert shown[["lower", "upper"]].isna().all(axis=None)


def test_a_ranking_counts_who_put_what_first_and_next(kept):
    shown = ranks(*asked(kept, 3)).rows
    _, _, labels = QUESTIONS[3]
    assert list(zip(shown["category"], shown["answer"], strict=True)) == [(label, rank) for label in labels for rank in ("First", "Second or third")]
    base = sum(bool(person[3]) for person in ONE)
    for row in shown.itertuples():
        option = labels.index(row.category)
        places = [person[3].index(option) + 1 for person in ONE if option in person[3]]
        chose = sum(place == 1 if row.answer == "First" else place > 1 for place in places)
        if min(chose, base - chose) >= 10:
            assert abs(row.numerator - chose) <= 2 and abs(row.base - base) <= 2


def found(kind, tallies, options, split="", order=(), evidence="open", battery="", wording="Do you feel safe?"):
    one = {"position": 3, "kind": kind, "battery": battery, "wording": wording}
    return of_question(one, tallies, options, SURVEY | {"evidence": evidence}, split, order)


def test_nominal_answers_stand_from_commonest_to_rarest_with_other_last():
    tallies, options = typed(20, 90, 60, 30)
    labelled = options.assign(label=["Patrols", "Other", "CCTV", "None of these"])
    shown = found("one answer", tallies, labelled)
    assert list(shown.published.rows["answer"]) == ["CCTV", "Patrols", "Other", "None of these"]
    assert shown.chart == "ranked"
    assert list(found("rating", tallies, labelled).published.rows["answer"]) == ["Patrols", "Other", "CCTV", "None of these"]


def test_the_headline_is_the_commonest_answer_as_published():
    shown = found("one answer", *typed(120, 80))
    assert shown.headline == "60% said Answer 0"
    assert shown.description == "Most: Answer 0, 60%. Next: Answer 1, 40%."
    assert shown.base == "Base: 200 respondents, who chose to take part, rounded to 5"
    assert shown.subtitle == "Do you feel safe?"
    assert shown.name == "question-3"


def test_a_statement_stands_under_its_battery():
    assert found("rating", *typed(120, 80), battery="How far do you agree?", wording="I feel safe").subtitle == "How far do you agree? – I feel safe"
    assert found("rating", *typed(120, 80), battery=float("nan"), wording="I feel safe").subtitle == "I feel safe"


@pytest.mark.parametrize(
    ("counts", "base", "headline"),
    [
        ((3, 4), 7, "Fewer than 10 people answered"),
        ((14, 11), 25, "Too few answered to give shares"),
        ((195, 5), 200, "Too few people to show any answer"),
    ],
)
def test_where_nothing_may_be_shown_the_headline_says_why(counts, base, headline):
    shown = found("one answer", *typed(*counts, base=base))
    assert shown.headline == headline and shown.chart == ""


def test_a_question_nobody_answered_says_so():
    tallies, options = typed(1, 1)
    shown = found("one answer", tallies.head(0), options)
    assert (shown.headline, shown.chart, shown.base) == ("Nobody has answered this question yet", "", "Base: none")


def test_people_who_do_not_know_are_beside_the_base_in_rounded_numbers():
    tallies, options = typed(120, 80, 23, 4, base=200, states=("answered", "answered", "don't know", "prefer not to say"))
    shown = found("one answer", tallies, options)
    assert shown.notes == ("Not in the base: don't know: about 25.",)
    assert "Answer 2" not in set(shown.published.rows["answer"])


def test_many_answers_may_add_to_more_than_the_whole():
    shown = found("many answers", *typed(120, 150))
    assert shown.notes[0].startswith("People could choose more than one answer")
    assert shown.published.rows["value"].sum() > 1


def split_of(*bases, answers=2):
    whole = [("q", "sex", f"g{i}", None, None, float(base)) for i, base in enumerate(bases)]
    given = [("q", "sex", f"g{i}", answer, None, base / answers) for i, base in enumerate(bases) for answer in range(answers)]
    options = rows("question_id option label state", *(("q", i, f"Answer {i}", "answered") for i in range(answers)))
    return rows("question_id split category option place people", *whole, *given), options


def test_a_split_is_drawn_as_parts_of_a_whole_where_there_are_parts_of_a_whole():
    assert found("one answer", *split_of(100, 60), "sex", ("g0", "g1")).chart == "stacked"
    assert found("many answers", *split_of(100, 60), "sex", ("g0", "g1")).chart == ""
    assert found("number", *split_of(400, 400, answers=9), "sex", ("g0", "g1")).chart == "", "there are not nine colours to tell apart"


def test_a_split_stands_in_the_order_it_is_given_and_says_its_own_base():
    shown = found("one answer", *split_of(100, 60, 34, 8), "sex", ("g2", "g1", "g0", "g3"))
    assert list(dict.fromkeys(shown.published.rows["category"])) == ["g2", "g1", "g0", "g3"]
    assert shown.published.rows.groupby("category")["flag"].first().to_dict() == {"g0": "", "g1": "", "g2": LOW_BASE, "g3": HIDDEN}
    assert shown.base == "Base: 195 respondents, who chose to take part, rounded to 5. Some groups are fewer than 50 people: treat them with caution."
    assert shown.name == "question-3-by-sex"


def test_a_split_of_a_ranking_counts_first_places():
    tallies, options = split_of(100, 100)
    tallies["place"] = [None, None, 1, 2, 1, 2]
    tallies.loc[2:, "people"] = [40.0, 60.0, 70.0, 30.0]
    shown = found("ranking", tallies, options, "sex", ("g0", "g1"))
    assert shown.published.rows["value"].fillna(-1).tolist() == [0.4, -1, 0.7, -1]
    assert "The share who ranked each answer first." in shown.notes


def test_a_ranking_is_headed_by_its_commonest_first_place(kept):
    shown = found("ranking", *asked(kept, 3))
    assert shown.chart == "stacked" and " was ranked " in shown.headline
    assert (shown.titles["category"], shown.titles["answer"]) == ("Answer", "Rank")


@pytest.mark.parametrize("label", ["x" * 300, "word " * 60, "<b>Yes</b>\n\u202eno", "{said} {0}"])
@pytest.mark.parametrize("kind", ["one answer", "rating", "many answers", "number", "date"])
def test_a_headline_is_short_whatever_people_could_answer(label, kind):
    tallies, options = typed(150, 50)
    shown = found(kind, tallies, options.assign(label=[label, "No"]))
    assert len(shown.headline) <= 75 and len(shown.headline.split()) <= 12 and "\n" not in shown.headline


def test_too_few_for_a_share_and_hidden_are_both_counted_in_the_description():
    shown = found("one answer", *split_of(100, 24, 8), "sex", ("g0", "g1", "g2"))
    assert set(shown.published.rows["flag"]) == {"", WITHHELD, HIDDEN}
    assert shown.description == "4 figures not shown: too few people."


@pytest.mark.parametrize("kind", ["one answer", "rating", "many answers"])
def test_an_open_survey_is_never_spoken_of_as_a_sample(kind):
    shown = found(kind, *typed(120, 80), evidence="open")
    assert not any(heading.startswith("Range") for heading in table(shown).headings)
    said = [line for line in notes(shown, "Gwent OPCC") if not line.startswith("Definition")]
    assert not re.search(r"interval|margin|significan|confidence limit|of residents|of the public", " ".join([*said, shown.alt]), re.IGNORECASE)
    sampled = found(kind, *typed(120, 80), evidence="quota")
    assert {"Range from", "Range to"} <= set(table(sampled).headings)


def test_a_survey_is_headed_by_the_question_its_strategy_tracks_and_else_by_its_first_opinion():
    columns = "question_id kind characteristic tracks"
    about, opinion, tracked, words = (
        ("q1", "one answer", "sex", ""),
        ("q2", "rating", "", ""),
        ("q3", "rating", "", "informed"),
        ("q4", "written", "", ""),
    )
    assert list(leading(rows(columns, about, words, opinion, tracked))["question_id"]) == ["q3"]
    assert list(leading(rows(columns, about, words, opinion))["question_id"]) == ["q2"]
    assert leading(rows(columns, about, words)).empty


def test_a_survey_too_few_answered_is_headed_by_its_title():
    few = found("one answer", *typed(3, 4, base=7))
    many = found("one answer", *typed(150, 50, base=200))
    assert heading(None, "Residents") == heading(few, "Residents") == "Residents"
    assert heading(many, "Residents") == "75% said Answer 0"
