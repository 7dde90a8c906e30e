"""The example read into a store of its own, by the same door as any upload."""

from collections.abc import Iterator
from datetime import date

from data.examples.make import office_files
from data.imports import save
from data.prepare import prepare
from data.profile import Profile
from data.reading import read_file
from data.store import Store


def load_example(store: Store, profile: Profile, as_at: date) -> Iterator[str]:
    """Make the example files of an office for a day and save them one by one, giving each name once it is in."""
    for name, content in office_files(profile, as_at).items():
        prepared = prepare(read_file(name, content), profile, salt=store.setting("salt") or "")
        save(store, prepared, "Sounding Board")
        yield name
