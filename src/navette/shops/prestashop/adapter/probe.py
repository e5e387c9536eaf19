"""The connection test: version, settings, and the rights that the key lacks."""

from collections.abc import Mapping
from dataclasses import replace

from navette.ports.shop import MissingRight, ShopProbe
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.capabilities import KIND, VersionTraits, parse_version, version_text

READ = ("GET",)
MAKE = ("GET", "POST")
WRITE = ("GET", "POST", "PUT")
WRITE_AND_DELETE = ("GET", "POST", "PUT", "DELETE")
CHANGE = ("GET", "PUT")
SETTINGS = ("configurations", "currencies", "languages")

# What the adapter asks of each resource; PUT stands for PATCH where the shop has it.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "addresses": READ,
    "carriers": READ,
    "cart_rules": READ,
    "categories": WRITE,
    "combinations": WRITE_AND_DELETE,
    "configurations": READ,
    "countries": READ,
    "currencies": READ,
    "customer_messages": READ,
    "customer_threads": READ,
    "customers": READ,
    "groups": WRITE,
    "images": ("GET", "POST", "DELETE"),
    "languages": READ,
    "manufacturers": MAKE,
    "messages": READ,
    "order_carriers": CHANGE,
    "order_cart_rules": READ,
    "order_details": READ,
    "order_histories": READ,
    "order_payments": READ,
    "order_states": READ,
    "orders": CHANGE,
    "product_feature_values": WRITE_AND_DELETE,
    "product_features": MAKE,
    "product_option_values": MAKE,
    "product_options": MAKE,
    "product_suppliers": WRITE,
    "products": WRITE,
    "shops": READ,
    "specific_prices": WRITE_AND_DELETE,
    "states": READ,
    "stock_availables": CHANGE,
    "suppliers": MAKE,
    "tax_rule_groups": READ,
    "tax_rules": READ,
    "taxes": READ,
    "zones": READ,
}


def needed_rights(traits: VersionTraits) -> Mapping[str, tuple[str, ...]]:
    """Methods by resource that a version needs; a status needs an entry of its own where there is no PATCH."""
    needed = {name: methods for name, methods in NEEDED.items() if _has(name, traits)}
    if traits.has_patch:
        return {
            name: tuple("PATCH" if method == "PUT" else method for method in methods)
            for name, methods in needed.items()
        }
    return {**needed, "order_histories": MAKE}


def missing_rights(rights: Mapping[str, frozenset[str]], traits: VersionTraits) -> tuple[MissingRight, ...]:
    """Rights that a key lacks, as the shop's settings page names them."""
    return tuple(
        MissingRight(resource=resource, method=method)
        for resource, methods in needed_rights(traits).items()
        for method in methods
        if method not in rights.get(resource, ())
    )


def probe(session: ShopSession, url: str) -> ShopProbe:
    """Test the connection. A key that may not read the settings gives a probe without them: its missing rights tell."""
    index = session.index
    missing = missing_rights(index.rights, session.traits)
    known = ShopProbe(
        identity="",
        name=index.shop_name,
        kind=KIND,
        version=version_text(parse_version(index.version)),
        url=url,
        time_zone="",
        currency="",
        languages={},
        missing_rights=missing,
    )
    if any(right.resource in SETTINGS and right.method == "GET" for right in missing):
        return known
    settings = session.settings
    return replace(
        known,
        identity=settings.identity,
        time_zone=settings.zone.key,
        currency=settings.currency,
        languages=settings.languages,
        weight_unit=settings.weight_unit,
        dimension_unit=settings.dimension_unit,
        uses_ecotax=settings.uses_ecotax,
    )


def _has(resource: str, traits: VersionTraits) -> bool:
    return resource != "order_cart_rules" or traits.has_order_vouchers
