"""Names that come with a file, made fit to show: a label on the screen, never a path on the disk."""

import re
import unicodedata

LONGEST = 120
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")


def file_label(name: str) -> str:
    """The name of an uploaded file without folders, invisible or direction-changing characters, and at most 120 characters long."""
    return sheet_label(re.split(r"[/\\]", name)[-1]) or "Uploaded file"


def sheet_label(name: str) -> str:
    """The name of a sheet without invisible or direction-changing characters, and at most 120 characters long, its ending kept."""
    label = unicodedata.normalize("NFC", _UNSEEN.sub("", name)).strip()
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 13]}…{label[-12:]}"
