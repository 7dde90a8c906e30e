import pytest

from data.profile import load
from data.questionnaire.about_you import Category, match_question
from data.questionnaire.meanings import OUTSIDE

PNTS, DK, NA = Category(None, "prefer not to say"), Category(None, "don't know"), Category(None, "no answer")
WHITE, ASIAN, BLACK = "White", "Asian or Asian British", "Black, Black British, Caribbean or African"
MIXED, OTHER = "Mixed or multiple ethnic groups", "Other ethnic group"
SAME, DIFFERENT = "Same as registered at birth", "Different from registered at birth"
MARRIED, NEVER = "Married or in a civil partnership", "Never married or in a civil partnership"
APART, WIDOWED = "Separated or divorced", "Widowed or surviving civil partner"
PREGNANT, NOT_PREGNANT = "Pregnant or recently had a baby", "Neither pregnant nor recently had a baby"
YES_NO_DISABLED = {"Yes": "Disabled", "No": "Not disabled"}
SEXES = {"Male": "Male", "Female": "Female"}

# Wording → characteristic, and what each option means. Wordings as surveys of the public, of police and in Wales use them.
# fmt: off
SURE = [
    ("How old are you?", "age",
     {"Under 18": "Under 18", "18-24": "18 to 24", "25-34": "25 to 34", "65+": "65 and over", "Prefer not to say": PNTS}),
    ("Q1. What is your age?", "age", {"16 - 24": "16 to 24", "75 years and over": "75 and over"}),
    ("Which of the following age groups do you fall into?", "age", {"18 to 25": "18 to 25", "26 to 35": "26 to 35"}),
    ("Age", "age", {"34": "34", "52": "52", "": NA}),
    ("About you: Age group", "age", {"16-24 years": "16 to 24", "25-34 years": "25 to 34"}),
    ("Which age bracket are you in?", "age", {"55-65": "55 to 65", "Over 65": "66 and over"}),
    ("What was your age on your last birthday?", "age", {"17 or younger": "Under 18", "18 and over": "18 and over"}),
    ("Beth yw eich oedran? / What is your age?", "age", {"16-24": "16 to 24", "Dan 16": "Under 16", "65 a throsodd": "65 and over"}),
    ("What is your sex?", "sex", SEXES),
    ("What is your sex? A question about gender identity will follow later on", "sex", {**SEXES, "Prefer not to say": PNTS}),
    ("Sex", "sex", {"M": "Male", "F": "Female"}),
    ("How would you describe your gender?", "sex",
     {"Man": "Male", "Woman": "Female", "Non-binary": "Another term", "Prefer to self-describe": "Another term"}),
    ("What is your gender identity?", "sex",
     {"Male (including trans men)": "Male", "Female (including trans women)": "Female", "Other": "Another term"}),
    ("Which of the following best describes how you think of yourself?", "sex",
     {**SEXES, "In another way": "Another term", "Prefer not to say": PNTS}),
    ("Are you…", "sex", {**SEXES, "Prefer not to say": PNTS}),
    ("I am", "sex", {"A man": "Male", "A woman": "Female"}),
    ("Beth yw eich rhyw?", "sex", {"Gwryw": "Male", "Benyw": "Female", "Mae'n well gennyf beidio â dweud": PNTS}),
    ("Rhywedd / Gender", "sex", {"Gwryw / Male": "Male", "Benyw / Female": "Female", "Arall / Other": "Another term"}),
    ("Is the gender you identify with the same as your sex registered at birth?", "gender reassignment",
     {"Yes": SAME, "No": DIFFERENT, "Prefer not to say": PNTS}),
    ("Is your gender identity the same as the sex you were assigned at birth?", "gender reassignment",
     {"Yes": SAME, "No, write in gender identity": DIFFERENT}),
    ("Is your gender identity different from the sex you were assigned at birth?", "gender reassignment", {"Yes": DIFFERENT, "No": SAME}),
    ("Do you identify as trans?", "gender reassignment", {"Yes": DIFFERENT, "No": SAME, "Prefer not to say": PNTS}),
    ("Do you consider yourself to be a transgender person?", "gender reassignment", {"Yes": DIFFERENT, "No": SAME}),
    ("Do you consider yourself to have a disability?", "disability", {**YES_NO_DISABLED, "Prefer not to say": PNTS}),
    ("Do you consider yourself to be disabled?", "disability", YES_NO_DISABLED),
    ("The Equality Act 2010 defines disability. Do you consider yourself disabled under this definition?", "disability", YES_NO_DISABLED),
    ("Are you disabled?", "disability", {"Yes": "Disabled", "No": "Not disabled", "Don't know": DK}),
    ("Do you have any long-term illness, health problem or disability?", "disability", YES_NO_DISABLED),
    (
        "Are your day-to-day activities limited because of a health problem or disability "
        "which has lasted, or is expected to last, at least 12 months?",
        "disability",
        {"Yes, limited a lot": "Disabled", "Yes, limited a little": "Disabled", "No": "Not disabled"},
    ),
    (
        "Do you have a physical or mental health condition that limits your day-to-day activities?",
        "disability",
        {"Yes - a lot": "Disabled", "Yes - a little": "Disabled", "Not at all": "Not disabled"},
    ),
    ("A oes gennych anabledd?", "disability", {"Oes": "Disabled", "Nac oes": "Not disabled"}),
    (
        "What is your ethnic group?",
        "race",
        {
            "White - English/Welsh/Scottish/Northern Irish/British": WHITE,
            "White - Irish": WHITE,
            "White - Gypsy or Irish Traveller": WHITE,
            "Any other White background, please describe": WHITE,
            "Mixed/Multiple ethnic groups - White and Black Caribbean": MIXED,
            "White and Asian": MIXED,
            "Asian/Asian British - Pakistani": ASIAN,
            "Any other Asian background": ASIAN,
            "Black/African/Caribbean/Black British - African": BLACK,
            "Other ethnic group - Arab": OTHER,
            "Any other ethnic group": OTHER,
            "Prefer not to say": PNTS,
        },
    ),
    (
        "How would you describe your ethnic background?",
        "race",
        {"White British": WHITE, "Pakistani": ASIAN, "Indian": ASIAN, "Chinese": ASIAN, "Caribbean": BLACK,
        "Gypsy or Irish Traveller": WHITE, "Roma": WHITE, "Arab": OTHER},
    ),
    (
        "Ethnicity",
        "race",
        {
            "Asian, Asian British or Asian Welsh": ASIAN,
            "Black, Black British, Black Welsh, Caribbean or African": BLACK,
            "Mixed or Multiple ethnic groups": MIXED,
            "White: Welsh, English, Scottish, Northern Irish or British": WHITE,
            "Other": OTHER,
            "Not stated": NA,
        },
    ),
    ("Which ethnic group do you most identify with?", "race",
     {"White": WHITE, "Black or Black British": BLACK, "Asian or Asian British": ASIAN, "Mixed": MIXED}),
    ("Beth yw eich grŵp ethnig?", "race", {"Gwyn": WHITE, "Asiaidd": ASIAN, "Du": BLACK}),
    ("What is your religion?", "religion or belief",
     {"No religion": "No religion", "Christian (all denominations)": "Christian", "Muslim": "Muslim", "Any other religion": "Other religion"}),
    (
        "Which of these best describes your religion or belief?",
        "religion or belief",
        {"None": "No religion", "Church of England": "Christian", "Buddhist": "Buddhist", "Hindu": "Hindu",
        "Jewish": "Jewish", "Sikh": "Sikh", "Pagan": "Other religion"},
    ),
    ("Religion / belief", "religion or belief", {"Christianity": "Christian", "Islam": "Muslim", "Atheist": "No religion", "Refused": PNTS}),
    ("Crefydd", "religion or belief", {"Dim crefydd": "No religion", "Cristion": "Christian", "Mwslim": "Muslim"}),
    (
        "What is your sexual orientation?",
        "sexual orientation",
        {"Heterosexual/Straight": "Straight or heterosexual", "Gay/Lesbian": "Gay or lesbian",
        "Bisexual": "Bisexual", "Other": "Other sexual orientation", "Not sure": DK},
    ),
    (
        "Which of the following best describes how you think of yourself?",
        "sexual orientation",
        {"Straight or heterosexual": "Straight or heterosexual", "Gay man": "Gay or lesbian",
        "Gay woman or lesbian": "Gay or lesbian", "Bi": "Bisexual"},
    ),
    (
        "What is your marital status?",
        "marriage and civil partnership",
        {"Single": NEVER, "Married": MARRIED, "Civil partnership": MARRIED, "Separated": APART, "Divorced": APART, "Widowed": WIDOWED},
    ),
    (
        "What is your legal marital or registered civil partnership status?",
        "marriage and civil partnership",
        {
            "Never married and never registered in a civil partnership": NEVER,
            "In a registered civil partnership": MARRIED,
            "Separated, but still legally married": APART,
            "Divorced/Separated": APART,
            "Widowed": WIDOWED,
        },
    ),
    ("Are you pregnant or have you given birth in the last 26 weeks?", "pregnancy and maternity",
     {"Yes": PREGNANT, "No": NOT_PREGNANT, "Not applicable": NA}),
    ("Are you currently pregnant or on maternity leave?", "pregnancy and maternity",
     {"Yes": PREGNANT, "No": NOT_PREGNANT, "Prefer not to say": PNTS}),
]

