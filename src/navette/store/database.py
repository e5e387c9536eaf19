"""Django's description of the database: a file in the data folder, or PostgreSQL by its address."""

from typing import Any

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.store.place import Place

# Write transactions take the lock at once (no upgrade from reading that could fail) and wait for it.
BUSY_TIMEOUT_SECONDS = 30
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"


def database_settings(place: Place) -> dict[str, Any]:
    """The entry of DATABASES; raises ConfigurationError for an address that is not PostgreSQL's."""
    if place.database_url:
        return _postgresql(place.database_url)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(place.database),
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {
            "timeout": BUSY_TIMEOUT_SECONDS,
            "transaction_mode": "IMMEDIATE",
            "init_command": SQLITE_PRAGMAS,
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    scheme = url.partition(":")[0]
    if scheme not in {"postgresql", "postgres"}:
        raise ConfigurationError(messages.UNKNOWN_DATABASE, scheme=scheme)
    try:
        from psycopg import ProgrammingError  # noqa: PLC0415 (an extra: most installations do without)
        from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415
    except ImportError as error:
        raise ConfigurationError(messages.MISSING_DRIVER) from error
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError as error:
        raise ConfigurationError(messages.UNKNOWN_DATABASE, scheme=scheme) from error
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    known = {name: parts.pop(part, None) or "" for name, part in names.items()}
    return {"ENGINE": "django.db.backends.postgresql", "ATOMIC_REQUESTS": False, "OPTIONS": parts, **known}
