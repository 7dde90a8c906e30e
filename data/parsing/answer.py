"""How the reading process hands its result back: one line of JSON, then each sheet as an Arrow stream. Nothing in it can run."""

import json
from typing import Any, BinaryIO

import pyarrow as pa

from data.problems import ImportRefused
from data.sheet import Notice, Sheet

_ALIGNED = 64


def write_sheets(out: BinaryIO, container: str, encoding: str, sheets: list[Sheet], notices: list[Notice]) -> None:
    """Write what was read to a stream."""
    about = [
        {"name": sheet.name, "rows": sheet.height, "hidden": sheet.hidden, "hidden_rows": sheet.hidden_rows, "hidden_columns": sheet.hidden_columns}
        for sheet in sheets
    ]
    told = [{"code": notice.code, "sentence": notice.sentence, "cell": notice.cell} for notice in notices]
    _write_head(out, {"container": container, "encoding": encoding, "sheets": about, "notices": told})
    for sheet in sheets:
        with pa.ipc.new_stream(out, sheet.cells.schema) as stream:
            stream.write_table(sheet.cells)
    out.flush()


def write_refusal(out: BinaryIO, refusal: ImportRefused) -> None:
    """Write why the file cannot be read to a stream."""
    _write_head(out, {"code": refusal.code, "sentence": refusal.sentence, "remedy": refusal.remedy})
    out.flush()


def _write_head(out: BinaryIO, head: dict[str, Any]) -> None:
    line = json.dumps(head).encode()
    out.write(line + b" " * (-(len(line) + 1) % _ALIGNED) + b"\n")


def read_answer(answer: bytes) -> tuple[str, str, tuple[Sheet, ...], tuple[Notice, ...]]:
    """The container, encoding, sheets and notices from what the reading process wrote.

    Raises ImportRefused when it refused the file, ValueError when the answer is incomplete or is not what it should be.
    """
    try:
        return _read(answer)
    except (KeyError, TypeError, OSError, pa.ArrowException) as error:
        raise ValueError("the answer of the reading process is incomplete") from error


def _read(answer: bytes) -> tuple[str, str, tuple[Sheet, ...], tuple[Notice, ...]]:
    end = answer.index(b"\n") + 1
    head = json.loads(answer[:end])
    if "code" in head:
        raise ImportRefused(str(head["code"]), str(head["sentence"]), str(head["remedy"]))
    source = pa.BufferReader(pa.py_buffer(answer).slice(end))
    sheets = []
    for about in head["sheets"]:
        cells = pa.ipc.open_stream(source).read_all()
        cells.validate(full=True)
        if [(field.name, field.type) for field in cells.schema] != [(f"c{number}", pa.string()) for number in range(cells.num_columns)]:
            raise ValueError("columns other than text")
        if cells.num_rows != about["rows"]:  # a stream cut between two batches reads as if it were whole
            raise ValueError("fewer rows than were read")
        sheets.append(Sheet(str(about["name"]), cells, bool(about["hidden"]), int(about["hidden_rows"]), int(about["hidden_columns"])))
    notices = tuple(Notice(str(told["code"]), str(told["sentence"]), str(told["cell"])) for told in head["notices"])
    return str(head["container"]), str(head["encoding"]), tuple(sheets), notices
