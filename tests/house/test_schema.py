"""The store's schema says what it holds, and keeps to the dialect that an embedded DuckDB file and DuckLake share."""

import re

import pytest

from data.schema import SCHEMA
from data.store import Store

TEXT = SCHEMA.read_text(encoding="utf-8")
TABLES = re.findall(r"^CREATE TABLE (\w+)", TEXT, re.MULTILINE)
BLOCKS = dict(re.findall(r"^CREATE TABLE (\w+) \((.*?)^\);", TEXT, re.MULTILINE | re.DOTALL))


def test_the_store_has_these_tables_and_no_others():
    with Store.open(None) as store:
        assert sorted(store.frame("SELECT table_name FROM information_schema.tables")["table_name"]) == sorted(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_states_its_grain(table):
    assert re.search(rf"^-- One row per [^\n]+\.\nCREATE TABLE {table} \(", TEXT, re.MULTILINE)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_its_meaning_beside_it(table):
    lines = [line for line in BLOCKS[table].splitlines() if line.strip()]
    for line in lines:
        assert re.fullmatch(r"    \w+ +[A-Z]+(\[\])?,? +-- \S.*", line), line
    with Store.open(None) as store:
        assert [line.split()[0] for line in lines] == store.frame(f"SELECT column_name FROM (DESCRIBE {table})")["column_name"].tolist()


@pytest.mark.parametrize(
    "word", ["PRIMARY KEY", "FOREIGN KEY", "REFERENCES", "UNIQUE", "ENUM", "SEQUENCE", "ON CONFLICT", "CHECK", "DEFAULT", "INDEX", "VIEW"]
)
def test_nothing_is_used_that_the_other_dialect_lacks(word):
    statements = re.sub(r"--[^\n]*", "", TEXT)
    assert not re.search(rf"\b{word}\b", statements, re.IGNORECASE)


def test_each_statement_is_one_table():
    statements = [part for part in TEXT.split(";\n") if part.strip()]
    assert len(statements) == len(TABLES) == len(BLOCKS)
    assert all(part.count("CREATE TABLE") == 1 for part in statements)
