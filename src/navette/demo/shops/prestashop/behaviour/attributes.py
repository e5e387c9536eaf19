"""Features, options, their values, brands and suppliers."""

from collections.abc import Sequence

from navette.demo.shops.prestashop.behaviour.base import Behaviour, Writing
from navette.demo.shops.prestashop.behaviour.links import Entry
from navette.demo.shops.prestashop.php import to_int, url_name
from navette.demo.shops.prestashop.records.record import Record, Value
from navette.demo.shops.prestashop.records.repository import chunks, marks

MADE_OF = "SELECT id_product_attribute FROM product_attribute_combination WHERE id_attribute = ?"
MADE_OF_NOTHING = (
    "SELECT c.id FROM product_attribute c LEFT JOIN product_attribute_combination l ON l.id_product_attribute = c.id"
    " WHERE coalesce(l.id_attribute, 0) = 0"
)


class PositionedBehaviour(Behaviour):
    """Records with a place: a new one comes last, counted from 0."""

    within: str | None = None

    def add(self, record: Record, writing: Writing) -> bool:
        """Store a new record at the end."""
        if record.number("position") <= 0:
            record["position"] = str(self._highest(record) + 1)
        return super().add(record, writing)

    def _highest(self, record: Record) -> int:
        sql = f'SELECT max(position) FROM "{self.resource.table}"'
        if self.within is None:
            highest = self.database.value(sql)
        else:
            highest = self.database.value(f"{sql} WHERE {self.within} = ?", (record.number(self.within),))
        return -1 if highest is None else int(highest)


class FeatureBehaviour(PositionedBehaviour):
    """The features of articles."""

    def delete(self, record: Record) -> bool:
        """Remove a feature with its values and what products have of it."""
        values = self.shop.behaviour("product_feature_values")
        for key in self.database.column("SELECT id FROM feature_value WHERE id_feature = ?", (record.key,)):
            value = self.shop.find("product_feature_values", key)
            if value is not None:
                values.delete(value)
        self.database.write("DELETE FROM feature_product WHERE id_feature = ?", (record.key,))
        return super().delete(record)


class FeatureValueBehaviour(Behaviour):
    """The values of features."""

    def delete(self, record: Record) -> bool:
        """Remove a value, also from the products."""
        self.database.write("DELETE FROM feature_product WHERE id_feature_value = ?", (record.key,))
        return super().delete(record)


class OptionBehaviour(PositionedBehaviour):
    """The options of combinations (sizes, colours)."""

    def add(self, record: Record, writing: Writing) -> bool:
        """Store a new option."""
        self._note_colours(record)
        return super().add(record, writing)

    def update(self, record: Record, writing: Writing) -> bool:
        """Store a changed option."""
        self._note_colours(record)
        return super().update(record, writing)

    def delete(self, record: Record) -> bool:
        """Remove an option with its values, the combinations made of them, and all combinations made of nothing."""
        values = self.shop.behaviour("product_option_values")
        for key in self.database.column("SELECT id FROM attribute WHERE id_attribute_group = ?", (record.key,)):
            value = self.shop.find("product_option_values", key)
            if value is not None:
                values.delete(value)
        delete_combinations(self, MADE_OF_NOTHING)
        return super().delete(record)

    def linked(self, name: str, records: Sequence[Record]) -> dict[int, list[Entry]]:
        """Return the values of each option."""
        return children(self, records, "attribute", "id_attribute_group") if name else {}

    def set_linked(self, record: Record, name: str, entries: Sequence[Entry], writing: Writing) -> bool:  # noqa: ARG002
        """Keep the values named and take them over; an empty list changes nothing."""
        keys = [to_int(entry.get("id")) for entry in entries]
        if keys:
            sql = f"DELETE FROM attribute WHERE id_attribute_group = ? AND id NOT IN ({marks(keys)})"
            self.database.write(sql, [record.key, *keys])
        for key in keys:
            self.database.update("attribute", key, {"id_attribute_group": record.key})
        return True

    @staticmethod
    def _note_colours(record: Record) -> None:
        record["is_color_group"] = "1" if record["group_type"] == "color" else None


class OptionValueBehaviour(PositionedBehaviour):
    """The values of options."""

    within = "id_attribute_group"

    def delete(self, record: Record) -> bool:
        """Remove a value and the combinations made of it; where the default one goes, the first takes its place."""
        for product in delete_combinations(self, MADE_OF, record.key):
            first = self.database.value("SELECT min(id) FROM product_attribute WHERE id_product = ?", (product,))
            if first is not None:
                self.database.update("product_attribute", first, {"default_on": 1})
        return super().delete(record)


def delete_combinations(behaviour: Behaviour, sql: str, *parameters: int) -> list[int]:
    """Delete the combinations that a query names and return the products that lost their default one."""
    combinations = behaviour.shop.behaviour("combinations")
    products = []
    for key in behaviour.database.column(sql, parameters):
        combination = behaviour.shop.find("combinations", key)
        if combination is None:
            continue
        if combination.number("default_on"):
            products.append(combination.number("id_product"))
        combinations.delete(combination)
    return products


class BrandBehaviour(Behaviour):
    """The brands (`manufacturers`)."""

    def computed(self, name: str, records: Sequence[Record]) -> dict[int, Value]:
        """Work the friendly address out of the name."""
        if name != "link_rewrite":
            return super().computed(name, records)
        return {record.key: url_name(record.text("name")) for record in records}

    def linked(self, name: str, records: Sequence[Record]) -> dict[int, list[Entry]]:
        """Return the addresses of each brand."""
        return children(self, records, "address", "id_manufacturer", "AND deleted = 0") if name else {}


class SupplierBehaviour(Behaviour):
    """The suppliers; the friendly address is only known once a record is read."""

    def loaded(self, records: Sequence[Record]) -> None:
        """Work the friendly address out of the name."""
        for record in records:
            record["link_rewrite"] = url_name(record.text("name"))


def children(
    behaviour: Behaviour, records: Sequence[Record], table: str, column: str, condition: str = ""
) -> dict[int, list[Entry]]:
    """Return the ids of the rows of another table that point to each record."""
    found: dict[int, list[Entry]] = {record.key: [] for record in records}
    for part in chunks(list(found)):
        sql = f"SELECT {column}, id FROM {table} WHERE {column} IN ({marks(part)}) {condition} ORDER BY id"
        for owner, key in behaviour.database.rows(sql, part):
            found[owner].append({"id": str(key)})
    return found
