"""Orders as customers place them, by the references of the articles."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.ordering.placing import Payment, place_order
from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.storefront.conversation import add_message
from navette.demo.shops.prestashop.storefront.people import address_key, customer_key
from navette.demo.shops.prestashop.storefront.refusals import CheckoutError
from navette.demo.shops.prestashop.storefront.vouchers import add_voucher

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

STATES_OF_MODULES = {
    "ps_wirepayment": "PS_OS_BANKWIRE",
    "ps_checkpayment": "PS_OS_CHEQUE",
    "ps_cashondelivery": "PS_OS_COD_VALIDATION",
}


@dataclass(frozen=True)
class PostalAddress:
    """Where to send or to bill."""

    firstname: str
    lastname: str
    address1: str
    postcode: str
    city: str
    country: str = "FR"
    company: str = ""
    address2: str = ""
    vat_number: str = ""
    phone: str = ""
    other: str = ""
    alias: str = "Home"


@dataclass(frozen=True)
class Buyer:
    """Who orders; a guest has no account."""

    email: str
    firstname: str
    lastname: str
    is_guest: bool = False
    company: str = ""
    siret: str = ""


@dataclass(frozen=True)
class CheckoutRow:
    """How many of an article, by the reference of a product or of a combination."""

    reference: str
    quantity: int = 1


@dataclass(frozen=True)
class Checkout:
    """All that a customer fills in.

    `state` None is the usual one of the payment module; a module that the shop does not have yet is added.
    """

    buyer: Buyer
    rows: Sequence[CheckoutRow]
    delivery: PostalAddress
    invoice: PostalAddress | None = None
    carrier: int = 2
    vouchers: Sequence[str] = ()
    module: str = "ps_wirepayment"
    payment: str = "Bank wire"
    state: int | None = None
    transaction: str = ""
    gift: bool = False
    gift_message: str = ""
    currency: str = "EUR"
    language: int = 2
    message: str = ""


@dataclass(frozen=True)
class PlacedOrder:
    """What the shop made of it."""

    id: int
    reference: str
    total_paid: str
    state: int
    rows: Sequence[str] = field(default_factory=tuple)


def place_storefront_order(shop: "Shop", checkout: Checkout) -> PlacedOrder:
    """Place an order; what cannot be done is a `CheckoutError`."""
    rows = [(*_article(shop, row.reference), row.quantity) for row in checkout.rows]
    if not rows:
        raise CheckoutError("The cart is empty.")
    currency = shop.database.value("SELECT id FROM currency WHERE iso_code = ? AND active = 1", (checkout.currency,))
    if currency is None:
        raise CheckoutError(f"The shop has no currency {checkout.currency}.")
    customer = customer_key(shop, checkout.buyer, checkout.language)
    delivery = address_key(shop, customer, checkout.delivery)
    invoice = address_key(shop, customer, checkout.invoice) if checkout.invoice else delivery
    cart = _add_cart(shop, checkout, customer, (delivery, invoice), int(currency))
    for product, combination, quantity in rows:
        values = {"id_cart": cart, "id_product": product, "id_product_attribute": combination, "quantity": quantity}
        shop.database.insert("cart_product", values | {"id_customization": 0, "id_address_delivery": delivery})
    for code in checkout.vouchers:
        add_voucher(shop, cart, code)
    order = place_order(shop, shop.find("carts", cart), _payment(shop, checkout))
    if checkout.message:
        add_message(shop, order, checkout.message)
    reference, total, state = shop.database.rows(
        "SELECT reference, total_paid, current_state FROM orders WHERE id = ?", (order,)
    )[0]
    names = shop.database.column("SELECT product_name FROM order_detail WHERE id_order = ? ORDER BY id", (order,))
    return PlacedOrder(order, reference, total, state, tuple(names))


def _article(shop: "Shop", reference: str) -> tuple[int, int]:
    """Return the product and the combination of a reference, 0 for none."""
    sql = "SELECT id_product, id FROM product_attribute WHERE fold(reference) = fold(?) ORDER BY id"
    found = shop.database.row(sql, (reference,))
    if found is None:
        sql = "SELECT id, 0 FROM product WHERE fold(reference) = fold(?) AND active = 1 ORDER BY id"
        found = shop.database.row(sql, (reference,))
    if found is None:
        raise CheckoutError(f"The shop sells no article {reference}.")
    product, combination = int(found[0]), int(found[1])
    if not combination:
        sql = "SELECT id FROM product_attribute WHERE id_product = ? ORDER BY default_on DESC, id"
        combination = int(shop.database.value(sql, (product,)) or 0)
    return product, combination


def _add_cart(shop: "Shop", checkout: Checkout, customer: int, addresses: tuple[int, int], currency: int) -> int:
    delivery, invoice = addresses
    now = shop.clock.stamp()
    values = {
        "id_customer": customer,
        "id_address_delivery": delivery,
        "id_address_invoice": invoice,
        "id_currency": currency,
        "id_lang": checkout.language,
        "id_carrier": checkout.carrier,
        "id_shop": 1,
        "id_shop_group": 1,
        "id_guest": 0,
        "delivery_option": json.dumps({str(delivery): f"{checkout.carrier},"}, separators=(",", ":")),
        "secure_key": shop.database.value("SELECT secure_key FROM customer WHERE id = ?", (customer,)),
        "gift": int(checkout.gift),
        "gift_message": checkout.gift_message,
        "recyclable": 0,
        "mobile_theme": 0,
        "allow_seperated_package": 0,
        "date_add": now,
        "date_upd": now,
    }
    return shop.database.insert("cart", values)


def _payment(shop: "Shop", checkout: Checkout) -> Payment:
    added = {name for name in shop.setting("NAVETTE_PAYMENT_MODULES").split(",") if name}
    if checkout.module not in STATES_OF_MODULES and checkout.module not in added:
        shop.set_setting("NAVETTE_PAYMENT_MODULES", ",".join(sorted(added | {checkout.module})))
    usual = STATES_OF_MODULES.get(checkout.module, "PS_OS_PAYMENT")
    state = to_int(shop.setting(usual)) if checkout.state is None else checkout.state
    return Payment(checkout.module, checkout.payment, state, transaction=checkout.transaction)
