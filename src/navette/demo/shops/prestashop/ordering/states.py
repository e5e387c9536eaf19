"""The states of orders, with invoice, delivery slip, payment and stock."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.ordering.invoices import add_invoice, note_delivery
from navette.demo.shops.prestashop.ordering.stock import take_stock
from navette.demo.shops.prestashop.php import is_empty, to_int
from navette.demo.shops.prestashop.problems import Crash

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

STATE = "SELECT id, logable, paid, shipped, invoice, delivery, send_email FROM order_state WHERE id = ?"
MAIL = (
    "SELECT l.template, c.email FROM orders o JOIN customer c ON c.id = o.id_customer"
    " JOIN order_state_lang l ON l.id = ? AND l.id_lang = o.id_lang WHERE o.id = ?"
)
DETAILS = "SELECT product_id, product_attribute_id, product_quantity FROM order_detail WHERE id_order = ?"
PACK = "SELECT 1 FROM pack WHERE id_product_pack = ?"


@dataclass(frozen=True)
class State:
    """One state; in error or cancelled, an order gives its stock back."""

    key: int
    is_logable: bool
    is_paid: bool
    is_shipped: bool
    has_invoice: bool
    has_delivery: bool
    sends_mail: bool
    gives_stock_back: bool


def order_state(shop: "Shop", key: int) -> State:
    """Return a state; an unknown one stops PHP."""
    row = shop.database.row(STATE, (key,))
    if row is None:
        raise Crash
    back = {to_int(shop.setting(name)) for name in ("PS_OS_ERROR", "PS_OS_CANCELED")}
    logable, paid, shipped, invoice, delivery, mail = (bool(value) for value in row[1:])
    return State(row[0], logable, paid, shipped, invoice, delivery, mail, key in back)


def change_state(shop: "Shop", order: int, new: State, *, uses_payment: bool = False) -> int:
    """Move an order to a state, write the entry of its history and return the entry's id."""
    apply_state(shop, order, new, uses_payment=uses_payment)
    return note_state(shop, order, new.key)


def note_state(shop: "Shop", order: int, state: int) -> int:
    """Write an entry in the history of an order."""
    values = {"id_employee": 0, "id_order": order, "id_order_state": state, "date_add": shop.clock.stamp()}
    key = shop.database.insert("order_history", values)
    touch(shop, order, current_state=state)
    return key


def apply_state(shop: "Shop", order: int, new: State, *, uses_payment: bool = False) -> None:
    """Do what a state brings: stock, invoice, delivery number, payment."""
    current = shop.database.value("SELECT current_state FROM orders WHERE id = ?", (order,))
    if current is None:
        raise Crash
    if current:
        _move_stock(shop, order, order_state(shop, current), new)
    touch(shop, order, current_state=new.key, valid=int(new.is_logable))
    number = shop.database.value("SELECT invoice_number FROM orders WHERE id = ?", (order,))
    if new.has_invoice and not number:
        add_invoice(shop, order, uses_payment=uses_payment)
    if new.is_paid:
        _pay_rest(shop, order)
    if new.has_delivery:
        note_delivery(shop, order)


def touch(shop: "Shop", order: int, **values: object) -> None:
    """Change fields of an order, which moves its date of change."""
    shop.database.update("orders", order, {**values, "date_upd": shop.clock.stamp()})


def send_state_mail(shop: "Shop", order: int, state: State) -> None:
    """Send the message of a state, if it has one."""
    row = shop.database.row(MAIL, (state.key, order)) if state.sends_mail else None
    if row is not None and not is_empty(row[0]) and not is_empty(row[1]):
        shop.send_mail(str(row[0]), str(row[1]), order)


def _move_stock(shop: "Shop", order: int, old: State, new: State) -> None:
    """Give stock back when an order ends in error or is cancelled, and take it again when it revives."""
    if new.is_logable and not old.is_logable:
        sign = -1 if old.gives_stock_back else 0
    elif old.is_logable and not new.is_logable:
        sign = 1 if new.gives_stock_back else 0
    else:
        waits = not new.is_logable and not old.is_logable
        sign = 1 if waits and new.gives_stock_back and not old.gives_stock_back else 0
    if not sign:
        return
    for product, combination, quantity in shop.database.rows(DETAILS, (order,)):
        is_pack = shop.database.value(PACK, (product,)) is not None
        if not is_pack or not (old.is_logable or new.is_logable):
            take_stock(shop, product, combination, sign * quantity)


def _pay_rest(shop: "Shop", order: int) -> None:
    """Record a payment of what is still open on the invoices of an order."""
    reference, currency, rate, module, paid = shop.database.rows(
        "SELECT reference, id_currency, conversion_rate, module, total_paid_real FROM orders WHERE id = ?", (order,)
    )[0]
    for invoice, total in shop.database.rows(
        "SELECT id, total_paid_tax_incl FROM order_invoice WHERE id_order = ? AND number > 0", (order,)
    ):
        amounts = shop.database.column(
            "SELECT p.amount FROM order_invoice_payment l JOIN order_payment p ON p.id = l.id_order_payment"
            " WHERE l.id_order_invoice = ?",
            (invoice,),
        )
        rest = (Decimal(total) - sum(map(Decimal, amounts), Decimal(0))).quantize(Decimal("0.01"))
        if rest <= 0:
            continue
        payment = shop.database.insert(
            "order_payment",
            {
                "order_reference": reference,
                "id_currency": currency,
                "amount": f"{rest:.6f}",
                "payment_method": MODULE_NAMES.get(module, module),
                "conversion_rate": rate,
                "transaction_id": "",
                **dict.fromkeys(("card_number", "card_brand", "card_expiration", "card_holder"), ""),
                "date_add": shop.clock.stamp(),
            },
        )
        shop.database.write("INSERT INTO order_invoice_payment VALUES (?, ?, ?)", (invoice, payment, order))
        paid = f"{Decimal(paid) + rest:.6f}"
        touch(shop, order, total_paid_real=paid)


MODULE_NAMES = {
    "ps_wirepayment": "Wire payment",
    "ps_checkpayment": "Payments by check",
    "ps_cashondelivery": "Cash on delivery (COD)",
}
