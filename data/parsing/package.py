"""What a zipped workbook is made of: its kind, its sheets and which part holds each, with nothing read from outside the file."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from data.parsing.archive import Part, protected, unpacked
from data.parsing.container import ASK_FOR_A_TABLE, SAVE_AS_WORKBOOK
from data.parsing.labels import sheet_label
from data.parsing.limits import MEGABYTE, Limits
from data.problems import ImportRefused

OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_ENCODING = re.compile(rb"""^\s*(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{0,40})""")
_PLAIN_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}
_SMALL = 16 * MEGABYTE


@dataclass(frozen=True)
class Package:
    """A zipped workbook: "xlsx" or "ods", the part each sheet is in by the sheet's name, and whether it carries macros."""

    kind: str
    sheets: dict[str, str]
    macros: bool = False


def not_a_workbook(sentence: str, remedy: str = ASK_FOR_A_TABLE) -> ImportRefused:
    """The refusal for a file that is something else, or whose sheets are not in it."""
    return ImportRefused("E_NOT_A_WORKBOOK", sentence, remedy)


def broken_markup(sheet: str = "") -> ImportRefused:
    """The refusal for a workbook whose inside does not follow its own rules."""
    where = f"The sheet '{sheet_label(sheet)}'" if sheet else "A part of this workbook"
    return ImportRefused(
        "E_XML_INVALID", f"{where} is damaged and cannot be read.", "Open it in your spreadsheet program, save a new copy as .xlsx and upload that."
    )


def plain_markup(content: bytes, part: Part, limits: Limits) -> Iterator[bytes]:
    """The bytes of one part as plain markup: no document type, no entities of its own, no encoding that could hide them."""
    kept = b""
    for piece in unpacked(content, part, limits):
        declared = _ENCODING.match(piece) if not kept else None
        if b"\x00" in piece or (declared and declared[1].lower() not in _PLAIN_ENCODINGS):
            raise broken_markup()
        joined = kept + piece[:16]
        if any(b"<!DOCTYPE" in text or b"<!ENTITY" in text for text in (joined, piece)):
            raise ImportRefused(
                "E_XML_DTD",
                "This workbook holds instructions that no spreadsheet program writes, so it was not opened.",
                "Copy the table into a new workbook, save it and upload that.",
            )
        kept = piece[-16:]
        yield piece


def package_of(content: bytes, parts: dict[str, Part], limits: Limits) -> Package:
    """The kind of workbook and where its sheets are. Raises ImportRefused when it is no workbook or points outside itself."""
    if "xl/workbook.bin" in parts:
        raise ImportRefused("E_UNSUPPORTED_FORMAT", "This is a binary workbook (.xlsb), which cannot be read here.", SAVE_AS_WORKBOOK)
    if "content.xml" in parts and "mimetype" in parts:
        return _open_document(content, parts, limits)
    for folder, what in (("word/", "a Word document"), ("ppt/", "a PowerPoint presentation"), ("Index/", "an Apple Numbers or Pages file")):
        if any(name.startswith(folder) for name in parts):
            raise not_a_workbook(f"This is {what}, not a workbook.", SAVE_AS_WORKBOOK if folder == "Index/" else ASK_FOR_A_TABLE)
    book = _target_of_kind(content, parts, "", "/officeDocument", limits) or "xl/workbook.xml"
    if book not in parts:
        raise not_a_workbook("This is a zip archive, not a workbook.", "Unpack it and upload the Excel or CSV file inside.")
    linked = _links(content, parts, book, limits)
    sheets: dict[str, str] = {}
    for sheet in _tree(content, parts[book], limits).iter():
        if sheet.tag.rpartition("}")[2] != "sheet":
            continue
        link = next((value for key, value in sheet.attrib.items() if key.rpartition("}")[2] == "id"), "")
        target = linked.get(link, ("", ""))[1]
        if target not in parts:
            raise not_a_workbook(
                "A sheet of this workbook is missing or lies outside the file.",
                "Open it in your spreadsheet program, save a new copy as .xlsx and upload that.",
            )
        sheets[sheet.attrib.get("name", "")] = target
    if not sheets:
        raise not_a_workbook("This workbook has no sheets.")
    return Package("xlsx", sheets, any(name.lower().endswith("vbaproject.bin") for name in parts))


def _open_document(content: bytes, parts: dict[str, Part], limits: Limits) -> Package:
    if not b"".join(unpacked(content, parts["mimetype"], limits)).strip().startswith(OPEN_DOCUMENT):
        raise not_a_workbook("This is an OpenDocument file, but not a spreadsheet.")
    manifest = parts.get("META-INF/manifest.xml")
    if manifest and b"encryption-data" in b"".join(unpacked(content, manifest, limits)):
        raise protected()
    return Package("ods", {})


def _target_of_kind(content: bytes, parts: dict[str, Part], owner: str, kind: str, limits: Limits) -> str:
    return next((target for its_kind, target in _links(content, parts, owner, limits).values() if its_kind.endswith(kind)), "")


def _links(content: bytes, parts: dict[str, Part], owner: str, limits: Limits) -> dict[str, tuple[str, str]]:
    folder, name = posixpath.split(owner)
    listing = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if listing is None:
        return {}
    links = {}
    for link in _tree(content, listing, limits):
        kind, target = link.attrib.get("Type", ""), link.attrib.get("Target", "").replace("\\", "/")
        if link.attrib.get("TargetMode") == "External" and kind.endswith(("/worksheet", "/sharedStrings", "/styles", "/officeDocument")):
            raise not_a_workbook(
                "A sheet of this workbook lies on another computer; nothing was fetched.",
                "Copy the table into a new workbook, save it and upload that.",
            )
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        links[link.attrib.get("Id", "")] = (kind, path)
    return links


def _tree(content: bytes, part: Part, limits: Limits) -> ElementTree.Element:
    text = bytearray()
    for piece in plain_markup(content, part, limits):
        text += piece
        if len(text) > _SMALL:
            raise broken_markup()
    try:
        return ElementTree.fromstring(bytes(text))
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise broken_markup() from error
