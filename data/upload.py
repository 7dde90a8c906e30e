"""One upload from bytes to what would be saved: read, recognised, checked, compared with what is already there."""

from dataclasses import dataclass, field, replace

from data.imports import Receipt, save
from data.office import open_office
from data.prepare import Choices, Prepared, Unrecognised, prepare
from data.problems import ImportRefused
from data.profile import Profile
from data.reading import read_file
from data.resemblance import Earlier, known_series, newer_copy_of, same_file
from data.sheet import Book
from data.store import Store


@dataclass(frozen=True)
class Opened:
    """A file as far as it could be understood.

    `prepared` is empty where it must be asked what the file is; `same` is the import of this very file; `copies` maps a sheet to the
    import it is a newer copy of; `preview` is a store in memory holding just this file, from which its first figures are drawn.
    """

    book: Book
    prepared: tuple[Prepared, ...] = ()
    same: Earlier | None = None
    copies: dict[str, Earlier] = field(default_factory=dict)
    preview: Store | None = None
    unrecognised: bool = False
    refused: ImportRefused | None = None


def open_upload(store: Store, profile: Profile, name: str, content: bytes, choices: Choices) -> Opened:
    """Read an uploaded file and say what saving it would do. Raises ImportRefused when it cannot be read at all."""
    return look(store, profile, read_file(name, content), choices)


def look(store: Store, profile: Profile, book: Book, choices: Choices) -> Opened:
    """The same for a file already read, after the officer settled something."""
    same = same_file(store, book.sha256)
    try:
        prepared = prepare(book, profile, choices, store.setting("salt") or "")
    except Unrecognised:
        return Opened(book, same=same, unrecognised=True)
    except ImportRefused as refused:
        return Opened(book, same=same, refused=refused)
    named = tuple(_in_series(store, one, choices) for one in prepared)
    copies = _one_each({one.sheet.name: earlier for one in named if (earlier := newer_copy_of(store, one))})
    preview = open_office(profile.id, None)
    save(preview, named, "preview")
    return Opened(book, named, same, copies, preview)


def keep(store: Store, opened: Opened, who: str, beside: frozenset[str] = frozenset()) -> list[Receipt]:
    """Save what was opened, newer copies in place of the older. Sheets named in `beside` are added beside what they resemble."""
    replaces = {sheet: earlier.import_id for sheet, earlier in opened.copies.items() if sheet not in beside}
    return save(store, opened.prepared, who, replaces)


def _one_each(copies: dict[str, Earlier]) -> dict[str, Earlier]:
    """An earlier import is replaced by one sheet only: the one that holds most of it."""
    most: dict[str, str] = {}
    for sheet, earlier in copies.items():
        if earlier.shared > copies[most.setdefault(earlier.import_id, sheet)].shared:
            most[earlier.import_id] = sheet
    return {sheet: earlier for sheet, earlier in copies.items() if most[earlier.import_id] == sheet}


def _in_series(store: Store, prepared: Prepared, choices: Choices) -> Prepared:
    known = known_series(store, prepared.fingerprint) if prepared.kind == "survey" and not choices.series else ""
    return replace(prepared, series=known) if known else prepared
