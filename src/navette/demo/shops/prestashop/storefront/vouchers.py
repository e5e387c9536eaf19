"""Voucher codes at the checkout."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.pricing.amounts import Amount
from navette.demo.shops.prestashop.pricing.cart_rows import priced_cart
from navette.demo.shops.prestashop.pricing.product_price import currency_rate
from navette.demo.shops.prestashop.storefront.baskets import add_to_cart
from navette.demo.shops.prestashop.storefront.refusals import CheckoutError

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

USES = (
    "SELECT count(*) FROM orders o JOIN order_cart_rule r ON r.id_order = o.id"
    " WHERE o.id_customer = ? AND r.deleted = 0 AND r.id_cart_rule = ? AND o.current_state <> ?"
)


def add_voucher(shop: "Shop", cart: int, code: str) -> None:
    """Put a voucher in a cart, after the checks of the shop."""
    rules = shop.database.dicts("SELECT * FROM cart_rule WHERE fold(code) = fold(?)", (code,))
    if not rules:
        raise CheckoutError(f"There is no voucher {code}.")
    rule = rules[0]
    reason = _reason_against(shop, cart, rule)
    if reason is not None:
        raise CheckoutError(f"Voucher {code}: {reason}")
    shop.database.write("INSERT OR IGNORE INTO cart_cart_rule VALUES (?, ?)", (cart, rule["id"]))
    if rule["gift_product"]:
        add_to_cart(shop, cart, rule["gift_product"], rule["gift_product_attribute"], 1)


def _reason_against(shop: "Shop", cart: int, rule: dict[str, Any]) -> str | None:
    now = shop.clock.stamp()
    record = shop.find("carts", cart)
    customer = record.number("id_customer") if record else 0
    used = shop.database.value(USES, (customer, rule["id"], to_int(shop.setting("PS_OS_ERROR"))))
    reasons = (
        (not rule["active"], "it is disabled."),
        (not rule["quantity"], "it has already been used."),
        (rule["date_from"] > now, "it is not valid yet."),
        (rule["date_to"] < now, "it has expired."),
        (used + 1 > rule["quantity_per_user"], "its limit for one customer is reached."),
        (rule["id_customer"] not in {0, customer}, "it belongs to somebody else."),
        (_is_too_small(shop, cart, rule), "the order is too small for it."),
        (_has_only_reduced(shop, cart, rule), "it is not for products on sale."),
    )
    return next((sentence for applies, sentence in reasons if applies), None)


def _has_only_reduced(shop: "Shop", cart: int, rule: dict[str, Any]) -> bool:
    record = shop.find("carts", cart)
    if not rule["reduction_exclude_special"] or record is None:
        return False
    return all(row.is_reduced for row in priced_cart(shop, record).rows)


def _is_too_small(shop: "Shop", cart: int, rule: dict[str, Any]) -> bool:
    minimum = Decimal(rule["minimum_amount"])
    record = shop.find("carts", cart)
    if not minimum or record is None:
        return False
    total = Amount()
    for row in priced_cart(shop, record).rows:
        total += row.total
    own = rule["minimum_amount_currency"] or 1
    minimum = minimum / currency_rate(shop, own) * currency_rate(shop, record.number("id_currency"))
    return (total.incl if rule["minimum_amount_tax"] else total.excl) < minimum
