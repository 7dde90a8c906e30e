"""An opened file → what would be saved: recognised, read and checked, nothing written yet."""

from dataclasses import dataclass, field, replace
from types import ModuleType

from data import formats
from data.boundaries import read_boundaries, with_areas
from data.layout import Layout, SurveyLayout, TableLayout
from data.logbook.guessing import guess_fields
from data.logbook.headings import fingerprint
from data.logbook.logs import LogReading, read_log
from data.logbook.marks import marks
from data.logbook.naming import series_of, title_of, wave_of
from data.problems import ImportRefused
from data.profile import Profile
from data.questionnaire.own_words import typed_beside
from data.questionnaire.survey import LeftOut, SurveyReading, read_survey
from data.questionnaire.weight_columns import with_weights
from data.sheet import Book, Sheet, address


@dataclass(frozen=True)
class Choices:
    """What the officer settled about a file. Everything has a safe default, so that saving never waits for an answer.

    `terms` maps (list, text) to the term meant, or '' to leave it out; `fields` maps a field, or (sheet, field), to its column, -1 for none;
    `kinds` and `characteristics` go by a question's first column, `labels` by its column and a number that stands for an answer.
    """

    sheet: str = ""
    format: str = ""
    fields: dict[str | tuple[str, str], int] = field(default_factory=dict)
    terms: dict[tuple[str, str], str] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    characteristics: dict[int, str] = field(default_factory=dict)
    labels: dict[tuple[int, str], str] = field(default_factory=dict)
    evidence: str = ""
    mode: str = ""
    series: str = ""
    wave: str = ""

    def fields_in(self, sheet: str) -> dict[str, int]:
        """The columns settled for one sheet, by field."""
        return {key if isinstance(key, str) else key[1]: at for key, at in self.fields.items() if isinstance(key, str) or key[0] == sheet}


@dataclass(frozen=True)
class Prepared:
    """One sheet of a file as it would be saved."""

    book: Book
    sheet: Sheet
    layout: Layout
    format: str
    kind: str
    fingerprint: str
    reading: LogReading | SurveyReading
    left_out: tuple[LeftOut, ...]
    title: str
    series: str = ""
    wave: str = ""
    evidence: str = "open"
    mode: str = ""

    @property
    def counted(self) -> str:
        """What would be saved, in words: '412 responses to 23 questions'."""
        rows = self.reading.rows_kept
        if isinstance(self.reading, SurveyReading):
            asked = len(self.reading.questions) - len(typed_beside(self.reading.questions))
            return f"{_of(rows, 'response', 'responses')} to {_of(asked, 'question', 'questions')}"
        nouns = {"activities": ("activity", "activities"), "outcomes": ("outcome", "outcomes"), "plan": ("planned activity", "planned activities")}
        nouns["boundaries"] = ("outline", "outlines")
        return _of(rows, *nouns.get(self.kind, ("figure", "figures")))


class Unrecognised(ImportRefused):
    """No format knows the file for its own, or several do: the officer says what it is. `sheets` may be chosen from."""

    def __init__(self, sheets: tuple[Sheet, ...]) -> None:
        self.sheets = sheets
        super().__init__("E_UNRECOGNISED", "This file could not be recognised by its headings.", "Say what it is, and match its columns.")


def prepare(book: Book, profile: Profile, choices: Choices | None = None, salt: str = "") -> tuple[Prepared, ...]:
    """Read every sheet of a file that holds a log or a survey, as the choices say; hidden sheets are left alone.

    Raises ImportRefused when it holds nothing that could be saved, Unrecognised when it must be asked about.
    """
    choices = choices or Choices()
    visible = tuple(sheet for sheet in book.sheets if not sheet.hidden and sheet.height)
    if not visible:
        raise ImportRefused("E_NO_TABLE", "There is no table in this file.", "Check that the right file was chosen.")
    prepared = tuple(_prepared(book, sheet, module, profile, choices, salt) for sheet, module in recognised(visible, choices))
    filled = tuple(one for one in prepared if one.reading.rows_kept)
    if not filled:
        where = prepared[0].sheet.name
        sentence = f"There are headings in sheet {where} but nothing below them."
        raise ImportRefused("E_NO_ROWS", sentence, "Export or save the file again with its rows.")
    asked = tuple(one for one in filled if not isinstance(one.reading, SurveyReading) or one.reading.questions)
    if not asked:
        sentence = f"No column of sheet {filled[0].sheet.name} holds answers that may be kept: each names people or is empty."
        raise ImportRefused("E_NO_QUESTIONS", sentence, "Export the survey again with its questions.")
    return asked


