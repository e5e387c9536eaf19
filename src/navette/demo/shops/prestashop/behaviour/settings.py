"""Carriers, taxes, currencies and attachments: records with a twist."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from navette.demo.shops.prestashop.behaviour.base import Behaviour, Writing
from navette.demo.shops.prestashop.behaviour.links import Entry, Links, LinkTable
from navette.demo.shops.prestashop.php import is_empty, to_int
from navette.demo.shops.prestashop.pricing.shipping import usual_method
from navette.demo.shops.prestashop.records.record import Record, Value


class CarrierBehaviour(Behaviour):
    """The carriers; the group of tax rules is kept beside them."""

    def loaded(self, records: Sequence[Record]) -> None:
        """Put the shop's usual method where a carrier has none."""
        for record in records:
            if is_empty(record["shipping_method"]):
                record["shipping_method"] = usual_method(self.shop)

    def computed(self, name: str, records: Sequence[Record]) -> dict[int, Value]:
        """Return the group of tax rules."""
        if name != "id_tax_rules_group":
            return super().computed(name, records)
        groups: dict[int, int] = dict(self.database.rows("SELECT id_carrier, id_tax_rules_group FROM carrier_tax"))
        return {record.key: groups.get(record.key, 0) for record in records}

    def set_field(self, record: Record, name: str, value: str, writing: Writing) -> None:
        """Take the group of tax rules of a carrier that exists already."""
        if name == "id_tax_rules_group":
            if record.id is not None:
                sql = "INSERT OR REPLACE INTO carrier_tax VALUES (?, ?)"
                self.database.write(sql, (record.key, to_int(value)))
        else:
            super().set_field(record, name, value, writing)

    def add(self, record: Record, writing: Writing) -> bool:
        """Store a new carrier; it is its own reference."""
        if record.number("position") <= 0:
            highest = self.database.value("SELECT max(position) FROM carrier WHERE deleted = 0")
            record["position"] = str(-1 if highest is None else highest + 1)
        super().add(record, writing)
        self.database.update("carrier", record.key, {"id_reference": record.key})
        return True


class TaxBehaviour(Behaviour):
    """The taxes."""

    def delete(self, record: Record) -> bool:
        """Remove a tax with its rules."""
        self.database.write("DELETE FROM tax_rule WHERE id_tax = ?", (record.key,))
        return super().delete(record)


class CurrencyBehaviour(Behaviour):
    """The currencies; `name` is the first of the names."""

    def computed(self, name: str, records: Sequence[Record]) -> dict[int, Value]:
        """Return the name in the shop's language, with a capital."""
        if name != "name":
            return super().computed(name, records)
        language = to_int(self.shop.setting("PS_LANG_DEFAULT"))
        names = {record.key: record.texts("names").get(language, record.text("names")) for record in records}
        return {key: text[:1].upper() + text[1:] for key, text in names.items()}

    def before_checks(self, record: Record, writing: Writing) -> None:
        """Give a new currency its name in every language."""
        given = record["name"]
        if writing.method == "POST" and isinstance(given, str) and not record.texts("names"):
            record["names"] = dict.fromkeys(self.shop.languages(), given)

    def add(self, record: Record, writing: Writing) -> bool:
        """Store a new currency unless its code is known or its rate is not positive."""
        known = self.database.value("SELECT 1 FROM currency WHERE iso_code = ?", (record.text("iso_code"),))
        if known or float(record.text("conversion_rate") or 0) <= 0:
            return False
        return super().add(record, writing)

    def delete(self, record: Record) -> bool:
        """Hide a currency; the only one stays."""
        self.database.update("currency", record.key, {"deleted": 1})
        return True


class AttachmentBehaviour(Behaviour):
    """The documents of products."""

    links: ClassVar[Links] = {"products": LinkTable("product_attachment", "id_attachment", {"id": "id_product"})}

    def set_linked(self, record: Record, name: str, entries: Sequence[Entry], writing: Writing) -> bool:
        """Put a document to its products, which note that they have one."""
        super().set_linked(record, name, entries, writing)
        self._note(to_int(entry.get("id")) for entry in entries)
        return True

    def delete(self, record: Record) -> bool:
        """Remove a document with its file."""
        sql = "SELECT id_product FROM product_attachment WHERE id_attachment = ?"
        products = self.database.column(sql, (record.key,))
        self.database.write("DELETE FROM attachment_file WHERE file = ?", (record.text("file"),))
        super().delete(record)
        self._note(products)
        return True

    def _note(self, products: Iterable[int]) -> None:
        for product in products:
            has_any = "SELECT 1 FROM product_attachment WHERE id_product = ?"
            noted = self.database.value(has_any, (product,)) or 0
            self.database.update("product", product, {"cache_has_attachments": noted})


class LanguageBehaviour(Behaviour):
    """The languages; which are active decides the texts of every answer."""

    def update(self, record: Record, writing: Writing) -> bool:
        """Store a changed language."""
        super().update(record, writing)
        self.shop.languages()
        return True
