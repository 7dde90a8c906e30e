import pytest

from data.privacy.check_digits import nhs
from data.privacy.personal import personal_content, personal_heading


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Name|First Name|Surname|Last name|Full name|Contact name|Your name|Name2|RecipientFirstName|name_first|Name:|Name (optional)", "name"),
        ("Enw|Enw / Name|Name of respondent|Parent's name|<b>Name</b>|Q3. Name|G01Q02[SQ001]. Name|ＮＡＭＥ|Completed by|Name\nResponse", "name"),
        ("What is your name?|What’s your full name?|Beth yw eich enw?|If you would like to join our panel: Name", "name"),
        ("STUDENTS FULL NAME|Pupil name|Learner first name|Tenant's name|What is your full (legal) name?", "name"),
        ("Please leave your name and number if you'd like to be contacted", "name"),
        ("Email|E-mail Address|Email2|E-MAIL|RecipientEmail|EmailAddress|Cyfeiriad e-bost|Email address for the prize draw", "e-mail"),
        ("What is your email address?|If you would like to hear more, please give your email address below|Prize draw - Email", "e-mail"),
        ("Could we have your e-mail?|Where can we reach you? Tell us the best email address to reach you on.", "e-mail"),
        ("Phone|Mobile|Tel|Telephone number|PhoneNumber|Contact no.|Home Phone|Rhif ffôn|telephone_1", "telephone"),
        ("Address|Home address|Address line 1|Postal address|What is your home address and postcode?", "address"),
        ("Postcode|Full postcode|Home postcode|What is your full postcode?|What postcode do you live in?|Cod post|Côd post", "postcode"),
        ("Where do you live? Please enter your postcode.|Please tell us your postcode (e.g. TS1 2AB)|Beth yw'ch cod post?", "postcode"),
        ("IP Address|IP|ip.address|ipaddr|IPAddress", "IP address"),
        ("User Agent|Device ID|deviceid|IMEI", "device"),
        ("Latitude|Longitude|Latitude/Longitude|LocationLatitude|_geolocation|GPS coordinates", "place"),
        ("Token|External Data|ExternalReference|ExternalDataReference|Custom Data 1|Network ID|clientID", "token or id"),
        ("Student ID number|Pupil ID|Staff ID", "token or id"),
        ("Username|Submitter|SubmitterName|_submitted_by", "username"),
        ("Organiser(s)|Organizers|Organiser|Event organiser", "organiser"),
        (
            "Contact|Contact details|Please provide your details [Name]|Do you have anything to add? Please provide your contact details",
            "contact details",
        ),
        ("NI number|National Insurance number", "National Insurance number"),
        ("NHS number|NHS no.", "NHS number"),
        ("Date of birth|DOB|D.O.B.|DateOfBirth|What is your date of birth?", "date of birth"),
        ("Vehicle registration|Car reg|Number plate", "vehicle registration"),
        ("Twitter handle", "social media handle"),
        ("Crime reference number", "crime reference"),
    ],
)
def test_a_heading_that_names_or_asks_for_a_detail_says_so(headings, kind):
    assert {heading: personal_heading(heading) for heading in headings.split("|")} == dict.fromkeys(headings.split("|"), kind)


@pytest.mark.parametrize(
    "headings",
    [
        "Event name|Name of activity|Ethnic group name|Survey name|Organisation name|Ward name|Partner name|Name three priorities",
        "Do you know the name of your local officer?|What is the name of your organisation?|Should the police be told the names of suspects?",
        "Mobile police station|E-mail newsletter|Mobile phone theft|Email scams|Token gesture policing|Device type|Venue address|Web address",
        "How would you like to be contacted?|Have you phoned 101?|Contact method|Do you feel safe at your home address?",
        "Which of these addresses your concern?|What should the police address first?|Address the causes of crime",
        "Have you reported online, by e-mail or by phone?|Do you own a mobile phone?|Is your phone number ex-directory?",
        "How did you report it? - Phone|How would you prefer to hear from us? - Email|Which channels do you use? [Twitter]",
        "Please tick how you contacted us: Telephone|Would you leave your name when reporting?",
        "UserID|UserNo|Respondent ID|Age|Year of birth|Ended|Place|Location|Title|Comments|",
        "You may be asked to give your name to the officer|Please give the name and location of the event",
    ],
)
def test_a_heading_that_only_mentions_a_detail_is_left_alone(headings):
    assert {heading: personal_heading(heading) for heading in headings.split("|")} == dict.fromkeys(headings.split("|"))


