"""Shop orders whose amounts add up as a shop adds them: rows rounded to the cent, then summed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from navette.domain.binding import ShopRef
from navette.domain.customer import Address, ShopCustomer
from navette.domain.money import ZERO, quantise
from navette.domain.order import Order, OrderCharge, OrderLine, OrderPayment, OrderVoucher
from navette.domain.tax import HUNDRED, ShopTax

PLACED = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


def a_tax(rate: object = "20", country: str = "FR") -> ShopTax:
    return ShopTax(Decimal(str(rate)), country, f"TVA {country} {rate} %")


def a_row(
    reference: str = "BAOR01", net: object = "100", rate: object = "20", quantity: object = 1, **changes: object
) -> OrderLine:
    """A row: net unit price at 6 decimals, gross derived, totals rounded to the cent."""
    unit_net, number = quantise(Decimal(str(net)), 6), Decimal(str(quantity))
    tax = a_tax(rate)
    unit_gross = quantise(unit_net * (1 + tax.rate / HUNDRED), 6)
    values: dict[str, object] = {
        "id": f"1-{reference}",
        "product": ShopRef(f"unbound-{reference}"),
        "reference": reference,
        "name": f"{reference} of the shop",
        "quantity": number,
        "unit_net": unit_net,
        "unit_gross": unit_gross,
        "total_net": quantise(unit_net * number),
        "total_gross": quantise(unit_gross * number),
        "taxes": (tax,) if tax.rate else (),
    }
    return OrderLine(**{**values, **changes})


def a_charge(net: object = "5", rate: object = "20") -> OrderCharge:
    tax = a_tax(rate)
    amount = Decimal(str(net))
    return OrderCharge(net=quantise(amount), gross=quantise(amount * (1 + tax.rate / HUNDRED)), tax=tax)


def a_voucher(net: object, gross: object, name: str = "Bienvenue", **changes: object) -> OrderVoucher:
    values: dict[str, object] = {"name": name, "net": Decimal(str(net)), "gross": Decimal(str(gross))}
    return OrderVoucher(**{**values, **changes})


def a_percent_voucher(rows: Sequence[OrderLine], percent: object, name: str = "Moins x %") -> OrderVoucher:
    """A voucher of a percentage of the rows."""
    share = Decimal(str(percent)) / HUNDRED
    net = quantise(sum((row.total_net for row in rows), ZERO) * share)
    gross = quantise(sum((row.total_gross for row in rows), ZERO) * share)
    return OrderVoucher(name=name, net=net, gross=gross)


def a_customer(number: str = "530", last_name: str = "Doe", **changes: object) -> ShopCustomer:
    values: dict[str, object] = {
        "id": number,
        "email": f"customer{number}@example.com",
        "first_name": "John",
        "last_name": last_name,
    }
    return ShopCustomer(**{**values, **changes})


def an_address(country: str = "FR", **changes: object) -> Address:
    values: dict[str, object] = {
        "first_name": "John",
        "last_name": "Doe",
        "line1": "1 rue de la Paix",
        "postcode": "75002",
        "city": "Paris",
        "country": country,
        "phone": "0102030405",
    }
    return Address(**{**values, **changes})


def an_order(number: str = "15", *rows: OrderLine, **changes: object) -> Order:
    """An order that is paid by card; its total is that of its rows, shipping and wrapping less its vouchers."""
    lines = rows or (a_row(),)
    values: dict[str, object] = {
        "id": number,
        "number": f"REF{number}",
        "status": "2",
        "created_at": PLACED,
        "updated_at": PLACED,
        "customer": a_customer(),
        "invoice_address": an_address(),
        "delivery_address": an_address(),
        "lines": lines,
        "payment_key": "card",
        "payment_label": "Carte bancaire",
        "carrier": "2",
        "carrier_name": "Colissimo",
        "total_paid": ZERO,
        "total_net": ZERO,
    }
    order = Order(**{**values, **changes})
    if "total_paid" not in changes:
        order = replace(order, total_paid=total_of(order))
    if "payments" not in changes:
        payment = OrderPayment(amount=order.total_paid, method=order.payment_label, at=order.created_at)
        order = replace(order, payments=(payment,))
    return order


def total_of(order: Order) -> Decimal:
    rows = sum((line.total_gross for line in order.lines), ZERO)
    vouchers = sum((voucher.gross for voucher in order.vouchers), ZERO)
    return quantise(rows + order.shipping.gross + order.wrapping.gross - vouchers)
