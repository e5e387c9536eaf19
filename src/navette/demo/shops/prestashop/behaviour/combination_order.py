"""The order in which the database happens to give the combinations of a product."""

from collections.abc import Sequence

from navette.demo.shops.prestashop.behaviour.links import Entry
from navette.demo.shops.prestashop.records.database import Database
from navette.demo.shops.prestashop.records.repository import chunks, marks

LARGE_SHARE = 6
"""Above this part of all combinations (one in six) MySQL reads the whole table instead of the index."""


def ordered_combinations(database: Database, products: Sequence[int]) -> dict[int, list[int]]:
    """Return the combinations of each product: the default one comes last where the index on it is read."""
    found: dict[int, list[tuple[bool, int]]] = {product: [] for product in products}
    for part in chunks(products):
        sql = (
            f"SELECT id_product, default_on, id FROM product_attribute WHERE id_product IN ({marks(part)}) ORDER BY id"
        )
        for product, default, key in database.rows(sql, part):
            found[product].append((bool(default), key))
    total = int(database.value("SELECT count(*) FROM product_attribute"))
    return {
        product: [key for _, key in (rows if _is_large_share(len(rows), total) else sorted(rows))]
        for product, rows in found.items()
    }


def comes_by_index(database: Database, product: int) -> bool:
    """Tell whether a product's default combination comes last."""
    count = database.value("SELECT count(*) FROM product_attribute WHERE id_product = ?", (product,))
    return not _is_large_share(int(count), int(database.value("SELECT count(*) FROM product_attribute")))


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


def _is_large_share(count: int, total: int) -> bool:
    return count * LARGE_SHARE > total
