"""What the survey tools write under settings and after programs that were met late: the author's tags, rounds of questions, tables written anew."""

import pytest

from tests.data.made_platforms import WHEN, asked, left_out, options, read

OWN = ["startDate", "endDate", "status", "finished", "recordedDate", "_recordId", "distributionChannel", "userLanguage"]
SAFE = ["Very safe", "Fairly safe", "Not very safe"]
HOW = "How did you hear?"


def own(n):
    return [WHEN, WHEN, "IP Address", "True", WHEN, f"R_{n}", "anonymous", "EN"]


def ids(names, quote='"'):
    return [f"{{{quote}ImportId{quote}: {quote}{name}{quote}}}" for name in names]


@pytest.mark.parametrize("imported", [True, False])
def test_qualtrics_under_its_own_ids_sets_the_tags_of_the_author_before_the_wordings(imported):
    names = [*OWN, "QID1", "QID2_1", "QID2_2", "QID2_4", "QID2_4_TEXT"]
    worded = [*OWN, "A-1 - How safe?", f"A-2_1 - {HOW} - Selected Choice - Radio", f"A-2_2 - {HOW} - Selected Choice - Letter"]
    worded += [f"A-2_4 - {HOW} - Selected Choice - Other", f"A-2_4_TEXT - {HOW} - Other - Text"]
    rows = [names, worded, *[ids(names)] * imported]
    rows += [[*own(n), SAFE[n % 3], "Radio", "Letter" if n % 2 else "", "Other" if n == 4 else "", "bus" if n == 4 else ""] for n in range(9)]
    found = read(rows)
    assert (found["format"], found["respondents"]) == ("Qualtrics export", 9)
    assert asked(found) == [("rating", "How safe?"), ("many answers", HOW)] and options(found, 1) == ["Radio", "Letter", "Other"]


@pytest.mark.parametrize("imported", [True, False])
def test_qualtrics_wordings_without_a_tag_stay_whole_beside_those_with_one(imported):
    names = [*OWN, "Q1", "Q2_1", "Q2_2", "Q3", "Q4"]
    worded = ["Start - Date", *OWN[1:], "Overall - how safe?", f"Q2_1 - {HOW} - Radio", f"Q2_2 - {HOW} - Letter", "Q3 - How sure?", "2024 - better?"]
    rows = [names, worded, *[ids([name.replace("Q", "QID") for name in names])] * imported]
    rows += [[*own(n), SAFE[n % 3], "Radio", "Letter" if n % 2 else "", SAFE[n % 2], ["Yes", "No"][n % 2]] for n in range(9)]
    assert [wording for _, wording in asked(read(rows))] == ["Overall - how safe?", HOW, "How sure?", "2024 - better?"]


def test_qualtrics_asks_again_for_each_thing_named_earlier():
    names, worded = [*OWN, "Q1"], [*OWN, "Which do you use?"]
    for turn, thing in enumerate(["Parks", "Libraries"], 1):
        names += [f"{turn}_Q2_1", f"{turn}_Q2_2", f"{turn}_Q2_2_TEXT", f"{turn}_Q3"]
        worded += [f"Why? - {thing} - Why? - Selected Choice - Near", f"Why? - {thing} - Why? - Selected Choice - Other"]
        worded += [f"Why? - {thing} - Other - Text", f"{thing} - How good?"]
    rows = [names, worded, ids([*OWN, *(name.replace("Q", "QID") for name in names[len(OWN) :])])]
    rows += [[*own(n), "Parks", *["Near", "Other" if n == 4 else "", "free" if n == 4 else "", ["Good", "Poor"][n % 2]] * 2] for n in range(9)]
    found = read(rows)
    assert [wording for _, wording in asked(found)] == [
        "Which do you use?",
        "Why? - Parks",
        "Parks - How good?",
        "Why? - Libraries",
        "Libraries - How good?",
    ]
    assert [kind for kind, _ in asked(found)] == ["one answer", "many answers", "rating", "many answers", "rating"]
    assert options(found, 1) == ["Near", "Other"] and not left_out(found)


