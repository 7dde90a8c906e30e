"""The process that opens an uploaded file, alone and on a short lead: started by data.reading for each file, ended with it.

Takes the size of the file as its one argument, the file on standard input, and answers on standard output (data.parsing.answer).
"""

import os
import sys
import warnings
from pathlib import Path


class _NoPandas:
    """Arrow loads pandas on first use when it finds it, which takes longer than reading a small file and is not needed here."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name)


def main(size: int) -> None:
    """Read one file of `size` bytes from standard input and answer on standard output."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    sys.meta_path.insert(0, _NoPandas())
    warnings.simplefilter("ignore")

    from data.parsing.answer import write_refusal, write_sheets
    from data.parsing.book import read_content
    from data.parsing.confinement import confine
    from data.parsing.limits import limits_for
    from data.problems import ImportRefused

    limits = limits_for(size)
    confine(limits)
    try:
        container, encoding, sheets, notices = read_content(sys.stdin.buffer.read(size), limits)
        write_sheets(sys.stdout.buffer, container, encoding, sheets, notices)
    except ImportRefused as refusal:
        write_refusal(sys.stdout.buffer, refusal)
    except MemoryError:
        write_refusal(
            sys.stdout.buffer,
            ImportRefused(
                "E_OUT_OF_MEMORY",
                "Reading this file needs more memory than is allowed.",
                "Copy only the table of answers into a new workbook or CSV file and upload that.",
            ),
        )


if __name__ == "__main__":
    main(int(sys.argv[1]))
    os._exit(0)  # all is written; taking Arrow's threads down in an orderly way now and then aborts, once they are confined
