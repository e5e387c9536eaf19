"""The tree of categories."""

from collections.abc import Sequence

from navette.demo.shops.prestashop.behaviour.base import Behaviour, Writing
from navette.demo.shops.prestashop.behaviour.links import Entry
from navette.demo.shops.prestashop.php import is_empty, url_name
from navette.demo.shops.prestashop.problems import Crash
from navette.demo.shops.prestashop.records.record import Record, Value
from navette.demo.shops.prestashop.records.repository import chunks, marks

ROOT = 1

CHILDREN = "SELECT id_parent, id FROM category WHERE active = 1 AND id_parent IN ({}) ORDER BY position, id"
PRODUCTS = (
    "SELECT id_category, id_product FROM category_product WHERE id_category IN ({}) ORDER BY position, id_product"
)
COUNT = (
    "WITH RECURSIVE below(id) AS (SELECT ? UNION SELECT c.id FROM category c JOIN below b ON c.id_parent = b.id),"
    " shown(id) AS (SELECT b.id FROM below b JOIN category c ON c.id = b.id WHERE c.active = 1 OR c.id = ?)"
    " SELECT count(DISTINCT id_product) FROM category_product WHERE id_category IN (SELECT id FROM shown)"
)


class CategoryBehaviour(Behaviour):
    """The categories; each has a parent, a depth and a place among its sisters."""

    def computed(self, name: str, records: Sequence[Record]) -> dict[int, Value]:
        """Count the products of a category and of those below it; none is -1."""
        if name != "nb_products_recursive":
            return super().computed(name, records)
        counts = {record.key: int(self.database.value(COUNT, (record.key, record.key))) for record in records}
        return {key: str(count) if count else -1 for key, count in counts.items()}

    def before_checks(self, record: Record, writing: Writing) -> None:
        """Complete the friendly addresses of a new category; without any node for them PHP warns."""
        if writing.method != "POST":
            return
        names, addresses = record["name"], record["link_rewrite"]
        if not isinstance(names, dict):
            sentence = "foreach() argument must be of type array|object, string given"
            writing.problems.warn(sentence, "classes/Category.php", 2068)
            return
        if not isinstance(addresses, dict):
            for _ in names:
                sentence = "Only the first byte will be assigned to the string offset"
                writing.problems.warn(sentence, "classes/Category.php", 2070)
            return
        for language, name in names.items():
            if is_empty(addresses.get(language, "")):
                addresses[language] = url_name(name)

    def add(self, record: Record, writing: Writing) -> bool:
        """Store a new category as the last of its parent."""
        record["level_depth"] = str(self._depth(record))
        super().add(record, writing)
        self.database.update("category", record.key, {"position": self._last_place(record)})
        return True

    def update(self, record: Record, writing: Writing) -> bool:
        """Store a changed category with its depth."""
        if record.number("id_parent") == record.id:
            raise Crash
        record["level_depth"] = str(self._depth(record))
        return super().update(record, writing)

    def delete(self, record: Record) -> bool:
        """Remove a category with all below it; the root stays."""
        if record.id == ROOT:
            return False
        for key in self.database.column("SELECT id FROM category WHERE id_parent = ?", (record.key,)):
            child = self.shop.find("categories", key)
            if child is not None:
                self.delete(child)
        self.database.write("DELETE FROM category_product WHERE id_category = ?", (record.key,))
        return super().delete(record)

    def linked(self, name: str, records: Sequence[Record]) -> dict[int, list[Entry]]:
        """Return the active categories below, or the products in a category."""
        found: dict[int, list[Entry]] = {record.key: [] for record in records}
        for part in chunks(list(found)):
            sql = (CHILDREN if name == "categories" else PRODUCTS).format(marks(part))
            for owner, key in self.database.rows(sql, part):
                found[owner].append({"id": str(key)})
        return found

    def _depth(self, record: Record) -> int:
        parent = record.number("id_parent")
        if not parent:
            return 0
        depth = self.database.value("SELECT level_depth FROM category WHERE id = ?", (parent,))
        if depth is None:
            raise Crash
        return int(depth) + 1

    def _last_place(self, record: Record) -> int:
        sisters = "SELECT count(*), max(position) FROM category WHERE id_parent = ?"
        count, last = self.database.rows(sisters, (record.number("id_parent"),))[0]
        return 0 if count == 1 else 1 + (last or 0)
