"""Orders, their rows, history, carriers and credit slips."""

from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar

from navette.demo.shops.prestashop.behaviour.base import Behaviour, Writing
from navette.demo.shops.prestashop.behaviour.links import Entry, Links, LinkTable
from navette.demo.shops.prestashop.ordering.placing import Payment, place_order
from navette.demo.shops.prestashop.ordering.states import (
    apply_state,
    change_state,
    order_state,
    send_state_mail,
    touch,
)
from navette.demo.shops.prestashop.php import is_empty, numeric_prefix, to_int
from navette.demo.shops.prestashop.problems import Crash
from navette.demo.shops.prestashop.records.record import Record, Value
from navette.demo.shops.prestashop.records.repository import chunks, marks

ROW_FIELDS = {
    "id": "id",
    "product_id": "product_id",
    "product_attribute_id": "product_attribute_id",
    "product_quantity": "product_quantity",
    "product_name": "product_name",
    "product_reference": "product_reference",
    "product_ean13": "product_ean13",
    "product_isbn": "product_isbn",
    "product_upc": "product_upc",
    "product_price": "product_price",
    "id_customization": "id_customization",
    "unit_price_tax_incl": "unit_price_tax_incl",
    "unit_price_tax_excl": "unit_price_tax_excl",
}
CHANGED_BY_STATE = (
    "current_state",
    "valid",
    "invoice_number",
    "invoice_date",
    "delivery_number",
    "delivery_date",
    "total_paid_real",
)
KEY = "SELECT secure_key FROM customer WHERE id = ?"


class OrderBehaviour(Behaviour):
    """The orders: made of a cart, with the amounts that the shop works out."""

    def computed(self, name: str, records: Sequence[Record]) -> dict[int, Value]:
        """Return the tracking number of the first parcel."""
        if name != "shipping_number":
            return super().computed(name, records)
        numbers: dict[int, Value] = {record.key: None for record in records}
        for part in chunks(list(numbers)):
            sql = (
                f"SELECT id_order, tracking_number FROM order_carrier WHERE id_order IN ({marks(part)})"
                " ORDER BY id DESC"
            )
            numbers.update(self.database.rows(sql, part))
        return numbers

    def set_field(self, record: Record, name: str, value: str, writing: Writing) -> None:
        """Take a state or a tracking number; a new order takes neither."""
        if record.id is None:
            return
        if name == "current_state":
            self._set_state(record, to_int(value))
        elif name == "shipping_number":
            sql = "SELECT id FROM order_carrier WHERE id_order = ? ORDER BY id"
            carrier = self.database.value(sql, (record.key,))
            if carrier is not None:
                self.database.update("order_carrier", carrier, {"tracking_number": value})
        else:
            super().set_field(record, name, value, writing)

    def add(self, record: Record, writing: Writing) -> bool:  # noqa: ARG002
        """Make an order of a cart in the state of payments from outside."""
        payment = Payment(
            module=record.text("module"),
            label=record.text("payment"),
            state=to_int(self.shop.setting("PS_OS_WS_PAYMENT")),
            amount=Decimal(numeric_prefix(record.text("total_paid"))),
            secure_key=str(self.database.value(KEY, (record.number("id_customer"),)) or ""),
        )
        record.id = place_order(self.shop, self.shop.find("carts", record.number("id_cart")), payment)
        return True

    def linked(self, name: str, records: Sequence[Record]) -> dict[int, list[Entry]]:
        """Return the rows of each order."""
        if name != "order_rows":
            return super().linked(name, records)
        rows = LinkTable("order_detail", "id_order", ROW_FIELDS, order="id")
        return rows.entries(self.database, [record.key for record in records])

    def _set_state(self, record: Record, state: int) -> None:
        """Change the state unless it is the same; no message is sent this way."""
        if not state or state == record.number("current_state"):
            return
        change_state(self.shop, record.key, order_state(self.shop, state))
        current = self.shop.find("orders", record.key)
        if current is not None:
            record.values.update({name: current[name] for name in CHANGED_BY_STATE})


class OrderHistoryBehaviour(Behaviour):
    """The history of orders: every entry changes the state, also one for the state that is reached already."""

    def add(self, record: Record, writing: Writing) -> bool:
        """Move the order and write the entry; with `sendemail` the message of the state goes out."""
        order = record.number("id_order")
        if not record.number("id_order_state"):
            super().add(record, writing)
            touch(self.shop, order, current_state=0)
            return True
        state = order_state(self.shop, record.number("id_order_state"))
        apply_state(self.shop, order, state)
        super().add(record, writing)
        touch(self.shop, order, current_state=state.key)
        if writing.sends_mail:
            send_state_mail(self.shop, order, state)
        return True


class OrderCarrierBehaviour(Behaviour):
    """The parcels of orders."""

    def update(self, record: Record, writing: Writing) -> bool:
        """Store a parcel; with `sendemail` the customer hears of it, if the carrier has a tracking address."""
        super().update(record, writing)
        if writing.sends_mail:
            order = record.number("id_order")
            sql = (
                "SELECT c.email, r.url FROM orders o JOIN customer c ON c.id = o.id_customer"
                " JOIN carrier r ON r.id = o.id_carrier WHERE o.id = ?"
            )
            row = self.database.row(sql, (order,))
            if row is None:
                raise Crash
            if not is_empty(row[1]):
                self.shop.send_mail("in_transit", str(row[0]), order)
        return True


class OrderDetailBehaviour(Behaviour):
    """The rows of orders with their taxes."""

    links: ClassVar[Links] = {"taxes": LinkTable("order_detail_tax", "id_order_detail", {"id": "id_tax"})}

    def set_linked(self, record: Record, name: str, entries: Sequence[Entry], writing: Writing) -> bool:  # noqa: ARG002
        """Pass over the taxes: the shop has no way to set them."""
        return True


class OrderSlipBehaviour(Behaviour):
    """Credit slips; made by web service they change nothing else."""

    def linked(self, name: str, records: Sequence[Record]) -> dict[int, list[Entry]]:
        """Return the rows of each slip; their id is that of the slip."""
        if name != "order_slip_details":
            return super().linked(name, records)
        columns = ("product_quantity", "amount_tax_excl", "amount_tax_incl")
        fields = {name: name for name in ("id_order_detail", *columns)}
        table = LinkTable("order_slip_detail", "id_order_slip", {"id": "id_order_slip", **fields}, order="rowid")
        return table.entries(self.database, [record.key for record in records])

    def set_linked(self, record: Record, name: str, entries: Sequence[Entry], writing: Writing) -> bool:  # noqa: ARG002
        """Replace the rows of a slip."""
        self.database.write("DELETE FROM order_slip_detail WHERE id_order_slip = ?", (record.key,))
        for entry in entries:
            values = (record.key, to_int(entry.get("id_order_detail")), to_int(entry.get("product_quantity")))
            sums = (_money(entry.get("amount_tax_excl")), _money(entry.get("amount_tax_incl")))
            self.database.write("INSERT INTO order_slip_detail VALUES (?, ?, ?, ?, ?)", (*values, *sums))
        return True


def _money(text: str | None) -> str | None:
    return None if text is None else f"{Decimal(numeric_prefix(text)):.6f}"
