"""Backups of the database while it is in use, and what follows when one is put back."""

import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from django.db import connection, connections

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.store.place import Place

HELD_BY_ANOTHER_SECONDS = 30


def back_up(place: Place, target: Path) -> None:
    """Copy the database to a file while others go on writing; the file appears when it is whole.

    Raises ConfigurationError on PostgreSQL, whose own tools do this.
    """
    if connection.vendor != "sqlite":
        raise ConfigurationError(messages.BACKUP_ELSEWHERE)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.partial")
    try:
        _copy(place.database, partial)
        with closing(sqlite3.connect(partial)) as copy:
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, which can be read from where nobody can write
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def kept_before(place: Place, what: str, now: datetime) -> Path:
    """Make a backup before something that cannot be undone, under a name of its own; gives its file."""
    stem = f"before-{what}-{now:%Y%m%d-%H%M%S}"
    names = (f"{stem}{f'-{number}' if number > 1 else ''}.sqlite3" for number in count(1))
    target = next(place.backups / name for name in names if not (place.backups / name).exists())
    back_up(place, target)
    return target


def put_back(place: Place, source: Path) -> None:
    """Replace the content of the database by that of a backup; what must follow is in `restore`."""
    if connection.vendor != "sqlite":
        raise ConfigurationError(messages.BACKUP_ELSEWHERE)
    check_backup(source)
    connections.close_all()
    _copy(source, place.database)


def check_backup(source: Path) -> None:
    """Raise ConfigurationError if a file is not a whole database of Navette."""
    if not source.is_file():
        raise ConfigurationError(messages.NOT_A_BACKUP, file=source, reason="no such file")
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as database:
            database.execute("SELECT 1 FROM django_migrations WHERE app = 'store'").fetchone()
            [verdict] = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        raise ConfigurationError(messages.NOT_A_BACKUP, file=source, reason=error) from error
    if verdict != "ok":
        raise ConfigurationError(messages.NOT_A_BACKUP, file=source, reason=verdict)


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as origin,
        closing(sqlite3.connect(target, timeout=HELD_BY_ANOTHER_SECONDS)) as copy,
    ):
        origin.backup(copy)
