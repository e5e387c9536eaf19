"""Shops: opened by the kind that options name."""

from collections.abc import Callable, Mapping

from navette.config.profile import Options
from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages
from navette.ports.shop import Shop
from navette.shops.connection import ShopConnection
from navette.shops.policy import WritePolicy


def open_shop(options: Options) -> Shop:
    """Connect to the shop of a profile; nothing is asked of it before the first call."""
    kind = options.shop.kind
    if kind not in SHOPS:
        raise ConfigurationError(messages.NOT_A_CHOICE, option="shop.kind", value=kind, valid=", ".join(SHOPS))
    policy = WritePolicy(
        cleans_texts=options.articles.strip_forbidden,
        creates_brands=options.texts.create_brands,
        creates_suppliers=options.texts.create_suppliers,
    )
    return SHOPS[kind](connection_of(options), policy)


def connection_of(options: Options) -> ShopConnection:
    """The door of the shop as options describe it; they hold the delay in milliseconds."""
    shop, http = options.shop, options.http
    return ShopConnection(
        url=shop.url,
        key=shop.key,
        store=shop.store,
        timeout=http.timeout,
        delay=http.pace / 1000,
        tries=http.tries,
        proxy=http.proxy,
        tls_minimum=http.tls.value,
        user_agent=http.user_agent,
        basic_user=http.basic_user,
        basic_password=http.basic_password,
        overrides_methods=http.alternative_methods,
    )


def _prestashop(connection: ShopConnection, policy: WritePolicy) -> Shop:
    from navette.shops.prestashop.adapter.shop import PrestaShop

    return PrestaShop(connection, policy=policy)


SHOPS: Mapping[str, Callable[[ShopConnection, WritePolicy], Shop]] = {"prestashop": _prestashop}
