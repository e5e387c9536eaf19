"""The vouchers of an order, and what is left of them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.pricing.amounts import Amount
from navette.demo.shops.prestashop.pricing.cart_total import CartTotals
from navette.demo.shops.prestashop.pricing.product_price import currency_rate
from navette.demo.shops.prestashop.pricing.vouchers import AppliedVoucher
from navette.demo.shops.prestashop.records.record import Record

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop


@dataclass
class _Spent:
    """What the vouchers so far took off the products."""

    total: Amount


def keep_vouchers(shop: "Shop", order: Record, totals: CartTotals, *, counts: bool) -> None:
    """Write the vouchers on an order; one worth more than the order leaves a new one over the rest."""
    spent = _Spent(Amount())
    for voucher in totals.vouchers:
        if not voucher.discount.excl:
            continue
        value = voucher.discount
        rest = _rest(shop, voucher, order.number("id_currency"))
        if rest > 0 and voucher.rule["partial_use"]:
            left = _add_rest(shop, order, voucher, rest, totals.shipping)
            if not left:
                continue
            value = totals.products - spent.total
            if voucher.frees_shipping:
                value += totals.shipping
        spent.total += value
        _insert(shop, order, voucher, value)
        if counts:
            sql = "UPDATE cart_rule SET quantity = max(0, quantity - 1) WHERE id = ?"
            shop.database.write(sql, (voucher.key,))


def _rest(shop: "Shop", voucher: AppliedVoucher, currency: int) -> Decimal:
    if voucher.amount <= 0:
        return Decimal(0)
    own = int(voucher.rule["reduction_currency"] or currency)
    worth = voucher.amount / currency_rate(shop, own) * currency_rate(shop, currency)
    taken = voucher.discount.incl if voucher.includes_tax else voucher.discount.excl
    return (worth - taken).quantize(Decimal("0.000001"))


def _add_rest(shop: "Shop", order: Record, voucher: AppliedVoucher, rest: Decimal, shipping: Amount) -> bool:
    """Make a voucher over what is left and tell whether anything was."""
    cost = shipping.incl if voucher.includes_tax else shipping.excl
    if voucher.frees_shipping and rest >= cost:
        rest -= cost
    if rest <= 0:
        return False
    rule = shop.find("cart_rules", voucher.key)
    customer = shop.database.row("SELECT is_guest, email FROM customer WHERE id = ?", (order.number("id_customer"),))
    if rule is None:
        return False
    rule.id = None
    rule["code"] = f"{rule.text('code')}-2"
    rule["reduction_amount"] = str(rest)
    rule["reduction_currency"] = order["id_currency"]
    rule["quantity"] = rule["quantity_per_user"] = "1"
    rule["id_customer"] = "0" if customer and customer[0] else order["id_customer"]
    shop.behaviour("cart_rules").stamp(rule, is_new=True)
    shop.records.insert(rule)
    if customer:
        shop.send_mail("voucher", str(customer[1]), order.key)
    return True


def _insert(shop: "Shop", order: Record, voucher: AppliedVoucher, value: Amount) -> None:
    values = {
        "id_order": order.key,
        "id_cart_rule": voucher.key,
        "id_order_invoice": 0,
        "name": voucher.rule["name"] or "",
        "value": f"{value.incl:.6f}",
        "value_tax_excl": f"{value.excl:.6f}",
        "free_shipping": int(voucher.frees_shipping),
        "deleted": 0,
    }
    shop.database.insert("order_cart_rule", values)
