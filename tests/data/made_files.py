"""One small made-up file of every kind, as rows, for tests of what is saved."""

LOG = [
    [
        "Reference",
        "Activity",
        "Date",
        "Areas",
        "Methodologies",
        "Audiences",
        "Protected characteristics",
        "Duties",
        "Objectives",
        "Number of people",
        "Cost (£)",
    ],
    ["A1", "Drop-in", "14/05/2024", "Yarm; Hartlepool", "Drop-in", "Young people", "Age", "Precept", "1", "20+", "£50"],
    ["A2", "Webchat", "15/05/2024", "Darlington", "Facebook", "Residents", "", "", "2", "about 30", ""],
    ["A3", "Stall", "", "", "", "", "", "", "", "", "TBC"],
    ["Total", "", "", "", "", "", "", "", "", "50", ""],
]
OUTCOMES = [["Reference", "You said", "From activities", "We did", "Stage"], ["O1", "It is dark", "A1; A2", "Lights", "Done"]]
PLAN = [["Planned activity", "Due by", "Methodologies", "Areas", "Status"], ["Precept survey", "31/01/2025", "Online survey", "Yarm", "Planned"]]
POPULATION = [["Area", "Characteristic", "Category", "People", "As at"], ["Hartlepool", "All", "", "95,000", "30/06/2024"]]
SURVEY = [
    [
        "Response ID",
        "Date submitted",
        "Which area do you live in?",
        "How much confidence do you have in the police?",
        "What matters? - Patrols",
        "What matters? - CCTV",
        "Anything else?",
    ],
    ["R1", "14/05/2024", "Yarm", "Very confident", "Yes", "No", "Please put a light at the end of our road"],
    ["R2", "15/05/2024", "Hartlepool", "Not very confident", "No", "Yes", ""],
    ["R3", "16/05/2024", "Prefer not to say", "Don't know", "No", "No", ""],
]
SERIES = [["Series", "Source", "Period", "Value", "Unit"], ["Police do a good job", "Crime Survey", "2023/24", "49", "%"]]
BOUNDARIES = [["LAD23CD", "Outline"], ["E06000001", "-1.3 54.6,-1.2 54.6,-1.2 54.7"]]

FILES = {
    "log.csv": LOG,
    "outcomes.csv": OUTCOMES,
    "plan.csv": PLAN,
    "population.csv": POPULATION,
    "survey.csv": SURVEY,
    "series.csv": SERIES,
    "boundaries.csv": BOUNDARIES,
}
