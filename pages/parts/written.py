"""A written question: how many answered it. What they wrote is not shown until somebody has read it."""

import pandas as pd

from analysis.measure import measures
from analysis.suppression import publish
from pages.parts.render import render


def written(question: pd.Series, tallies: pd.DataFrame) -> None:
    """The wording, and how many people wrote something."""
    people = tallies.loc[tallies["option"].isna(), "people"].sum()
    result = pd.DataFrame(
        [{"measure": "responses_received", "numerator": people, "denominator": None, "value": people, "lower": None, "upper": None, "base": people}]
    )
    published = publish(result.astype({c: "float64" for c in result.columns if c != "measure"}), measures()["responses_received"])
    render("written.html", question=question, flag=published.first["flag"], people=f"{published.first['value']:,.0f}")
