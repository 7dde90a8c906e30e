"""One upload from bytes to what would be saved: read, recognised, checked, compared with what is already there."""

from dataclasses import dataclass, field, replace

from data.differences import Difference, difference
from data.imports import Receipt, save
from data.logbook.marks import marks
from data.office import open_office
from data.prepare import Choices, Prepared, Unrecognised, prepare
from data.problems import ImportRefused
from data.profile import Profile
from data.reading import read_file
from data.resemblance import Earlier, known_series, made_from, newer_copy_of, same_file
from data.settled.memory import Fact, recall, remember
from data.sheet import Book
from data.store import Store


@dataclass(frozen=True)
class Opened:
    """A file as far as it could be understood.

    `prepared` is empty where it must be asked what the file is; `same` is the import of this very file; `copies` maps a sheet to the
    import it is a newer copy of, and `differences` to what putting it in that one's place would change; `preview` is a store in memory
    holding just this file, from which its first figures are drawn. `choices` are what the officer settled, with what was `recalled` under it.
    """

    book: Book
    prepared: tuple[Prepared, ...] = ()
    same: Earlier | None = None
    copies: dict[str, Earlier] = field(default_factory=dict)
    preview: Store | None = None
    unrecognised: bool = False
    refused: ImportRefused | None = None
    differences: dict[str, Difference] = field(default_factory=dict)
    choices: Choices = field(default_factory=Choices)
    recalled: tuple[Fact, ...] = ()


def open_upload(store: Store, profile: Profile, name: str, content: bytes, choices: Choices, replaces: str = "") -> Opened:
    """Read an uploaded file and say what saving it would do. Raises ImportRefused when it cannot be read at all."""
    return look(store, profile, read_file(name, content), choices, replaces)


def look(store: Store, profile: Profile, book: Book, choices: Choices, replaces: str = "") -> Opened:
    """The same for a file already read, after the officer settled something. `replaces` is the import they want it in the place of."""
    same = same_file(store, book.sha256)
    choices, recalled = recall(store, book, profile, choices)
    try:
        prepared = prepare(book, profile, choices, store.setting("salt") or "")
    except Unrecognised:
        return Opened(book, same=same, unrecognised=True, choices=choices)
    except ImportRefused as refused:
        return Opened(book, same=same, refused=refused, choices=choices)
    named = tuple(_in_series(store, one, choices) for one in prepared)
    marked = marks(book.sheets)
    copies = {}
    for one in named:
        source = marked[one.sheet.name].source if one.sheet.name in marked else ""
        if earlier := made_from(store, one, replaces, source) or newer_copy_of(store, one):
            copies[one.sheet.name] = earlier
    copies = _one_each(copies)
    preview = open_office(profile.id, None)
    receipts = save(preview, named, "preview")
    differences = {
        one.sheet.name: difference(store, copies[one.sheet.name].import_id, preview, one.kind, receipt.import_id)
        for one, receipt in zip(named, receipts, strict=True)
        if one.sheet.name in copies
    }
    return Opened(book, named, same, copies, preview, differences=differences, choices=choices, recalled=recalled)


def keep(store: Store, opened: Opened, who: str, beside: frozenset[str] = frozenset()) -> list[Receipt]:
    """Save what was opened, newer copies in place of the older, and remember what was settled for the next file with the same headings.

    Sheets named in `beside` are added beside what they resemble.
    """
    replaces = {sheet: earlier.import_id for sheet, earlier in opened.copies.items() if sheet not in beside}
    receipts = save(store, opened.prepared, who, replaces)
    remember(store, opened.prepared, opened.choices, [receipt.import_id for receipt in receipts], who)
    return receipts


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
