import io
import struct
import warnings
import zipfile

import pytest

from data.parsing.book import read_content
from data.parsing.limits import limits_for
from data.problems import ImportRefused
from tests.data.made_workbooks import open_document, parts, sheet_xml, text_cell, zipped

SHEET = sheet_xml(f'<row r="1">{text_cell("A1", "a")}</row>')


def read(content: bytes):
    return read_content(content, limits_for(len(content)))


def refused(content: bytes) -> str:
    with pytest.raises(ImportRefused) as caught:
        read(content)
    return caught.value.code


def with_part(name: str, content: str | bytes) -> bytes:
    return zipped(parts(SHEET) | {name: content})


def test_the_plain_workbook_these_tests_start_from_is_read():
    assert read(zipped(parts(SHEET)))[2][0].row(0) == ["a"]


def test_a_workbook_cut_short_is_refused():
    content = zipped(parts(SHEET))
    assert refused(content[: len(content) // 2]) == "E_BAD_ZIP"
    assert refused(content[:-10]) == "E_BAD_ZIP"


def test_a_changed_byte_is_refused_and_never_read_as_another_answer():
    content = zipped(parts(SHEET.replace(">a<", ">25-34<")), zipfile.ZIP_STORED)
    assert refused(content.replace(b">25-34<", b">95-34<")) == "E_BAD_ZIP"


def test_a_part_that_holds_more_than_it_says_is_refused():
    content = bytearray(zipped(parts(SHEET + " " * 100_000)))
    listed = content.rindex(b"xl/worksheets/sheet1.xml") - 46
    content[listed + 24 : listed + 28] = struct.pack("<I", 300)
    assert refused(bytes(content)) == "E_BAD_ZIP"


def test_parts_lying_over_one_another_are_refused():
    content = bytearray(zipped(parts(SHEET) | {"xl/worksheets/sheet2.xml": SHEET}))
    first, second = content.index(b"xl/worksheets/sheet1.xml") - 30, content.rindex(b"xl/worksheets/sheet2.xml") - 46
    content[second + 42 : second + 46] = struct.pack("<I", first)
    assert refused(bytes(content)) == "E_BAD_ZIP"


def test_two_parts_of_one_name_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in [*parts(SHEET).items(), ("XL/workbook.xml", "<a/>")]:
            archive.writestr(name, content)
    assert refused(out.getvalue()) == "E_BAD_ZIP"


@pytest.mark.parametrize("name", ["../../escaped.txt", "/absolute.txt", "..\\escaped.txt", "c:/drive.txt"])
def test_a_part_named_as_if_outside_the_file_is_refused(name):
    assert refused(with_part(name, "x")) == "E_BAD_ZIP"


def test_too_many_parts_are_refused():
    assert refused(zipped(parts(SHEET) | {f"xl/x/{number}.xml": "" for number in range(500)})) == "E_TOO_MANY_PARTS"


def test_a_part_that_swells_a_hundredfold_is_refused_but_a_small_or_unneeded_one_is_not():
    rows = sheet_xml("<row><c><v>1</v></c></row>" * 400_000)
    assert refused(zipped(parts(rows))) == "E_TOO_BIG_EXPANDED"
    assert read(with_part("xl/styles2.xml", "<a>" + " " * 1_000_000 + "</a>"))[0] == "xlsx"
    assert read(with_part("xl/media/image1.png", b"\x00" * 20_000_000))[0] == "xlsx"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"])
def test_a_document_type_anywhere_is_refused(part):
    contents = parts(SHEET)
    start = contents.get(part, "<sst/>").partition("?>")[2]
    assert refused(zipped(contents | {part: f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{start}'})) == "E_XML_DTD"


@pytest.mark.parametrize(
    "hidden",
    [
        SHEET.replace('encoding="UTF-8"', 'encoding="UTF-7"').encode(),
        SHEET.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"),
    ],
)
def test_markup_in_an_encoding_that_could_hide_one_is_refused(hidden):
    assert refused(zipped(parts(SHEET) | {"xl/worksheets/sheet1.xml": hidden})) == "E_XML_INVALID"


@pytest.mark.parametrize(
    ("target", "mode"),
    [
        ("http://127.0.0.1:9/s.xml", ' TargetMode="External"'),
        ("../../../etc/passwd", ""),
        ("missing.xml", ""),
    ],
)
def test_a_sheet_outside_the_file_is_refused(target, mode):
    contents = parts(SHEET)
    links = contents["xl/_rels/workbook.xml.rels"].replace('Target="worksheets/sheet1.xml"', f'Target="{target}"{mode}')
    assert refused(zipped(contents | {"xl/_rels/workbook.xml.rels": links})) == "E_NOT_A_WORKBOOK"


def test_a_web_address_in_a_cell_is_no_reason_to_refuse():
    link = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.com" TargetMode="External"/>'
        "</Relationships>"
    )
    assert read(with_part("xl/worksheets/_rels/sheet1.xml.rels", link))[0] == "xlsx"


@pytest.mark.parametrize(
    ("contents", "code"),
    [
        ({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}, "E_NOT_A_WORKBOOK"),
        ({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<a/>"}, "E_NOT_A_WORKBOOK"),
        ({"answers.csv": "a,b"}, "E_NOT_A_WORKBOOK"),
        ({"xl/workbook.bin": "x"}, "E_UNSUPPORTED_FORMAT"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, "E_NOT_A_WORKBOOK"),
    ],
)
def test_other_zipped_files_are_refused(contents, code):
    assert refused(zipped(contents)) == code


def cell(text: str, repeat: int = 1) -> str:
    return f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeat}"><text:p>{text}</text:p></table:table-cell>'


def table(rows: str) -> bytes:
    return open_document(f'<table:table table:name="S">{rows}</table:table>')


def test_an_open_document_sheet_is_read_and_its_blank_repeats_are_not_counted():
    content = table(
        f'<table:table-row table:visibility="collapse">{cell("a")}{cell("b")}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row>"
    )
    kind, _, sheets, _ = read(content)
    assert (kind, sheets[0].rows(0, 9), sheets[0].hidden_rows) == ("ods", [["a", "b"]], 1)


@pytest.mark.parametrize(
    "rows",
    [
        f'<table:table-row table:number-rows-repeated="1048570">{cell("x", 16384)}</table:table-row>',
        f"<table:table-row>{cell('x', 16384)}</table:table-row>",
        f'<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row><table:table-row>{cell("x")}</table:table-row>',
    ],
)
def test_a_small_open_document_that_repeats_itself_into_a_huge_sheet_is_refused(rows):
    assert refused(table(rows)) == "E_TOO_MANY_CELLS"
