"""The heading rows of a Qualtrics export: the names of its columns, their wordings and the ids under which the tool keeps them."""

import re
from collections.abc import Sequence

from data.questionnaire.answer_columns import squashed, top_rows
from data.sheet import Sheet

# Other tools have ids, dates and addresses too; these columns only this one writes.
_OWN = frozenset(
    (
        "recordeddate",
        "distributionchannel",
        "userlanguage",
        "responseset",
        "recipientemail",
        "recipientlastname",
        "recipientfirstname",
        "externalreference",
        "externaldatareference",
        "duration(inseconds)",
        "locationlatitude",
        "locationlongitude",
    )
)
# A program that passed the file on may have written the id with quotes of its own.
_IMPORTED = re.compile(r"""\{["']ImportId["']:\s*["'](?P<id>[^"']*)["']""")
# A question asked again for each thing named earlier has the number of its round in front: "2_QID17".
_QUESTION = re.compile(r"(\d+_)?QID\d")
_PART = re.compile(r"^(?P<base>.+?)(?P<part>(?:_\d+)+|#\d+(?:_\d+)*)?(?P<words>_TEXT)?$")


def heading_rows(sheet: Sheet) -> tuple[list[str], list[str], list[str], list[int]] | None:
    """Names, wordings and import ids, each as long as the sheet is wide, and the rows they stand in."""
    top = top_rows(sheet, 12)
    for place, (number, row) in enumerate(top):
        if any(map(import_id, row)):
            above = top[max(0, place - 2) : place]
            names = above[0][1] if above else row
            wordings = _untagged(names, above[-1][1]) if above else row
            return names, wordings, row, [*(at for at, _ in above), number]
    for place, (number, row) in enumerate(top):
        said = {squashed(cell) for cell in row if cell}
        below = {squashed(cell) for cell in top[place + 1][1] if cell} if place + 1 < len(top) else set()
        if {"responseid", "responseset"} <= below or {"responseid", "responseset"} <= said:
            legacy = {"responseid", "responseset"} <= below
            wordings = top[place + 1][1] if legacy else row
            return _legacy_names(row, wordings), wordings, row, [number, top[place + 1][0]] if legacy else [number]
        if len(_OWN & said) >= 2 and ("responseid" in said or "recordeddate" in said):
            worded = len(_OWN & below) >= 2 or ("responseid" in said and _is_wording(top[place + 1][1], row) if place + 1 < len(top) else False)
            wordings = top[place + 1][1] if worded else row
            return row, _untagged(row, wordings), row, [number, top[place + 1][0]] if worded else [number]
    return None


def _is_wording(under: list[str], names: list[str]) -> bool:
    """Whether the row under the names is their wordings: no response id stands under the id's name."""
    at = next(at for at, name in enumerate(names) if squashed(name) == "responseid")
    return not under[at].startswith("R_") and not any(cell.isdecimal() for cell in under) and sum(map(bool, under)) > 0.6 * sum(map(bool, names))


def _legacy_names(names: list[str], wordings: list[str]) -> list[str]:
    """The older export calls its own columns V1, V2, …; their meaning stands in the second row."""
    return [wording if re.fullmatch(r"V\d+", name) else name for name, wording in zip(names, wordings, strict=True)]


def _untagged(names: Sequence[str], wordings: list[str]) -> list[str]:
    """The wordings without the author's tags, which stand before them where the names are the tool's own: "D-1_2 - How did you hear? - Radio"."""
    starts = [(name, part_of(name), wording.partition(" - ")[0]) for name, wording in zip(names, wordings, strict=True)]
    tagged = [tag.removesuffix(part) for _, part, tag in starts if part and tag.endswith(part) and " " not in tag]
    if not tagged or len(tagged) < sum(bool(part) for _, part, _ in starts):
        return wordings
    # A question of one column has no part to know its tag by; its tag is its name, or made like those of the others: "A-1" beside "A-2_1".
    made = set(map(_pattern, tagged))
    signed = [bool(part) or (" " not in tag and (tag == name or _pattern(tag.removesuffix("_TEXT")) in made)) for name, part, tag in starts]
    return [wording.partition(" - ")[2] or wording if sign else wording for sign, wording in zip(signed, wordings, strict=True)]


def _pattern(tag: str) -> str:
    return re.sub(r"\d+", "0", tag)


def import_id(cell: str) -> str:
    """The id in a cell of the third heading row, '' for any other cell."""
    found = _IMPORTED.match(cell)
    return found["id"] if found else ""


def asks(own: str) -> bool:
    """Whether an id is a question's, and not a field's that came with the link or that the tool made."""
    return bool(_QUESTION.match(own))


def part_of(name: str) -> str:
    """What tells the column of one answer from the others of its question: "_2" in Q5_2, "_4_TEXT" in Q5_4_TEXT."""
    match = _PART.match(name)
    return match["part"] + (match["words"] or "") if match and match["part"] else ""


def base_of(name: str, own: str) -> str:
    """The question that a column belongs to: by its id, which the tool keeps, or else by its name, which the author may have changed."""
    told = own if asks(own) else name
    match = _PART.match(told)
    return match["base"] if match and (asks(told) or re.match(r"^Q\d|.*_\d+(_TEXT)?$|.*_TEXT$", told)) else told
