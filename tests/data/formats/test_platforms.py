"""One made-up export of each survey tool, in its layout: what is asked, of what kind, and that nothing personal is kept."""

import pytest

from tests.data.made_platforms import WHEN, asked, left_out, options, read

SURVEYMONKEY = [
    [
        "Respondent ID",
        "Collector ID",
        "Start Date",
        "End Date",
        "IP Address",
        "Email Address",
        "First Name",
        "Last Name",
        "Custom Data 1",
        "How safe?",
        "What matters?",
        "",
        "",
        "Rank these",
        "",
        "",
        "Agree?",
        "",
        "Anything else?",
    ],
    [*[""] * 9, "Response", "Patrols", "CCTV", "Other (please specify)", "Crime", "Noise", "Roads", "Fair", "Seen", "Open-Ended Response"],
    *(
        [
            f"11406985502{n}",
            "42148",
            "05/13/2024 10:00:00 AM",
            "05/13/2024 10:05:00 AM",
            "192.0.2.1",
            "z@example.com",
            "Zelda",
            "Quince",
            "x",
            "Very safe",
            "Patrols" if n % 2 else "",
            "CCTV",
            "",
            *[[1, 2, 3], [2, 1, 3]][n % 2],
            "Agree",
            "Disagree",
            f"More of number {n} please",
        ]
        for n in range(6)
    ),
]


def test_surveymonkey_condensed():
    found = read(SURVEYMONKEY)
    assert (found["format"], found["respondents"]) == ("SurveyMonkey export", 6)
    assert [kind for kind, _ in asked(found)] == ["one answer", "many answers", "ranking", "matrix", "written"]
    assert {"IP Address", "Email Address", "First Name", "Last Name", "Custom Data 1"} <= left_out(found)


def test_surveymonkey_expanded_folds_a_choice_and_leaves_many_answers_many():
    rows = [["RespondentID", "Safe?", "", "What matters?", "", "Tools", "", "", ""]]
    rows.append(["", "Yes", "No", "Patrols", "CCTV", "101 - Used", "101 - Not used", "999 - Used", "999 - Not used"])
    for n in range(20):
        safe, calls = ["Yes", ""] if n % 3 else ["", "No"], ["Used", ""] if n % 2 else ["", "Not used"]
        rows.append([f"31908514{n}0", *safe, "Patrols", "CCTV" if n % 2 else "", *calls, *calls])
    found = read(rows)
    assert asked(found) == [("one answer", "Safe?"), ("many answers", "What matters?"), ("matrix", "Tools")]
    assert options(found, 0) == ["Yes", "No"]


def test_surveymonkey_codes_are_answers_and_their_labels_are_asked_for():
    rows = [["Respondent ID", "Collector ID", "Where? (select one)", "Which? (check all)", "", "How often?"], ["", "", "", "A", "B", "Response"]]
    rows += [[f"11406985{n:04}", "4", 1 + n % 4, 1 if n % 2 else "", 2, 1 + n % 3] for n in range(30)]
    found = read(rows)
    assert [kind for kind, _ in asked(found)][:2] == ["one answer", "many answers"] and options(found, 1) == ["A", "B"]
    assert "labels" in {problem["repair"] for problem in found["problems"]}


def test_ids_that_a_spreadsheet_shortened_make_nobody_the_same_person():
    rows = [["Respondent ID", "Collector ID", "Safe?"], *(["1.14064E+11", "4", "Yes"] for _ in range(5))]
    assert read(rows)["respondents"] == 5


def test_microsoft_forms():
    rows = [
        ["Id", "Start time", "Completion time", "Email", "Name", "Last modified time", "What matters?", "Put in order", "Email2", "Points - Safe?"]
    ]
    rows += [
        [
            n,
            "2024-05-13T10:00:00",
            "2024-05-13T10:05:00",
            "anonymous",
            "",
            "",
            ["Patrols;CCTV;", "CCTV;"][n % 2],
            ["A;B;C;", "B;A;C;"][n % 2],
            "z@example.com",
            1,
        ]
        for n in range(6)
    ]
    found = read(rows)
    assert asked(found) == [("many answers", "What matters?"), ("ranking", "Put in order")]
    assert {"Email", "Email2"} <= left_out(found)


