"""Where a company's data are, and engines that read them: an embedded file, or SQL Server through one of its drivers.

Drivers are optional and imported when an engine is made. What each of them needs was measured
(`sqlserver-drivers.md`): encryption, named instances, the Windows session.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import URL, DateTime, Engine, create_engine, event
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from navette.domain.errors import ConfigurationError
from navette.domain.messages import erp as messages
from navette.erp.sage100.embedded import open_company
from navette.erp.sage100.embedded.triggers import CLOCK

LOGIN_SECONDS = 15
QUERY_SECONDS = 600
LOCK_SECONDS = 30
APPLICATION = "Navette"


class Driver(StrEnum):
    """Drivers for SQL Server."""

    PYMSSQL = "pymssql"
    MSSQL_PYTHON = "mssql-python"
    PYODBC = "pyodbc"


_PACKAGES = {Driver.PYMSSQL: "navette[sqlserver]", Driver.MSSQL_PYTHON: "mssql-python", Driver.PYODBC: "pyodbc"}


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A company in a file of ours."""

    path: Path

    @property
    def folder(self) -> Path:
        """The folder that holds the company's Multimedia folder."""
        return self.path.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlServer:
    r"""A company in a database of SQL Server; without a user the Windows session logs in.

    `server` is `name`, `name\instance`, `name,port` or `name:port`. `waits_for_locks` reads committed rows only and
    waits for whoever holds them; otherwise rows are read as they are, so that no open Sage window stops a run.
    """

    server: str
    database: str
    user: str = ""
    password: str = field(default="", repr=False)
    driver: Driver = Driver.PYMSSQL
    encrypt: bool = True
    waits_for_locks: bool = False
    folder: Path | None = None


Location = EmbeddedFile | SqlServer

_SERVER = re.compile(r"(?P<host>[^,:]+)(?:[,:](?P<port>\d+))?")


def sql_server_url(place: SqlServer) -> URL:
    """Build the URL of a database for SQLAlchemy."""
    found = _SERVER.fullmatch(place.server.strip())
    host, port = (found["host"].strip(), found["port"]) if found else (place.server, None)
    return URL.create(
        _DIALECTS[place.driver],
        username=place.user or None,
        password=(place.password or None) if place.user else None,
        host=host,
        port=int(port) if port else None,
        database=place.database,
        query=_query(place),
    )


_DIALECTS = {
    Driver.PYMSSQL: "mssql+pymssql",
    Driver.MSSQL_PYTHON: "mssql+mssqlpython",
    Driver.PYODBC: "mssql+pyodbc",
}


def _query(place: SqlServer) -> dict[str, str]:
    if place.driver is Driver.PYMSSQL:
        return {"charset": "UTF-8"}
    query = {"Encrypt": "yes" if place.encrypt else "no", "TrustServerCertificate": "yes"}
    if not place.user:
        query["Trusted_Connection"] = "yes"
    if place.driver is Driver.PYODBC:
        query["driver"] = _odbc_driver()
    return query


def _odbc_driver() -> str:
    """The newest of Microsoft's ODBC drivers that are installed."""
    names: list[str] = [name for name in _module(Driver.PYODBC).drivers() if name.endswith("for SQL Server")]
    if not names:
        raise ConfigurationError(messages.DRIVER_MISSING, driver="ODBC Driver 18 for SQL Server", package="pyodbc")
    return max(names, key=lambda name: [int(number) for number in re.findall(r"\d+", name)])


def _module(driver: Driver) -> Any:
    try:
        return import_module(driver.value.replace("-", "_"))
    except ImportError as error:
        raise ConfigurationError(messages.DRIVER_MISSING, driver=driver, package=_PACKAGES[driver]) from error


def open_engine(place: Location) -> Engine:
    """Make an engine on a company; a missing driver is a ConfigurationError, a wrong file an error of `embedded`."""
    if isinstance(place, EmbeddedFile):
        return open_company(place.path)
    _module(place.driver)
    engine = create_engine(
        sql_server_url(place),
        connect_args=_connect_args(place),
        isolation_level="READ COMMITTED" if place.waits_for_locks else "READ UNCOMMITTED",
        pool_pre_ping=True,
    )
    event.listen(engine, "connect", _limit_waiting)
    return engine


def _connect_args(place: SqlServer) -> dict[str, Any]:
    match place.driver:
        case Driver.PYMSSQL:
            return {
                "encryption": "require" if place.encrypt else "request",
                "login_timeout": LOGIN_SECONDS,
                "timeout": QUERY_SECONDS,
                "appname": APPLICATION,
            }
        case Driver.MSSQL_PYTHON:
            return {"timeout": QUERY_SECONDS}  # of each query, too
        case Driver.PYODBC:
            return {"timeout": LOGIN_SECONDS}


def _limit_waiting(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute(f"SET LOCK_TIMEOUT {LOCK_SECONDS * 1000}")
    cursor.close()


class company_clock(FunctionElement[datetime]):  # noqa: N801 (a function of SQL)
    """The company's own clock: local time, as change marks are written."""

    type = DateTime()
    inherit_cache = True
    name = "company_clock"


@compiles(company_clock, "mssql")
def _clock_of_sql_server(_element: company_clock, _compiler: SQLCompiler, **_options: Any) -> str:
    return "GETDATE()"


@compiles(company_clock, "sqlite")
def _clock_of_sqlite(_element: company_clock, _compiler: SQLCompiler, **_options: Any) -> str:
    return CLOCK
