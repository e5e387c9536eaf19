"""What one base has: columns, their lengths, free fields; read at connection, never assumed (sage100 §0.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from sqlalchemy import (
    Column,
    ColumnClause,
    ColumnElement,
    DateTime,
    Select,
    String,
    Table,
    TableClause,
    column,
    func,
    literal_column,
    null,
    select,
    table,
    type_coerce,
)
from sqlalchemy.sql.elements import quoted_name

from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.tables import Amount, cbSysLibre, facts, metadata

NEEDED_TABLES = ("F_ARTICLE", "F_ARTSTOCK", "F_COMPTET", "F_DOCENTETE", "F_DOCLIGNE", "P_CATTARIF")
"""Without these a database is no commercial management of Sage 100."""


class FreeFieldKind(IntEnum):
    """CB_Type of a free field that can be read (0 is one that was deleted)."""

    SHORT_DATE = 3
    NUMBER = 7
    TEXT = 9
    LONG_DATE = 14
    AMOUNT = 20
    LIST = 22

    @property
    def is_number(self) -> bool:
        """Whether the field holds a number."""
        return self in {FreeFieldKind.NUMBER, FreeFieldKind.AMOUNT}

    @property
    def is_date(self) -> bool:
        """Whether the field holds a date."""
        return self in {FreeFieldKind.SHORT_DATE, FreeFieldKind.LONG_DATE}


@dataclass(frozen=True, slots=True)
class FreeField:
    """A column that the company added to a table: its name is its label."""

    name: str
    kind: FreeFieldKind
    length: int

    @property
    def column(self) -> ColumnClause[Any]:
        """The column, its name quoted whatever it is made of."""
        type_ = Amount() if self.kind.is_number else DateTime() if self.kind.is_date else String()
        return column(quoted_name(self.name, quote=True), type_)


@dataclass(frozen=True, slots=True)
class BaseSchema:
    """The columns of one base by table, with the length of texts (0 for none); names are looked up in lower case."""

    columns: Mapping[str, Mapping[str, int]]
    free_fields: Mapping[str, tuple[FreeField, ...]]

    def has_column(self, table: str, column: str) -> bool:
        """Whether the base has a column; older ones lack some."""
        return column.lower() in self.columns.get(table.lower(), ())

    def missing_tables(self) -> tuple[str, ...]:
        """What a commercial management must have and this base lacks."""
        return tuple(name for name in NEEDED_TABLES if name.lower() not in self.columns)

    def usable_length(self, table: str, column: str) -> int:
        """The longest text that a column takes, 0 for no limit; some codes may not fill theirs (sage100 §0.5)."""
        length = self.columns.get(table.lower(), {}).get(column.lower(), 0)
        known = metadata.tables[table].c.get(column) if table in metadata.tables else None
        declared = getattr(known.type, "length", 0) if known is not None else 0
        if not length or known is None or not declared:
            return length
        return length - (declared - (facts(known).usable or declared))

    def pick(self, *wanted: Column[Any]) -> list[ColumnElement[Any]]:
        """Give columns to select; one that the base lacks is NULL under its name."""
        return [
            found
            if self.has_column(found.table.name, found.name)
            else type_coerce(null(), found.type).label(found.name)
            for found in wanted
        ]

    def free_table(self, extended: Table, *keys: Column[Any]) -> TableClause:
        """A table as its key columns and its free fields."""
        fields = self.free_fields.get(extended.name, ())
        return table(extended.name, *(column(key.name, key.type) for key in keys), *(field.column for field in fields))


def read_schema(session: ReadSession) -> BaseSchema:
    """Read the columns and free fields of a base."""
    columns: dict[str, dict[str, int]] = {}
    for row in session.all(_columns_of(session.connection.dialect.name)):
        table_name, column_name, length = tuple(row)
        columns.setdefault(table_name.lower(), {})[column_name.lower()] = _text_length(length)
    if "cbsyslibre" not in columns:
        return BaseSchema(columns, {})
    rows = session.all(_FREE_FIELDS)
    fields: dict[str, list[FreeField]] = {}
    for row in rows:
        if row.CB_Type in list(FreeFieldKind) and row.CB_Name.lower() in columns.get(row.CB_File.lower(), ()):
            kind = FreeFieldKind(row.CB_Type)
            length = row.CB_Len - 1 if kind in {FreeFieldKind.TEXT, FreeFieldKind.LIST} else 0
            fields.setdefault(row.CB_File, []).append(FreeField(row.CB_Name, kind, length))
    return BaseSchema(columns, {name: tuple(found) for name, found in fields.items()})


_FREE_FIELDS = select(cbSysLibre.c.CB_File, cbSysLibre.c.CB_Name, cbSysLibre.c.CB_Type, cbSysLibre.c.CB_Len).order_by(
    cbSysLibre.c.CB_File, cbSysLibre.c.CB_Pos
)


def _columns_of(dialect: str) -> Select[Any]:
    if dialect == "sqlite":
        found = func.pragma_table_info(literal_column("sqlite_master.name")).table_valued("name", "type")
        return (
            select(literal_column("sqlite_master.name"), found.c.name, found.c.type)
            .select_from(table("sqlite_master").join(found, literal_column("1")))
            .where(literal_column("sqlite_master.type") == "table")
        )
    described = table(
        "COLUMNS",
        column("TABLE_NAME"),
        column("COLUMN_NAME"),
        column("CHARACTER_MAXIMUM_LENGTH"),
        schema="INFORMATION_SCHEMA",
    )
    return select(described.c.TABLE_NAME, described.c.COLUMN_NAME, described.c.CHARACTER_MAXIMUM_LENGTH)


def _text_length(found: int | str | None) -> int:
    """Length of a text column: a number of SQL Server (-1 for varchar(max)), or a type as SQLite keeps it."""
    if isinstance(found, str):
        name, _, length = found.partition("(")
        return int(length.rstrip(")")) if name.strip().upper() in {"VARCHAR", "CHAR"} and length else 0
    return max(found or 0, 0)
