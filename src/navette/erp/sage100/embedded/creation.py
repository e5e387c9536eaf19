"""Making a company file: built beside its place, put there when it is whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection

from navette.erp.sage100.embedded.connection import company_engine
from navette.erp.sage100.embedded.errors import CompanyDamagedError, CompanyExistsError
from navette.erp.sage100.embedded.marker import mark
from navette.erp.sage100.embedded.schema import create_tables, create_triggers
from navette.erp.sage100.embedded.upgrades import SCHEMA_VERSION


def create_company(path: Path, *, version: int = SCHEMA_VERSION) -> None:
    """Make a company without a single row; an older version than the current one is for tests of older bases."""
    with building_company(path, version=version):
        pass


@contextmanager
def building_company(path: Path, *, version: int = SCHEMA_VERSION) -> Iterator[Connection]:
    """Make a company and fill it through the connection given, at full speed.

    Checks of columns hold; triggers and links come at the end, when all rows are there. The file appears at its place
    only if everything went well.
    """
    if path.exists():
        raise CompanyExistsError(path)
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    engine = company_engine(part, durable=False)
    try:
        with engine.begin() as connection:
            create_tables(connection, version)
            yield connection
            create_triggers(connection)
            _require_whole_links(connection, path)
            mark(connection, version)
        engine.dispose()
        _switch_to_wal(part)
        part.replace(path)
    except BaseException:
        engine.dispose()
        part.unlink(missing_ok=True)
        raise


def _require_whole_links(connection: Connection, path: Path) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        table, row, parent, _ = broken
        raise CompanyDamagedError(path, detail=f"row {row} of {table} points to nothing in {parent}")


def _switch_to_wal(part: Path) -> None:
    with closing(sqlite3.connect(part)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
