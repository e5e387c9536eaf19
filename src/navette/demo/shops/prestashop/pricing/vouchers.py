"""Vouchers: what they take off the rows of a cart and off its shipping."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from navette.demo.shops.prestashop.pricing.amounts import ZERO, Amount
from navette.demo.shops.prestashop.pricing.cart_rows import PricedCart, PricedRow
from navette.demo.shops.prestashop.pricing.product_price import currency_rate

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

WHOLE_ORDER, CHEAPEST = 0, -1

IN_CART = (
    "SELECT r.*, l.name FROM cart_cart_rule c JOIN cart_rule r ON r.id = c.id_cart_rule"
    " LEFT JOIN cart_rule_lang l ON l.id = r.id AND l.id_lang = ? WHERE c.id_cart = ?"
    " ORDER BY r.priority, r.gift_product DESC, r.id"
)


@dataclass
class AppliedVoucher:
    """A voucher with what it took off."""

    rule: dict[str, Any]
    discount: Amount = field(default_factory=Amount)

    @property
    def key(self) -> int:
        """Return the id of the cart rule."""
        return int(self.rule["id"])

    @property
    def frees_shipping(self) -> bool:
        """Tell whether it pays the delivery."""
        return bool(self.rule["free_shipping"])

    @property
    def amount(self) -> Decimal:
        """Return the sum that it is worth, 0 for a percentage."""
        return Decimal(self.rule["reduction_amount"])

    @property
    def percent(self) -> Decimal:
        """Return its percentage, 0 for a sum."""
        return Decimal(self.rule["reduction_percent"])

    @property
    def includes_tax(self) -> bool:
        """Tell whether its sum contains tax."""
        return bool(self.rule["reduction_tax"])


def vouchers_in(shop: "Shop", cart: PricedCart) -> list[AppliedVoucher]:
    """Return the vouchers of a cart in the order in which they apply."""
    rows = shop.database.dicts(IN_CART, (cart.cart.number("id_lang"), cart.cart.key))
    return [AppliedVoucher(row) for row in rows]


def apply_voucher(shop: "Shop", voucher: AppliedVoucher, cart: PricedCart, shipping: Amount) -> None:
    """Lower the rows by a voucher and note what it took off; `shipping` is what it may pay for."""
    if voucher.frees_shipping:
        voucher.discount += shipping
    _give(voucher, cart)
    if voucher.percent > 0:
        _take_percent(voucher, cart)
    if voucher.amount > 0:
        _take_sum(shop, voucher, cart)


def _give(voucher: AppliedVoucher, cart: PricedCart) -> None:
    """Make one piece of the gift free."""
    product, combination = voucher.rule["gift_product"], voucher.rule["gift_product_attribute"]
    for row in cart.rows:
        if product and row.product == product and combination in {0, row.combination}:
            row.discount(row.unit)
            voucher.discount += row.unit


def _take_percent(voucher: AppliedVoucher, cart: PricedCart) -> None:
    share = voucher.percent / 100
    target = voucher.rule["reduction_product"]
    rows = [row for row in cart.rows if not (voucher.rule["reduction_exclude_special"] and row.is_reduced)]
    if target == CHEAPEST:
        cheapest = min(rows, key=lambda row: row.unit.incl, default=None)
        if cheapest is not None:
            _discount(voucher, cheapest, cheapest.unit * share)
        return
    if target > 0:
        rows = [row for row in cart.rows if row.product == target]
    for row in rows:
        _discount(voucher, row, row.total * share)


def _take_sum(shop: "Shop", voucher: AppliedVoucher, cart: PricedCart) -> None:
    """Spread a sum over the rows by their share of the total, in the voucher's own kind of price."""
    target = voucher.rule["reduction_product"]
    rows = [row for row in cart.rows if target in {WHOLE_ORDER, row.product}]
    total = Amount()
    for row in rows:
        total += row.total
    whole = total.incl if voucher.includes_tax else total.excl
    value = min(_converted(shop, voucher, cart.cart.number("id_currency")), whole)
    for row in rows:
        factor = 1 + _rate(row)
        part = row.total.incl if voucher.includes_tax else row.total.excl
        taken = value * part / whole if whole else ZERO
        amount = Amount(taken, taken / factor) if voucher.includes_tax else Amount(taken * factor, taken)
        _discount(voucher, row, amount)


def _discount(voucher: AppliedVoucher, row: PricedRow, amount: Amount) -> None:
    row.discount(amount)
    voucher.discount += amount


def _rate(row: PricedRow) -> Decimal:
    """Return the tax rate that shows in the row's total, as a fraction."""
    if not row.total.excl:
        return ZERO
    return max((row.total.incl - row.total.excl) / row.total.excl, ZERO)


def _converted(shop: "Shop", voucher: AppliedVoucher, currency: int) -> Decimal:
    own = voucher.rule["reduction_currency"] or int(shop.setting("PS_CURRENCY_DEFAULT") or 1)
    return voucher.amount / currency_rate(shop, own) * currency_rate(shop, currency)
