"""What separates the columns of a text file: comma, semicolon, tab or upright bar, counted outside quotation marks."""

import csv
from collections import Counter
from itertools import islice

CANDIDATES = (",", ";", "\t", "|")
NONE = "\x1f"
_SAMPLE_BYTES = 256 * 1024
_SAMPLE_RECORDS = 200


def stated_delimiter(text: bytes) -> tuple[str, bytes]:
    """The separator named by a first line such as `sep=;`, or "" when there is none, and the text after that line.

    Spreadsheet programs obey such a line and do not show it, so it does not count as row 1.
    """
    head = text[:16]
    if head[:4].lower() == b"sep=" and head[4:5].decode("ascii", "replace") in CANDIDATES and head[5:6] in (b"\r", b"\n"):
        skipped = 7 if head[5:7] == b"\r\n" else 6
        return head[4:5].decode(), text[skipped:]
    return "", text


def delimiter_of(text: bytes) -> str:
    """The separator that cuts the first records most evenly, one that also cuts the first of them weighing double.

    Returns a character that does not occur when nothing separates columns, so that prose full of commas stays one column.
    """
    sample = text[:_SAMPLE_BYTES].decode("utf-8", "ignore")
    best, score = NONE, (0.0, 0)
    for candidate in CANDIDATES:
        its_score = _evenness(sample, candidate)
        if its_score > score:
            best, score = candidate, its_score
    return best


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    records = list(islice(csv.reader(sample.splitlines(keepends=True), delimiter=delimiter), _SAMPLE_RECORDS))
    counts = [len(record) - 1 for record in records if any(cell.strip() for cell in record)] or [len(record) - 1 for record in records]
    if not any(counts):
        return 0.0, 0
    usual, times = Counter(count for count in counts if count).most_common(1)[0]
    share = times / len(counts)
    if counts[0]:
        return share, usual
    return (share / 2, usual) if share >= 0.6 else (0.0, 0)
