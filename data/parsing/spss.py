"""A data file of SPSS as a sheet: three heading rows (names, labels, and what each variable offers), then a row for each case, in words."""

import contextlib
import datetime as dt
import io
import json
import re
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa

from data.parsing.cells import column_of, mended, table_of
from data.parsing.limits import Limits
from data.problems import ImportRefused
from data.sheet import Notice, Sheet

# Where a file's own list of variables starts, and the number each of them begins with.
_FIRST_VARIABLE, _VARIABLE = 176, 2
# Days and times are seconds since the Gregorian calendar began.
_BEGAN = dt.datetime(1582, 10, 14)
_MOMENTS: dict[str, Callable[[float], object]] = {
    **dict.fromkeys(("DATE", "ADATE", "EDATE", "JDATE", "SDATE"), lambda seconds: (_BEGAN + dt.timedelta(seconds=seconds)).date()),
    **dict.fromkeys(("DATETIME", "YMDHMS"), lambda seconds: _BEGAN + dt.timedelta(seconds=seconds)),
    **dict.fromkeys(("TIME", "DTIME", "MTIME"), lambda seconds: dt.timedelta(seconds=seconds)),
}


def read_spss(content: bytes, limits: Limits) -> tuple[list[Sheet], list[Notice]]:
    """Read a .sav or .zsav file. Codes become the words they stand for; what the file calls missing becomes blank, save what says how no answer
    was given ("Don't know", "Refused"), which is kept apart from silence. Raises ImportRefused."""
    import pyreadstat  # only here: few files are of this kind

    try:
        _, about = pyreadstat.read_sav(io.BytesIO(content), metadataonly=True, output_format="dict", user_missing=True)
        _refuse_too_large(about, limits)
        found, told = pyreadstat.read_sav(io.BytesIO(content), output_format="dict", disable_datetime_conversion=True, user_missing=True)
    except (MemoryError, ImportRefused):
        raise
    except Exception as error:
        sentence = "This SPSS file is damaged, or is of a kind that cannot be read."
        raise ImportRefused("E_SPSS_INVALID", sentence, "Save it again from SPSS as .sav, or export the data as CSV, and upload that.") from error
    weight = weight_of(content, told.column_names)
    columns = [_column(name, found[name], told, _missing(about, name), name == weight) for name in told.column_names]
    if not columns:
        raise ImportRefused("E_NO_TABLE", "There is nothing in this file to read.", "Check that this is the file you meant.")
    cells, notices = mended(table_of(columns), limits.cell_characters)
    return [Sheet("", cells)], notices


def _refuse_too_large(told: Any, limits: Limits) -> None:
    rows, columns = int(told.number_rows or 0), int(told.number_columns or 0)
    if columns > limits.columns or rows > limits.rows or rows * columns > limits.text_area:
        sentence = f"This file has {rows:,} cases and {columns:,} variables, more than can be read."
        raise ImportRefused("E_TOO_MANY_CELLS", sentence, "Save only the variables that are needed, or split it into several files.")


def weight_of(content: bytes, names: list[str]) -> str:
    """The variable the file itself weights by, '' for none. The file names it by its place among variables and what their long texts run over."""
    order = "<" if content[64:68] in (b"\x02\0\0\0", b"\x03\0\0\0") else ">"
    place, at, slots = struct.unpack_from(f"{order}i", content, 76)[0], _FIRST_VARIABLE, []
    while at + 32 <= len(content) and struct.unpack_from(f"{order}i", content, at)[0] == _VARIABLE:
        width, labelled, missing = struct.unpack_from(f"{order}3i", content, at + 4)
        slots.append(width >= 0)
        at += 32
        if labelled and at + 4 <= len(content):
            at += 4 + (max(0, struct.unpack_from(f"{order}i", content, at)[0]) + 3) // 4 * 4
        at += 8 * abs(missing)
    if not 0 < place <= len(slots) or not slots[place - 1] or sum(slots) != len(names):
        return ""
    return names[sum(slots[: place - 1])]


def _column(name: str, values: Any, told: Any, missing: list[tuple[Any, Any]], weight: bool) -> pa.Array:
    labels = {code: str(label) for code, label in told.variable_value_labels.get(name, {}).items()}
    offered = {code: label for code, label in labels.items() if not _is_missing(code, missing)}
    about = {
        "options": list(dict.fromkeys(offered.values())),
        "codes": [_written(code) for code in offered],
        "weight": weight,
        "several": next((str(which) for which, one in (told.mr_sets or {}).items() if name in one.get("variable_list", [])), ""),
    }
    kind = re.match(r"[A-Z]*", str(told.original_variable_types.get(name, "")))
    moment = _MOMENTS.get(kind[0]) if kind else None
    different, places = _different(values, str(told.original_variable_types.get(name, "")).startswith("A"))
    said = [_unanswered(labels.get(one, "")) if _is_missing(one, missing) else _said(one, labels, moment) for one in different]
    return pa.concat_arrays(
        [
            pa.array([name, told.column_names_to_labels.get(name) or "", json.dumps({"spss": about})], pa.string()),
            column_of(said).take(pa.array(places)),
        ]
    )


def _missing(told: Any, name: str) -> list[tuple[Any, Any]]:
    return [(one["lo"], one["hi"]) for one in (told.missing_ranges or {}).get(name, [])]


def _different(values: Any, text: bool) -> tuple[list[Any], np.ndarray]:
    """The different values of a variable, and for each case which of them it gave: what is said of a value is said once."""
    if not text:
        found, places = np.unique(np.asarray(values, dtype=float), return_inverse=True)
        return found.tolist(), places.reshape(-1)
    place: dict[Any, int] = {}
    places = np.array([place.setdefault(value, len(place)) for value in values], dtype=np.int64)
    return list(place), places


def _is_missing(value: Any, missing: list[tuple[Any, Any]]) -> bool:
    return value is not None and value == value and any(low <= value <= high for low, high in missing if _alike(value, low))


def _unanswered(label: str) -> str:
    """The label of a declared missing value where it says how no answer was given."""
    from data.questionnaire.states import state_of

    return label if state_of(label) != "answered" else ""


def _alike(code: object, bound: object) -> bool:
    return isinstance(code, str) == isinstance(bound, str)


def _said(value: Any, labels: dict[Any, str], moment: Callable[[float], object] | None) -> object:
    if value is None or value != value:
        return ""
    if value in labels:
        return labels[value]
    if moment is None or isinstance(value, str):
        return value
    with contextlib.suppress(OverflowError):
        return moment(value)
    return ""  # a day past the last a calendar here can hold


def _written(code: object) -> str:
    return str(int(code)) if isinstance(code, float) and code.is_integer() else str(code)
