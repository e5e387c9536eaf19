"""Upgrading a company file to the current schema, after a copy of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from navette.erp.sage100.embedded import collation
from navette.erp.sage100.embedded.connection import BUSY_SECONDS, company_engine, write_transaction
from navette.erp.sage100.embedded.errors import CompanyDamagedError
from navette.erp.sage100.embedded.marker import schema_version, set_version
from navette.erp.sage100.embedded.upgrades import SCHEMA_VERSION, STEPS


def upgrade_company(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Path | None:
    """Bring a company to the current version in one transaction; returns the copy made before, None if none was needed.

    The write lock is taken before the version is read, so of two processes that open an old company one upgrades it.
    """
    engine = company_engine(path, busy_seconds=busy_seconds)
    try:
        with write_transaction(engine) as connection:
            version = schema_version(connection)
            if version >= SCHEMA_VERSION:
                return None
            copy = _back_up(path, version)
            _apply_steps(connection, version)
            return copy
    finally:
        engine.dispose()


def _apply_steps(connection: Connection, version: int) -> None:
    for step in STEPS:
        if step.version > version:
            step.apply(connection)
            set_version(connection, step.version)


def _back_up(path: Path, version: int) -> Path:
    copy = _free_name(path, version)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        collation.register(target)
        (verdict,) = target.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        copy.unlink()
        raise CompanyDamagedError(path, detail=str(verdict))
    return copy


def _free_name(path: Path, version: int) -> Path:
    number = 1
    while (copy := path.with_name(f"{path.stem}.v{version}-{number}{path.suffix}")).exists():
        number += 1
    return copy
