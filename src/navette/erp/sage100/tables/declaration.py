"""Declaring a table of Sage: its system columns, keys and indexes."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CHAR, Column, Index, Integer, LargeBinary, MetaData, Table

from navette.erp.sage100.tables.columns import ColumnFacts, dates, identifiers, integers, smallints

metadata = MetaData()


def _system_columns(*, hashed: bool) -> list[Column[Any]]:
    columns: list[Column[Any]] = [
        Column("cbMarq", Integer, primary_key=True, autoincrement=True),
        *smallints("cbProt"),
        Column("cbCreateur", CHAR(4), info={"sage": ColumnFacts(usable=4)}),
        *dates("cbModification"),
        *integers("cbReplication"),
        *smallints("cbFlag"),
        *dates("cbCreation"),
        *identifiers("cbCreationUser"),
    ]
    if hashed:
        columns += [
            Column("cbHash", LargeBinary(32), info={"sage": ColumnFacts(optional=True)}),
            *smallints("cbHashVersion"),
            *dates("cbHashDate"),
            *integers("cbHashOrder", optional=True),
        ]
    return columns


def sage_table(
    name: str,
    *columns: Column[Any],
    keys: Sequence[tuple[str, ...]] = (),
    indexes: Sequence[tuple[str, ...]] = (),
    hashed: bool = False,
) -> Table:
    """Declare a table of Sage with its system columns, unique keys and other indexes.

    The tables have triggers, so an INSERT may not carry an OUTPUT clause (SQL Server error 334): hence no implicit
    returning. `hashed` tables belong to the anti-fraud chain.
    """
    return Table(
        name,
        metadata,
        *_system_columns(hashed=hashed),
        *columns,
        *(Index(f"UK_{name}_{'_'.join(key)}", *key, unique=True) for key in keys),
        *(Index(f"IX_{name}_{'_'.join(index)}", *index) for index in indexes),
        implicit_returning=False,
        sqlite_autoincrement=True,
    )


def parameter_table(name: str, *columns: Column[Any]) -> Table:
    """Declare a parameter table: a fixed number of rows, of which cbIndice (from 1) is what other tables store."""
    return sage_table(name, *columns, *smallints("cbIndice"))
