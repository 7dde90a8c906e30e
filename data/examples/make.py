"""The example of an office: every file it would have, made up, and the same each time for the same day."""

from datetime import date

from data.examples.activities import activities, known_on
from data.examples.activity_log import activity_log
from data.examples.blemishes import blemishes
from data.examples.chance import dice
from data.examples.material import material, words
from data.examples.outcomes import outcomes_log
from data.examples.plan import engagement_plan
from data.examples.questionnaire import questionnaire
from data.examples.respondents import respondents
from data.examples.smartsurvey import one_heading_row, three_heading_rows
from data.examples.waves import Wave, waves
from data.examples.weights import weights
from data.examples.years import three_years
from data.profile import Profile


def office_files(profile: Profile, as_at: date) -> dict[str, bytes]:
    """File name → content, for three financial years up to the one `as_at` falls in, with nothing later than that day save what is planned.

    An activity log, what came of it, a plan, the waves of a residents survey and a consultation on the precept. Everything is made up, and
    every name begins with "example-". Raises ProfileError for an office there is no example for.
    """
    whole = activities(profile, as_at)
    known = known_on(whole, as_at)
    wrong = blemishes(whole, material(profile.id))
    years = three_years(as_at, profile.organisation.year_starts)
    start = f"example-{profile.id}"
    return {
        f"{start}-activity-log-{years[0].start.year}-to-{years[-1].end.year}.xlsx": activity_log(profile, known, wrong),
        f"{start}-you-said-we-did.csv": outcomes_log(profile, whole, as_at),
        f"{start}-engagement-plan.xlsx": engagement_plan(profile, known, wrong, as_at),
        **{survey_file(profile, wave): _survey(profile, wave, i) for i, wave in enumerate(waves(profile, as_at))},
    }


def survey_file(profile: Profile, wave: Wave) -> str:
    """The name of the file with the answers to one wave."""
    return f"example-{profile.id}-{wave.name.lower().replace(' ', '-')}.csv"


def _survey(profile: Profile, wave: Wave, number: int) -> bytes:
    throw = dice(profile.id, wave.name)
    asked = questionnaire(profile, wave.kind)
    residents = wave.kind == "residents"
    interviewed = residents and material(profile.id).survey.interviewed
    people = respondents(profile, wave.respondents, number if residents else 0, throw, interviewed)
    survey = words(wave.kind)
    if interviewed:
        return three_heading_rows(wave, asked, people, survey["interviewed"], throw, weights(profile, people))
    if residents:
        return three_heading_rows(wave, asked, people, survey["links"], throw)
    return one_heading_row(wave, asked, people, survey, throw)
