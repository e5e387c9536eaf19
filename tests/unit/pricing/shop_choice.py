"""How a shop picks a price rule: the ordering of PrestaShop's specific prices, the strictest of the four shops.

A rule of the variant beats one of the product; then the largest quantity; then customer over group over everybody;
then a dated rule over an ordinary one.
"""

from datetime import date
from decimal import Decimal

from navette.domain.keys import StockKey
from navette.domain.pricing import PublishedPrices, PublishedRule


def shop_price(
    published: PublishedPrices, key: StockKey, quantity: int, on: date, category: int = 0, customer: str = ""
) -> Decimal:
    """Net price that the shop asks of a visitor, a member of a group or a customer."""
    fitting = [
        rule
        for rule in published.rules
        if rule.variant in {None, key}
        and rule.from_quantity <= quantity
        and (not rule.customer or rule.customer == customer)
        and (not rule.category or rule.category == category)
        and (rule.starts is None or rule.starts <= on)
        and (rule.ends is None or rule.ends >= on)
    ]
    default = published.default[key].net
    if not fitting:
        return default
    rule = max(fitting, key=_strength)
    if rule.net is not None:
        return rule.net
    return (default * (1 - rule.percent / 100)).quantize(Decimal("0.000001"))


def _strength(rule: PublishedRule) -> tuple[object, ...]:
    return (
        rule.variant is not None,
        rule.from_quantity,
        bool(rule.customer),
        bool(rule.category),
        rule.starts is not None or rule.ends is not None,
    )
