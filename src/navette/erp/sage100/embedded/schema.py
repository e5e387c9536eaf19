"""The physical tables of an embedded company: Sage's tables with defaults, collations, checks and links."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    Computed,
    Connection,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    Table,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from navette.erp.sage100.embedded.foreign_keys import LINKS
from navette.erp.sage100.embedded.physical import physical_column
from navette.erp.sage100.embedded.triggers import trigger_statements
from navette.erp.sage100.embedded.upgrades import STEPS
from navette.erp.sage100.tables import metadata

_PIECE_WIDTH = 13

# cb shadows of indexed codes: computed, never written; pieces are padded on the left to sort as numbers (sage100 §1.2).
_SHADOWS = {
    "F_ARTICLE": ("AR_Ref",),
    "F_FAMILLE": ("FA_CodeFamille",),
    "F_COMPTET": ("CT_Num",),
    "F_DOCENTETE": ("DO_Piece",),
    "F_DOCLIGNE": ("DO_Piece",),
}


def later_columns(version: int) -> set[tuple[str, str]]:
    """Give the (table, column) pairs that a company of this version does not have yet."""
    return {
        (table, column)
        for step in STEPS
        if step.version > version
        for table, columns in step.added.items()
        for column in columns
    }


def physical_tables(version: int) -> list[Table]:
    """Build the tables of a company of a schema version."""
    absent = later_columns(version)
    physical = MetaData()
    return [
        Table(
            table.name,
            physical,
            *(physical_column(table.name, column) for column in table.c if (table.name, column.name) not in absent),
            *_shadows(table.name),
            *_foreign_keys(table.name),
            *_indexes(table),
            sqlite_autoincrement=table.dialect_options["sqlite"]["autoincrement"],
        )
        for table in metadata.tables.values()
    ]


def _shadows(table: str) -> Iterator[Column[Any]]:
    for name in _SHADOWS.get(table, ()):
        value = f"coalesce(\"{name}\", '')"
        if name == "DO_Piece":
            value = f"substr('{' ' * _PIECE_WIDTH}' || {value}, -{_PIECE_WIDTH})"
        yield Column(f"cb{name}", LargeBinary, Computed(f"CAST({value} AS BLOB)", persisted=False))


def _foreign_keys(table: str) -> Iterator[ForeignKeyConstraint]:
    for link in LINKS.get(table, ()):
        yield ForeignKeyConstraint(
            link.columns,
            [f"{link.parent}.{column}" for column in link.parent_columns],
            name=f"FK_{table}_{'_'.join(link.columns)}",
            deferrable=link.deferred or None,
            initially="DEFERRED" if link.deferred else None,
        )


def _indexes(table: Table) -> Iterator[Index]:
    for index in sorted(table.indexes, key=lambda index: str(index.name)):
        yield Index(index.name, *(column.name for column in index.columns), unique=index.unique)


@cache
def table_statements(version: int) -> tuple[str, ...]:
    """Give the statements that create the tables and indexes of a schema version."""
    dialect = sqlite.dialect()
    statements = []
    for table in physical_tables(version):
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements.append(str(CreateTable(table).compile(dialect=dialect)))
        statements += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    return tuple(statements)


def create_tables(connection: Connection, version: int) -> None:
    """Create the tables and indexes; triggers come apart, so that a bulk load can go before them."""
    for statement in table_statements(version):
        connection.exec_driver_sql(statement)


def create_triggers(connection: Connection) -> None:
    """Create the triggers."""
    for statement in trigger_statements(metadata.tables.values()):
        connection.exec_driver_sql(statement)
