import pytest

from data.profile import available, load
from data.questionnaire.about_you import match_question

# Asked about the respondent, but only to be offered: what the options mean, or whom it was put to, needs a second look.
# fmt: off
OFFERED = [
    ("What is your age?", ["Young", "Middle-aged", "Older"], "age"),
    ("Age group", ["1", "2", "3", "4"], "age"),
    ("How old are you?", ["18-24", "25-34", "Oct-49"], "age"),
    ("Gender", ["1", "2"], "sex"),
    ("What is your ethnic group?", ["White", "BME"], "race"),
    ("What is your ethnicity?", ["British", "Welsh"], "race"),
    ("What is your ethnic group?", ["White", "Chinese or other ethnic group"], "race"),
    ("What is your religion?", [], "religion or belief"),
    ("Do you have a religion or belief?", ["Yes", "No"], "religion or belief"),
    ("What is your sexual orientation?", ["Heterosexual", "Gay, lesbian or bisexual"], "sexual orientation"),
    ("Do you have any physical or mental health conditions or illnesses lasting or expected to last 12 months or more?",
     ["Yes", "No"], "disability"),
    ("Does your condition or illness reduce your ability to carry out day-to-day activities?",
     ["Yes, a lot", "Yes, a little", "Not at all"], "disability"),
    ("Do you consider yourself to have a disability?", ["Yes", "No", "Yes, but it does not affect me"], "disability"),
    ("What is your marital status?", ["Single", "Married"], "marriage and civil partnership"),
    ("Marital status", ["Single", "Married", "Divorced", "Widowed", "Living with partner"], "marriage and civil partnership"),
    ("Are you married or in a civil partnership?", ["Yes", "No"], "marriage and civil partnership"),
    ("Disability", ["Yes", "No"], "disability"),
    ("Pregnancy and maternity", ["Yes", "No"], "pregnancy and maternity"),
    ("Which area do you live in?", ["Hartlepool", "Whitby"], "area"),
    ("Which area do you live or work in?", ["Hartlepool", "Middlesbrough"], "area"),
    ("What is the first part of your postcode?", ["TS24", "TS1"], "area"),
    ("Please choose one of the following", ["Under 18", "18-24", "65+"], "age"),
    ("Q3", ["Male", "Female"], "sex"),
    ("Please select one", ["Hartlepool", "Middlesbrough"], "area"),
    ("Area", ["Hartlepool", "Middlesbrough"], "area"),
    ("Which district is this about?", ["Hartlepool", "Middlesbrough"], "area"),
    ("Which of the following would you choose?", ["Indian", "Caribbean", "Other"], "race"),
]

NOT_ABOUT_THE_RESPONDENT = [
    ("How old is your car?", ["1-2 years", "3-10", "10+"]),
    ("How old are your children?", ["0-4", "5-10"]),
    ("Is the police visible in your area?", ["Yes", "No", "Don't know"]),
    ("Do you feel disabled people are treated fairly?", ["Yes", "No"]),
    ("Do you feel disabled people are treated fairly by Gwent Police?", ["Yes", "No", "Prefer not to say"]),
    ("What age group do you think commits most crime?", ["Under 18", "18-24", "25-34"]),
    ("Are you happy with the service you received?", ["Yes", "No"]),
    ("Are you satisfied that officers took your disability into account?", ["Yes", "No"]),
    ("Were you the victim of a hate crime because of your religion?", ["Yes", "No"]),
    ("Have you ever been stopped because of your ethnicity?", ["Yes", "No"]),
    ("How safe do you feel in the area where you live?", ["Very safe", "Fairly safe"]),
    ("How long have you lived in your area?", ["1-2 years", "3-10 years", "10+ years"]),
    ("Which area should police focus on?", ["Hartlepool", "Middlesbrough"]),
    ("Which area do you feel least safe in?", ["Hartlepool", "Middlesbrough"]),
    ("Which area do you work in?", ["Hartlepool", "Middlesbrough"]),
    ("What was the sex of the offender?", ["Male", "Female"]),
    ("What was the ethnicity of the officer you dealt with?", ["White", "Black", "Asian"]),
    ("Would you prefer to speak to a male or female officer?", ["Male", "Female", "No preference"]),
    ("How would you describe your national identity?", ["Welsh", "English", "British"]),
    ("What is your main language?", ["English", "Welsh", "Polish"]),
    ("Can you speak Welsh?", ["Yes", "No"]),
    ("Do you care for someone who is disabled?", ["Yes", "No"]),
    ("Do you, or anyone in your household, have a disability?", ["Yes", "No"]),
    ("What is your child's gender?", ["Male", "Female"]),
    ("Do you have difficulty contacting us because you have a disability?", ["Yes", "No"]),
    ("Do you support an increase in the precept?", ["Yes", "No", "Don't know"]),
    ("How confident are you in Cleveland Police?", ["Very confident", "Not at all confident"]),
    ("How many hours do you volunteer?", ["1-4", "5-9", "10+"]),
    ("Crime in my area", ["A lot", "A little"]),
    ("Do you have access to the internet?", ["Yes", "No"]),
    ("Which of these protected characteristics was the incident about? – Disability", ["Yes", "No"]),
    ("Age of vehicle", ["1-2", "3-5"]),
    ("What age group do you work with?", ["Under 16", "16-24", "25+"]),
    ("Which age groups do you support?", ["Under 16", "16-24", "25+"]),
    ("At what age did you first come into contact with us?", ["Under 16", "16-24", "25+"]),
    ("Which ethnic groups do you work with?", ["White", "Black", "Asian", "Mixed"]),
    ("Which religion do you know least about?", ["Christian", "Muslim", "Hindu"]),
    ("What gender do you prefer to deal with?", ["Male", "Female"]),
    ("Does anti-social behaviour limit your day-to-day activities?", ["Yes", "No"]),
    ("Has noise affected your day-to-day activities?", ["Yes", "No"]),
    ("Do you have a disability badge?", ["Yes", "No"]),
    ("Do you have a friend with an illness or disability?", ["Yes", "No"]),
    ("Do you consider yourself an ally of disabled people?", ["Yes", "No"]),
    ("Are you disabled-friendly?", ["Yes", "No"]),
    ("Are you trans inclusive?", ["Yes", "No"]),
    ("Which area did it happen in?", ["Hartlepool", "Middlesbrough"]),
    ("Is your local council doing enough?", ["Yes", "No"]),
    ("Please select one", ["1", "2", "3", "4", "5"]),
    ("Are you…", ["A resident", "A business"]),
    ("", ["Yes", "No"]),
]
# fmt: on


def spellings(office):
    """As a caller builds them: every spelling and code of the areas, without those for the whole force."""
    return {spelling: area.name for area in load(office).areas if not area.whole for spelling in (area.name, area.code, *area.also)}


@pytest.mark.parametrize(("wording", "options", "characteristic"), OFFERED)
def test_a_question_that_cannot_be_compared_as_it_stands_is_only_offered(wording, options, characteristic):
    match = match_question(wording, options, spellings("cleveland"))
    assert match is not None
    assert (match.characteristic, match.sure) == (characteristic, False)
    assert list(match.categories) == options


@pytest.mark.parametrize(("wording", "options"), NOT_ABOUT_THE_RESPONDENT)
@pytest.mark.parametrize("office", available())
def test_a_question_about_anything_else_is_left_alone(wording, options, office):
    assert match_question(wording, options, spellings(office)) is None
