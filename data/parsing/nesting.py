"""Whether the markup of a sheet is nested deeper than any spreadsheet program writes it, which could exhaust a reader."""

from collections.abc import Iterable
from xml.parsers import expat

from data.parsing.package import broken_markup

_DEEPEST = 200


def refuse_deep_nesting(pieces: Iterable[bytes], sheet: str) -> None:
    """Raises ImportRefused when the pieces of a part are not well-formed or are nested more than 200 deep."""
    depth = 0

    def start(_tag: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise broken_markup(sheet)

    def end(_tag: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise broken_markup(sheet) from error
