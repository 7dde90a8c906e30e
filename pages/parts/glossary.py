"""The words of the field, one meaning each, from the glossary that the code itself keeps to."""

import re
from functools import cache
from pathlib import Path

_ENTRY = re.compile(r"^\| \*\*(?P<term>[^*]+)\*\* \| (?P<meaning>[^|]+) \|", re.MULTILINE)


@cache
def glossary() -> dict[str, str]:
    """Term → meaning, in alphabetical order, read from GLOSSARY.md."""
    text = (Path(__file__).resolve().parents[2] / "GLOSSARY.md").read_text(encoding="utf-8")
    return dict(sorted((match["term"].strip(), match["meaning"].strip()) for match in _ENTRY.finditer(text)))
