"""The place of a product among the others of its default category."""

from collections.abc import Sequence

from navette.demo.shops.prestashop.problems import Problems
from navette.demo.shops.prestashop.records.database import Database
from navette.demo.shops.prestashop.records.record import Record, Value
from navette.demo.shops.prestashop.records.repository import chunks, marks


def positions(database: Database, records: Sequence[Record]) -> dict[int, Value]:
    """Return the place of each product in its default category; empty when it is not in it."""
    found: dict[tuple[int, int], str] = {}
    for part in chunks([record.key for record in records]):
        sql = f"SELECT id_product, id_category, position FROM category_product WHERE id_product IN ({marks(part)})"
        found.update(((product, category), str(place)) for product, category, place in database.rows(sql, part))
    return {record.key: found.get((record.key, record.number("id_category_default")), "") for record in records}


def set_position(database: Database, record: Record, place: int, problems: Problems) -> None:
    """Move a product to a place, starting at 1."""
    category = record.number("id_category_default")
    sql = "SELECT id_product FROM category_product WHERE id_category = ? ORDER BY position"
    products: list[int] = database.column(sql, (category,))
    if place <= 0:
        problems.add(500, "You cannot set 0 or a negative position, the minimum is 1.", 134)
    elif place > len(products):
        sentence = "You cannot set a position greater than the total number of products in the category, starting at 1."
        problems.add(500, sentence, 135)
    elif record.id in products:
        products.remove(record.key)
        products.insert(place - 1, record.key)
        change = "UPDATE category_product SET position = ? WHERE id_category = ? AND id_product = ?"
        database.write_many(change, ((number, category, product) for number, product in enumerate(products, 1)))