def test_qualtrics_ids_tell_what_its_author_named_anew():
    names = [*OWN, "trust_police", "trust_courts", "arm"]
    rows = [names, [*OWN, "How far do you trust? - The police", "How far do you trust? - The courts", "arm"], ids([*OWN, "QID3_1", "QID3_2", "arm"])]
    rows += [[*own(n), ["A lot", "A little"][n % 2], "Not at all", "b"] for n in range(9)]
    found = read(rows)
    assert asked(found) == [("matrix", "How far do you trust?")] and left_out(found) == {"arm"}


def test_ids_of_qualtrics_in_the_quotes_of_a_program_are_no_respondent():
    names = ["ResponseID", "ResponseSet", "IPAddress", "StartDate", "EndDate", "Finished", "Status", "Q1", "RO-BL-Block"]
    rows = [names, [*names[:7], "How safe?", "Display Order: Block"], ids([*names[:7], "QID1", "RO-BL-Block"], "'")]
    rows += [[f"R_{n}", "Default Response Set", f"192.0.2.{n}", WHEN, WHEN, 1, 0, SAFE[n % 3], "Q1|Q2"] for n in range(6)]
    found = read(rows)
    assert found["respondents"] == 6 and asked(found) == [("rating", "How safe?")]


def test_surveymonkey_written_anew_with_its_rows_counted_and_its_blanks_named():
    rows = [["", "How safe?", "Which do you use?", "Unnamed: 2", "Unnamed: 3", "Where do you live?"]]
    rows += [["0", "Response", "Parks", "Libraries", "Buses", "Response"]]
    rows += [[n, SAFE[n % 3], "Parks", "Libraries" if n % 2 else "", "Buses" if n % 3 else "", ["Yarm", "Eston"][n % 2]] for n in range(1, 20)]
    found = read(rows)
    assert (found["format"], found["respondents"]) == ("SurveyMonkey export", 19)
    assert asked(found) == [("rating", "How safe?"), ("many answers", "Which do you use?"), ("one answer", "Where do you live?")]
    assert options(found, 1) == ["Parks", "Libraries", "Buses"]


def test_surveymonkey_has_what_people_added_beside_the_one_column_of_an_answer_whatever_its_name():
    rows = [["Respondent ID", "Collector ID", "Start Date", "End Date", "How likely is it that you would recommend us?", "", "Are you…?", ""]]
    rows += [["", "", "", "", "Response", "Reasons", "Response", "In my own words:"]]
    rows += [[n, 1, WHEN, WHEN, n % 11, "slow" if n % 3 else "", ["Male", "Female"][n % 2], "x" if n == 2 else ""] for n in range(22)]
    found = read(rows)
    assert [kind for kind, _ in asked(found)] == ["rating", "one answer"]
    assert found["questions"][1]["about_you"] == "sex" and found["questions"][0]["words_beside"] == 14


def of_surveymonkey(under, rows):
    above = ["Respondent ID", "Collector ID", "Start Date", "End Date", "How did we do?", *[""] * (len(under) - 1)]
    return read([above, ["", "", "", "", *under], *([n, 1, WHEN, WHEN, *row] for n, row in enumerate(rows))])["questions"][0]


def test_surveymonkey_has_one_column_of_words_beside_the_answer_and_not_the_next():
    found = of_surveymonkey(["Response", "Other (please specify)", "Score"], ([SAFE[n % 3], "so so" if n == 4 else "", n % 4 + 1] for n in range(24)))
    assert found["words_beside"] == 1 and [(part["kind"], part["answered"]) for part in found["statements"]] == [("rating", 24), ("number", 24)]


def test_surveymonkey_columns_answered_as_the_first_or_from_a_few_options_are_no_words():
    alike = ["Good", "Bad"]
    found = of_surveymonkey(["Response", "Response time", "Response manner"], ([alike[n % 2], alike[n % 3 > 1], alike[n % 5 > 2]] for n in range(24)))
    assert found["kind"] == "matrix" and len(found["statements"]) == 3 and "words_beside" not in found
    found = of_surveymonkey(["Response", "Fuel"], ([alike[n % 2], ["Petrol", "Diesel", "Electric"][n % 3]] for n in range(24)))
    assert [part["options"] for part in found["statements"]][1] == ["Petrol", "Diesel", "Electric"] and "words_beside" not in found


