"""Profiles with their typed options: what the command line and the console change."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from navette.bootstrap.sides import Moved, check_moves, move_sides, sides_of
from navette.config.changes import Changes
from navette.config.loader import LoadedOptions, StoredOptions, load_options
from navette.config.profile_file import is_secret, read_profile, write_profile
from navette.config.required import missing_settings
from navette.config.upgrade import OPTIONS_VERSION, upgraded
from navette.config.values import default_text, options_by_key
from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages
from navette.store.profile_record import ProfileRecord
from navette.store.setup import OpenStore

# What it needs includes what every other capability needs.
MOST_DEMANDING = "import-orders"


@dataclass(frozen=True, slots=True)
class LoadedProfile:
    """A profile with what is stored of its options, and the options as a run would use them."""

    record: ProfileRecord
    stored: StoredOptions
    loaded: LoadedOptions


@dataclass(frozen=True, slots=True)
class ProfileView:
    """A profile to be shown, also where a stored value is wrong: then `failure` says which."""

    record: ProfileRecord
    stored: StoredOptions
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    overridden: tuple[str, ...] = ()
    failure: ConfigurationError | None = None


class ProfileSettings:
    """Loads and changes the settings of profiles; every change is checked whole before anything is saved."""

    def __init__(self, store: OpenStore, environ: Mapping[str, str], user: str) -> None:
        self._store = store
        self._environ = environ
        self._user = user

    def stored(self, name: str, *, whole: bool = False) -> StoredOptions:
        """What is stored of a profile's options, the secrets in clear.

        Those that cannot be opened here are left out, so that they can be typed again; asked for the whole,
        ConfigurationError is raised.
        """
        saved = self._store.options.load(name, passes_locked=not whole)
        return StoredOptions(saved.revealed(), saved.mappings, saved.options_version)

    def load(self, name: str) -> LoadedProfile:
        """A profile as a run uses it, the environment having the last word."""
        record = self._store.profiles.get(name)
        stored = self.stored(record.slug, whole=True)
        return LoadedProfile(record, stored, load_options(stored, self._environ))

    def view(self, name: str) -> ProfileView:
        """A profile to be shown."""
        record = self._store.profiles.get(name)
        stored = self.stored(record.slug)
        try:
            loaded = load_options(stored, self._environ)
            self.stored(record.slug, whole=True)
        except ConfigurationError as failure:
            return ProfileView(record, stored, failure=failure)
        missing = missing_settings(MOST_DEMANDING, loaded.options)
        return ProfileView(record, stored, missing, loaded.unknown, loaded.overridden)

    def create(self, name: str, changes: Changes) -> ProfileRecord:
        """Make a profile with its first settings."""
        stored = _absolute(changes).applied_to(StoredOptions())
        load_options(stored)
        sides = sides_of(stored)
        store = stored.values.get("shop.store", "")
        record = self._store.profiles.create(name, sides.company, sides.shop, store=store, user=self._user)
        self._save(record.slug, Changes(stored.values, stored.mappings))
        return record

    def change(self, name: str, changes: Changes, moved: Moved = Moved.UNSAID) -> ProfileRecord:
        """Change settings; a new address of a company or shop that is known already must be explained."""
        record = self._store.profiles.get(name)
        changes = _absolute(changes)
        before = self.stored(record.slug)
        after = changes.applied_to(before)
        load_options(after)
        check_moves(record, before, after, moved)
        self._save(record.slug, _from_older_version(before, changes), record.row_version)
        move_sides(self._store.profiles, record, before, after, moved, self._user)
        return self._store.profiles.get(record.slug)

    def write_file(self, name: str, file: Path, passphrase: str | None) -> None:
        """Write a profile to a file, with its secrets only under a passphrase."""
        record = self._store.profiles.get(name)
        text = write_profile(record.name, self.stored(record.slug, whole=passphrase is not None), passphrase)
        try:
            file.write_text(text, encoding="utf-8")
        except OSError as error:
            raise ConfigurationError(messages.CANNOT_WRITE, file=file, reason=error.strerror) from None

    def read_file(self, file: Path, name: str | None, passphrase: str | None, *, with_secrets: bool) -> ProfileRecord:
        """Make a profile from a file, under its own name or another."""
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise ConfigurationError(messages.NO_SUCH_FILE, file=file) from None
        found = read_profile(text, str(file), passphrase, with_secrets=with_secrets)
        return self.create(name or found.name, Changes(found.stored.values, found.stored.mappings))

    def _save(self, slug: str, changes: Changes, row_version: int | None = None) -> None:
        self._store.options.save(
            slug,
            changes.values,
            defaults={key: default_text(option) for key, option in options_by_key().items()},
            secret={key for key in changes.values if is_secret(key)},
            options_version=OPTIONS_VERSION,
            row_version=row_version,
            user=self._user,
        )
        for table, rows in changes.mappings.items():
            self._store.options.save_mapping(slug, table, rows, user=self._user)


def _from_older_version(before: StoredOptions, changes: Changes) -> Changes:
    """The changes, with the values of an older version brought to their present names."""
    present = upgraded(before.values, before.version)
    gone = {key: None for key in before.values if key not in present}
    carried = {key: value for key, value in present.items() if before.values.get(key) != value}
    return Changes({**gone, **carried, **changes.values}, changes.mappings)


def _absolute(changes: Changes) -> Changes:
    """The changes with a whole path of the company file, since later runs start in other folders."""
    file = changes.values.get("erp.file")
    if not file:
        return changes
    return Changes({**changes.values, "erp.file": str(Path(file).expanduser().absolute())}, changes.mappings)
