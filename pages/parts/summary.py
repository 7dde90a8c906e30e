"""The measures that sum a page up in cards, beside those the strategy itself reports."""

from data.profile import Aim

ACTIVITY = (
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

OUTCOMES = (
    Aim("you_said_we_did_examples"),
    Aim("policies_changed"),
    Aim("services_changed"),
    Aim("outcomes_evidenced_share"),
    Aim("told_back_share"),
    Aim("time_to_feedback"),
)

PLAN = (Aim("plan_on_time"), Aim("activities_held"), Aim("duties_met"))

DUTIES = (Aim("duties_met", aim="at least", target=1.0),)

LOAD = (
    Aim("audience_load"),
    Aim("most_open_at_once"),
    Aim("activity_days"),
    Aim("came_of_invited"),
    Aim("break_off"),
    Aim("item_nonresponse"),
    Aim("dont_know_rate"),
    Aim("straight_lining"),
)

VALUE = (
    Aim("cost_per_person"),
    Aim("hours_per_person"),
    Aim("cost_per_underheard_person"),
    Aim("hours_per_underheard_person"),
    Aim("face_to_face_premium"),
    Aim("cost_recorded"),
    Aim("hours_recorded"),
)