def test_microsoft_forms_numbers_a_question_asked_again_in_the_same_words():
    rows = [["ID", "Start time", "Completion time", "Email", "Name", "Why?", "Where?", "Why?2", "Where?2", "Choice A", "Choice A2024"]]
    rows += [[n, WHEN, WHEN, "anonymous", "", "Near", "Yarm", "Far", "Eston", "x", "y"] for n in range(6)]
    assert [wording for _, wording in asked(read(rows))] == ["Why?", "Where?", "Why?", "Where?", "Choice A", "Choice A2024"]


def test_typeform_fields_before_its_last_columns_are_no_questions_and_marks_of_type_are_dropped():
    rows = [
        ["#", "How *safe* do you _feel_?", "patrols", "lighting", "ward_code", "points", "Response Type", "Start Date (UTC)", "Submit Date (UTC)"]
    ]
    rows += [[f"t{n}", SAFE[n % 3], "patrols", "lighting" if n % 2 else "", "W1", "0.00", "completed", WHEN, WHEN] for n in range(9)]
    found = read(rows)
    assert asked(found)[0] == ("rating", "How safe do you feel?") and options(found, 1) == ["patrols", "lighting"]
    assert len(found["questions"]) == 2 and left_out(found) == {"ward_code", "points"}


LAST = ["Response Type", "Start Date (UTC)", "Submit Date (UTC)"]


def test_typeform_questions_in_one_small_word_are_no_fields():
    rows = [["#", "How safe do you feel?", "comments", "age", "gender", "source", "ward_code", *LAST]]
    for n in range(12):
        row = [f"id{n}", SAFE[n % 3], f"Thing {n} at our end", ["18-24", "25-34"][n % 2], ["Male", "Female"][n % 2], "mail", "W1"]
        rows.append([*row, "completed", WHEN, WHEN])
    found = read(rows)
    assert [wording for _, wording in asked(found)] == ["How safe do you feel?", "comments", "age", "gender"]
    assert left_out(found) == {"source", "ward_code"}


def test_typeform_ticks_in_bold_are_one_question():
    rows = [["#", "How safe?", "*Patrols*", "*CCTV*", "Lights", "Other", *LAST]]
    for n in range(9):
        ticked = ["*Patrols*", "*CCTV*" if n % 2 else "", "Lights" if n % 3 else "", "bins" if n == 3 else ""]
        rows.append([f"id{n}", SAFE[n % 3], *ticked, "completed", WHEN, WHEN])
    found = read(rows)
    assert [kind for kind, _ in asked(found)] == ["rating", "many answers"] and options(found, 1) == ["Patrols", "CCTV", "Lights", "Other"]


def test_smartsurvey_with_a_column_for_each_answer_of_a_grid():
    rows = [
        ["UserID", "UserNo", "Started", "Ended", "Q1. Do you agree?", "", "", ""],
        ["", "", "", "", "Q1.1. They listen", "", "Q1.2. They act", ""],
    ]
    rows += [["", "", "", "", "Agree", "Disagree", "Agree", "Disagree"]]
    rows += [[n, n, WHEN, WHEN, *(["Agree", ""] if n % 2 else ["", "Disagree"]), "Agree", ""] for n in range(1, 20)]
    found = read(rows)
    assert asked(found) == [("matrix", "Do you agree?")] and options(found, 0) == ["Agree", "Disagree"]
    assert [(part["kind"], part["answered"]) for part in found["questions"][0]["statements"]] == [("rating", 19), ("rating", 19)]


@pytest.mark.parametrize(
    ("own", "row", "link"),
    [
        (["Timestamp"], ["13/05/2024 10:00:00"], "https://drive.google.com/open?id=1a, https://drive.google.com/open?id=2b"),
        (
            ["ID", "Start time", "Completion time", "Email", "Name"],
            [1, WHEN, WHEN, "anonymous", ""],
            "https://office-my.sharepoint.com/a/Kerb_Zelda.jpg",
        ),
        (["#", "Submit Date (UTC)"], ["t1", WHEN], "https://api.typeform.com/responses/files/1a/kerb.jpg"),
    ],
)
def test_links_to_files_that_people_sent_are_left_out(own, row, link):
    rows = [
        [*own, "How safe?", "Add a picture"],
        *([f"{row[0]}{n}" if n and own[0] != "Timestamp" else row[0], *row[1:], SAFE[n % 3], link] for n in range(6)),
    ]
    found = read(rows)
    assert asked(found) == [("rating", "How safe?")] and "Add a picture" in left_out(found)
