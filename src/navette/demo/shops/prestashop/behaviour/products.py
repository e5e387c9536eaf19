"""Products: worked-out fields, lists, stock row, pack, friendly address."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from navette.demo.shops.prestashop.behaviour import product_lists
from navette.demo.shops.prestashop.behaviour.base import Behaviour, Writing
from navette.demo.shops.prestashop.behaviour.links import Entry, Links
from navette.demo.shops.prestashop.behaviour.product_deletion import delete_product
from navette.demo.shops.prestashop.behaviour.product_positions import positions, set_position
from navette.demo.shops.prestashop.behaviour.stock import add_stock_row, default_combinations
from navette.demo.shops.prestashop.behaviour.unit_prices import show_ratios, store_ratio
from navette.demo.shops.prestashop.php import is_empty, to_int, url_name
from navette.demo.shops.prestashop.records.checks import is_valid
from navette.demo.shops.prestashop.records.record import Record, Value
from navette.demo.shops.prestashop.records.repository import chunks, marks

ALLOWED_OUT_OF_STOCK = 1
TYPES = {"simple", "pack", "virtual"}


class ProductBehaviour(Behaviour):
    """The products of the catalogue."""

    links: ClassVar[Links] = product_lists.LINKS

    def computed(self, name: str, records: Sequence[Record]) -> dict[int, Value]:
        """Work out cover, default combination, position, brand name (false without one) and type."""
        workers: dict[str, Callable[[Sequence[Record]], dict[int, Value]]] = {
            "id_default_image": self._covers,
            "id_default_combination": self._default_combinations,
            "position_in_category": lambda products: positions(self.database, products),
            "manufacturer_name": self._brand_names,
            "type": self._types,
        }
        worker = workers.get(name)
        return worker(records) if worker else super().computed(name, records)

    def loaded(self, records: Sequence[Record]) -> None:
        """Work out what a price per unit makes of the ratio."""
        if "unit_price" in self.resource.fields:
            show_ratios(self.shop, records)

    def set_field(self, record: Record, name: str, value: str, writing: Writing) -> None:
        """Take cover, default combination, position and type."""
        if name == "id_default_image":
            self._set_cover(record, value)
        elif name == "id_default_combination":
            self._set_default_combination(record, to_int(value))
        elif name == "position_in_category":
            set_position(self.database, record, to_int(value), writing.problems)
        elif name == "type" and value in TYPES:
            self._set_type(record, value)

    def before_checks(self, record: Record, writing: Writing) -> None:
        """Make the friendly address from the name when a product is new."""
        if writing.method != "POST":
            return
        names, addresses = record["name"], record["link_rewrite"]
        if not isinstance(names, dict):
            kind = "null" if names is None else "string"
            writing.problems.warn(
                f"foreach() argument must be of type array|object, {kind} given", "classes/Product.php", 8101
            )
            return
        texts = dict(addresses) if isinstance(addresses, dict) else {}
        for language, name in names.items():
            texts[language] = url_name(name) if is_empty(texts.get(language, "")) else _as_address(texts[language])
        record["link_rewrite"] = texts

    def add(self, record: Record, writing: Writing) -> bool:
        """Store a new product with its stock row of zero pieces."""
        if not is_empty(record["is_virtual"]):
            record["product_type"] = "virtual"
        super().add(record, writing)
        if "unit_price" in self.resource.fields:
            store_ratio(self.shop, record)
        policy = ALLOWED_OUT_OF_STOCK if not is_empty(record["is_virtual"]) else 2
        add_stock_row(self.database, record.key, 0, policy)
        self._index(record)
        return True

    def update(self, record: Record, writing: Writing) -> bool:
        """Store a changed product; the ratio of the unit price follows if it was not sent."""
        if record["unit_price_ratio"] is None and "unit_price_ratio" in self.resource.fields:
            unit = float(record.text("unit_price") or 0)
            record["unit_price_ratio"] = str(float(record.text("price") or 0) / unit) if unit else "0"
        super().update(record, writing)
        self._index(record)
        return True

    def delete(self, record: Record) -> bool:
        """Remove a product and all that belongs to it."""
        super().delete(record)
        delete_product(self.shop, record.key)
        return True

    def linked(self, name: str, records: Sequence[Record]) -> dict[int, list[Entry]]:
        """Return a list of each product."""
        return product_lists.entries(self.shop, name, records) or super().linked(name, records)

    def set_linked(self, record: Record, name: str, entries: Sequence[Entry], writing: Writing) -> bool:
        """Replace a list of a product."""
        handled = product_lists.replace(self.shop, record, name, entries)
        return super().set_linked(record, name, entries, writing) if handled is None else handled

    def _covers(self, records: Sequence[Record]) -> dict[int, Value]:
        covers: dict[int, Value] = {record.key: None for record in records}
        for part in chunks(list(covers)):
            sql = f"SELECT id_product, id FROM image WHERE cover = 1 AND id_product IN ({marks(part)})"
            covers.update((product, str(image)) for product, image in self.database.rows(sql, part))
        return covers

    def _default_combinations(self, records: Sequence[Record]) -> dict[int, Value]:
        found = default_combinations(self.database, [record.key for record in records])
        return {record.key: found.get(record.key, 0) for record in records}

    def _brand_names(self, records: Sequence[Record]) -> dict[int, Value]:
        wanted = sorted({record.number("id_manufacturer") for record in records})
        sql = f"SELECT id, name FROM manufacturer WHERE id IN ({marks(wanted)})"
        names: dict[int, str] = dict(self.database.rows(sql, wanted))
        return {record.key: names.get(record.number("id_manufacturer"), False) for record in records}

    def _types(self, records: Sequence[Record]) -> dict[int, Value]:
        packs = {int(key) for key in self.database.column("SELECT DISTINCT id_product_pack FROM pack")}
        types: dict[int, Value] = {}
        for record in records:
            virtual = not is_empty(record["is_virtual"])
            types[record.key] = "pack" if record.key in packs else "virtual" if virtual else "simple"
        return types

    def _set_cover(self, record: Record, value: str) -> None:
        self.database.write("UPDATE image SET cover = NULL WHERE id_product = ?", (record.id,))
        self.database.write("UPDATE image SET cover = 1 WHERE id = ?", (to_int(value),))

    def _set_default_combination(self, record: Record, combination: int) -> None:
        product = record.id
        self.database.write("UPDATE product_attribute SET default_on = NULL WHERE id_product = ?", (product,))
        self.database.write(
            "UPDATE product_attribute SET default_on = 1 WHERE id_product = ? AND id = ?", (product, combination)
        )
        record["cache_default_attribute"] = str(combination)
        if combination:
            record["product_type"] = "combinations"

    def _set_type(self, record: Record, value: str) -> None:
        record["cache_is_pack"] = "1" if value == "pack" else "0"
        record["is_virtual"] = "1" if value == "virtual" else "0"
        if record.id is not None and value != "pack":
            self.database.write("DELETE FROM pack WHERE id_product_pack = ?", (record.id,))
        record["product_type"] = self._type_of(record)

    def _type_of(self, record: Record) -> str:
        if not is_empty(record["is_virtual"]):
            return "virtual"
        if self.database.value("SELECT 1 FROM pack WHERE id_product_pack = ?", (record.id,)):
            return "pack"
        if self.database.value("SELECT 1 FROM product_attribute WHERE id_product = ?", (record.id,)):
            return "combinations"
        return "standard"

    def _index(self, record: Record) -> None:
        searchable = record["visibility"] in {"both", "search"} and not is_empty(record["active"])
        if searchable:
            self.database.write("UPDATE product SET indexed = 1 WHERE id = ?", (record.id,))


def _as_address(text: str) -> str:
    return text if is_valid("isLinkRewrite", text) else url_name(text)
