"""What must be set before a capability can start; what is missing is said by name (spec APP-PRO-1, ORD-LIN-16)."""

from collections.abc import Sequence

from navette.config.loader import places_searched, value_of
from navette.config.profile import Options
from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages

_SHOP = ("shop.url", "shop.key")
# Required also when no order of the run has such a row.
_ORDER_ARTICLES = (
    "orders.lines.miscellaneous_article",
    "orders.lines.wrapping_article",
    "orders.lines.shipping_article",
    "orders.lines.discount_article",
)


def required_settings(capability: str, options: Options) -> tuple[str, ...]:
    """The options that a capability needs, by dotted name; an empty capability asks for the connections only."""
    return (*_erp(options), *_SHOP, *settings_of_work(capability, options))


def settings_of_work(capability: str, options: Options) -> tuple[str, ...]:
    """The options that a capability needs besides its connections."""
    if capability != "import-orders":
        return ()
    return (*required_articles(options), *_accounts(options))


def required_articles(options: Options) -> tuple[str, ...]:
    """The options that name articles for rows which the company does not know as such."""
    return (*_ORDER_ARTICLES, "orders.lines.gap_article") if options.lines.gap_line else _ORDER_ARTICLES


def missing_settings(capability: str, options: Options) -> tuple[str, ...]:
    """Those of the required options that are empty."""
    return tuple(key for key in required_settings(capability, options) if not value_of(options, key))


def check_required(capability: str, options: Options, profile: str) -> None:
    """Refuse to start a capability while something it needs is not set."""
    _refuse(missing_settings(capability, options), capability, profile)


def check_settings_of_work(capability: str, options: Options, profile: str) -> None:
    """Refuse to start a capability whose connections stand while something else it needs is not set."""
    missing = [key for key in settings_of_work(capability, options) if not value_of(options, key)]
    _refuse(missing, capability, profile)


def _refuse(missing: Sequence[str], capability: str, profile: str) -> None:
    if len(missing) == 1:
        key = missing[0]
        places = ", ".join(places_searched(key, profile))
        raise ConfigurationError(messages.MISSING_SETTING, option=key, key=key, profile=profile, places=places)
    if missing:
        raise ConfigurationError(
            messages.MISSING_SETTINGS, profile=profile, capability=capability, options=", ".join(missing)
        )


def _erp(options: Options) -> tuple[str, ...]:
    if options.erp.server:
        return ("erp.server", "erp.database")
    return ("erp.file",)


def _accounts(options: Options) -> tuple[str, ...]:
    return () if options.customers.single_account else ("customers.import.template",)
