"""The store as one profile sees it, on Django's tables."""

from functools import cached_property

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.ports import store as ports
from navette.ports.clock import Clock
from navette.store import models
from navette.store.repositories.account_counters import AccountCounters
from navette.store.repositories.bindings import Bindings
from navette.store.repositories.claims import Claims
from navette.store.repositories.digests import Digests
from navette.store.repositories.identity import remember_identity
from navette.store.repositories.leases import Leases
from navette.store.repositories.marks import Marks
from navette.store.repositories.outbox import Outbox
from navette.store.repositories.ownership import Ownership
from navette.store.repositories.profile_rows import profile_row
from navette.store.repositories.quarantine import Quarantine
from navette.store.repositories.remote_files import RemoteFiles
from navette.store.repositories.runs import Runs
from navette.store.repositories.scratch import Scratch
from navette.store.transaction import writing


class DjangoStore:
    """Implements navette.ports.store.Store; profile, company and shop are made by navette.store.profiles."""

    def __init__(self, profile_slug: str, scope: ports.Scope, clock: Clock) -> None:
        self._owner = _ownership(profile_slug, scope)
        self._clock = clock

    @cached_property
    def bindings(self) -> Bindings:
        """Pairs of ERP and shop records of the scope."""
        return Bindings(self._owner.scope, self._clock)

    @cached_property
    def digests(self) -> Digests:
        """What was last sent of each aspect."""
        return Digests(self._owner.scope)

    @cached_property
    def files(self) -> RemoteFiles:
        """Pictures and documents that were sent."""
        return RemoteFiles(self._owner.scope)

    @cached_property
    def marks(self) -> Marks:
        """How far each capability has read."""
        return Marks(self._owner.profile)

    @cached_property
    def claims(self) -> Claims:
        """External records that are being, or were, written to the ERP."""
        return Claims(self._owner, self._clock)

    @cached_property
    def counters(self) -> AccountCounters:
        """Numbers given under the patterns of account codes."""
        return AccountCounters(self._owner.company)

    @cached_property
    def outbox(self) -> Outbox:
        """Changes that shop orders still have to get."""
        return Outbox(self._owner.shop)

    @cached_property
    def leases(self) -> Leases:
        """Who may write where, whatever the profile."""
        return Leases(self._clock)

    @cached_property
    def runs(self) -> Runs:
        """Runs and their batches."""
        return Runs(self._owner.scope, self._clock)

    @cached_property
    def quarantine(self) -> Quarantine:
        """Records of the profile that need somebody."""
        return Quarantine(self._owner.profile, self._clock)

    def scratch(self) -> Scratch:
        """A new temporary table."""
        return Scratch()

    def remember_identity(self, side: str, identity: str, url: str) -> str:
        """Keep the identity of the company or shop at first sight; always gives the one that is stored."""
        return remember_identity(self._owner, side, identity, url)


def _ownership(profile_slug: str, scope: ports.Scope) -> Ownership:
    profile = profile_row(profile_slug)
    company = models.Company.objects.filter(name=scope.company).first()
    shop = models.Shop.objects.filter(name=scope.shop).first()
    if company is None or shop is None:
        raise ConfigurationError(
            messages.UNKNOWN_SIDE, name=scope.shop if company else scope.company, profile=profile_slug
        )
    with writing():
        row, _ = models.Scope.objects.get_or_create(company=company, shop=shop, store=scope.store, locale=scope.locale)
    return Ownership(profile.pk, company.pk, shop.pk, row.pk)
