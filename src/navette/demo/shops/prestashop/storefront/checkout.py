"""Orders as customers place them, by the references of the articles."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.ordering.placing import Payment, chosen_carrier, place_order
from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.pricing.amounts import ZERO
from navette.demo.shops.prestashop.pricing.cart_rows import priced_cart
from navette.demo.shops.prestashop.pricing.cart_total import cart_totals
from navette.demo.shops.prestashop.storefront.baskets import add_cart, add_to_cart, article_keys
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
    """All that a customer fills in, and what the payment module says of it.

    `state` None is the usual one of the payment module; a module that the shop does not have yet is added.
    `paid` None is the total of the order; another sum ends in a payment error.
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
    paid: Decimal | None = None
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
    rows = [(*article_keys(shop, row.reference), row.quantity) for row in checkout.rows]
    if not rows:
        raise CheckoutError("The cart is empty.")
    currency = shop.database.value("SELECT id FROM currency WHERE iso_code = ? AND active = 1", (checkout.currency,))
    if currency is None:
        raise CheckoutError(f"The shop has no currency {checkout.currency}.")
    customer = customer_key(shop, checkout.buyer, checkout.language)
    delivery = address_key(shop, customer, checkout.delivery)
    invoice = address_key(shop, customer, checkout.invoice) if checkout.invoice else delivery
    cart = add_cart(shop, checkout, customer, (delivery, invoice), int(currency))
    for product, combination, quantity in rows:
        add_to_cart(shop, cart, product, combination, quantity)
    for code in checkout.vouchers:
        add_voucher(shop, cart, code)
    order = place_order(shop, shop.find("carts", cart), _payment(shop, checkout, cart))
    if checkout.message:
        add_message(shop, order, checkout.message)
    reference, total, state = shop.database.rows(
        "SELECT reference, total_paid, current_state FROM orders WHERE id = ?", (order,)
    )[0]
    names = shop.database.column("SELECT product_name FROM order_detail WHERE id_order = ? ORDER BY id", (order,))
    return PlacedOrder(order, reference, total, state, tuple(names))


def _payment(shop: "Shop", checkout: Checkout, cart: int) -> Payment:
    """Return how the order is paid; the shop offers nothing else for an order of 0."""
    if not _total(shop, cart):
        return Payment("free_order", "Free order", to_int(shop.setting("PS_OS_PAYMENT")))
    added = {name for name in shop.setting("NAVETTE_PAYMENT_MODULES").split(",") if name}
    if checkout.module not in STATES_OF_MODULES and checkout.module not in added:
        shop.set_setting("NAVETTE_PAYMENT_MODULES", ",".join(sorted(added | {checkout.module})))
    usual = STATES_OF_MODULES.get(checkout.module, "PS_OS_PAYMENT")
    state = to_int(shop.setting(usual)) if checkout.state is None else checkout.state
    return Payment(checkout.module, checkout.payment, state, checkout.paid, checkout.transaction)


def _total(shop: "Shop", cart: int) -> Decimal:
    record = shop.find("carts", cart)
    if record is None:
        return ZERO
    priced = priced_cart(shop, record)
    return cart_totals(shop, priced, chosen_carrier(shop, priced)).paid.incl
