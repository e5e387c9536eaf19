"""The installation of one data folder: our store opened, profiles, sessions."""

import getpass
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from navette.application.session import Session
from navette.bootstrap.profile_settings import LoadedProfile, ProfileSettings
from navette.bootstrap.suggestions import MappingSuggestions
from navette.config.required import check_required
from navette.domain.errors import ConfigurationError
from navette.domain.messages import profile as messages
from navette.domain.messages import store as store_messages
from navette.domain.run import JournalLine, RunRecord
from navette.ports.clock import Clock
from navette.ports.erp import Erp
from navette.ports.journal import Journal
from navette.ports.shop import Shop
from navette.ports.store import Lease, Store
from navette.store.profile_record import ProfileRecord
from navette.store.setup import OpenStore, open_store


class Workspace:
    """Everything that one data folder holds, for one user."""

    def __init__(self, store: OpenStore, environ: Mapping[str, str]) -> None:
        self.store = store
        self.user = _user()
        self.settings = ProfileSettings(store, environ, self.user)

    def profile_named(self, name: str | None) -> ProfileRecord:
        """The profile that is named, else the default one."""
        if name is not None:
            return self.store.profiles.get(name)
        record = self.store.profiles.default()
        if record is None:
            raise ConfigurationError(messages.NO_DEFAULT)
        return record

    def store_of(self, name: str | None) -> Store:
        """Our store as a profile sees it, the default one if none is named."""
        return self.store.of_profile(self.profile_named(name).slug)

    def runs(self, profile: str | None, limit: int) -> Sequence[RunRecord]:
        """The latest runs, of one profile or of all."""
        seen_by = self._any_store()
        return seen_by.runs.recent(profile, limit) if seen_by else ()

    def journal(self, run: str) -> tuple[RunRecord, Iterator[tuple[datetime, JournalLine]]]:
        """A run by id or unique beginning of it, and its lines."""
        seen_by = self._any_store()
        if seen_by is None:
            raise ConfigurationError(store_messages.UNKNOWN_RUN, run=run)
        record = seen_by.runs.get(run)
        return record, seen_by.runs.journal(record.id)

    def _any_store(self) -> Store | None:
        """Our store as some profile sees it, for what belongs to no profile; None while there is none."""
        profiles = self.store.profiles.all()
        return self.store.of_profile(profiles[0].slug) if profiles else None

    def lease_holders(self) -> Sequence[Lease]:
        """The rights to write that are held now."""
        seen_by = self._any_store()
        return seen_by.leases.holders() if seen_by else ()

    @contextmanager
    def session(self, profile: str, journal: Journal, capability: str = "") -> Iterator[Session]:
        """Open both sides of a profile for a run; what the capability needs and is not set is said by name."""
        loaded = self.settings.load(profile)
        record, options = loaded.record, loaded.loaded.options
        check_required(capability, options, record.slug)
        with self.company(loaded) as erp, self.shop(loaded) as shop:
            yield Session(
                profile=record.slug,
                scope=record.scope,
                options=options,
                erp=erp,
                shop=shop,
                store=self.store.of_profile(record.slug),
                journal=journal,
                clock=self.store.clock,
                web_prefix=record.web_prefix,
            )

    def suggestions(self, profile: str) -> MappingSuggestions:
        """Proposals of mappings for a profile, from what both sides hold now."""
        loaded = self.settings.load(profile)
        check_required("", loaded.loaded.options, loaded.record.slug)
        with self.company(loaded) as erp, self.shop(loaded) as shop:
            shop.probe()
            return MappingSuggestions(self.settings, loaded.record.slug, erp.choices(), shop.choices())

    @contextmanager
    def company(self, loaded: LoadedProfile) -> Iterator[Erp]:
        """Open the company of a profile."""
        from navette.bootstrap.companies import open_company  # SQLAlchemy is slow to load

        company = open_company(loaded.loaded.options.erp, self.store.clock)
        try:
            yield company
        finally:
            company.close()

    @contextmanager
    def shop(self, loaded: LoadedProfile) -> Iterator[Shop]:
        """Open the shop of a profile."""
        from navette.bootstrap.shops import open_shop  # as is the HTTP client

        shop = open_shop(loaded.loaded.options)
        try:
            yield shop
        finally:
            shop.close()


def open_workspace(
    data_dir: Path | None = None, *, environ: Mapping[str, str] = os.environ, clock: Clock | None = None
) -> Workspace:
    """Open the data folder given, else that of NAVETTE_DATA_DIR, else the platform's own."""
    return Workspace(open_store(data_dir, clock=clock), environ)


@contextmanager
def open_session(
    profile: str, journal: Journal, data_dir: Path | None = None, *, capability: str = "", clock: Clock | None = None
) -> Iterator[Session]:
    """Open a profile of a data folder for a run."""
    with open_workspace(data_dir, clock=clock).session(profile, journal, capability) as session:
        yield session


def _user() -> str:
    """Who asks, for the audit; a service account may have no name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
