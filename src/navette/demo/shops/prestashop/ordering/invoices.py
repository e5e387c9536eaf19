"""Invoices and delivery slips: their numbers and where they are written."""

from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.records.columns import NO_MOMENT

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

SUMS = {
    "total_discount_tax_excl": "total_discounts_tax_excl",
    "total_discount_tax_incl": "total_discounts_tax_incl",
    "total_paid_tax_excl": "total_paid_tax_excl",
    "total_paid_tax_incl": "total_paid_tax_incl",
    "total_products": "total_products",
    "total_products_wt": "total_products_wt",
    "total_shipping_tax_excl": "total_shipping_tax_excl",
    "total_shipping_tax_incl": "total_shipping_tax_incl",
    "total_wrapping_tax_excl": "total_wrapping_tax_excl",
    "total_wrapping_tax_incl": "total_wrapping_tax_incl",
}

OPEN_PAYMENTS = (
    "SELECT p.id FROM order_payment p WHERE p.order_reference = ?"
    " AND NOT EXISTS (SELECT 1 FROM order_invoice_payment l WHERE l.id_order_payment = p.id AND l.id_order = ?)"
)


def add_invoice(shop: "Shop", order: int, *, uses_payment: bool) -> None:
    """Make the invoice of an order with the next number, and tie rows, carrier, vouchers and payments to it."""
    database = shop.database
    now = shop.clock.stamp()
    sums = database.dicts(f"SELECT {', '.join(SUMS.values())}, reference FROM orders WHERE id = ?", (order,))[0]
    number = (database.value("SELECT max(number) FROM order_invoice") or 0) + 1
    values = {name: sums[source] for name, source in SUMS.items()}
    more = {"id_order": order, "number": number, "delivery_number": 0, "delivery_date": NO_MOMENT, "date_add": now}
    texts = {"shop_address": shop.setting("PS_SHOP_NAME"), "note": "", "shipping_tax_computation_method": 0}
    invoice = database.insert("order_invoice", {**values, **more, **texts})
    for table in ("order_carrier", "order_detail", "order_cart_rule"):
        database.write(f"UPDATE {table} SET id_order_invoice = ? WHERE id_order = ?", (invoice, order))
    if uses_payment:
        payments = database.column(OPEN_PAYMENTS, (sums["reference"], order))
        rows = [(invoice, payment, order) for payment in payments]
        database.write_many("INSERT INTO order_invoice_payment VALUES (?, ?, ?)", rows)
    database.update("orders", order, {"invoice_number": number, "invoice_date": now, "date_upd": now})


def note_delivery(shop: "Shop", order: int) -> None:
    """Give the invoices of an order a delivery number, once, and write today's delivery date."""
    database = shop.database
    now = shop.clock.stamp()
    values: dict[str, object] = {"delivery_date": now, "date_upd": now}
    sql = "SELECT id FROM order_invoice WHERE id_order = ? AND delivery_number = 0"
    for invoice in database.column(sql, (order,)):
        number = _next_delivery_number(shop)
        database.update("order_invoice", invoice, {"delivery_number": number, "delivery_date": now})
        values["delivery_number"] = number
    database.update("orders", order, values)


def _next_delivery_number(shop: "Shop") -> int:
    return int(shop.database.value("SELECT max(delivery_number) FROM order_invoice") or 0) + 1
