"""Which alphabet a text file was saved in, and its text as UTF-8.

A byte order mark wins; then strict UTF-8. Otherwise each line that is not UTF-8 is read as Windows-1252 or Mac Roman, the two that
spreadsheet programs in offices really write. Mac Roman is chosen when bytes that stand there for curly apostrophes, dashes and hard
spaces (CA, D0, D2 to D5) touch letters or spaces and none of the Windows ones (85, 91 to 97) occur.
"""

import codecs
import re
from dataclasses import dataclass, field

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHUNK = 4 * 1024 * 1024
_LINE = re.compile(rb"[^\r\n]+")
_WINDOWS_MARK = re.compile(rb"[\x85\x91-\x97]")
_MAC_MARK = re.compile(rb"[A-Za-z ][\xca\xd0\xd2-\xd5]|[\xca\xd0\xd2-\xd5][A-Za-z ]")


@dataclass
class Decoded:
    """Text as UTF-8 bytes, the encoding it was in, and what had to be guessed.

    `guessed` says the encoding was chosen by its looks; `odd_lines` are the lines (from 1) in another encoding than the rest;
    `replaced` says some characters could not be read at all and now show as a replacement character.
    """

    text: bytes
    encoding: str
    guessed: bool = False
    replaced: bool = False
    odd_lines: list[int] = field(default_factory=list)


def decoded(content: bytes) -> Decoded:
    """The text of a file as UTF-8, without its byte order mark."""
    for mark, encoding in _MARKS:
        if content.startswith(mark) and encoding != "utf-8":
            return _wide(content[len(mark) :], encoding)
    content = content.removeprefix(codecs.BOM_UTF8)
    if _is_utf8(content):
        return Decoded(content, "utf-8")
    return _line_by_line(content)


def _wide(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    return Decoded(text.encode("utf-8"), encoding, replaced="\ufffd" in text)


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(content)
    try:
        for start in range(0, len(view), _CHUNK):
            decoder.decode(view[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _line_by_line(content: bytes) -> Decoded:
    odd, some_utf8 = [], False
    for line in _LINE.finditer(content):
        if not line[0].isascii():
            if _is_utf8(line[0]):
                some_utf8 = True
            else:
                odd.append(line)
    fallback = _looks_like(b"\n".join(line[0] for line in odd))
    result = Decoded(b"", "utf-8" if some_utf8 else fallback, guessed=not some_utf8)
    pieces, done, number, counted = [], 0, 1, 0
    for line in odd:
        pieces.append(content[done : line.start()])
        pieces.append(_mended_line(line[0], fallback, result))
        done = line.end()
        if some_utf8:
            number += len(re.findall(rb"\r\n?|\n", content[counted : line.start()]))
            counted = line.start()
            result.odd_lines.append(number)
    result.text = b"".join([*pieces, content[done:]])
    return result


def _looks_like(sample: bytes) -> str:
    return "mac_roman" if _MAC_MARK.search(sample) and not _WINDOWS_MARK.search(sample) else "cp1252"


def _mended_line(line: bytes, fallback: str, result: Decoded) -> bytes:
    try:
        halves = line.decode("utf-8", "surrogatepass")
        text = halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    except UnicodeDecodeError:
        text = line.decode(fallback, "replace")
    result.replaced |= "\ufffd" in text
    return text.encode("utf-8")
