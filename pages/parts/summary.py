"""Measures read beside the strategy's own, to sum a page up in cards."""

from data.profile import Aim
from analysis.periods import Period
from analysis.readings import Reading
from analysis.scope import Scope
from pages.parts import session

SUMMARY = (
    Aim("people_engaged"),
    Aim("activities_held"),
    Aim("attendance_recorded"),
    Aim("methodologies_used"),
    Aim("effective_methodologies"),
    Aim("face_to_face_share"),
    Aim("face_to_face_people_share"),
    Aim("cost_per_person"),
    Aim("hours_per_person"),
)


def summary(aims: tuple[Aim, ...], scope: Scope, period: Period) -> list[Reading]:
    """Each read as the strategy's measures are, with no aim of its own."""
    return session.read(aims, scope, period)
