"""Quantities: the row of the product is the sum of those of its combinations."""

from collections.abc import Sequence

from navette.demo.shops.prestashop.behaviour.base import Behaviour, Writing
from navette.demo.shops.prestashop.php import is_empty
from navette.demo.shops.prestashop.records.database import Database
from navette.demo.shops.prestashop.records.record import Record
from navette.demo.shops.prestashop.records.repository import chunks, marks


class StockBehaviour(Behaviour):
    """The rows of `stock_availables`."""

    def update(self, record: Record, writing: Writing) -> bool:
        """Store a quantity and work the product's own row out again."""
        if not is_empty(record["depends_on_stock"]):
            sentence = "You cannot update the available stock when it depends on stock."
            writing.problems.add(500, sentence, 133)
            return False
        super().update(record, writing)
        if record.number("id_product_attribute"):
            add_up(self.database, record.number("id_product"))
        return True


def add_stock_row(database: Database, product: int, combination: int, out_of_stock: int) -> None:
    """Make the row of a product or combination with no pieces; one that is there gets the policy."""
    sql = "SELECT id FROM stock_available WHERE id_product = ? AND id_product_attribute = ?"
    key = database.value(sql, (product, combination))
    if key is not None:
        database.update("stock_available", key, {"out_of_stock": out_of_stock})
        return
    values = {"id_product": product, "id_product_attribute": combination, "id_shop": 1, "id_shop_group": 0}
    more = {"quantity": 0, "depends_on_stock": 0, "out_of_stock": out_of_stock, "location": ""}
    database.insert("stock_available", values | more)


def out_of_stock_policy(database: Database, product: int) -> int:
    """Return what the product's row says of orders without stock: 0 refused, 1 accepted, 2 as the shop."""
    sql = "SELECT out_of_stock FROM stock_available WHERE id_product = ? AND id_product_attribute = 0"
    found = database.value(sql, (product,))
    return int(found) if found is not None else 0


def add_up(database: Database, product: int) -> None:
    """Set the product's own row to the sum of its combinations; it is made if it is missing."""
    sql = "SELECT sum(quantity) FROM stock_available WHERE id_product = ? AND id_product_attribute <> 0"
    total = database.value(sql, (product,)) or 0
    find = "SELECT id FROM stock_available WHERE id_product = ? AND id_product_attribute = 0"
    if database.value(find, (product,)) is None:
        add_stock_row(database, product, 0, 0)
    change = "UPDATE stock_available SET quantity = ? WHERE id_product = ? AND id_product_attribute = 0"
    database.write(change, (total, product))


def change_quantity(database: Database, product: int, combination: int, delta: int) -> None:
    """Add to a quantity; below zero is allowed."""
    change = "UPDATE stock_available SET quantity = quantity + ? WHERE id_product = ? AND id_product_attribute = ?"
    database.write(change, (delta, product, combination))
    if combination:
        add_up(database, product)


def quantity_of(database: Database, product: int, combination: int) -> int:
    """Return the pieces available."""
    sql = "SELECT quantity FROM stock_available WHERE id_product = ? AND id_product_attribute = ?"
    return int(database.value(sql, (product, combination)) or 0)


def default_combinations(database: Database, products: Sequence[int]) -> dict[int, int]:
    """Return the default combination of each product that has any; without a default, the first."""
    found: dict[int, int] = {}
    for part in chunks(products):
        sql = (
            f"SELECT id_product, id FROM product_attribute WHERE id_product IN ({marks(part)})"
            " ORDER BY default_on DESC, id"
        )
        for product, combination in database.rows(sql, part):
            found.setdefault(product, combination)
    return found


def note_default_combination(database: Database, product: int) -> None:
    """Keep the product's memory of its default combination, and its type once it has one."""
    combination = default_combinations(database, [product]).get(product, 0)
    values: dict[str, object] = {"cache_default_attribute": combination}
    if combination:
        values["product_type"] = "combinations"
    database.update("product", product, values)