def recognised(sheets: tuple[Sheet, ...], choices: Choices) -> list[tuple[Sheet, ModuleType]]:
    """The sheets that hold something and what reads each: as the officer says, as a mark of ours says, or as the headings say.

    Raises Unrecognised when it must be asked about.
    """
    wanted = tuple(sheet for sheet in sheets if sheet.name == choices.sheet) or sheets
    if choices.format:
        return [(max(wanted, key=lambda sheet: sheet.height), formats.named(choices.format))]
    marked = marks(sheets)
    ours = [(sheet, formats.of_kind(marked[sheet.name].kind)) for sheet in wanted if sheet.name in marked]
    if ours:
        return ours
    known: dict[str, tuple[Sheet, list[ModuleType]]] = {}
    reports: list[ImportRefused] = []
    for sheet in wanted:
        try:
            known[sheet.name] = sheet, formats.recognise(sheet)
        except ImportRefused as refused:
            reports.append(refused)
    found = [modules for _, modules in known.values()]
    # A workbook may hold the responses and, on sheets of their own, what the tool counted of them.
    if reports and not any(found):
        raise reports[0]
    if not any(found) or any(len(modules) > 1 for modules in found):
        raise Unrecognised(sheets)
    return [(sheet, modules[0]) for sheet, modules in known.values() if modules]


def _prepared(book: Book, sheet: Sheet, module: ModuleType, profile: Profile, choices: Choices, salt: str) -> Prepared:
    sheet = module.tidied(sheet) if hasattr(module, "tidied") else sheet
    layout = _layout(sheet, module, profile, choices)
    reading, left_out = _read(sheet, layout, profile, choices, salt)
    title = title_of(book.name)
    return Prepared(
        book=book,
        sheet=sheet,
        layout=layout,
        format=formats.key(module),
        kind=module.KIND,
        fingerprint=fingerprint(headings(sheet, layout)),
        reading=reading,
        left_out=left_out,
        title=title,
        series=choices.series or series_of(title),
        wave=choices.wave or (wave_of(reading.closed_on, title) if isinstance(reading, SurveyReading) else ""),
        evidence=choices.evidence or "open",
        mode=choices.mode,
    )


def _layout(sheet: Sheet, module: ModuleType, profile: Profile, choices: Choices) -> Layout:
    layout = module.read(sheet)
    # What the officer had to name has headings that say nothing: its columns are told by what stands in them, and shown.
    if isinstance(layout, TableLayout) and choices.format and not module.recognises(sheet):
        layout = guess_fields(sheet, layout, profile)
    if isinstance(layout, SurveyLayout):
        return with_weights(sheet, layout)
    if layout.kind == "boundaries":
        layout = with_areas(sheet, layout, profile)
    settled = choices.fields_in(sheet.name)
    if settled:
        kept = {name: at for name, at in layout.fields.items() if at not in settled.values() and name not in settled}
        return replace(layout, fields=kept | {name: at for name, at in settled.items() if at >= 0})
    return layout


def _read(sheet: Sheet, layout: Layout, profile: Profile, choices: Choices, salt: str) -> tuple[LogReading | SurveyReading, tuple[LeftOut, ...]]:
    if isinstance(layout, SurveyLayout):
        reading = read_survey(sheet, layout, profile, salt, choices.kinds, choices.characteristics, choices.labels)
        return reading, reading.left_out
    if layout.kind == "boundaries":
        return read_boundaries(sheet, layout, profile), tuple(_unread(sheet, layout))
    return read_log(sheet, layout, profile, choices.terms), tuple(_unread(sheet, layout))


def _unread(sheet: Sheet, layout: TableLayout) -> list[LeftOut]:
    named = sheet.row(layout.heading_row)
    return [
        LeftOut(named[at].strip() or "(no heading)", address(layout.heading_row, at), "not a column that is read")
        for at in range(sheet.width)
        if at not in layout.fields.values() and any(cell.strip() for cell in sheet.column(at, layout.first_row).unique().to_pylist())
    ]


def headings(sheet: Sheet, layout: Layout) -> list[str]:
    """The headings of a sheet, those that stand in several rows joined into one."""
    rows = [layout.heading_row] if isinstance(layout, TableLayout) else list(layout.heading_rows)
    return [" ".join(filter(None, (cell.strip() for cell in cells))) for cells in zip(*(sheet.row(row) for row in rows), strict=True)]


def _of(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
