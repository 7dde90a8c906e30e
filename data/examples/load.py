"""The example read into a store of its own, by the same door as any upload."""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from data.examples.make import office_files, survey_file
from data.examples.material import material
from data.examples.waves import waves
from data.examples.years import three_years
from data.frames import activities, imports
from data.imports import save
from data.prepare import Choices, prepare
from data.profile import Profile
from data.reading import read_file
from data.settled.information_given import give_information, information_given
from data.settled.key_dates import key_dates, set_key_date
from data.store import Store


def load_example(store: Store, profile: Profile, as_at: date) -> Iterator[str]:
    """Make the example files of an office for a day and save them one by one, giving each name once it is in.

    Files the store already knows are left as they are, so an example half made is finished and a whole one is only opened.
    """
    settled, known = _settled(profile, as_at), set(imports(store)["file_name"])
    for name, content in office_files(profile, as_at).items():
        if name in known:
            continue
        prepared = prepare(read_file(name, content), profile, settled.get(name), store.setting("salt") or "")
        save(store, prepared, "Sounding Board")
        yield name
    _key_dates(store, profile, as_at)
    _information(store)


def _information(store: Store) -> None:
    """What people were given with the newest consultation on the precept; of the older ones nothing was written down, as in real offices."""
    held = activities(store)
    newest = held[held["title"].str.startswith("Precept consultation", na=False)].nlargest(1, "held_on")
    if not newest.empty and information_given(store).empty:
        one = newest.iloc[0]
        known_by = {"activity_ref": one["activity_ref"], "title": one["title"]}
        what = "Four pages: what each option pays for, and what it costs a household"
        give_information(store, known_by, what, "Precept page of the office's website", one["held_on"].date(), "Sounding Board")


def _settled(profile: Profile, as_at: date) -> dict[str, Choices]:
    """What the officer would say of each file: how the people of a residents survey were chosen and asked, which no export tells."""
    survey = material(profile.id).survey
    choices = Choices(evidence=survey.evidence, mode=survey.mode)
    return {survey_file(profile, wave): choices for wave in waves(profile, as_at) if wave.kind == "residents"}


def _key_dates(store: Store, profile: Profile, as_at: date) -> None:
    """A precept set every February, and a plan issued in the first March, as far as those days have come."""
    years = three_years(as_at, profile.organisation.year_starts)
    days = [("precept set", year.day(2, 3)) for year in years] + [("plan issued", years[0].day(3, 10))]
    written = set(key_dates(store)[["what", "fell_on"]].itertuples(index=False, name=None))
    for what, day in days:
        if day <= as_at and (what, pd.Timestamp(day)) not in written:
            set_key_date(store, what, day, "Sounding Board")
