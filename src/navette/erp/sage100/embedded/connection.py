"""Engines on company files: pragmas, explicit transactions, errors of the file told apart."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event

from navette.erp.sage100.embedded import collation
from navette.erp.sage100.embedded.errors import (
    CompanyDamagedError,
    CompanyDiskError,
    CompanyFileError,
    CompanyLockedError,
    CompanyMissingError,
    CompanyReadOnlyError,
    NotACompanyError,
    ReadingTransactionError,
)

BUSY_SECONDS = 30.0
_WRITES = "company_writes"
_PRIMARY_CODE = 0xFF  # the low byte of SQLite's extended result codes


def company_engine(path: Path, *, busy_seconds: float = BUSY_SECONDS, durable: bool = True) -> Engine:
    """Make an engine on a file; `durable` is for companies in use, without it for one that is being built."""
    location = f"file:{quote(str(path))}"
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=location, query={"uri": "true", "mode": "rw" if durable else "rwc"}),
        connect_args={"timeout": busy_seconds, "isolation_level": None},
    )
    pragmas = _PRAGMAS_IN_USE if durable else _PRAGMAS_IN_BUILDING

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        collation.register(connection)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The driver's own way begins late and deferred: two processes then both read before either writes.
        writes = not durable or bool(connection.get_execution_options().get(_WRITES))
        state = connection.connection.info
        if state.get(_WRITES) is not writes:
            # Only when it changes: the pragma makes SQLite compile every statement again, a third of a write's time.
            connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
            state[_WRITES] = writes
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "handle_error")
    def translate(context: ExceptionContext) -> None:
        original = context.original_exception
        if isinstance(original, sqlite3.Error):
            _raise_reading_fault(context, original)
            known = file_error(path, original, busy_seconds)
            if known is not None:
                raise known from original

    return engine


_PRAGMAS_IN_USE = (
    "foreign_keys = ON",
    "synchronous = FULL",
    "cache_size = -16384",
    "temp_store = MEMORY",
)
_PRAGMAS_IN_BUILDING = (
    "journal_mode = OFF",
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    "foreign_keys = OFF",
    "cache_size = -65536",
)


@contextmanager
def write_transaction(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that may write: it takes the file's write lock before it reads anything (BEGIN IMMEDIATE).

    Every other transaction of the engine reads a snapshot and may not write.
    """
    with engine.execution_options(**{_WRITES: True}).begin() as connection:
        yield connection


def _raise_reading_fault(context: ExceptionContext, error: sqlite3.Error) -> None:
    is_read_only = _code(error) == sqlite3.SQLITE_READONLY
    if is_read_only and context.connection and not context.connection.get_execution_options().get(_WRITES):
        raise ReadingTransactionError("Write through write_transaction().") from error


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & _PRIMARY_CODE


def file_error(path: Path, error: sqlite3.Error, busy_seconds: float = BUSY_SECONDS) -> CompanyFileError | None:
    """Tell what an error of SQLite says about the file; None if it is about a statement or a row."""
    kind = _FILE_ERRORS.get(_code(error))
    if kind is None:
        return None
    if kind is CompanyLockedError:
        return CompanyLockedError(path, seconds=f"{busy_seconds:g}")
    return kind(path, detail=str(error))


_FILE_ERRORS: dict[int, type[CompanyFileError]] = {
    sqlite3.SQLITE_BUSY: CompanyLockedError,
    sqlite3.SQLITE_LOCKED: CompanyLockedError,
    sqlite3.SQLITE_READONLY: CompanyReadOnlyError,
    sqlite3.SQLITE_CORRUPT: CompanyDamagedError,
    sqlite3.SQLITE_NOTADB: NotACompanyError,
    sqlite3.SQLITE_CANTOPEN: CompanyMissingError,
    sqlite3.SQLITE_FULL: CompanyDiskError,
    sqlite3.SQLITE_IOERR: CompanyDiskError,
}
