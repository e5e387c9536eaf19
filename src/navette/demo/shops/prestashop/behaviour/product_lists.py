"""The lists inside a product: categories, pictures, combinations, features, stock, pack."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.behaviour.combination_order import option_values, ordered_combinations
from navette.demo.shops.prestashop.behaviour.links import Entry, LinkTable
from navette.demo.shops.prestashop.php import is_empty, to_int
from navette.demo.shops.prestashop.records.record import Record
from navette.demo.shops.prestashop.records.repository import chunks, marks

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

LINKS = {
    "product_features": LinkTable(
        "feature_product", "id_product", {"id": "id_feature", "id_feature_value": "id_feature_value"}
    ),
    "tags": LinkTable("product_tag", "id_product", {"id": "id_tag"}),
    "attachments": LinkTable("product_attachment", "id_product", {"id": "id_attachment"}, existing="attachment"),
    "accessories": LinkTable("accessory", "id_product_1", {"id": "id_product_2"}, order="rowid"),
}

READ_ONLY = {
    "categories": (
        "SELECT p.id_product, p.id_category FROM category_product p JOIN category c ON c.id = p.id_category"
        " WHERE p.id_product IN ({}) ORDER BY p.id_category"
    ),
    "images": "SELECT id_product, id FROM image WHERE id_product IN ({}) ORDER BY position, id",
    "stock_availables": (
        "SELECT id_product, id, id_product_attribute FROM stock_available WHERE id_product IN ({}) ORDER BY id"
    ),
    "product_bundle": (
        "SELECT id_product_pack, id_product_item, id_product_attribute_item, quantity FROM pack"
        " WHERE id_product_pack IN ({}) ORDER BY id_product_item"
    ),
}

NAMES = {
    "stock_availables": ("id", "id_product_attribute"),
    "product_bundle": ("id", "id_product_attribute", "quantity"),
}


def entries(shop: "Shop", name: str, records: Sequence[Record]) -> dict[int, list[Entry]] | None:
    """Return a list of each product, or None for a list that is a plain link table."""
    products = [record.key for record in records]
    if name == "combinations":
        keys = ordered_combinations(shop.database, products)
        return {product: [{"id": str(key)} for key in combinations] for product, combinations in keys.items()}
    if name == "product_option_values":
        return option_values(shop.database, products)
    query = READ_ONLY.get(name)
    if query is None:
        return None
    found: dict[int, list[Entry]] = {product: [] for product in products}
    for part in chunks(products):
        for product, *values in shop.database.rows(query.format(marks(part)), part):
            texts = (None if value is None else str(value) for value in values)
            entry = dict(zip(NAMES.get(name, ("id",)), texts, strict=True))
            if entry not in found[product]:
                found[product].append(entry)
    return found


def replace(shop: "Shop", record: Record, name: str, given: Sequence[Entry]) -> bool | None:
    """Replace a list that needs more than its link table; None when it does not."""
    if name == "categories":
        _set_categories(shop, record.key, given)
        return True
    if name == "combinations":
        _set_combinations(shop, record.key, given)
        return True
    if name == "product_bundle":
        return _set_pack(shop, record, given)
    if name == "attachments":
        LINKS[name].replace(shop.database, record.key, given)
        shop.database.update("product", record.key, {"cache_has_attachments": int(bool(given))})
        return True
    return None


def _set_categories(shop: "Shop", product: int, given: Sequence[Entry]) -> None:
    """Put a product in its categories; in a new one it comes last."""
    database = shop.database
    wanted = list(dict.fromkeys(to_int(entry.get("id")) for entry in given))
    places: dict[int, int] = dict(
        database.rows("SELECT id_category, position FROM category_product WHERE id_product = ?", (product,))
    )
    database.write("DELETE FROM category_product WHERE id_product = ?", (product,))
    for category in wanted:
        last = database.value("SELECT max(position) FROM category_product WHERE id_category = ?", (category,))
        position = places.get(category, (last or 0) + 1)
        database.write("INSERT INTO category_product VALUES (?, ?, ?)", (category, product, position))


def _set_combinations(shop: "Shop", product: int, given: Sequence[Entry]) -> None:
    """Keep the combinations named: the others of the product are deleted, foreign ones are taken over."""
    database = shop.database
    wanted = [to_int(entry.get("id")) for entry in given]
    present = database.column("SELECT id FROM product_attribute WHERE id_product = ?", (product,))
    behaviour = shop.behaviour("combinations")
    for key in present:
        combination = shop.find("combinations", key)
        if key not in wanted and combination is not None:
            behaviour.delete(combination)
    for key in wanted:
        if key not in present:
            database.write("UPDATE product_attribute SET id_product = ? WHERE id = ?", (product, key))


def _set_pack(shop: "Shop", record: Record, given: Sequence[Entry]) -> bool:
    """Replace the components of a pack; the combination named as `id_product_attribute` is not looked at."""
    if not is_empty(record["is_virtual"]):
        return False
    database = shop.database
    database.write("DELETE FROM pack WHERE id_product_pack = ?", (record.key,))
    database.update("product", record.key, {"cache_is_pack": 0})
    for entry in given:
        item = to_int(entry.get("id"))
        if item <= 0:
            continue
        combination = to_int(entry.get("product_attribute_id"))
        if not combination:
            sql = "SELECT id FROM product_attribute WHERE id_product = ? ORDER BY default_on DESC, id"
            combination = database.value(sql, (item,)) or 0
        values = (record.key, item, combination, to_int(entry.get("quantity")))
        database.write("INSERT INTO pack VALUES (?, ?, ?, ?)", values)
        database.update("product", record.key, {"cache_is_pack": 1, "product_type": "pack"})
    return True
