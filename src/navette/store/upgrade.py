"""Brings the tables up to date at start: under a lock, after a backup; a newer database is refused."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.ports.clock import Clock
from navette.store.backup import kept_before
from navette.store.place import Place
from navette.store.transaction import reason_of

LOCK_TIMEOUT_SECONDS = 300
POSTGRESQL_LOCK = 0x4E6176657474  # "Navett", a number that no other program is likely to lock


def upgrade(place: Place, clock: Clock) -> None:
    """Apply the migrations that are missing; raises ConfigurationError if the database cannot be used."""
    try:
        if not _is_behind(place):
            return
        with _locked(place):
            if not _is_behind(place):  # another process was faster
                return
            if connection.vendor == "sqlite" and connection.introspection.table_names():
                kept_before(place, "upgrade", clock.now())
            executor = MigrationExecutor(connection)
            executor.migrate(executor.loader.graph.leaf_nodes())
    except OperationalError as error:
        database = place.database if connection.vendor == "sqlite" else connection.settings_dict["NAME"]
        raise ConfigurationError(messages.UNREACHABLE, database=database, reason=reason_of(error)) from error
    except DatabaseError as error:
        raise ConfigurationError(
            messages.DAMAGED, database=place.database, reason=reason_of(error), backups=place.backups
        ) from error


def _is_behind(place: Place) -> bool:
    loader = MigrationExecutor(connection).loader
    applied = set(loader.applied_migrations)
    known = set(loader.disk_migrations)
    for app, name in sorted(applied - known):
        if app in loader.migrated_apps:
            raise ConfigurationError(messages.NEWER_DATABASE, migration=f"{app}.{name}", backups=place.backups)
    return bool(known - applied)


@contextmanager
def _locked(place: Place) -> Iterator[None]:
    """One process at a time: a lock of the server, or of a file that the system frees when its process dies."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [POSTGRESQL_LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [POSTGRESQL_LOCK])
        return
    lock = sqlite3.connect(place.upgrade_lock, timeout=LOCK_TIMEOUT_SECONDS, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        lock.close()
