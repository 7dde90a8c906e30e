"""The frames analysis is given: tidy rows of what is current in the store. Every question asked of the store for a page stands here."""

import pandas as pd

from data.counted.survey_quality import survey_quality as survey_quality
from data.counted.tracked_weights import with_weights
from data.logbook.period_ends import PER_CENT, period_end
from data.profile import Profile
from data.settled import file_weights
from data.settled.told import LOGGED
from data.store import Store

_CURRENT = "JOIN imports USING (import_id) WHERE imports.status = 'current'"
_OF_ACTIVITIES = f"SELECT activity_id FROM activities {_CURRENT}"
_OF_SURVEYS = f"SELECT survey_id FROM surveys {_CURRENT}"


def activities(store: Store) -> pd.DataFrame:
    """One row per activity; dates as days, numbers as floats with NaN where not recorded."""
    return store.frame(f"""
        SELECT activity_id, activity_ref, title, held_on, ended_on, level, lead, partner,
               participants_low::DOUBLE AS participants_low, participants_high::DOUBLE AS participants_high, participants_how,
               invited::DOUBLE AS invited, staff_hours, cost_pence::DOUBLE AS cost_pence, heard, survey,
               activities.import_id, source_row
        FROM activities {_CURRENT} ORDER BY held_on, activity_id
    """)


def _bridge(store: Store, table: str) -> pd.DataFrame:
    return store.frame(f"SELECT * FROM {table} WHERE activity_id IN ({_OF_ACTIVITIES}) ORDER BY ALL")


def activity_methods(store: Store) -> pd.DataFrame:
    """One row per activity and methodology."""
    return _bridge(store, "activity_methods")


def activity_areas(store: Store) -> pd.DataFrame:
    """One row per activity and area."""
    return _bridge(store, "activity_areas")


def activity_audiences(store: Store) -> pd.DataFrame:
    """One row per activity and audience."""
    return _bridge(store, "activity_audiences")


def activity_characteristics(store: Store) -> pd.DataFrame:
    """One row per activity and protected characteristic it was meant to hear."""
    return _bridge(store, "activity_characteristics")


def activity_duties(store: Store) -> pd.DataFrame:
    """One row per activity and duty it answers."""
    return _bridge(store, "activity_duties")


def activity_objectives(store: Store) -> pd.DataFrame:
    """One row per activity and objective it serves."""
    return _bridge(store, "activity_objectives")


def outcomes(store: Store) -> pd.DataFrame:
    """One row per thing heard and what came of it; being told counts whether the log says so or it was written down here, the first day of all."""
    return store.frame(f"""
        SELECT outcome_id, outcome_ref, you_said, heard_on, considered_by, considered_on, decided, decided_on, we_did, changed, outcome_kind AS kind,
               stage, done_on, provider, evidence, nullif(concat_ws('; ', told_whom, logged_whom), '') AS told_whom,
               nullif(concat_ws('; ', told_how, logged_how), '') AS told_how, nullif(concat_ws('; ', told_format, logged_format), '') AS told_format,
               least(told_on, logged_on) AS told_on, import_id, source_row
        FROM (
            SELECT * EXCLUDE (kind), kind AS outcome_kind FROM outcomes
            LEFT JOIN ({LOGGED}) ON outcome_ref IS NOT DISTINCT FROM logged_ref AND you_said IS NOT DISTINCT FROM logged_said
        ) {_CURRENT} ORDER BY heard_on, outcome_id
    """)


def outcome_activities(store: Store) -> pd.DataFrame:
    """One row per outcome and the reference of what it came from."""
    return store.frame(f"""
        SELECT * FROM outcome_activities WHERE outcome_id IN (SELECT outcome_id FROM outcomes {_CURRENT}) ORDER BY ALL
    """)


def plan(store: Store) -> pd.DataFrame:
    """One row per planned activity; methods, areas and audiences as lists."""
    return store.frame(f"""
        SELECT plan_id, plan_ref, title, due_from, due_to, methods, areas, audiences, objective, duty, lead, plan_status AS status, activity_ref
        FROM (SELECT * EXCLUDE (status), status AS plan_status FROM plan) {_CURRENT} ORDER BY due_to, plan_id
    """)


def surveys(store: Store) -> pd.DataFrame:
    """One row per wave of a survey, with how many answered."""
    return store.frame(f"""
        SELECT surveys.survey_id, series, wave, title, opened_on, closed_on, evidence, mode, invited::DOUBLE AS invited,
               surveys.import_id, coalesce(people, 0)::BIGINT AS respondents
        FROM surveys LEFT JOIN (SELECT survey_id, people FROM respondent_tallies WHERE split = 'all') USING (survey_id)
        {_CURRENT} ORDER BY closed_on, surveys.survey_id
    """)


def questions(store: Store) -> pd.DataFrame:
    """One row per question of every current survey."""
    return store.frame(f"SELECT * FROM questions WHERE survey_id IN ({_OF_SURVEYS}) ORDER BY survey_id, position")


def options(store: Store) -> pd.DataFrame:
    """One row per answer a question of a current survey offers."""
    return store.frame(f"""
        SELECT options.* FROM options JOIN questions USING (question_id) WHERE survey_id IN ({_OF_SURVEYS}) ORDER BY question_id, option
    """)


def tallies(store: Store, question_ids: list[str], split: str) -> pd.DataFrame:
    """How many people gave each answer to these questions, by the categories of one split ('all' for none)."""
    return store.frame(
        """
        SELECT question_id, split, category, option, place, people::DOUBLE AS people
        FROM tallies WHERE question_id IN (SELECT unnest(?)) AND split = ? ORDER BY question_id, category, option, place
        """,
        [question_ids, split],
    )


