"""A survey's export tabulated from the terminal: `python -m analysis.tabulate FILE --question "…" --by "…" [--weight COLUMN]`, printed as JSON.

The figures are exact, for they stay with the officer who holds the file: no small number is hidden, none is rounded to five.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from analysis.answered.one_by_another import MEANINGS, Given, tabulated
from data.counted.named import Unclear
from data.counted.replies import Wanted, replies
from data.counted.reply import Reply
from data.problems import SoundingBoardError
from data.reading import read_file

# Nothing is uploaded here: the officer's own file may be larger than one that is.
_LARGEST_MB = 1000
_ABOUT = """\
Each cell has its count, its weighted count, and its shares unrounded (and "_1dp", to one decimal):
  percent                 of the column's people who gave an answer
  percent_of_all_replies  the same with don't know, refused and not applicable in the base
  percent_of_everyone     the same with blanks in the base too
  row_percent             of the row: those who gave this answer and are in one of the columns
  percent_of_table        of all who answered both questions
"left_out" says who is not in the base of "percent". --include takes an answer into it, --leave-out takes one from it.

A question may be named by its wording, its heading or variable name, its number ("Q5"), a part of its wording that no other has, in capitals or
not, or as "column D". Where several are meant, or none, they are listed under "candidates" and the exit status is 2.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 0 where there is one, 2 with {"refused": …} and a sentence on the error output where there is not."""
    asked = _parser().parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        book = read_file(asked.file.name, asked.file.read_bytes(), _LARGEST_MB)
        found = replies(book, Wanted(asked.question, asked.by, asked.weight, asked.include, asked.leave_out, asked.bands))
    except (SoundingBoardError, OSError) as error:
        said = f"The file {asked.file.name} could not be opened." if isinstance(error, OSError) else str(error)
        candidates = {"candidates": error.candidates} if isinstance(error, Unclear) else {}
        print(json.dumps({"refused": said} | candidates, ensure_ascii=False, indent=2))
        print(said, file=sys.stderr)
        return 2
    table = tabulated(_given(found.question), _given(found.by), found.weight)
    whose = {
        "file": book.name,
        "sheet": found.sheet,
        "weight": found.weight_name or None,
        "weights_in_file": found.weights,
        "rows_set_aside": found.rows_aside,
        "notes": found.notes,
        "what_the_figures_are": MEANINGS,
    }
    print(json.dumps(whose | table, ensure_ascii=False, indent=2, allow_nan=False))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m analysis.tabulate",
        description="Tabulate one question of a survey's export by another, as JSON.",
        epilog=_ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, help="the export: CSV, Excel, OpenDocument, SPSS or any other file that can be uploaded")
    parser.add_argument("--question", required=True, help="what is down the side")
    parser.add_argument("--by", required=True, help="what is across the top")
    parser.add_argument("--weight", default="", help="the heading or variable name of the column of weights")
    parser.add_argument(
        "--include", action="append", default=[], metavar="ANSWER", help="count this answer, as don't know, in the base; may be repeated"
    )
    parser.add_argument("--leave-out", action="append", default=[], metavar="ANSWER", help="count this answer as none, as a code 9; may be repeated")
    parser.add_argument("--bands", default="", help='bands for answers in numbers, as "16-24,25-44,45-64,65+"; "each" for every number')
    return parser


def _given(reply: Reply) -> Given:
    return Given(reply.name, reply.labels, reply.states, reply.respondent, reply.option)


if __name__ == "__main__":
    sys.exit(main())
