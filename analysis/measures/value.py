"""Value for money: how much of the cost is known, and what face to face work costs beside the rest."""

import numpy as np
import pandas as pd

from analysis.measure import measure
from analysis.totals import add_up


@measure(title="Cost recorded", unit="per cent", source="Nottinghamshire report 2016/17, paragraph 4.2: value for money", kind="share")
def cost_recorded(activities: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of activities whose cost is recorded.

    A nought is a recorded cost; a blank is not. Where much is missing, every figure of cost speaks of the rest alone.
    """
    return _recorded(activities, by, "cost_pence")


@measure(title="Staff hours recorded", unit="per cent", source="Gwent engagement options 2016/17, section 9: capacity", kind="share")
def hours_recorded(activities: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """The share of activities whose staff hours are recorded.

    A nought is a recorded number of hours; a blank is not.
    """
    return _recorded(activities, by, "staff_hours")


@measure(
    title="Face to face premium",
    unit="times the cost of other channels",
    source="Gwent engagement options 2016/17, sections 5 and 9: face to face work is expected to cost more",
    kind="worked out",
    good="",
)
def face_to_face_premium(activities: pd.DataFrame, activity_methods: pd.DataFrame, methods: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """How many times as much each person cost at face to face activities as at all others.

    Cost per person at activities with a face to face methodology over that at activities without one. Each is total cost over total people.
    An activity that was both counts as face to face. Only activities with cost, people and methodology recorded are in it, and they are the base.
    Above 1 face to face is dearer for each person. It does not say that it is worse value: it may hear people whom nothing else reaches.
    """
    of_channel = methods.loc[methods["channel"] == "face to face", "method"]
    met = activities["activity_id"].isin(activity_methods.loc[activity_methods["method"].isin(of_channel), "activity_id"])
    people, cost = activities["participants_low"], activities["cost_pence"] / 100
    known = people.notna() & cost.notna() & activities["activity_id"].isin(activity_methods["activity_id"])
    sides = {
        f"{what}_{side}": column.where(known & held)
        for side, held in (("met", met), ("other", ~met))
        for what, column in (("cost", cost), ("people", people))
    }
    found = add_up(activities, by, base=known, **sides)
    met_cost, other_cost = (found[f"cost_{side}"] / found[f"people_{side}"].where(found[f"people_{side}"] > 0) for side in ("met", "other"))
    value = met_cost / other_cost.where(other_cost > 0)
    shown = found[by].assign(value=value, base=found["base"])
    return shown.assign(base=shown["base"].where(value.notna(), np.nan))


def _recorded(activities: pd.DataFrame, by: list[str], column: str) -> pd.DataFrame:
    one = pd.Series(1, index=activities.index)
    return add_up(activities, by, numerator=activities[column].notna(), denominator=one, base=one)
