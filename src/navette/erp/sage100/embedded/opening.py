"""Opening a company file: what it is, whether it may be used, upgrade to the current schema."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from navette.erp.sage100.embedded.connection import BUSY_SECONDS, company_engine, file_error
from navette.erp.sage100.embedded.errors import (
    CompanyDamagedError,
    CompanyMissingError,
    CompanyReadOnlyError,
    NewerCompanyError,
    NotACompanyError,
)
from navette.erp.sage100.embedded.marker import APPLICATION_ID, MARKER_TABLE
from navette.erp.sage100.embedded.upgrade import upgrade_company
from navette.erp.sage100.embedded.upgrades import FIRST_VERSION, SCHEMA_VERSION
from navette.erp.sage100.tables import metadata

_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100


def open_company(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """Open a company; one of an older schema is upgraded first, after a copy was put beside it.

    Raises the errors of `embedded.errors`. Transactions of the engine read; those of `write_transaction` write.
    """
    _require_usable_file(path)
    version = _probe(path, busy_seconds)
    if version < SCHEMA_VERSION:
        upgrade_company(path, busy_seconds=busy_seconds)
    return company_engine(path, busy_seconds=busy_seconds)


def _require_usable_file(path: Path) -> None:
    if not path.is_file():
        raise CompanyMissingError(path)
    with path.open("rb") as file:
        header = file.read(_HEADER_LENGTH)
    if len(header) < _HEADER_LENGTH or not header.startswith(_MAGIC):
        raise NotACompanyError(path)
    # The permission bits are looked at too, since an administrator may write against them.
    writable = path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    if not writable or not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise CompanyReadOnlyError(path)
    _require_full_length(path, header)


def _require_full_length(path: Path, header: bytes) -> None:
    """Refuse a file that was cut off; while a log stands beside it the header may be behind."""
    if path.with_name(f"{path.name}-wal").exists():
        return
    page_size = int.from_bytes(header[16:18], "big")
    expected = int.from_bytes(header[28:32], "big") * (65_536 if page_size == 1 else page_size)
    if path.stat().st_size < expected:
        raise CompanyDamagedError(path, detail=f"{path.stat().st_size} of {expected} bytes")


def _probe(path: Path, busy_seconds: float) -> int:
    """Read what the file says of itself and compare it with what a company must have."""
    try:
        with closing(sqlite3.connect(path, timeout=busy_seconds)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        raise file_error(path, error, busy_seconds) or CompanyDamagedError(path, detail=str(error)) from error
    if application != APPLICATION_ID:
        raise NotACompanyError(path)
    if version > SCHEMA_VERSION:
        raise NewerCompanyError(path, found=str(version), known=str(SCHEMA_VERSION))
    missing = {MARKER_TABLE, *metadata.tables} - tables
    if version < FIRST_VERSION or missing:
        raise CompanyDamagedError(path, detail=f"version {version}, missing: {', '.join(sorted(missing)) or '-'}")
    return int(version)
