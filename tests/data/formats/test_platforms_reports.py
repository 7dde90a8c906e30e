"""Reports that survey tools make of the answers: each is refused with the steps by which its tool gives out the responses."""

import pytest

from data.problems import ImportRefused
from tests.data.made_platforms import read


@pytest.mark.parametrize(
    ("rows", "tool"),
    [
        ([["Q1. Safe?"], ["Answer Choices", "Response Percent", "Responses"], ["Yes", "50%", "4"], ["", "Answered", "8"]], "SurveyMonkey"),
        ([["1. Safe?"], ["Answer Choices", "Response Percent", "Response Total"], ["Yes", "50%", "4"], ["", "answered", "8"]], "SmartSurvey"),
        ([["Q1 - Safe?"], ["#", "Answer", "%", "Count"], ["1", "Yes", "50%", "4"]], "Qualtrics"),
        ([["Summary for Q1"], ["Answer", "Count", "Percentage"], ["Yes (A1)", "4", "50%"]], "LimeSurvey"),
        ([["Safe?"], ["Value", "Percent", "Responses"], ["Yes", "50%", "4"]], "Alchemer"),
        ([["1: Safe?"], ["Option", "Total", "Percent"], ["Yes", "4", "50%"]], "Citizen Space"),
        ([["Variable / Field Name", "Form Name", "Field Type"], ["safe", "survey", "radio"]], "REDCap"),
        ([["type", "name", "label"], ["select_one yn", "safe", "Safe?"]], "KoboToolbox"),
        ([["Safe?"], ["Field", "Percentage", "Count"], ["Yes", "50%", "4"]], "Qualtrics"),
        ([["Safe?"], ["12 Responses"], ["Yes", "4"], ["No", "8"], ["Anything else?"], ["Latest Responses"], ["", "More lights"]], "Microsoft Forms"),
        ([["Safe?"], ["12 responses"], ["Yes", "4 (33.3%)"], ["No", "8 (66.7%)"], ["What matters?"], ["11 responses"]], "Google Forms"),
        ([["Safe?"], ["12 out of 12 people answered this question"], ["Yes", "4 resp.", "33.3%"], ["No", "8 resp.", "66.7%"]], "Typeform"),
        ([["2", "Safe?"], ["", "Yes", "4 (33.3%)"], ["", "No", "8 (66.7%)"]], "Jisc Online Surveys"),
    ],
)
def test_a_report_is_refused_with_the_steps_of_its_tool(rows, tool):
    with pytest.raises(ImportRefused) as caught:
        read(rows)
    assert caught.value.code == "E_SUMMARY" and tool in caught.value.sentence and tool.split()[0] in caught.value.remedy


@pytest.mark.parametrize("top", [["Options", "Responses"], ["Value", "Frequency", "Percentage"], ["Answer", "Number", "Share"]])
def test_a_table_of_answers_and_how_often_each_was_given_is_no_survey(top):
    with pytest.raises(ImportRefused) as caught:
        read([["How safe do you feel?"], top, ["Safe", "4", "33%"][: len(top)], ["Not safe", "8", "67%"][: len(top)]])
    assert caught.value.code == "E_SUMMARY" and "one row for each respondent" in caught.value.remedy


def test_a_log_that_mentions_responses_is_no_report():
    rows = [["Activity", "Date", "People", "Notes"], ["Drop-in", "2024-05-13", "12", "12 responses"], ["Talk", "2024-05-14", "9", "4 (33.3%)"]]
    assert read(rows)["rows"] == 2
