"""What the tables of a store are, as schema.sql says it, and what an older store lacks of them."""

import re
from pathlib import Path

SCHEMA = Path(__file__).parent / "schema.sql"

# Goes up only when what is already in a store would have to be read differently. A new table or column needs no new number.
SCHEMA_VERSION = "1"

_COLUMN = re.compile(r"^    (\w+) +([A-Z]+(?:\[\])?)", re.MULTILINE)


def lacking(held: dict[str, set[str]]) -> list[str]:
    """The statements that give a store the tables and columns it was made without, from the columns each of its tables has.

    A column that is new stands empty, "not recorded", in the rows that were there before it. Nothing is ever taken away.
    """
    statements = []
    for statement in (part for part in SCHEMA.read_text(encoding="utf-8").split(";\n") if part.strip()):
        table = statement.partition("CREATE TABLE ")[2].split(" ")[0]
        if table not in held:
            statements.append(statement)
            continue
        statements += [f"ALTER TABLE {table} ADD COLUMN {name} {kind}" for name, kind in _COLUMN.findall(statement) if name not in held[table]]
    return statements
