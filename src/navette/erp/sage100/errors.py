"""What went wrong in the database, as an error that says what to do.

Files of ours tell their reason. SQL Server's errors are told apart by number where the driver gives one, else by
SQLSTATE; never by their text, which follows the login's language.
"""

import re
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from navette.domain.errors import ConfigurationError, NavetteError, TransientError
from navette.domain.messages import erp as messages
from navette.domain.messages.message import Message
from navette.erp.sage100.dialect import EmbeddedFile, Location
from navette.erp.sage100.embedded import CompanyFileError

_FILE_FAULTS: dict[str, tuple[type[NavetteError], Message]] = {
    "missing": (ConfigurationError, messages.FILE_MISSING),
    "exists": (ConfigurationError, messages.FILE_EXISTS),
    "not_a_company": (ConfigurationError, messages.FILE_IS_NO_COMPANY),
    "locked": (TransientError, messages.FILE_LOCKED),
    "read_only": (ConfigurationError, messages.FILE_READ_ONLY),
    "newer_version": (ConfigurationError, messages.FILE_IS_NEWER),
    "damaged": (ConfigurationError, messages.FILE_DAMAGED),
    "disk": (ConfigurationError, messages.DISK_FAILED),
}

_SILENT = (TransientError, messages.SERVER_SILENT)
_REFUSED = (ConfigurationError, messages.LOGIN_REFUSED)
_NO_DATABASE = (ConfigurationError, messages.DATABASE_MISSING)
_FORBIDDEN = (ConfigurationError, messages.READING_FORBIDDEN)
_CHANGED = (ConfigurationError, messages.SCHEMA_CHANGED)
_DEADLOCK = (TransientError, messages.DEADLOCK)
_LOCKED = (TransientError, messages.LOCK_TIMEOUT)
_LOST = (TransientError, messages.CONNECTION_LOST)

_BY_NUMBER: dict[int, tuple[type[NavetteError], Message]] = {
    207: _CHANGED,
    208: _CHANGED,
    229: _FORBIDDEN,
    230: _FORBIDDEN,
    300: _FORBIDDEN,
    911: _NO_DATABASE,
    916: _NO_DATABASE,
    1205: _DEADLOCK,
    1222: _LOCKED,
    4060: _NO_DATABASE,
    18452: _REFUSED,
    18456: _REFUSED,
    18486: _REFUSED,
    18488: _REFUSED,
    20002: _SILENT,
    20003: _LOST,
    20004: _LOST,
    20006: _LOST,
    20009: _SILENT,
    20017: _LOST,
    20047: _LOST,
}
"""Numbers of SQL Server, and from 20002 on of DB-Library, which pymssql is built on."""

_BY_STATE: dict[str, tuple[type[NavetteError], Message]] = {
    "08001": _SILENT,
    "08004": _REFUSED,
    "08007": _LOST,
    "08S01": _LOST,
    "28000": _REFUSED,
    "40001": _DEADLOCK,
    "42S02": _CHANGED,
    "42S22": _CHANGED,
    "HYT00": _SILENT,
    "HYT01": _SILENT,
    "3D000": _NO_DATABASE,
}

_STATE_OF_DRIVER_ERROR = {
    "Client unable to establish connection": "08001",
    "Server rejected the connection": "08004",
    "Connection failure during transaction": "08007",
    "Communication link failure": "08S01",
    "Invalid authorization specification": "28000",
    "Invalid catalog name": "3D000",
    "Serialization failure": "40001",
    "Base table or view not found": "42S02",
    "Column not found": "42S22",
    "Timeout expired": "HYT00",
    "Connection timeout expired": "HYT01",
}
"""mssql-python replaces each SQLSTATE by a sentence of its own, the same in every language."""

_NUMBER_IN_PARENTHESES = re.compile(r"\((\d{3,5})\)")


def translated(error: Exception, place: Location) -> NavetteError:
    """Give the error that a person can act on; one that is not known is a fault of ours, with its number."""
    if isinstance(error, NavetteError):
        return error
    if isinstance(error, CompanyFileError):
        kind, message = _FILE_FAULTS[error.reason]
        return kind(message, **error.values)
    if isinstance(error, PermissionError):
        return ConfigurationError(messages.FILE_READ_ONLY, path=error.filename)
    original = error.orig if isinstance(error, DBAPIError) else error
    signs = list(_signs(original)) if original else []
    known = next((_BY_NUMBER[sign] for sign in signs if isinstance(sign, int) and sign in _BY_NUMBER), None)
    known = known or next((_BY_STATE[sign] for sign in signs if isinstance(sign, str) and sign in _BY_STATE), None)
    if known is None and isinstance(error, DBAPIError) and error.connection_invalidated:
        known = _LOST
    if known is None:
        return NavetteError(messages.UNKNOWN_FAULT, detail=_detail(error, signs))
    kind, message = known
    return kind(message, **_names(place))


def _names(place: Location) -> dict[str, str]:
    if isinstance(place, EmbeddedFile):
        return {"server": "-", "database": str(place.path), "user": "-"}
    return {"server": place.server, "database": place.database, "user": place.user or "Windows"}


def _signs(error: BaseException) -> Iterator[int | str]:
    """Error numbers and SQLSTATEs that a driver's exception carries, in the order in which it gives them."""
    driver_error = getattr(error, "driver_error", None)
    if driver_error:
        yield _STATE_OF_DRIVER_ERROR.get(driver_error, driver_error)
        return
    yield from _in_arguments(error.args)


def _in_arguments(arguments: tuple[object, ...]) -> Iterator[int | str]:
    for argument in arguments:
        if isinstance(argument, int):
            yield argument
        elif isinstance(argument, tuple):
            yield from _in_arguments(argument)
    if arguments and isinstance(arguments[0], str) and len(arguments[0]) == 5:  # pyodbc: SQLSTATE, then the text
        yield from (int(number) for number in _NUMBER_IN_PARENTHESES.findall(str(arguments[-1])))
        yield arguments[0]


def _detail(error: Exception, signs: list[int | str]) -> str:
    """What a report needs, without values of rows: kind of error and numbers."""
    original = getattr(error, "orig", None) or error
    code = getattr(original, "sqlite_errorname", "")
    return " ".join(str(part) for part in (type(original).__name__, code, *signs) if part)


READING_FAULTS = (CompanyFileError, SQLAlchemyError)
"""What reading can raise."""
