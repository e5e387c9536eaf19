"""Opens our memory: configures Django once, brings the tables up to date."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from navette.clock import SystemClock
from navette.ports.clock import Clock
from navette.store.place import Place, choose, place_of

if TYPE_CHECKING:
    from navette.store.django_store import DjangoStore
    from navette.store.options import ProfileOptions
    from navette.store.profiles import Profiles
    from navette.store.repositories.leases import Leases

# Imports in this module wait until Django is configured, and keep the start of the command line short.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True)
class OpenStore:
    """Our memory, opened: the way to everything in it."""

    place: Place
    clock: Clock

    @property
    def profiles(self) -> "Profiles":
        """The profiles, with the companies and shops that they join."""
        from navette.store.profiles import Profiles

        return Profiles(self.clock)

    @property
    def options(self) -> "ProfileOptions":
        """The options and mapping tables of the profiles."""
        from navette.store.options import ProfileOptions
        from navette.store.secrets import SecretBox

        return ProfileOptions(SecretBox(self.place), self.clock)

    @property
    def leases(self) -> "Leases":
        """Who may write where, whatever the profile."""
        from navette.store.repositories.leases import Leases

        return Leases(self.clock)

    def of_profile(self, name: str) -> "DjangoStore":
        """The store as one profile sees it; raises ConfigurationError if there is no such profile."""
        from navette.store.django_store import DjangoStore

        profile = self.profiles.get(name)
        return DjangoStore(profile.slug, profile.scope, self.clock)


def open_store(data_dir: Path | None = None, database_url: str | None = None, clock: Clock | None = None) -> OpenStore:
    """Open our memory, making or upgrading its tables under a lock and after a backup.

    What is None comes from NAVETTE_DATA_DIR and NAVETTE_DATABASE_URL, else from the platform. A process can open
    another place later; one at a time is open. Raises ConfigurationError if the place cannot be used.
    """
    place = place_of(data_dir, database_url)
    place.make_folder()
    clock = clock or SystemClock()
    _point_django_at(place)
    from navette.store.upgrade import upgrade

    upgrade(place, clock)
    return OpenStore(place, clock)


def _point_django_at(place: Place) -> None:
    from navette.store.database import database_settings

    wanted = database_settings(place)
    choose(place)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "navette.store.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from django.db import connections

    if any(connections.settings["default"].get(name) != value for name, value in wanted.items()):
        close_connections()
        connections.settings = connections.configure_settings({"default": wanted})
        del connections["default"]


def close_connections() -> None:
    """Close this thread's connections: before a fork, at the end of a thread."""
    if "django.db" in sys.modules:
        from django.db import connections

        connections.close_all()


def in_transaction() -> bool:
    """Whether this thread is inside a transaction of our memory, where nothing outside may be called."""
    if "django.db" not in sys.modules:
        return False
    from django.db import connection

    return connection.in_atomic_block
