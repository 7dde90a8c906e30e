"""Whether the weights that came in surveys' files are used: said once by the officer, and true of every figure of a tracked question."""

from data.store import Store, record

_SETTING = "file weights"


def weights_used(store: Store) -> bool:
    """Whether the officer said that the files' weights are to be used."""
    return store.setting(_SETTING) == "used"


def use_weights(store: Store, yes: bool, who: str) -> None:
    """Use the files' weights from now on, or count everybody once again."""
    with store.writing() as cursor:
        cursor.execute("DELETE FROM settings WHERE name = ?", [_SETTING])
        cursor.execute("INSERT INTO settings VALUES (?, ?)", [_SETTING, "used" if yes else "not used"])
        record(cursor, "settled", "", who, "the weights in surveys' files are used" if yes else "the weights in surveys' files are not used")
