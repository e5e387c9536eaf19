"""Tests the connections of a profile: both sides, identity, rights, versions, required settings."""

from collections.abc import Iterator

from navette.application.registry import capability_named
from navette.bootstrap.check import Check, failed, found
from navette.bootstrap.profile_settings import LoadedProfile
from navette.bootstrap.workspace import Workspace
from navette.config.required import missing_settings
from navette.domain.errors import ConfigurationError, NavetteError
from navette.domain.messages import doctor as messages
from navette.domain.messages import run as run_messages
from navette.domain.messages.message import Message
from navette.domain.run import Counts, JournalLine
from navette.ports.erp import ErpProbe
from navette.ports.shop import ShopProbe
from navette.store.profile_record import Side

IMPORT_ORDERS = "import-orders"


def examine_profile(workspace: Workspace, name: str, *, same_company: bool, same_shop: bool) -> Iterator[Check]:
    """Look at one profile from its settings to the rights of its key; each side also where the other one fails.

    `same_company` and `same_shop` are a person's word that a side with another identity is the same one.
    """
    loaded = workspace.settings.load(name)
    slug = loaded.record.slug
    missing = missing_settings("", loaded.loaded.options)
    if missing:
        yield found(messages.SETTINGS, messages.PROFILE_INCOMPLETE, options=", ".join(missing), profile=slug)
    sides = [
        *_company(workspace, loaded, take_over=same_company),
        *_shop(workspace, loaded, take_over=same_shop),
    ]
    yield from sides
    if not any(check.is_bad for check in sides):
        yield _orders(workspace, slug)


def _orders(workspace: Workspace, profile: str) -> Check:
    """Whether orders can be imported; a profile may do without, so that what hinders it is only noted."""
    capability = capability_named(IMPORT_ORDERS)()
    try:
        with workspace.session(profile, _Silence(), IMPORT_ORDERS) as session:
            capability.check(session)
    except ConfigurationError as error:
        return failed(messages.ORDERS, error, is_optional=True)
    return found(messages.ORDERS, messages.PROFILE_READY)


class _Silence:
    """Implements navette.ports.journal.Journal where nobody reads."""

    def line(self, line: JournalLine) -> None:
        """Show nothing."""

    def progress(self, done: int, total: int | None, counts: Counts) -> None:
        """Show nothing."""


def _company(workspace: Workspace, loaded: LoadedProfile, *, take_over: bool) -> Iterator[Check]:
    try:
        with workspace.company(loaded) as erp:
            probe = erp.probe()
            yield _company_found(probe)
    except NavetteError as error:
        yield failed(messages.COMPANY, error)
        return
    side = loaded.record.company
    if take_over and probe.identity and probe.identity != side.identity:
        profiles = workspace.store.profiles
        profiles.confirm_move(loaded.record.slug, "company", side.url, probe.identity, user=workspace.user)
        yield found(messages.COMPANY_IDENTITY, messages.IDENTITY_CONFIRMED, identity=probe.identity)
        return
    yield _identity(messages.COMPANY_IDENTITY, side, probe.identity, run_messages.OTHER_COMPANY, loaded.record.slug)


def _company_found(probe: ErpProbe) -> Check:
    return found(
        messages.COMPANY,
        messages.COMPANY_ANSWERS if probe.may_write else messages.COMPANY_READ_ONLY,
        name=probe.company_name,
        version=probe.version,
        articles=probe.articles,
        customers=probe.customers,
    )


def _shop(workspace: Workspace, loaded: LoadedProfile, *, take_over: bool) -> Iterator[Check]:
    try:
        with workspace.shop(loaded) as shop:
            probe = shop.probe()
    except NavetteError as error:
        yield failed(messages.SHOP, error)
        return
    yield _shop_found(probe)
    yield _rights(probe)
    side = loaded.record.shop
    if take_over and probe.identity and probe.identity != side.identity:
        profiles = workspace.store.profiles
        profiles.confirm_move(loaded.record.slug, "shop", probe.url.rstrip("/"), probe.identity, user=workspace.user)
        yield found(messages.SHOP_IDENTITY, messages.IDENTITY_CONFIRMED, identity=probe.identity)
        return
    yield _identity(messages.SHOP_IDENTITY, side, probe.identity, run_messages.OTHER_SHOP, loaded.record.slug)


def _shop_found(probe: ShopProbe) -> Check:
    return found(
        messages.SHOP,
        messages.SHOP_ANSWERS,
        name=probe.name,
        kind=probe.kind,
        version=probe.version,
        currency=probe.currency,
        languages=", ".join(probe.languages.values()),
        zone=probe.time_zone,
    )


def _rights(probe: ShopProbe) -> Check:
    if not probe.missing_rights:
        return found(messages.SHOP_RIGHTS, messages.RIGHTS_COMPLETE)
    rights = ", ".join(f"{right.resource} ({right.method})" for right in probe.missing_rights)
    return failed(messages.SHOP_RIGHTS, ConfigurationError(run_messages.MISSING_RIGHTS, rights=rights))


def _identity(name: Message, side: Side, identity: str, other: Message, profile: str) -> Check:
    if not side.identity:
        return found(name, messages.IDENTITY_NEW, identity=identity)
    if side.identity == identity:
        return found(name, messages.IDENTITY_SAME, identity=identity)
    return failed(name, ConfigurationError(other, found=identity, expected=side.identity, profile=profile))
