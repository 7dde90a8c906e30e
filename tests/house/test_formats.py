"""Every format gives what the register asks for, and each knows its own files and no other's."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from data import formats
from data.layout import SurveyLayout, TableLayout
from data.logbook.fields import KIND_TITLES, KINDS
from data.problems import ImportRefused
from data.sheet import sheet_of

MODULES = {formats.key(module): module for module in formats.all_formats()}

# Sheets each format must know for its own; a new format adds its own here, and must know none of the others'.
MADE = {
    "activity_log": [
        [[field.heading for field in KINDS["activities"]], ["A1", "Drop-in", "14/05/2024"]],
        [["Our log"], [], ["event_name", "event_date", "place"], ["Drop-in", "14/05/2024", "Yarm"]],
        [["Place", "URL", "Program", "Number of Participants"], ["Yarm", "", "Drop-in", "20+"]],
        [["Event", "Date", "Area", "Method", "What we heard", "Action taken"], ["Stall", "14/05/2024", "Yarm", "Stall", "It is dark", "Lights"]],
        [["Activity", "Date", "Area", "Audience", "Status"], ["Stall", "14/05/2024", "Yarm", "Victims", "Done"]],
    ],
    "outcomes_log": [
        [[field.heading for field in KINDS["outcomes"]], ["O1", "It is dark"]],
        [["You said", "We did"], ["It is dark", "Lights"]],
        [["Date", "Activity", "You said", "We did"], ["14/05/2024", "Stall", "It is dark", "Lights"]],
    ],
    "engagement_plan": [
        [[field.heading for field in KINDS["plan"]], ["P1", "Precept survey"]],
        [["Planned activity", "Due by", "Lead"], ["Precept survey", "31/01/2025", "Office"]],
    ],
    "population_table": [
        [[field.heading for field in KINDS["population"]], ["Hartlepool", "Age", "0 to 15", "17000"]],
        [["Area code", "Topic", "Category", "Observation"], ["E06000001", "Sex", "Female", "47000"]],
    ],
    "published_series": [
        [[field.heading for field in KINDS["context_series"]], ["Police do a good job", "Crime Survey", "2024/25", "48", "%"]],
        [["Indicator", "Published by", "Year ending", "Estimate"], ["Police do a good job", "Crime Survey", "March 2025", "48%"]],
    ],
    "smartsurvey": [
        [["UserID", "UserNo", "Started", "Ended", "Q1. Fair?"], ["9000", "1", "14/05/2024", "14/05/2024", "Yes"]],
        [["", "UserID", "Ended", "Q1. What matters?", ""], ["", "", "", "Patrols", "CCTV"], ["0", "9000", "2024-05-13T14:25:53", "Yes", "No"]],
        [
            ["UserID", "UserNo", "Name", "Email", "IP", "ID", "Started", "Ended", "Q1"],
            ["NA"] * 9,
            ["NA"] * 9,
            ["9000", "1", "", "", "", "", "1697862600", "", "Yes"],
        ],
    ],
    "survey_table": [
        [["Response ID", "Fair?", "Safe?"], ["R1", "Yes", "No"]],
        [["Date submitted", "Which area do you live in?", "What matters? - Patrols"], ["14/05/2024", "Yarm", "Yes"]],
        [["Residents survey"], [], ["Respondent ID", "Date answered", "Fair?"], ["R1", "14/05/2024", "Yes"]],
        [["How safe do you feel?", "What would you change?", "Area"], ["Safe", "Lights", "Yarm"]],
        [["Sex", "Area", "weight"], ["1", "2", "1.10"], ["2", "1", "0.85"]],
    ],
    "surveymonkey": [
        [
            ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Safe?", "What matters?", ""],
            ["", "", "", "", "", "Response", "Patrols", "CCTV"],
            ["114069855029", "421480779", "05/13/2024", "05/13/2024", "192.0.2.1", "Yes", "Patrols", ""],
        ],
        [["RespondentID", "Safe?", "Fair?"], ["3190851410", "Yes", "No"]],
        [
            ["Gender", "", "What matters?", "", ""],
            ["Female", "Male", "Patrols", "CCTV", "Other (please specify)"],
            ["Female", "", "Patrols", "", ""],
            ["", "Male", "", "CCTV", "Lights"],
        ],
    ],
    "microsoft_forms": [
        [
            ["ID", "Start time", "Completion time", "Email", "Name", "What matters?"],
            ["1", "2024-05-13T09:00:00", "2024-05-13T09:01:00", "", "", "CCTV;"],
        ],
    ],
    "google_forms": [[["Timestamp", "Safe?", "Agree? [Fair]", "Agree? [Seen]"], ["13/05/2024 09:19:00", "Yes", "Agree", "Disagree"]]],
    "qualtrics": [
        [
            ["StartDate", "EndDate", "Status", "RecordedDate", "ResponseId", "Q1"],
            ["Start Date", "End Date", "Response Type", "Recorded Date", "Response ID", "Safe?"],
            [
                '{"ImportId":"startDate"}',
                '{"ImportId":"endDate"}',
                '{"ImportId":"status"}',
                '{"ImportId":"recordedDate"}',
                '{"ImportId":"_recordId"}',
                '{"ImportId":"QID1"}',
            ],
            ["2024-05-13 09:00:00", "2024-05-13 09:01:00", "IP Address", "2024-05-13 09:01:00", "R_1", "Yes"],
        ],
        [["StartDate", "RecordedDate", "ResponseId", "UserLanguage", "Q1"], ["2024-05-13 09:00:00", "2024-05-13 09:01:00", "R_1", "EN", "Yes"]],
        [["V1", "V2", "V3", "Q1"], ["ResponseID", "ResponseSet", "Name", "Safe?"], ["R_1", "Default", "", "Yes"]],
    ],
    "limesurvey": [
        [["id", "submitdate", "lastpage", "startlanguage", "Q1", "Q2[SQ001]", "Q2[SQ002]"], ["1", "2024-05-13 09:00:00", "3", "en", "Yes", "Y", ""]],
        [
            ["Response ID", "Date submitted", "Last page", "Start language", "Safe?", "What matters? [CCTV]"],
            ["1", "2024-05-13 09:00:00", "3", "en", "Yes", "No"],
        ],
        [["a1. Safe?", "b1[SQ001]. Agree? [Fair]", "b1[SQ002]. Agree? [Seen]", "b1[SQ003]. Agree? [Kind]"], ["Yes", "Agree", "Agree", "Disagree"]],
    ],
    "jisc": [[["Unique Response Number", "1. Safe?", "2. What matters? - CCTV"], ["1-2-3", "Yes", ""]]],
    "spss": [
        [
            ["q1", "wt"],
            ["Safe?", "Weight"],
            [
                '{"spss": {"options": ["Yes", "No"], "codes": ["1", "2"], "weight": false, "several": ""}}',
                '{"spss": {"options": [], "codes": [], "weight": true, "several": ""}}',
            ],
            ["Yes", "1.1"],
        ]
    ],
    "typeform": [
        [["#", "Safe?", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"], ["a1", "1", "2024-05-13 09:00:00", "2024-05-13 09:01:00", "n"]]
    ],
    "alchemer": [
        [
            [
                "Response ID",
                "Time Started",
                "Date Submitted",
                "Status",
                "Language",
                "IP Address",
                "Safe?",
                "Patrols:What matters?",
                "CCTV:What matters?",
            ],
            ["1", "2024-05-13 09:00:00", "2024-05-13 09:01:00", "Complete", "English", "192.0.2.1", "Yes", "Patrols", ""],
        ]
    ],
    "redcap": [
        [["record_id", "safe", "matters___1", "survey_complete"], ["1", "2", "0", "2"]],
        [
            ["Record ID", "Survey Timestamp", "Safe?", "What matters? (choice=CCTV)", "Complete?"],
            ["1", "2024-05-13 09:00", "Yes", "Checked", "Complete"],
        ],
    ],
    "kobo": [
        [["start", "end", "group/safe", "_id", "_uuid", "_submission_time", "_index"], ["", "", "yes", "1", "u1", "2024-05-13T09:26:00", "1"]],
        [["SubmissionDate", "group-safe", "KEY", "SubmitterID", "DeviceID"], ["2024-05-13T09:26:00Z", "yes", "uuid:1", "5", ""]],
    ],
    "citizen_space": [
        [["Response ID", "Submitted", "Do you agree?"], ["ANON-ABCD-1234-E", "2024-05-13 09:00:00", "Yes"]],
        [["Ident 1", "Ident 2", "Ident 3"], ["Do you agree?", "What is your name?", "Why do you say so?"], ["Yes", "", "It is dark"]],
    ],
    "boundaries": [[["FID", "LAD23CD", "Outline"], ["1", "E06000001", "-1.5 54.5,-1.4 54.5,-1.4 54.6"]]],
    "census_table": [
        [
            ["Lower tier local authorities Code", "Lower tier local authorities", "Sex (2 categories) Code", "Sex (2 categories)", "Observation"],
            ["E06000001", "Hartlepool", "1", "Female", "47000"],
        ],
        [["date", "geography", "geography code", "Age: Total", "Age: Aged 4 years and under"], ["2021", "Hartlepool", "E06000001", "92337", "4982"]],
    ],
}
CASES = [pytest.param(name, rows, id=f"{name}-{at}") for name, sheets in MADE.items() for at, rows in enumerate(sheets)]
NOBODYS = [
    [["Wer", "Wann", "Wo"], ["a", "b", "c"]],
    [["Name", "Phone"], ["Zelda", "07700 900123"]],
    [["Invoice", "Date", "Amount"], ["1", "14/05/2024", "£5"]],
    [["just a note"]],
    [[""], [""]],
    [],
]


def test_every_format_there_is_has_files_to_be_known_by():
    assert set(MADE) == set(MODULES)


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_a_format_gives_all_that_is_asked_of_one(module: ModuleType):
    assert module.NAME and module.KIND in KIND_TITLES and module.__doc__
    assert callable(module.recognises) and callable(module.read)
    assert formats.named(formats.key(module)) is module
    assert hasattr(module, "STEPS") or not hasattr(module, "refuses")


@pytest.mark.parametrize(("name", "rows"), CASES)
def test_a_file_is_known_by_its_own_format_and_no_other(name, rows):
    assert [formats.key(module) for module in formats.recognise(sheet_of(rows))] == [name]


@pytest.mark.parametrize(("name", "rows"), CASES)
def test_reading_says_where_things_stand(name, rows):
    sheet = sheet_of(rows)
    layout = MODULES[name].read(sheet)
    sheet = MODULES[name].tidied(sheet) if hasattr(MODULES[name], "tidied") else sheet
    if isinstance(layout, TableLayout):
        assert layout.kind == MODULES[name].KIND and layout.heading_row < layout.first_row <= sheet.height
        assert layout.fields and set(layout.fields) <= {field.name for field in KINDS[layout.kind]}
        places = list(layout.fields.values())
    else:
        assert isinstance(layout, SurveyLayout) and MODULES[name].KIND == "survey"
        assert layout.heading_rows and max(layout.heading_rows) < layout.first_row
        places = [column.at for column in layout.columns]
        assert any(column.role == "question" for column in layout.columns)
    assert len(set(places)) == len(places) and all(0 <= at < sheet.width for at in places)


@pytest.mark.parametrize("rows", NOBODYS)
def test_a_file_of_no_known_kind_is_known_by_none(rows):
    assert formats.recognise(sheet_of(rows)) == []


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
@pytest.mark.parametrize("rows", [*NOBODYS, *(rows for sheets in MADE.values() for rows in sheets)])
def test_a_format_that_the_officer_names_reads_any_sheet_or_refuses_it_in_words(module, rows):
    try:
        layout = module.read(sheet_of(rows))
    except ImportRefused as refused:
        assert re.match(r"[A-Z].*\.$", refused.sentence)
    else:
        assert isinstance(layout, TableLayout | SurveyLayout)


def test_a_format_is_a_file_in_the_folder_and_named_nowhere_else():
    source = Path(formats.__file__).read_text(encoding="utf-8")
    assert not any(name in source for name in MODULES)
