"""The words fixed by law, or by us for every office: what a column of the store may hold and what a measure may be split by."""

# Equality Act 2010, section 4, in the order of the Act. The short name is the one used in questions, tables and addresses.
CHARACTERISTICS = {
    "age": "Age",
    "disability": "Disability",
    "gender reassignment": "Gender reassignment",
    "marriage and civil partnership": "Marriage and civil partnership",
    "pregnancy and maternity": "Pregnancy and maternity",
    "race": "Ethnic group",
    "religion or belief": "Religion or belief",
    "sex": "Sex",
    "sexual orientation": "Sexual orientation",
}

# What respondents can be split by, one at a time: the protected characteristics and where they live.
SPLITS = {"area": "Area", **CHARACTERISTICS}


# How far people were involved, from told to trusted (the Nottinghamshire strategy's own ladder: inform, consult, involve, empower).
LEVELS = {
    "inform": "Inform",
    "consult": "Consult",
    "involve": "Involve",
    "collaborate": "Collaborate",
    "empower": "Empower",
}

CHANNELS = ("face to face", "online", "telephone", "post")

# How the number of people at an activity is known. "Not recorded" is never a nought.
HOW_KNOWN = ("counted", "estimated", "at least", "at most", "not recorded")

# What sort of evidence a set of figures is: it decides which statistics exist for it at all.
EVIDENCE = {
    "open": "Open: anyone could answer, people chose to take part",
    "quota": "Quota: people were chosen to match quotas",
    "probability": "Random sample: everyone had a known chance of being asked",
    "complete record": "Complete record: everything is recorded",
}

QUESTION_KINDS = {
    "one answer": "One answer",
    "many answers": "Many answers",
    "rating": "Rating",
    "ranking": "Ranking",
    "number": "Number",
    "date": "Date",
    "written": "Written answer",
}

# What an answer is, beside the answer itself. Only the first is in the base of a share.
ANSWER_STATES = ("answered", "don't know", "prefer not to say", "no answer", "not asked")

OUTCOME_KINDS = {
    "strategy or policy": "Strategy or policy",
    "commissioned service": "Commissioned service",
    "policing practice": "Policing practice",
    "communication": "Communication",
    "no change": "No change",
}

# The stages an outcome passes, in order; "not taken forward" is an end of its own and needs its reason.
OUTCOME_STAGES = {
    "heard": "Heard",
    "under way": "Under way",
    "done": "Done",
    "not taken forward": "Not taken forward",
}

PLAN_STATUSES = {"planned": "Planned", "held": "Held", "postponed": "Postponed", "dropped": "Dropped"}
