"""How SQLite stores a column of Sage: type, collation, default, check."""

from typing import Any

from sqlalchemy import CHAR, Column, Connection, DateTime, DefaultClause, Integer, String, text
from sqlalchemy.dialects.sqlite import VARCHAR
from sqlalchemy.schema import CreateColumn

from navette.erp.sage100.embedded.collation import FRENCH_CI_AS
from navette.erp.sage100.embedded.constraints import check
from navette.erp.sage100.embedded.triggers import CLOCK
from navette.erp.sage100.tables import Amount, facts

EMPTY_DATE = "1753-01-01 00:00:00.000000"

_SYSTEM_DEFAULTS = {
    "cbCreateur": "'CSQL'",
    "cbModification": f"({CLOCK})",
    "cbCreation": f"({CLOCK})",
    "PF_Num": "''",  # required, and empty without projects
}


def physical_column(table: str, column: Column[Any]) -> Column[Any]:
    """Build a column as SQLite stores it."""
    constraint = check(table, column)
    default = _default(column)
    return Column(
        column.name,
        _physical_type(column),
        *([constraint] if constraint is not None else []),
        primary_key=column.primary_key,
        nullable=column.nullable,
        server_default=DefaultClause(text(default)) if default else None,
    )


def _physical_type(column: Column[Any]) -> Any:
    if isinstance(column.type, String) and not isinstance(column.type, CHAR):
        return VARCHAR(column.type.length, collation="NOCASE" if facts(column).is_code else FRENCH_CI_AS)
    return column.type


def _default(column: Column[Any]) -> str | None:
    if column.name in _SYSTEM_DEFAULTS:
        return _SYSTEM_DEFAULTS[column.name]
    if column.primary_key or not column.nullable or facts(column).optional:
        return None
    if isinstance(column.type, String):
        return "''"
    if isinstance(column.type, DateTime):
        return f"'{EMPTY_DATE}'"
    return "0" if isinstance(column.type, Amount | Integer) else None


def add_column(connection: Connection, table: str, column: Column[Any]) -> None:
    """Add a column to a table that exists, as Sage does for a free field or a new version."""
    definition = CreateColumn(physical_column(table, column)).compile(dialect=connection.dialect)
    connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {definition}")
