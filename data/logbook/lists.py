"""The controlled lists a log's cells are read against: the profile's own, and those fixed for every office with the spellings people use."""

from data.logbook.terms import Terms
from data.profile import Profile, Term
from data.vocabulary import CHARACTERISTICS, LEVELS, OUTCOME_KINDS, OUTCOME_STAGES, PLAN_STATUSES, SPLITS

_CHARACTERISTICS = {
    "age": ("older people", "younger people"),
    "disability": ("disabled", "disabilities", "physical disability", "learning disability", "mental health"),
    "gender reassignment": ("gender identity", "trans", "transgender"),
    "marriage and civil partnership": ("marital status", "marriage", "civil partnership", "legal partnership status"),
    "pregnancy and maternity": ("pregnancy", "maternity"),
    "race": ("ethnicity", "ethnic group", "ethnic background", "ethnic origin", "race/ethnicity"),
    "religion or belief": ("religion", "faith", "religion and belief", "belief"),
    "sex": ("gender", "women", "men", "women and girls"),
    "sexual orientation": ("sexuality", "lgb", "lgbt", "lgbt+", "lgbtq+"),
}
_OUTCOME_KINDS = {
    "strategy or policy": ("strategy", "policy", "strategic", "plan", "police and crime plan", "procedure", "strategies and policies"),
    "commissioned service": ("service", "commissioned services", "commissioning", "contract", "service change"),
    "policing practice": ("operational", "practice", "policing", "force", "patrol", "operation"),
    "communication": ("communications", "comms", "information", "campaign", "publicity"),
    "no change": ("none", "no action", "not changed", "no change because"),
}
_OUTCOME_STAGES = {
    "heard": ("raised", "new", "logged", "received", "open", "not started", "recorded"),
    "under way": (
        *("in progress", "ongoing", "on-going", "started", "underway"),
        *("being considered", "under consideration", "considered", "agreed", "amber"),
    ),
    "done": ("complete", "completed", "delivered", "implemented", "closed", "finished", "changed", "green"),
    "not taken forward": ("rejected", "declined", "not progressed", "no change", "not agreed", "not possible", "red"),
}
_PLAN_STATUSES = {
    "planned": ("scheduled", "to do", "not started", "upcoming", "due", "in progress"),
    "held": ("done", "complete", "completed", "delivered", "took place"),
    "postponed": ("delayed", "deferred", "moved", "slipped"),
    "dropped": ("cancelled", "canceled", "withdrawn", "not going ahead"),
}


def lists(profile: Profile) -> dict[str, Terms]:
    """Every controlled list by the name the fields call it."""
    return {
        "areas": Terms(profile.areas),
        "area_codes": Terms(Term(term.code, (term.name, *term.also)) for term in profile.areas if term.code),
        "methods": Terms(profile.methods),
        "audiences": Terms(profile.audiences),
        "levels": Terms(profile.levels or tuple(Term(level) for level in LEVELS)),
        "duties": Terms(Term(duty.id, (duty.name, duty.section, f"{duty.act} {duty.section}", *duty.also)) for duty in profile.duties),
        "objectives": Terms(Term(o.id, (f"objective {o.id}", f"#{o.id}", f"obj {o.id}", o.outcome)) for o in profile.objectives),
        "characteristics": Terms(Term(name, (CHARACTERISTICS[name], *also)) for name, also in _CHARACTERISTICS.items()),
        "splits": Terms([Term("all", ("everyone", "total", "population")), *(Term(n, (SPLITS[n], *_CHARACTERISTICS.get(n, ()))) for n in SPLITS)]),
        "outcome_kinds": Terms(Term(name, also) for name, also in _OUTCOME_KINDS.items() if name in OUTCOME_KINDS),
        "outcome_stages": Terms(Term(name, also) for name, also in _OUTCOME_STAGES.items() if name in OUTCOME_STAGES),
        "plan_statuses": Terms(Term(name, also) for name, also in _PLAN_STATUSES.items() if name in PLAN_STATUSES),
    }


LIST_TITLES = {
    "areas": "area",
    "area_codes": "area",
    "methods": "methodology",
    "audiences": "audience",
    "levels": "level",
    "duties": "duty",
    "objectives": "objective",
    "characteristics": "protected characteristic",
    "splits": "characteristic",
    "outcome_kinds": "kind of change",
    "outcome_stages": "stage",
    "plan_statuses": "status",
}


def shown_names(name: str, profile: Profile) -> list[str]:
    """The names of a list as people should write them, in the strategy's order: for drop-downs and for choosing a repair."""
    if name == "duties":
        return [duty.name for duty in profile.duties]
    return [term.name for term in lists(profile)[name].terms]
