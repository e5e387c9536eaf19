"""An order made of a cart: rows, totals, payment, state, stock, mails."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.ordering.details import add_details
from navette.demo.shops.prestashop.ordering.states import State, change_state, order_state, send_state_mail
from navette.demo.shops.prestashop.ordering.vouchers import keep_vouchers
from navette.demo.shops.prestashop.php import is_empty, to_int
from navette.demo.shops.prestashop.pricing.cart_rows import PricedCart, priced_cart, tax_address
from navette.demo.shops.prestashop.pricing.cart_total import CartTotals, cart_totals
from navette.demo.shops.prestashop.pricing.shipping import carrier_taxes, usable_carriers
from navette.demo.shops.prestashop.problems import Crash
from navette.demo.shops.prestashop.records.columns import NO_MOMENT
from navette.demo.shops.prestashop.records.record import Record

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

WRONG_KEY = "Error processing order. Secure key does not match."
USED_CART = "Cart cannot be loaded or an order has already been placed using this cart"
PAYMENT_MODULES = {"ps_wirepayment", "ps_checkpayment", "ps_cashondelivery", "free_order"}


@dataclass(frozen=True)
class Payment:
    """How an order is paid: the shop's module, its name for the customer, the sum, the state it leads to.

    `amount` None pays what the cart comes to; `secure_key` is the customer's, to be compared with the cart's.
    """

    module: str
    label: str
    state: int
    amount: Decimal | None = None
    transaction: str = ""
    secure_key: str | None = None


def place_order(shop: "Shop", cart: Record | None, payment: Payment) -> int:
    """Make the order of a cart and return its id; what PHP cannot do stops it."""
    if payment.module not in installed_modules(shop):
        raise Crash
    taken = cart and shop.database.value("SELECT 1 FROM orders WHERE id_cart = ?", (cart.key,))
    if cart is None or taken:
        raise Crash(USED_CART)
    if payment.secure_key is not None and payment.secure_key != cart.text("secure_key"):
        raise Crash(WRONG_KEY)
    state = order_state(shop, payment.state)
    priced = priced_cart(shop, cart)
    _check_country(shop, cart)
    if not priced.rows:
        raise Crash
    carrier = chosen_carrier(shop, priced)
    totals = cart_totals(shop, priced, carrier)
    amount = totals.paid.incl if payment.amount is None else payment.amount
    is_wrong = state.is_logable and priced.rounding.money(amount) != totals.paid.incl
    reached = order_state(shop, to_int(shop.setting("PS_OS_ERROR"))) if is_wrong else state
    order = _insert_order(shop, priced, totals, carrier, payment)
    add_details(shop, order, priced, takes_stock=not reached.gives_stock_back)
    _insert_carrier(shop, order, carrier, totals)
    if state.is_logable:
        add_payment(shop, order, amount, payment.label, payment.transaction)
    keep_vouchers(shop, order, totals, counts=not reached.gives_stock_back)
    change_state(shop, order.key, reached, uses_payment=True)
    send_state_mail(shop, order.key, reached)
    _confirm(shop, order.key, cart, reached)
    return order.key


def installed_modules(shop: "Shop") -> set[str]:
    """Return the payment modules of the shop: its own and those added by `NAVETTE_PAYMENT_MODULES`."""
    added = shop.setting("NAVETTE_PAYMENT_MODULES")
    return PAYMENT_MODULES | {name for name in added.split(",") if name}


def chosen_carrier(shop: "Shop", priced: PricedCart) -> int:
    """Return the carrier of a cart.

    Only `delivery_option` decides, as the storefront writes it; `id_carrier` of a cart made by web service is
    not looked at, and the shop's default carrier takes its place.
    """
    if priced.is_virtual or not priced.rows:
        return 0
    usable = usable_carriers(shop, priced)
    option = priced.cart.text("delivery_option")
    for carrier in usable:
        if f'"{carrier},"' in option:
            return carrier
    default = to_int(shop.setting("PS_CARRIER_DEFAULT"))
    return default if default in usable else next(iter(usable), 0)


def add_payment(shop: "Shop", order: Record, amount: Decimal, method: str, transaction: str = "") -> None:
    """Record a payment on an order."""
    values = {
        "order_reference": order.text("reference"),
        "id_currency": order.number("id_currency"),
        "amount": f"{amount:.6f}",
        "payment_method": method,
        "conversion_rate": "1.000000",
        "transaction_id": transaction,
        "date_add": shop.clock.stamp(),
    }
    empty = dict.fromkeys(("card_number", "card_brand", "card_expiration", "card_holder"), "")
    shop.database.insert("order_payment", {**values, **empty, "id_employee": None})
    sql = "UPDATE orders SET total_paid_real = ? WHERE id = ?"
    paid = Decimal(shop.database.value("SELECT total_paid_real FROM orders WHERE id = ?", (order.key,)))
    shop.database.write(sql, (f"{paid + amount:.6f}", order.key))


def _check_country(shop: "Shop", cart: Record) -> None:
    address = tax_address(shop, cart)
    sql = "SELECT c.active FROM address a JOIN country c ON c.id = a.id_country WHERE a.id = ?"
    if shop.database.value(sql, (address,)) == 0:
        raise Crash


def _insert_order(shop: "Shop", priced: PricedCart, totals: CartTotals, carrier: int, payment: Payment) -> Record:
    cart = priced.cart
    order = Record(shop.resources["orders"])
    copied = ("id_customer", "id_address_invoice", "id_address_delivery", "id_currency", "id_lang", "gift")
    order.values.update({name: cart[name] for name in (*copied, "recyclable", "gift_message", "mobile_theme")})
    key = shop.database.value("SELECT secure_key FROM customer WHERE id = ?", (cart.number("id_customer"),))
    rate = shop.database.value("SELECT conversion_rate FROM currency WHERE id = ?", (cart.number("id_currency"),))
    taxes = carrier_taxes(shop, carrier, tax_address(shop, cart)) if carrier else None
    order.values.update(
        {
            "id_cart": str(cart.key),
            "id_carrier": str(carrier),
            "module": payment.module,
            "payment": payment.label,
            "reference": shop.new_reference(),
            "secure_key": key or "",
            "id_shop": "1",
            "id_shop_group": "1",
            "conversion_rate": str(rate or 1),
            "carrier_tax_rate": str(taxes.total) if taxes else "0",
            "round_mode": str(priced.rounding.mode),
            "round_type": str(priced.rounding.kind),
            "invoice_date": NO_MOMENT,
            "delivery_date": NO_MOMENT,
            "total_paid_real": "0",
            **_sums(totals),
        }
    )
    shop.behaviour("orders").stamp(order, is_new=True)
    shop.records.insert(order)
    return order


def _sums(totals: CartTotals) -> dict[str, str]:
    sums = {
        "total_discounts": totals.discounts,
        "total_shipping": totals.shipping,
        "total_wrapping": totals.wrapping,
        "total_paid": totals.paid,
    }
    values = {"total_products": str(totals.products.excl), "total_products_wt": str(totals.products.incl)}
    for name, amount in sums.items():
        values |= {name: str(amount.incl), f"{name}_tax_incl": str(amount.incl), f"{name}_tax_excl": str(amount.excl)}
    return values


def _insert_carrier(shop: "Shop", order: Record, carrier: int, totals: CartTotals) -> None:
    if not carrier:
        return
    weights = "SELECT product_weight, product_quantity FROM order_detail WHERE id_order = ?"
    weight = sum((Decimal(row[0]) * row[1] for row in shop.database.rows(weights, (order.key,))), Decimal(0))
    values = {
        "id_order": order.key,
        "id_carrier": carrier,
        "id_order_invoice": 0,
        "weight": f"{weight:.6f}",
        "shipping_cost_tax_excl": f"{totals.shipping.excl:.6f}",
        "shipping_cost_tax_incl": f"{totals.shipping.incl:.6f}",
        "tracking_number": "",
        "date_add": shop.clock.stamp(),
    }
    shop.database.insert("order_carrier", values)


def _confirm(shop: "Shop", order: int, cart: Record, reached: State) -> None:
    """Send the confirmation, and move what is out of stock to its own state where the shop does that."""
    if shop.setting("PS_ENABLE_BACKORDER_STATUS") == "1" and _lacks_stock(shop, order):
        name = "PS_OS_OUTOFSTOCK_PAID" if reached.is_paid else "PS_OS_OUTOFSTOCK_UNPAID"
        waiting = order_state(shop, to_int(shop.setting(name)))
        change_state(shop, order, waiting, uses_payment=True)
        send_state_mail(shop, order, waiting)
    email = shop.database.value("SELECT email FROM customer WHERE id = ?", (cart.number("id_customer"),))
    if not reached.gives_stock_back and not is_empty(email):
        shop.send_mail("order_conf", str(email), order)


def _lacks_stock(shop: "Shop", order: int) -> bool:
    sql = "SELECT 1 FROM order_detail WHERE id_order = ? AND product_quantity_in_stock < product_quantity"
    return shop.database.value(sql, (order,)) is not None
