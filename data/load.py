"""Adding a file to the office's figures without the app: `python -m data.load FILE`. The same door, the same checks, the same receipt."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from data.describe import add_limit, show
from data.office import chosen_office, open_office, store_path
from data.parsing.limits import USUAL_MB
from data.prepare import Choices
from data.problems import SoundingBoardError
from data.profile import load
from data.reading import read_file
from data.upload import keep, look

_WHO = "the terminal"
_NO_OFFICE = "No office is chosen on this computer. Choose one in the app, or name it with --office."


def load_file(path: Path, office: str = "", who: str = _WHO, limit_mb: float = USUAL_MB) -> dict[str, Any]:
    """Read, check and save a file for an office and give the receipt of each of its sheets, or {"refused": …} with nothing saved."""
    office = office or chosen_office()
    if not office:
        return {"refused": _NO_OFFICE}
    try:
        profile = load(office)
        content = path.read_bytes()
        store_path(office).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open_office(office, store_path(office)) as store:
            opened = look(store, profile, read_file(path.name, content, limit_mb), Choices())
            if opened.refused or not opened.prepared:
                return {"refused": str(opened.refused or "This file could not be recognised by its headings. Add it in the app, and say what it is.")}
            if opened.same and opened.same.status == "current":
                return {"refused": "This very file is already in the figures. Nothing was changed."}
            receipts = keep(store, opened, who)
    except OSError:
        return {"refused": f"The file {path.name} cannot be opened. Check its name and folder."}
    except SoundingBoardError as error:
        return {"refused": str(error)}
    sheets = [
        asdict(receipt) | {"sheet": one.sheet.name, "kind": one.kind, "format": one.format, "saved": one.counted}
        for receipt, one in zip(receipts, opened.prepared, strict=True)
    ]
    return {"office": office, "file": opened.book.name, "receipts": sheets}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m data.load", description="Add a file to the figures of an office, and print the receipt as JSON.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--office", default="", help="the office whose figures it joins; the one chosen on this computer if left out")
    add_limit(parser)
    parser.add_argument("--who", default=_WHO, help="the name that stands beside the import")
    return parser.parse_args()


if __name__ == "__main__":
    asked = _arguments()
    sys.exit(show(load_file(asked.file, asked.office, asked.who, asked.limit_mb)))
