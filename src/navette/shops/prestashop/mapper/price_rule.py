"""Specific prices on both sides."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from navette.domain.money import ZERO
from navette.ports.shop import PriceRule
from navette.shops.prestashop.client.xml import Value
from navette.shops.prestashop.mapper.times import NO_TIME, from_instant
from navette.shops.prestashop.mapper.values import from_amount, to_amount, to_integer
from navette.shops.prestashop.schemas.catalog import SpecificPriceJson

Terms = tuple[str, ...]
"""What the shop allows once: product, combination, group, customer, quantity, period, currency, country, store."""

# Fields of the terms that a rule of ours leaves open: for all of them.
OPEN = ("id_cart", "id_currency", "id_country", "id_shop_group", "id_specific_price_rule")
_FRACTION = 100


def from_rule(rule: PriceRule, product: str, store: str, zone: ZoneInfo) -> dict[str, Value]:
    """A rule as the shop takes it: -1 as price keeps the product's own, a percentage is a fraction."""
    fields: dict[str, Value] = {
        "id_shop": store or "0",
        "id_product": product,
        "id_product_attribute": rule.variant.id if rule.variant else "0",
        "id_group": rule.group or "0",
        "id_customer": rule.customer or "0",
        "from_quantity": str(max(rule.from_quantity, 1)),
        "from": from_instant(rule.starts, zone) if rule.starts else NO_TIME,
        "to": from_instant(rule.ends, zone) if rule.ends else NO_TIME,
        **dict.fromkeys(OPEN, "0"),
    }
    return fields | from_rule_values(rule)


def from_rule_values(rule: PriceRule) -> dict[str, str]:
    """Price and reduction of a rule; amounts are net."""
    price, reduction, kind = "-1", ZERO, "amount"
    if rule.net is not None:
        price = from_amount(rule.net)
    elif rule.reduction_percent is not None:
        reduction, kind = rule.reduction_percent / _FRACTION, "percentage"
    elif rule.reduction_amount is not None:
        reduction = rule.reduction_amount
    return {"price": price, "reduction": from_amount(reduction), "reduction_type": kind, "reduction_tax": "0"}


def terms_of_fields(fields: Mapping[str, Value]) -> Terms:
    """Terms of a rule to write."""
    return tuple(str(fields[name]) for name in _TERM_FIELDS)


def terms_of_row(row: SpecificPriceJson) -> Terms:
    """Terms of a rule as it stands in the shop."""
    values: Mapping[str, object] = row
    return tuple(
        str(values.get(name) or NO_TIME) if name in {"from", "to"} else str(to_integer(str(values.get(name) or 0)))
        for name in _TERM_FIELDS
    )


def says_the_same(row: SpecificPriceJson, fields: Mapping[str, Value]) -> bool:
    """Whether a rule in the shop has the price and reduction of one to write."""
    same_kind = row["reduction_type"] == fields["reduction_type"] or not to_amount(fields["reduction"])
    return (
        same_kind
        and to_amount(row["price"]) == to_amount(fields["price"])
        and to_amount(row["reduction"]) == to_amount(fields["reduction"])
    )


_TERM_FIELDS = (
    "id_product",
    "id_product_attribute",
    "id_group",
    "id_customer",
    "from_quantity",
    "from",
    "to",
    "id_shop",
    *OPEN,
)
