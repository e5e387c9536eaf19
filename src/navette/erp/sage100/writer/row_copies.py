"""Copies of rows with all their columns, the free fields of the company included."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, column, insert, literal, select
from sqlalchemy import table as light_table

from navette.erp.sage100.writer.session import WriteSession


def copy_row(session: WriteSession, table: Table, row: int, changes: Mapping[str, Any]) -> None:
    """Copy the row of a table that has a cbMarq, with some columns changed; system columns are the copy's own."""
    changed = session.shaper.shape(table, changes)
    columns = session.shaper.columns(table)
    source = light_table(table.name, column("cbMarq"), *(column(one.name, one.type) for one in columns))
    values = [literal(changed[one.name], one.type) if one.name in changed else source.c[one.name] for one in columns]
    copied = select(*values).where(source.c.cbMarq == row)
    session.connection.execute(insert(source).from_select([one.name for one in columns], copied))