def tracked_tallies(store: Store) -> pd.DataFrame:
    """The tallies of every tracked question of the current surveys, in all and by every split, with the files' weights where they are used."""
    counted = store.frame(f"""
        SELECT tallies.question_id, split, category, option, place, people::DOUBLE AS people
        FROM tallies JOIN questions USING (question_id)
        WHERE tracks <> '' AND survey_id IN ({_OF_SURVEYS}) ORDER BY tallies.question_id, split, category, option
    """)
    return with_weights(store, counted, file_weights.weights_used(store))


def respondent_tallies(store: Store) -> pd.DataFrame:
    """How many people answered each current survey, in all and by each thing known about them."""
    return store.frame(f"""
        SELECT survey_id, split, category, state, people::DOUBLE AS people
        FROM respondent_tallies WHERE survey_id IN ({_OF_SURVEYS}) ORDER BY survey_id, split, category, state
    """)


def population(store: Store) -> pd.DataFrame:
    """One row per area, characteristic and category of the population.

    Uploaded figures for a characteristic of an area, the newest first, outrank those the product carries: whole, for their bands may differ.
    Those of places that are not areas of the strategy, such as the whole country, are no part of it. A characteristic may stand more than once,
    of everyone and of people of some ages; its universe says which.
    """
    return store.frame("""
        SELECT area_code, characteristic, category, people::DOUBLE AS people, universe, estimated, as_at, population.source
        FROM population JOIN imports USING (import_id)
        WHERE status = 'current' AND area_code IS NOT NULL AND characteristic IS NOT NULL AND people IS NOT NULL
        QUALIFY dense_rank() OVER (PARTITION BY area_code, characteristic ORDER BY import_id = 'census-2021', imported_at DESC, import_id) = 1
            AND row_number() OVER (PARTITION BY import_id, area_code, characteristic, category, universe ORDER BY as_at DESC, people DESC) = 1
        ORDER BY area_code, characteristic, category, universe
    """)


def boundaries(store: Store) -> pd.DataFrame:
    """One row per corner of an area's outlines, in their order; of an area that several files outline, those of the newest."""
    return store.frame(f"""
        SELECT area, import_id || '.' || source_row || '.' || outline AS outline, longitude, latitude FROM boundaries {_CURRENT}
        QUALIFY dense_rank() OVER (PARTITION BY area ORDER BY imported_at DESC, import_id) = 1 ORDER BY area, source_row, boundaries.outline, corner
    """)


def context_series(store: Store) -> pd.DataFrame:
    """One row per figure of a series somebody else published, in the order of time, with the day its period ends; shares between nought and one.

    Of a period that a series has in several files, the newest file's figure. What is in per cent and nowhere over one was written as a share.
    """
    rows = store.frame(f"""
        SELECT series, context_series.source, period, value, coalesce(unit, '') AS unit FROM context_series {_CURRENT}
        AND series IS NOT NULL AND period IS NOT NULL AND value IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY series, context_series.source, unit, period ORDER BY imported_at DESC, import_id, source_row) = 1
    """)
    rows["ends_on"] = pd.to_datetime(pd.Series([period_end(said) for said in rows["period"]], index=rows.index, dtype="datetime64[us]"))
    written = rows.groupby(["series", "source", "unit"])["value"].transform(lambda one: 100.0 if one.max() > 1 else 1.0)
    rows["value"] = rows["value"].where(rows["unit"] != PER_CENT, rows["value"] / written)
    return rows.sort_values(["series", "source", "ends_on", "period"], kind="stable").reset_index(drop=True)


def imports(store: Store) -> pd.DataFrame:
    """One row per uploaded file, newest first."""
    return store.frame("SELECT * FROM imports WHERE import_id <> 'census-2021' ORDER BY imported_at DESC, import_id")


def set_aside(store: Store, import_id: str) -> pd.DataFrame:
    """What could not be taken of one file, in the order of its rows."""
    return store.frame(
        """
        SELECT sheet, cell, heading, found, reason, whole_row FROM set_aside WHERE import_id = ?
        ORDER BY sheet, try_cast(regexp_extract(cell, '[0-9]+$') AS INTEGER), cell
        """,
        [import_id],
    )


def changes(store: Store) -> pd.DataFrame:
    """Everything done to the store, newest first."""
    return store.frame("SELECT changes.*, file_name FROM changes LEFT JOIN imports USING (import_id) ORDER BY change_no DESC")


def listed(profile: Profile) -> dict[str, pd.DataFrame]:
    """The profile's own lists as frames: methods, areas, audiences and their groups, duties, objectives, tracked."""
    return {
        "methods": pd.DataFrame([(t.name, t.channel) for t in profile.methods], columns=["method", "channel"]),
        "areas": pd.DataFrame([(t.name, t.code, t.whole) for t in profile.areas], columns=["area", "area_code", "whole"]),
        "audiences": pd.DataFrame([(t.name, t.group) for t in profile.audiences], columns=["audience", "audience_group"]),
        "audience_groups": pd.DataFrame(
            [(t.name, split, category) for t in profile.audiences for split, _, category in (said.partition(": ") for said in t.answers_as)],
            columns=["audience", "split", "category"],
            dtype="str",
        ),
        "duties": pd.DataFrame(
            [(d.id, d.name, d.act, d.section, d.asks, d.every) for d in profile.duties], columns=["duty", "name", "act", "section", "asks", "every"]
        ),
        "objectives": pd.DataFrame([(o.id, o.outcome) for o in profile.objectives], columns=["objective", "outcome"]),
        "tracked": pd.DataFrame(
            [(t.id, t.title, label) for t in profile.tracked for label in t.favourable], columns=["tracks", "title", "favourable"]
        ),
    }
