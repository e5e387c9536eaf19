"""Combinations of a product, their values and pictures."""

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar

from navette.demo.shops.prestashop.behaviour.base import Behaviour, Writing
from navette.demo.shops.prestashop.behaviour.combination_order import comes_by_index
from navette.demo.shops.prestashop.behaviour.links import Links, LinkTable
from navette.demo.shops.prestashop.behaviour.stock import (
    add_stock_row,
    add_up,
    note_default_combination,
    out_of_stock_policy,
)
from navette.demo.shops.prestashop.php import is_empty
from navette.demo.shops.prestashop.records.record import Record


class CombinationBehaviour(Behaviour):
    """The combinations; a second default of the same product breaks a unique key and stops PHP."""

    links: ClassVar[Links] = {
        "product_option_values": LinkTable(
            "product_attribute_combination", "id_product_attribute", {"id": "id_attribute"}, existing="attribute"
        ),
        "images": LinkTable("product_attribute_image", "id_product_attribute", {"id": "id_image"}),
    }

    def usual_order(self, filters: Mapping[str, str]) -> Sequence[str]:
        """Return the default as the order of one product's combinations, where the index on it is read."""
        found = re.fullmatch(r"\[?(\d+)\]?", filters.get("id_product", ""))
        return ["default_on"] if found and comes_by_index(self.database, int(found[1])) else []

    def add(self, record: Record, writing: Writing) -> bool:
        """Store a new combination with its stock row."""
        self._set_default(record)
        super().add(record, writing)
        product = record.number("id_product")
        add_stock_row(self.database, product, record.key, out_of_stock_policy(self.database, product))
        note_default_combination(self.database, product)
        return True

    def update(self, record: Record, writing: Writing) -> bool:
        """Store a changed combination."""
        self._set_default(record)
        super().update(record, writing)
        note_default_combination(self.database, record.number("id_product"))
        return True

    def delete(self, record: Record) -> bool:
        """Remove a combination with its stock, prices and rows in carts; orders keep theirs."""
        super().delete(record)
        product = record.number("id_product")
        for table in ("stock_available", "specific_price", "product_supplier", "cart_product"):
            sql = f"DELETE FROM {table} WHERE id_product = ? AND id_product_attribute = ?"
            self.database.write(sql, (product, record.key))
        add_up(self.database, product)
        sql = "DELETE FROM pack WHERE id_product_item = ? AND id_product_attribute_item = ?"
        self.database.write(sql, (product, record.key))
        note_default_combination(self.database, product)
        return True

    @staticmethod
    def _set_default(record: Record) -> None:
        record["default_on"] = None if is_empty(record["default_on"]) else "1"
