"""What can be wrong with a file, in words its owner can act on: what happened, where, and what to do."""

from dataclasses import dataclass


class SoundingBoardError(Exception):
    """Shown to people as it stands, without a traceback. Never quotes an answer or names a person."""


class ImportRefused(SoundingBoardError):
    """The file as a whole cannot be read. `code` is for tests and logs, the message is for the officer."""

    def __init__(self, code: str, sentence: str, remedy: str = "") -> None:
        self.code = code
        self.sentence = sentence
        self.remedy = remedy
        super().__init__(f"{sentence} {remedy}".strip())


class ProfileError(SoundingBoardError):
    """A strategy's profile cannot be used; the message names the file, the key and the nearest known one."""


class StoreError(SoundingBoardError):
    """The store cannot be opened or written; nothing already saved has been harmed."""


@dataclass(frozen=True)
class Problem:
    """One thing about a file that the officer should know.

    `repair` groups problems that are mended the same way; `cell` is the address as the office's own spreadsheet shows it;
    `found` is what the cell says and is None where that could be personal; `done` says what will happen if nothing is changed.
    """

    repair: str
    sheet: str
    cell: str
    heading: str
    found: str | None
    expected: str
    done: str
    suggestion: str = ""

    @property
    def where(self) -> str:
        return f"sheet {self.sheet}, {self.cell}" if self.sheet else self.cell
