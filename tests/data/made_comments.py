"""A made-up survey with one written question, as it is saved, and the ways to its ids."""

from data.profile import load
from tests.store import saved

PROFILE = load("cleveland")
WORDING = "What would you change about policing where you live?"
HEADINGS = ["Response ID", "Date submitted", "Which area do you live in?", "What is your sex?", WORDING]
TEXTS = (
    "We need officers on foot at the station in the evening",
    "Answer 101 faster, I waited forty minutes and gave up",
    "Nobody rang back, my number is 07700 900123 if you care",
    "Please stop the off-road bikes behind the shops at weekends",
    "More officers on foot near the school, please",
    "",
)


def rows(texts=TEXTS, first=1):
    areas = ["Hartlepool", "Middlesbrough", "Yarm"]
    return [HEADINGS] + [[f"R{i}", "14/05/2024", areas[i % 3], "Female" if i % 2 else "Male", text] for i, text in enumerate(texts, first)]


def save_comments(store, texts=TEXTS, replaces="", name="Made up.csv"):
    """The id of the saved survey and of its written question."""
    receipt = saved(store, rows(texts), PROFILE, name, replaces, kinds={4: "written"})
    asked = store.frame("SELECT question_id FROM questions WHERE survey_id = ? AND kind = 'written'", [receipt.import_id])["question_id"]
    return receipt.import_id, asked.iloc[0]
