"""The tracked questions wave by wave, as the pages read them."""

import pandas as pd

from analysis.answered.comparable import Asking
from analysis.answered.selection import Selection
from analysis.answered.tracked import Line, Wave, line, together, wave_of
from pages.parts import session, session_tables

EVERYBODY = Selection()


def lines(weighted: bool = False) -> list[Line]:
    """Every tracked question, one line for each series of surveys of one standing, in the order the strategy names them."""
    frames = session.frames()
    titles = frames["tracked"].drop_duplicates("tracks").set_index("tracks")["title"]
    asked = frames["questions"][frames["questions"]["tracks"].isin(titles.index)].merge(frames["surveys"], on="survey_id")
    asked = asked.sort_values(["closed_on", "position"], na_position="first", kind="stable").drop_duplicates(["survey_id", "tracks"])
    found = []
    for tracks, title in titles.items():
        own = asked[asked["tracks"] == tracks]
        for series, evidence in own[["series", "evidence"]].drop_duplicates().itertuples(index=False):
            runs = own[(own["series"] == series) & (own["evidence"] == evidence)]
            found.append(line(str(title), str(series), [_wave(run, str(tracks), weighted) for _, run in runs.iterrows()]))
    return together(found)


def any_weights() -> bool:
    """Whether any survey came with weights."""
    return any(session_tables.channels_of(survey)["weighed"].sum() > 0 for survey in session.frames()["surveys"]["survey_id"])


def _wave(run: pd.Series, tracks: str, weighted: bool) -> Wave:
    tracked = session.frames()["tracked"]
    options = session.options_of(run["question_id"])
    tally = session_tables.two_way(run["survey_id"], run["question_id"], "all", EVERYBODY)
    use = bool(weighted and session_tables.channels_of(run["survey_id"])["weighed"].sum() > 0)
    counts = session.tallies_of([run["question_id"]], "all")
    by_label = counts[counts["option"].notna()].merge(options, on=["question_id", "option"])
    answered = by_label["state"] == "answered"
    words = " – ".join(part for part in (run["battery"], run["wording"]) if isinstance(part, str) and part)
    asking = Asking(
        wave=str(run["wave"]),
        wording=words,
        evidence=str(run["evidence"]),
        mode=run["mode"] if isinstance(run["mode"], str) else "",
        weighted=use,
        people=float(run["respondents"]),
        given=tuple(zip(by_label.loc[answered, "label"], by_label.loc[answered, "people"], strict=True)),
        closed_on=None if pd.isna(run["closed_on"]) else pd.Timestamp(run["closed_on"]).date(),
        outside=tuple(zip(by_label.loc[~answered, "label"], by_label.loc[~answered, "people"], strict=True)),
    )
    return wave_of(tally, options, list(tracked.loc[tracked["tracks"] == tracks, "favourable"]), asking, use)
