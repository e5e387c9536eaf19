"""The shop's database: SQLite in a file or in memory, one table for each resource."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from navette.demo.shops.prestashop.php import fold
from navette.demo.shops.prestashop.records.definition import Field, Resource, all_resources

Row = tuple[Any, ...]
Parameters = Sequence[Any] | Mapping[str, Any]

PACKAGE = "navette.demo.shops.prestashop.records"
SQL_TYPES = {"int": "INTEGER", "decimal": "TEXT", "float": "TEXT", "date": "TEXT", "datetime": "TEXT", "text": "TEXT"}


class Database:
    """One connection, shared under the shop's lock; each statement stands for itself, as in the shop."""

    def __init__(self, path: Path | str = ":memory:") -> None:
        self._connection = sqlite3.connect(str(path), isolation_level=None, check_same_thread=False)
        self._connection.create_function("fold", 1, fold, deterministic=True)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = OFF")
        self.is_new = not self.rows("SELECT 1 FROM sqlite_master WHERE name = 'product'")
        if self.is_new:
            link_tables = (files(PACKAGE) / "link_tables.sql").read_text("utf-8")
            self._connection.executescript(";\n".join(["BEGIN", *_schema(), link_tables, "COMMIT;"]))

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all rows of a query."""
        return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """Return the first row of a query."""
        found: Row | None = self._connection.execute(sql, parameters).fetchone()
        return found

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """Return the first value of the first row, or None."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    def dicts(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """Return all rows with the names of their columns."""
        cursor = self._connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def column(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """Return the first value of each row."""
        return [row[0] for row in self.rows(sql, parameters)]

    def write(self, sql: str, parameters: Parameters = ()) -> int:
        """Run a statement and return the id of the row that it inserted."""
        return self._connection.execute(sql, parameters).lastrowid or 0

    def write_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for many rows."""
        self._connection.executemany(sql, rows)

    def insert(self, table: str, values: dict[str, Any]) -> int:
        """Insert one row and return its id; a refused row uses up an id, as in MySQL."""
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" for _ in values)
        try:
            return self.write(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(values.values()))
        except sqlite3.IntegrityError:
            self.write("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = ?", (table,))
            raise

    def update(self, table: str, key: int, values: dict[str, Any]) -> None:
        """Change one row found by its id."""
        changes = ", ".join(f'"{name}" = ?' for name in values)
        self.write(f'UPDATE "{table}" SET {changes} WHERE id = ?', [*values.values(), key])

    def begin(self) -> None:
        """Gather the statements of one request, which makes them quick."""
        self._connection.execute("BEGIN")

    def commit(self) -> None:
        """Keep what was written since `begin`."""
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def _schema() -> Iterable[str]:
    """Return the statements for all tables; two resources may share one."""
    done: set[str] = set()
    for resource in all_resources().values():
        if resource.table not in done:
            done.add(resource.table)
            yield _table(resource)
            yield from _indexes(resource)
        if resource.translated:
            yield _texts_table(resource)


def _table(resource: Resource) -> str:
    columns = "".join(f', "{field.name}" {_sql_type(field)}' for field in resource.stored)
    uniques = "".join(f", UNIQUE ({_quoted(names)})" for names in resource.unique)
    return f'CREATE TABLE "{resource.table}" (id INTEGER PRIMARY KEY AUTOINCREMENT{columns}{uniques})'


def _texts_table(resource: Resource) -> str:
    texts = "".join(f', "{field.name}" TEXT' for field in resource.translated)
    return (
        f'CREATE TABLE "{resource.table}_lang" (id INTEGER, id_lang INTEGER{texts}, PRIMARY KEY (id, id_lang))'
        " WITHOUT ROWID"
    )


def _indexes(resource: Resource) -> Iterable[str]:
    for name in resource.indexed:
        text = resource.fields[name].kind == "text"
        expression = f'fold("{name}")' if text else f'"{name}"'
        yield f'CREATE INDEX "{resource.table}_{name}" ON "{resource.table}" ({expression})'


def _sql_type(field: Field) -> str:
    return SQL_TYPES[field.kind]


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