def test_google_forms_keeps_the_commas_inside_an_option():
    cells = ["Patrols, CCTV", "CCTV, Youth clubs (sport, music)", "Patrols, Youth clubs (sport, music)"]
    rows = [["Timestamp", "Email Address", "Safe?", "What matters?", "Agree? [Fair]", "Agree? [Seen]"]]
    rows += [[f"{n + 13}/08/2024 13:10:31", "z@example.com", "Very safe", cells[n % 3], "Agree", "Disagree"] for n in range(12)]
    found = read(rows)
    assert asked(found) == [("one answer", "Safe?"), ("many answers", "What matters?"), ("matrix", "Agree?")]
    assert set(options(found, 1)) == {"Patrols", "CCTV", "Youth clubs (sport, music)"}


NAMES = ["StartDate", "EndDate", "Status", "IPAddress", "RecordedDate", "ResponseId", "RecipientEmail", "UserLanguage"]
NAMES += ["Q1", "Q2_1", "Q2_2", "Q2_4", "Q2_4_TEXT", "Q3"]
WORDINGS = ["Start Date", "End Date", "Response Type", "IP Address", "Recorded Date", "Response ID", "Recipient Email", "User Language", "How safe?"]
WORDINGS += [f"What matters? - Selected Choice - {label}" for label in ("Patrols", "CCTV", "Other")]
WORDINGS += ["What matters? - Other - Text", "Which of these, if any?"]
IDS = ["startDate", "endDate", "status", "ipAddress", "recordedDate", "_recordId", "recipientEmail", "userLanguage"]
IDS = [f'{{"ImportId":"{one}"}}' for one in [*IDS, "QID1", "QID2_1", "QID2_2", "QID2_4", "QID2_4_TEXT", "QID3"]]
QUALTRICS = [
    [
        WHEN,
        WHEN,
        "IP Address" if n else "Survey Preview",
        "192.0.2.1",
        WHEN,
        f"R_{n}",
        "z@example.com",
        "EN",
        "Very safe",
        "Patrols" if n % 2 else "",
        "CCTV",
        "Other" if n == 3 else "",
        "lights" if n == 3 else "",
        ["A,B", "B,C", "A,C", "B, really"][n % 4],
    ]
    for n in range(9)
]


@pytest.mark.parametrize(
    ("headings", "named"), [([NAMES, WORDINGS, IDS], True), ([NAMES, WORDINGS], True), ([WORDINGS], True), ([NAMES, IDS], False), ([NAMES], False)]
)
def test_qualtrics_with_three_two_or_one_heading_rows(headings, named):
    found = read([*headings, *QUALTRICS])
    assert (found["format"], found["respondents"], found["rows_aside"]) == ("Qualtrics export", 8, 1)
    wordings = ["How safe?", "What matters?", "Which of these, if any?"] if named else ["Q1", "Q2", "Q3"]
    assert asked(found) == list(zip(["one answer", "many answers", "many answers"], wordings, strict=True))
    assert options(found, 1) == ["Patrols", "CCTV", "Other"] and "B, really" in options(found, 2)
    assert len(left_out(found)) == 2


def test_limesurvey_by_code_with_a_ranking():
    rows = [["id", "submitdate", "lastpage", "startlanguage", "ipaddr", "token", "Q1", "Q2[SQ001]", "Q2[SQ002]", "Q2[other]"]]
    rows[0] += ["Q3[SQ001]", "Q3[SQ002]", "Q4[1]", "Q4[2]"]
    rows += [
        [n, WHEN, 4, "en", "192.0.2.1", "tok", "Yes", "Y" if n % 2 else "", "Y", "", "Agree", "Disagree", ["A", "B"][n % 2], ["B", "A"][n % 2]]
        for n in range(6)
    ]
    found = read(rows)
    assert asked(found) == [("one answer", "Q1"), ("many answers", "Q2"), ("matrix", "Q3"), ("ranking", "Q4")]
    assert left_out(found) == {"ipaddr", "token"}


def test_limesurvey_by_wording():
    rows = [["Response ID", "Date submitted", "Last page", "Start language", "How safe?", "What matters? [Patrols]", "What matters? [CCTV]"]]
    rows += [[n, WHEN, 4, "en", "Very safe", "Yes", "No"] for n in range(6)]
    assert asked(read(rows)) == [("one answer", "How safe?"), ("many answers", "What matters?")]


