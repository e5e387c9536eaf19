"""The order in which the database happens to give the combinations of a product."""

from collections.abc import Sequence

from navette.demo.shops.prestashop.behaviour.links import Entry
from navette.demo.shops.prestashop.records.database import Database
from navette.demo.shops.prestashop.records.repository import chunks, marks

READ_BY_INDEX = 4
"""Up to as many combinations of a product MySQL reads by the index on the default, which puts the default one last."""


def ordered_combinations(database: Database, products: Sequence[int]) -> dict[int, list[int]]:
    """Return the combinations of each product."""
    found: dict[int, list[tuple[bool, int]]] = {product: [] for product in products}
    for part in chunks(products):
        sql = (
            f"SELECT id_product, default_on, id FROM product_attribute WHERE id_product IN ({marks(part)}) ORDER BY id"
        )
        for product, default, key in database.rows(sql, part):
            found[product].append((bool(default), key))
    return {
        product: [key for _, key in (sorted(rows) if len(rows) <= READ_BY_INDEX else rows)]
        for product, rows in found.items()
    }


def comes_by_index(database: Database, product: int) -> bool:
    """Tell whether a product's default combination comes last."""
    count = database.value("SELECT count(*) FROM product_attribute WHERE id_product = ?", (product,))
    return int(count) <= READ_BY_INDEX


def option_values(database: Database, products: Sequence[int]) -> dict[int, list[Entry]]:
    """Return the option values of each product in the order of its combinations; one without any counts as null."""
    combinations = ordered_combinations(database, products)
    values: dict[int, list[str]] = {}
    for part in chunks([key for keys in combinations.values() for key in keys]):
        sql = (
            "SELECT id_product_attribute, id_attribute FROM product_attribute_combination"
            f" WHERE id_product_attribute IN ({marks(part)}) ORDER BY id_attribute"
        )
        for combination, value in database.rows(sql, part):
            values.setdefault(combination, []).append(str(value))
    nothing: list[str | None] = [None]
    return {
        product: [{"id": value} for value in dict.fromkeys(v for key in keys for v in values.get(key, nothing))]
        for product, keys in combinations.items()
    }
