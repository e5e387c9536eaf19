"""What a carrier asks for a cart."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.php import is_empty
from navette.demo.shops.prestashop.pricing.amounts import ZERO, Amount
from navette.demo.shops.prestashop.pricing.cart_rows import PricedCart, tax_address
from navette.demo.shops.prestashop.pricing.product_price import currency_rate
from navette.demo.shops.prestashop.pricing.taxes import TaxRates, place_of, taxes_at

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

BY_WEIGHT, BY_PRICE = 1, 2

ZONE = (
    "SELECT coalesce(nullif(s.id_zone, 0), c.id_zone) FROM address a LEFT JOIN country c ON c.id = a.id_country"
    " LEFT JOIN state s ON s.id = a.id_state WHERE a.id = ?"
)
RANGES = (
    'SELECT r.delimiter1, r.delimiter2, d.price FROM delivery d JOIN "{table}" r ON r.id = d."{column}"'
    " WHERE d.id_zone = ? AND d.id_carrier = ? ORDER BY CAST(r.delimiter1 AS REAL)"
)
USABLE = (
    "SELECT c.id FROM carrier c JOIN carrier_zone z ON z.id_carrier = c.id"
    " WHERE c.deleted = 0 AND c.active = 1 AND z.id_zone = ? ORDER BY c.position"
)


@dataclass(frozen=True)
class Carrier:
    """A carrier as far as its price goes."""

    key: int
    is_free: bool
    is_active: bool
    handling: bool
    by_weight: bool
    refuses_out_of_range: bool


def carrier_of(shop: "Shop", key: int) -> Carrier | None:
    """Return a carrier, or None."""
    sql = "SELECT id, is_free, active, shipping_handling, shipping_method, range_behavior FROM carrier WHERE id = ?"
    row = shop.database.row(sql, (key,))
    if row is None:
        return None
    carrier, is_free, active, handling, method, behaviour = row
    by_weight = (method or usual_method(shop)) == BY_WEIGHT
    return Carrier(carrier, bool(is_free), bool(active), bool(handling), by_weight, bool(behaviour))


def usual_method(shop: "Shop") -> int:
    """Return how carriers without a method of their own work out their price: 1 by weight, 2 by price."""
    return BY_PRICE if is_empty(shop.setting("PS_SHIPPING_METHOD")) else BY_WEIGHT


def carrier_taxes(shop: "Shop", carrier: int, address: int) -> TaxRates:
    """Return the taxes on what a carrier asks."""
    group = shop.database.value("SELECT id_tax_rules_group FROM carrier_tax WHERE id_carrier = ?", (carrier,))
    return taxes_at(shop, int(group or 0), place_of(shop, address))


def usable_carriers(shop: "Shop", cart: PricedCart) -> list[int]:
    """Return the carriers that deliver to the cart's address, by their place.

    They serve every group, but a customer made by web service without any group gets none.
    """
    customer = cart.cart.number("id_customer")
    if customer and not shop.database.value("SELECT 1 FROM customer_group WHERE id_customer = ?", (customer,)):
        return []
    address = cart.cart.number("id_address_delivery")
    country = "SELECT c.active FROM address a JOIN country c ON c.id = a.id_country WHERE a.id = ?"
    if not shop.database.value(country, (address,)):
        return []
    found: list[int] = shop.database.column(USABLE, (_zone(shop, address),))
    return found


def shipping_cost(shop: "Shop", cart: PricedCart, carrier_key: int, goods: Amount) -> Amount:
    """Return the cost of sending a cart; `goods` is its total after discounts, without shipping."""
    carrier = carrier_of(shop, carrier_key)
    if carrier is None or not carrier.is_active or carrier.is_free or cart.is_virtual or not cart.rows:
        return Amount()
    rate = currency_rate(shop, cart.cart.number("id_currency"))
    if _is_offered(shop, cart, goods, rate):
        return Amount()
    zone = _zone(shop, cart.cart.number("id_address_delivery"))
    cost = _by_range(shop, carrier, zone, cart.weight if carrier.by_weight else goods.incl / rate)
    if carrier.handling:
        cost += Decimal(shop.setting("PS_SHIPPING_HANDLING") or 0)
    for row in cart.rows:
        if not row.is_virtual:
            cost += Decimal(row.data["additional_shipping_cost"]) * row.quantity
    cost *= rate
    taxes = carrier_taxes(shop, carrier.key, tax_address(shop, cart.cart))
    return Amount(taxes.add(cost), cost).rounded(cart.rounding)


def _is_offered(shop: "Shop", cart: PricedCart, goods: Amount, rate: Decimal) -> bool:
    """Tell whether the order is large or heavy enough for free delivery."""
    from_price = Decimal(shop.setting("PS_SHIPPING_FREE_PRICE") or 0) * rate
    from_weight = Decimal(shop.setting("PS_SHIPPING_FREE_WEIGHT") or 0)
    return 0 < from_price <= goods.incl or 0 < from_weight <= cart.weight


def _zone(shop: "Shop", address: int) -> int:
    found = shop.database.value(ZONE, (address,))
    if found is None:
        country = shop.setting("PS_COUNTRY_DEFAULT")
        found = shop.database.value("SELECT id_zone FROM country WHERE id = ?", (country,))
    return int(found or 0)


def _by_range(shop: "Shop", carrier: Carrier, zone: int, measure: Decimal) -> Decimal:
    """Return the price of the range; beyond the last one its price holds, unless the carrier refuses."""
    table, column = ("range_weight", "id_range_weight") if carrier.by_weight else ("range_price", "id_range_price")
    ranges = shop.database.rows(RANGES.format(table=table, column=column), (zone, carrier.key))
    for first, last, price in ranges:
        if Decimal(first) <= measure < Decimal(last):
            return Decimal(price)
    if carrier.refuses_out_of_range or not ranges:
        return ZERO
    return Decimal(max(ranges, key=lambda row: Decimal(row[1]))[2])
