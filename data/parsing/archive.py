"""The archive inside a workbook: its parts, unpacked within limits and never onto the disk."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from data.parsing.limits import Limits
from data.problems import ImportRefused

_FEED = 256 * 1024
_STEP = 4 * 1024 * 1024
_LOCAL_HEADER = 30


@dataclass(frozen=True)
class Part:
    """One part of the archive: where its packed bytes lie and what it claims to hold."""

    name: str
    start: int
    packed: int
    size: int
    checksum: int
    deflated: bool


def damaged(what: str) -> ImportRefused:
    """The refusal for an archive that contradicts itself or is incomplete."""
    return ImportRefused(
        "E_BAD_ZIP",
        f"This workbook is damaged or incomplete: {what}.",
        "Download it again, or open it in your spreadsheet program and save a new copy.",
    )


def protected() -> ImportRefused:
    """The refusal for a file that only opens with a password."""
    return ImportRefused("E_PASSWORD_PROTECTED", "This file is protected with a password.", "Remove the password, save it again and upload that.")


def parts_of(content: bytes, limits: Limits) -> dict[str, Part]:
    """The parts of an archive by name, with forward slashes throughout.

    Raises ImportRefused when the archive is damaged, protected, holds too many parts, or its parts share a name, lie over one another
    or are named so as to land outside it. What each part really holds is only known on unpacking.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed, directory = archive.infolist(), archive.start_dir
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError, EOFError) as error:
        raise damaged("its list of contents cannot be read") from error
    if len(listed) > limits.parts:
        raise ImportRefused(
            "E_TOO_MANY_PARTS",
            f"This workbook is made of {len(listed):,} parts; a workbook of answers has a few dozen.",
            "Copy the table into a new workbook, save it and upload that.",
        )
    parts: dict[str, Part] = {}
    seen: set[str] = set()
    for entry in listed:
        part = _part(content, entry)
        if part.name.lower() in seen:
            raise damaged("two of its parts have the same name")
        seen.add(part.name.lower())
        parts[part.name] = part
    _refuse_overlaps(listed, list(parts.values()), directory)
    return parts


def _part(content: bytes, entry: zipfile.ZipInfo) -> Part:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
        raise damaged("one of its parts is named as if it lay outside the file")
    if entry.flag_bits & 1:
        raise protected()
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise damaged("one of its parts is packed in an unknown way")
    header = content[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
        raise damaged("one of its parts is missing")
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    start = entry.header_offset + _LOCAL_HEADER + name_length + extra_length
    return Part(name, start, entry.compress_size, entry.file_size, entry.CRC, entry.compress_type == zipfile.ZIP_DEFLATED)


def _refuse_overlaps(listed: list[zipfile.ZipInfo], parts: list[Part], directory: int) -> None:
    reached = 0
    for entry, part in sorted(zip(listed, parts, strict=True), key=lambda pair: pair[0].header_offset):
        if entry.header_offset < reached:
            raise damaged("two of its parts lie over one another")
        reached = part.start + part.packed
    if reached > directory:
        raise damaged("a part runs past the end of the file")


def unpacked(content: bytes, part: Part, limits: Limits) -> Iterator[bytes]:
    """The bytes of one part, a few megabytes at most at a time, checked against its claimed size and checksum.

    Raises ImportRefused as soon as the part grows past the limits, before the rest is unpacked.
    """
    ceiling = min(limits.part_bytes, max(limits.ratio_from, limits.ratio * part.packed))
    size = checksum = 0
    for piece in _inflated(content, part) if part.deflated else _stored(content, part):
        size += len(piece)
        checksum = zlib.crc32(piece, checksum)
        if size > part.size:
            raise damaged("a part holds more than it says")
        if size > ceiling:
            raise ImportRefused(
                "E_TOO_BIG_EXPANDED",
                "This workbook unpacks to far more than a table of answers could hold.",
                "Copy only the table into a new workbook, save it and upload that.",
            )
        yield piece
    if size != part.size or checksum != part.checksum:
        raise damaged("a part does not match its own checksum")


def _stored(content: bytes, part: Part) -> Iterator[bytes]:
    for at in range(part.start, part.start + part.packed, _STEP):
        yield content[at : min(at + _STEP, part.start + part.packed)]


def _inflated(content: bytes, part: Part) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    packed = memoryview(content)[part.start : part.start + part.packed]
    try:
        for at in range(0, len(packed), _FEED):
            fed: bytes | memoryview = packed[at : at + _FEED]
            piece = b""
            while fed or len(piece) == _STEP:
                piece = inflater.decompress(fed, _STEP)
                fed = inflater.unconsumed_tail
                yield piece
    except zlib.error as error:
        raise damaged("a part cannot be unpacked") from error
    if not inflater.eof or inflater.unused_data:
        raise damaged("a part does not match its own size")
