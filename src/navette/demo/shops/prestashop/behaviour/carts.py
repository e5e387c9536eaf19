"""Carts, their rows, and vouchers."""

from collections.abc import Sequence
from typing import ClassVar

from navette.demo.shops.prestashop.behaviour.base import Behaviour, Writing
from navette.demo.shops.prestashop.behaviour.links import Entry, Links, LinkTable
from navette.demo.shops.prestashop.php import is_empty
from navette.demo.shops.prestashop.problems import Crash
from navette.demo.shops.prestashop.records.record import Record

ROWS = LinkTable(
    "cart_product",
    "id_cart",
    {
        "id_product": "id_product",
        "id_product_attribute": "id_product_attribute",
        "id_address_delivery": "id_address_delivery",
        "id_customization": "id_customization",
        "quantity": "quantity",
    },
    order="position",
)


class CartBehaviour(Behaviour):
    """The carts; the key of the customer is put on a cart after it was made."""

    links: ClassVar[Links] = {"cart_rows": ROWS}

    def add(self, record: Record, writing: Writing) -> bool:
        """Store a new cart."""
        for name in ("id_lang", "id_shop", "id_shop_group"):
            if is_empty(record[name]):
                record[name] = self.shop.setting("PS_LANG_DEFAULT") if name == "id_lang" else "1"
        super().add(record, writing)
        customer = record.number("id_customer")
        key = self.database.value("SELECT secure_key FROM customer WHERE id = ?", (customer,))
        if key is not None and is_empty(record["secure_key"]):
            self.database.update("cart", record.key, {"secure_key": key})
        return True

    def set_linked(self, record: Record, name: str, entries: Sequence[Entry], writing: Writing) -> bool:
        """Replace the rows; an empty list is a broken statement for the shop."""
        if name == "cart_rows" and not entries:
            ROWS.clear(self.database, record.key)
            raise Crash
        return super().set_linked(record, name, entries, writing)

    def delete(self, record: Record) -> bool:
        """Remove a cart that no order was made of."""
        if self.database.value("SELECT 1 FROM orders WHERE id_cart = ?", (record.key,)):
            return False
        self.database.write("DELETE FROM cart_cart_rule WHERE id_cart = ?", (record.key,))
        return super().delete(record)


class VoucherBehaviour(Behaviour):
    """The vouchers (`cart_rules`)."""

    def add(self, record: Record, writing: Writing) -> bool:
        """Store a new voucher; its sums are in the shop's own currency unless it names another."""
        if is_empty(record["reduction_currency"]):
            record["reduction_currency"] = self.shop.setting("PS_CURRENCY_DEFAULT")
        return super().add(record, writing)
