"""Backups: the database, and the secrets under a passphrase, in one file; and what puts them back."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from navette.config.sealed import seal, unseal
from navette.domain.errors import ConfigurationError
from navette.domain.messages import backup as messages
from navette.store.setup import OpenStore

DATABASE = "navette.sqlite3"
SECRETS = "secrets.json"


def back_up(store: OpenStore, file: Path, passphrase: str | None) -> None:
    """Write a backup while others go on working; without a passphrase it holds no password or key."""
    from navette.store.backup import back_up as copy_database

    with TemporaryDirectory(prefix="navette-") as folder:
        database = Path(folder) / DATABASE
        copy_database(store.place, database)
        part = file.with_name(f"{file.name}.part")
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.write(database, DATABASE)
                if passphrase is not None:
                    archive.writestr(SECRETS, json.dumps(seal(_secrets(store), passphrase)))
            part.replace(file)
        except OSError as error:
            raise ConfigurationError(messages.CANNOT_WRITE, file=file, reason=error.strerror) from None
        finally:
            part.unlink(missing_ok=True)


def restore(store: OpenStore, file: Path, passphrase: str | None) -> bool:
    """Put a backup back; tells whether its passwords and keys came back too.

    Takes a file of `back_up`, or a bare database as it is copied before an upgrade.
    """
    from navette.store.restore import restore as restore_database

    with _opened(file) as (database, sealed):
        secrets = unseal(sealed, passphrase) if sealed and passphrase is not None else {}
        restore_database(store.place, database, store.clock)
    for name, values in _by_profile(secrets).items():
        store.options.save(name, values, defaults={}, secret=values.keys())
    return bool(secrets)


def after_restore(store: OpenStore) -> None:
    """Make safe what a database remembers that was put back by other means, such as those of PostgreSQL."""
    from navette.store.restore import after_restore as doubt

    doubt(store.clock)


def _secrets(store: OpenStore) -> dict[str, str]:
    return {
        f"{profile.slug}/{key}": secret.reveal()
        for profile in store.profiles.all()
        for key, secret in store.options.load(profile.slug).secrets.items()
    }


def _by_profile(secrets: Mapping[str, str]) -> dict[str, dict[str, str]]:
    profiles: dict[str, dict[str, str]] = {}
    for name, value in secrets.items():
        profile, _, key = name.partition("/")
        profiles.setdefault(profile, {})[key] = value
    return profiles


@contextmanager
def _opened(file: Path) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """The database of a backup as a file, and its sealed secrets."""
    if not zipfile.is_zipfile(file):
        yield file, {}
        return
    with TemporaryDirectory(prefix="navette-") as folder, zipfile.ZipFile(file) as archive:
        if DATABASE not in archive.namelist():
            raise ConfigurationError(messages.WITHOUT_DATABASE, file=file)
        sealed = json.loads(archive.read(SECRETS)) if SECRETS in archive.namelist() else {}
        yield Path(archive.extract(DATABASE, folder)), sealed
