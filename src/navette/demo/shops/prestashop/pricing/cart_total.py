"""The sums of a cart, as the shop writes them on an order."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.pricing.amounts import Amount
from navette.demo.shops.prestashop.pricing.cart_rows import PricedCart, tax_address
from navette.demo.shops.prestashop.pricing.product_price import currency_rate
from navette.demo.shops.prestashop.pricing.shipping import shipping_cost
from navette.demo.shops.prestashop.pricing.taxes import place_of, taxes_at
from navette.demo.shops.prestashop.pricing.vouchers import AppliedVoucher, apply_voucher, vouchers_in

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop


@dataclass(frozen=True)
class CartTotals:
    """The sums; `vouchers` hold what each took off, not rounded."""

    products: Amount
    discounts: Amount
    shipping: Amount
    wrapping: Amount
    paid: Amount
    vouchers: list[AppliedVoucher]


def cart_totals(shop: "Shop", cart: PricedCart, carrier: int) -> CartTotals:
    """Work out the sums of a cart that a carrier brings.

    The total starts from the rows before they are rounded, so that it may differ by a cent from the sum
    of the others: that is how the shop counts.
    """
    shipping = shipping_cost(shop, cart, carrier, goods_total(shop, cart))
    wrapping = wrapping_cost(shop, cart)
    vouchers, discounts = _discounts(shop, cart, shipping, with_shipping=True)
    paid = _before_discounts(cart) - discounts.rounded(cart.rounding)
    paid += shipping.rounded(cart.rounding) + wrapping.rounded(cart.rounding)
    return CartTotals(
        products=_products(cart).rounded(cart.rounding),
        discounts=discounts.rounded(cart.rounding),
        shipping=shipping.rounded(cart.rounding),
        wrapping=wrapping.rounded(cart.rounding),
        paid=paid.rounded(cart.rounding),
        vouchers=vouchers,
    )


def goods_total(shop: "Shop", cart: PricedCart) -> Amount:
    """Return the total after discounts, without shipping and wrapping."""
    _, discounts = _discounts(shop, cart, Amount(), with_shipping=False)
    return (_before_discounts(cart) - discounts.rounded(cart.rounding)).rounded(cart.rounding)


def wrapping_cost(shop: "Shop", cart: PricedCart) -> Amount:
    """Return the price of a gift wrapping, if one is asked for."""
    net = Decimal(shop.setting("PS_GIFT_WRAPPING_PRICE") or 0)
    if not cart.cart.number("gift") or cart.is_virtual or net <= 0:
        return Amount()
    group = to_int(shop.setting("PS_GIFT_WRAPPING_TAX_RULES_GROUP"))
    taxes = taxes_at(shop, group, place_of(shop, tax_address(shop, cart.cart)))
    rate = currency_rate(shop, cart.cart.number("id_currency"))
    return Amount(taxes.add(net), net).rounded(cart.rounding) * rate


def _products(cart: PricedCart) -> Amount:
    total = Amount()
    for row in cart.fresh().rows:
        total += row.total
    return total


def _before_discounts(cart: PricedCart) -> Amount:
    total = Amount()
    for row in cart.fresh().rows:
        total += row.initial
    return total


def _discounts(
    shop: "Shop", cart: PricedCart, shipping: Amount, *, with_shipping: bool
) -> tuple[list[AppliedVoucher], Amount]:
    """Apply the vouchers one after the other; together they never exceed what there is to pay.

    Only one of several vouchers pays the shipping.
    """
    working = cart.fresh()
    vouchers = vouchers_in(shop, cart)
    total, paid_shipping = Amount(), False
    for voucher in vouchers:
        if not with_shipping and not _lowers_goods(voucher):
            continue
        apply_voucher(shop, voucher, working, shipping)
        total += voucher.discount
        if voucher.frees_shipping:
            total -= shipping if paid_shipping else Amount()
            paid_shipping = True
    most = _before_discounts(cart) + (shipping if paid_shipping else Amount())
    return vouchers, most if total.exceeds(most) else total


def _lowers_goods(voucher: AppliedVoucher) -> bool:
    return voucher.percent != 0 or voucher.amount != 0 or bool(voucher.rule["gift_product"])