# Office → wording, and the area each option means.
IN_AREAS = [
    ("cleveland", "Which area do you live in?",
     {"Hartlepool": "Hartlepool", "Redcar & Cleveland": "Redcar and Cleveland", "Stockton": "Stockton-on-Tees"}),
    ("cleveland", "Where do you live?",
     {"MIDDLESBROUGH": "Middlesbrough", "Stockton-on-Tees Borough Council": "Stockton-on-Tees", "Outside Cleveland": OUTSIDE}),
    ("cleveland", "Which part of the Cleveland Police area do you live in?", {"Hartlepool": "Hartlepool", "Middlesbrough": "Middlesbrough"}),
    ("nottinghamshire", "Which district do you live in?",
     {"Ashfield District Council": "Ashfield", "Newark & Sherwood": "Newark and Sherwood", "I do not live in Nottinghamshire": OUTSIDE}),
    ("nottinghamshire", "What is your local authority?",
     {"Nottingham City Council": "Nottingham", "City of Nottingham": "Nottingham", "Rushcliffe Borough": "Rushcliffe"}),
    ("nottinghamshire", "District", {"Gedling": "Gedling", "Mansfield": "Mansfield", "Prefer not to say": PNTS}),
    ("gwent", "Which local authority area do you live in?",
     {"Blaenau Gwent County Borough Council": "Blaenau Gwent", "Newport": "Newport", "Caerphilly": "Caerphilly"}),
    ("gwent", "Ble ydych chi'n byw? Where do you live?",
     {"Casnewydd / Newport": "Newport", "Sir Fynwy / Monmouthshire": "Monmouthshire", "Tor-faen / Torfaen": "Torfaen"}),
]
# fmt: on


def spellings(office):
    """As a caller builds them: every spelling and code of the areas, without those for the whole force."""
    return {spelling: area.name for area in load(office).areas if not area.whole for spelling in (area.name, area.code, *area.also)}


def meaning(value):
    return value if isinstance(value, Category) else Category(value)


@pytest.mark.parametrize(("wording", "characteristic", "means"), SURE)
def test_a_question_about_the_respondent_is_known_by_wording_and_options(wording, characteristic, means):
    match = match_question(wording, list(means))
    assert match is not None
    assert (match.characteristic, match.sure) == (characteristic, True)
    assert match.categories == {option: meaning(value) for option, value in means.items()}


@pytest.mark.parametrize(("office", "wording", "means"), IN_AREAS)
def test_areas_are_known_by_the_office_s_own_spellings(office, wording, means):
    match = match_question(wording, list(means), spellings(office))
    assert match is not None
    assert (match.characteristic, match.sure) == ("area", True)
    assert match.categories == {option: meaning(value) for option, value in means.items()}