def test_jisc_online_surveys():
    rows = [
        ["Unique Response Number", "Completion Date", "1. How safe?", "2. Which? - Phone", "2. Which? - Web", "3. Agree? - Fair", "3. Agree? - Seen"]
    ]
    rows += [[f"12-34-{n}", WHEN, "Very safe", "Phone" if n % 2 else "", "Web", "Agree", "Disagree"] for n in range(6)]
    assert asked(read(rows)) == [("one answer", "How safe?"), ("many answers", "Which?"), ("matrix", "Agree?")]


def test_typeform_names_a_question_by_its_answers_and_reads_one_as_yes():
    rows = [["#", "Safe?", "Patrols", "CCTV", "Other", "First name", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"]]
    rows += [[f"a{n}", n % 2, "Patrols" if n % 2 else "", "CCTV", "", "Zelda", WHEN, WHEN, "n"] for n in range(5)]
    found = read(rows)
    assert [kind for kind, _ in asked(found)] == ["one answer", "many answers"] and set(options(found, 0)) == {"Yes", "No"}
    assert left_out(found) == {"First name", "Network ID"}


def test_alchemer_has_the_answer_before_the_question_and_colons_in_both():
    rows = [["Response ID", "Time Started", "Date Submitted", "Status", "SessionID", "IP Address", "City", "Safe: by day?", "Patrols:Which?"]]
    rows[0] += ["CCTV: old:Which?", "Other - Write In:Which?"]
    rows += [[n, WHEN, WHEN, "Complete", "s", "192.0.2.1", "Yarm", "Very", "Patrols", "CCTV: old" if n % 2 else "", ""] for n in range(5)]
    found = read(rows)
    assert asked(found) == [("one answer", "Safe: by day?"), ("many answers", "Which?")]
    assert options(found, 1)[:2] == ["Patrols", "CCTV: old"] and {"IP Address", "SessionID", "City"} <= left_out(found)


def test_redcap_raw_and_labelled():
    raw = [["record_id", "redcap_event_name", "matters___1", "matters___2", "dob", "survey_complete"]]
    raw += [[n, "e1", n % 2, 1, "1980-01-01", 2] for n in range(5)]
    labelled = [["Record ID", "Event Name", "What matters? (choice=Patrols)", "What matters? (choice=CCTV)", "Complete?"]]
    labelled += [[n, "Baseline", "Checked" if n % 2 else "Unchecked", "Checked", "Complete"] for n in range(5)]
    assert asked(read(raw)) == [("many answers", "matters")] and left_out(read(raw)) == {"dob"}
    assert asked(read(labelled)) == [("many answers", "What matters?")] and options(read(labelled), 0) == ["Patrols", "CCTV"]


def test_kobo_counts_an_answer_once_though_it_stands_there_twice():
    rows = [["start", "end", "you/gender", "it/issues", "it/issues/crime", "it/issues/noise", "place", "_place_latitude", "deviceid", "_uuid"]]
    rows[0] += ["_submission_time", "_submitted_by", "_index"]
    rows += [[WHEN, WHEN, "male", "crime noise", 1, n % 2, "54.5 -1.2 0 0", "54.5", "c:1", f"u{n}", WHEN, "z", n] for n in range(6)]
    found = read(rows)
    assert asked(found) == [("one answer", "gender"), ("many answers", "issues")] and options(found, 1) == ["crime", "noise"]
    assert left_out(found) == {"place", "_place_latitude", "deviceid", "_submitted_by"}


def test_citizen_space():
    rows = [["Response ID", "Submitted", "What is your name? - Name", "Do you agree? - Agree", "What matters? - Patrols", "What matters? - CCTV"]]
    rows[0] += ["Analyst notes"]
    rows += [[f"ANON-ABC{n}-1234-{n}", WHEN, "Zelda", "Yes", "Patrols" if n % 2 else "", "CCTV", "seen"] for n in range(6)]
    found = read(rows)
    assert asked(found) == [("one answer", "Do you agree? - Agree"), ("many answers", "What matters?")]
    assert left_out(found) == {"What is your name? - Name"}


def test_any_table_with_two_heading_rows_and_a_weight():
    rows = [["Response ID", "What matters?", "", "", "weight"], ["", "Patrols", "CCTV", "Youth work", ""]]
    rows += [[n, "Yes", "No", "Yes" if n % 2 else "No", 0.5 + n / 10] for n in range(1, 9)]
    found = read(rows)
    assert asked(found) == [("many answers", "What matters?")] and found["weighted"] and found["respondents"] == 8