@pytest.mark.parametrize(
    "heading",
    ["Please do not include your name or address in this box", "Any other comments? Please do not leave your name or contact details."],
)
def test_asking_people_not_to_give_their_name_is_not_asking_for_it(heading):
    assert personal_heading(heading) is None


@pytest.mark.parametrize(
    "heading",
    ["What is the first part of your postcode?", "Postcode (first half)", "Postcode area", "What is your postcode? (e.g. TS1)"],
)
def test_the_first_part_of_a_postcode_is_not_personal(heading):
    assert personal_heading(heading) is None


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("jo.bloggs@example.com", "e-mail"),
        ("07700 900123", "telephone"),
        ("+44 (0)1632 960001", "telephone"),
        ("7700900123", "telephone"),
        ("192.0.2.44", "IP address"),
        ("2001:db8::1", "IP address"),
        ("zz99 3wz", "postcode"),
        ("QQ123456C", "National Insurance number"),
        ("123e4567-e89b-12d3-a456-426614174000", "token or id"),
        ("9f86d081884c7d659a2feaa0c55ad015", "token or id"),
        ("4111111111111111", "card number"),
        ("943 476 5919", "NHS number"),
        ("54.57430, -1.23500", "place"),
        ("https://www.facebook.com/jo.example.90", "web address or handle"),
        ("@joexample90", "web address or handle"),
    ],
)
def test_a_column_of_details_is_personal_whatever_its_heading(value, kind):
    assert personal_content(["", value]) == kind


@pytest.mark.parametrize(
    "values",
    [
        [],
        ["", " "],
        ["Yes", "No"],
        ["TS8", "TS1", "DL1"],
        ["13/05/2024 14:25:53", "2024-05-13T14:25:53", "12:30:45"],
        ["18-24", "25-34", "0-18"],
        ["Please ring me on 07700 900123", "jo@example.com is my e-mail", "More police", "No"],
        ["https://example.org/events/1", "https://www.facebook.com/events/123456"],
        ["54.5", "-1.2", "54.57430"],
        ["20000", "1,234", "101"],
    ],
)
def test_a_column_of_answers_is_not_personal(values):
    assert personal_content(values) is None


def test_a_fifth_of_a_column_is_enough_and_less_is_not():
    words = [f"answer {number}" for number in range(8)]
    two = ["jo@example.com", "07700 900123"]
    assert personal_content(words + two) is not None
    assert personal_content([*words, "one more", *two]) is None


def test_one_detail_among_five_values_is_not_enough_and_among_four_it_is():
    assert personal_content(["a", "b", "c", "d", "jo@example.com"]) is None
    assert personal_content(["a", "b", "c", "jo@example.com"]) == "e-mail"


def test_a_value_that_came_twice_counts_once():
    assert personal_content(["jo@example.com"] * 50 + ["a", "b", "c", "d"]) is None


def test_long_references_of_which_a_few_pass_a_check_by_chance_are_not_personal():
    references = [str(number) for number in range(6431938000, 6431938100)]
    assert 5 <= sum(map(nhs, references)) <= 15
    assert personal_content(references) is None


def test_a_long_column_is_judged_by_values_from_all_along_it():
    values = [f"answer {number}" for number in range(30_000)] + [f"person{number}@example.com" for number in range(10_000)]
    assert personal_content(values) == "e-mail"
    assert personal_content(list(reversed(values))) == "e-mail"
