"""A survey's export tabulated from the terminal: `python -m analysis.tabulate FILE --question "…" --by "…" [--weight COLUMN]`, printed as JSON.

The figures are exact, for they stay with the officer who holds the file: no small number is hidden, none is rounded to five.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from analysis.answered.one_by_another import Given, tabulated
from data.counted.replies import Reply, replies
from data.problems import SoundingBoardError
from data.reading import read_file


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 0 where there is one, 2 with a sentence on the error output where there is not."""
    parser = argparse.ArgumentParser(prog="python -m analysis.tabulate", description="Tabulate one question of a survey's export by another.")
    parser.add_argument("file", type=Path, help="the export: CSV, Excel, OpenDocument or any other file that can be uploaded")
    parser.add_argument("--question", required=True, help="its wording, heading or variable name, or a part that only one has")
    parser.add_argument("--by", required=True, help="what to tabulate it by, named the same way")
    parser.add_argument("--weight", default="", help="the heading of the file's column of weights")
    asked = parser.parse_args(arguments)
    try:
        book = read_file(asked.file.name, asked.file.read_bytes())
        found = replies(book, asked.question, asked.by, asked.weight)
    except (SoundingBoardError, OSError) as error:
        said = f"The file {asked.file.name} could not be opened." if isinstance(error, OSError) else str(error)
        print(said, file=sys.stderr)
        return 2
    table = tabulated(_given(found.question), _given(found.by), found.weight)
    whose = {"file": book.name, "sheet": found.sheet, "weight": found.weight_name or None, "rows_set_aside": found.rows_aside}
    print(json.dumps(whose | table, ensure_ascii=False, indent=2, allow_nan=False))
    return 0


def _given(reply: Reply) -> Given:
    return Given(reply.name, reply.labels, reply.states, reply.respondent, reply.option)


if __name__ == "__main__":
    sys.exit(main())
