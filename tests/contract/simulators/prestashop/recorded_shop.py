"""The shop at the start of the recordings: freshly installed, with what the recordings show of its sample articles."""

import json
from collections.abc import Iterator
from typing import Any

from recordings import HOST, KEY, LIMITED_KEY, REFERENCE

from navette.demo.shops.prestashop import PrestaShopSimulator

Value = str | int | dict[int, str] | None

BEFORE = "2026-11-24 04:33:40"
DATES = {"date_add": BEFORE, "date_upd": BEFORE}

# the samples that hold records from before the recordings, and the highest id that was there then
SAMPLED = {
    "categories": ("categories-full", 9),
    "product_features": ("product-features", 2),
    "product_feature_values": ("product-feature-values", 10),
    "product_options": ("product-options", 4),
    "product_option_values": ("product-option-values", 5),
    "products": ("products-full-2", 2),
    "customers": ("customers-full", 2),
    "orders": ("order-installed", 1),
    "specific_prices": ("specific-prices", 2),
}
# what else was there, of which the recordings show the ids only
UNSEEN = {
    "addresses": range(1, 7),
    "carts": range(1, 6),
    "order_histories": range(1, 8),
    "order_carriers": range(1, 6),
    "product_suppliers": range(73, 74),
}
# texts that were not installed in French, up to an id
UNTRANSLATED = (
    ("category", "name", 2),
    ("category", "link_rewrite", 2),
    ("order_state", "name", 13),
    ("group", "name", 3),
    ("stock_mvt_reason", "name", 12),
    ("carrier", "delay", 2),
)
# combinations of products 1 and 2 with their option values
COMBINATIONS = {
    1: {1: (1, 8), 2: (1, 11), 3: (2, 8), 4: (2, 11), 5: (3, 8), 6: (3, 11), 7: (4, 8), 8: (4, 11)},
    2: {9: (1,), 10: (2,), 11: (3,), 12: (4,)},
}
FEATURES = {1: ((1, 4), (2, 8)), 2: ((1, 4), (2, 7))}
PICTURES = {1: 1, 2: 1, 21: 2, **{number: number for number in range(3, 20)}, 23: 19}
# options with their values
OPTION_VALUES = {1: range(1, 5), 2: range(5, 19), 3: range(19, 22), 4: range(22, 26)}
# names that the recorded orders repeat
OPTION_NAMES = {8: "White", 11: "Black"}
ORDERED = {6: ("Mug The best is yet to come", "demo_11")}
# rows of the other orders of the installation: order, product, combination, quantity
ORDER_ROWS = ((2, 4, 18, 2), (2, 8, 0, 1), (3, 5, 19, 1), (4, 16, 28, 1), (5, 10, 25, 1))


def recorded_shop() -> PrestaShopSimulator:
    """Return the shop as it was before the first recorded request, not yet started."""
    shop = PrestaShopSimulator(host=HOST, name="TestShop", key=KEY)
    shop.grant(LIMITED_KEY, {"products": ["GET", "HEAD"]})
    shop.shop.database.update("configuration", 8, {"date_upd": BEFORE})
    _take_back_french(shop)
    _add_records(shop)
    _add_products(shop)
    _add_combinations(shop)
    _add_orders(shop)
    references = iter(order["reference"] for order in _content("orders-full-3")["orders"][::-1])
    shop.shop.new_reference = lambda: next(references)
    return shop


def _add_records(shop: PrestaShopSimulator) -> None:
    for resource, (sample, highest) in SAMPLED.items():
        for key, values in _records(sample):
            if key <= highest and shop.find(resource, key) is None:
                shop.add(resource, values, key)
    for option, keys in OPTION_VALUES.items():
        for key in keys:
            if shop.find("product_option_values", key) is None:
                name = dict.fromkeys((1, 2), OPTION_NAMES.get(key, ""))
                shop.add("product_option_values", {"id_attribute_group": option, "name": name}, key)
    for resource, keys in UNSEEN.items():
        for key in keys:
            shop.add(resource, {}, key)
    for name in ("Studio Design", "Graphic Corner"):
        shop.add("manufacturers", {"name": name, "active": 1})
        shop.add("suppliers", {"name": name, "active": 1})


def _take_back_french(shop: PrestaShopSimulator) -> None:
    for table, name, highest in UNTRANSLATED:
        english = f'(SELECT e."{name}" FROM "{table}_lang" e WHERE e.id = f.id AND e.id_lang = 1)'
        sql = f'UPDATE "{table}_lang" AS f SET "{name}" = {english} WHERE id_lang = 2 AND id <= ?'
        shop.shop.database.write(sql, (highest,))


def _add_products(shop: PrestaShopSimulator) -> None:
    database = shop.shop.database
    sold = {"price": "11.9", "id_tax_rules_group": 1, "active": 1, "indexed": 1, "state": 1, **DATES}
    for number in range(3, 20):
        name, reference = ORDERED.get(number, (f"Article {number}", ""))
        shop.add("products", {"name": dict.fromkeys((1, 2), name), "reference": reference, **sold}, number)
    for number in range(1, 20):
        _add_stock(shop, number, number, 0)
    for product, features in FEATURES.items():
        database.write_many("INSERT INTO feature_product VALUES (?, ?, ?)", [(product, *pair) for pair in features])
    for category in _content("categories-full")["categories"]:
        products = [int(entry["id"]) for entry in category.get("associations", {}).get("products", [])]
        places = [(category["id"], product, place) for place, product in enumerate(products, 1) if product < 20]
        database.write_many("INSERT INTO category_product VALUES (?, ?, ?)", places)
    covered: set[int] = set()
    for key, product in sorted(PICTURES.items()):
        cover = None if product in covered else 1
        covered.add(product)
        database.insert("image", {"id": key, "id_product": product, "position": 1, "cover": cover, "content": b""})


def _add_combinations(shop: PrestaShopSimulator) -> None:
    database = shop.shop.database
    for product, combinations in COMBINATIONS.items():
        for key, options in combinations.items():
            default = 1 if key in {1, 9} else None
            shop.add("combinations", {"id_product": product, "default_on": default, "minimal_quantity": 1}, key)
            links = [(key, option) for option in options]
            database.write_many("INSERT INTO product_attribute_combination VALUES (?, ?)", links)
            _add_stock(shop, key + 19, product, key)
        database.update("stock_available", product, {"quantity": 300 * len(combinations)})
    for key in range(13, 40):
        product = 3 + key % 17
        shop.add("combinations", {"id_product": product, "minimal_quantity": 1}, key)
        _add_stock(shop, key + 19, product, key)


def _add_stock(shop: PrestaShopSimulator, key: int, product: int, combination: int) -> None:
    values = {"id_product": product, "id_product_attribute": combination, "id_shop": 1, "quantity": 300}
    shop.add("stock_availables", {**values, "out_of_stock": 2}, key)


def _add_orders(shop: PrestaShopSimulator) -> None:
    for number, reference in enumerate(("OHSATSERP", "UOYEVOLI", "FFATNOMMJ", "KHWLILZLL"), 2):
        shop.add("orders", {"id_customer": 2, "reference": reference, **DATES}, number)
    for row in _content("order-installed")["order"]["associations"]["order_rows"]:
        values = {name: value for name, value in row.items() if name != "id"}
        shop.add("order_details", {**values, "id_order": 1, "id_shop": 1})
    for order, product, combination, quantity in ORDER_ROWS:
        row = {"id_order": order, "product_id": product, "product_attribute_id": combination}
        shop.add("order_details", {**row, "product_quantity": quantity, "id_shop": 1})
    for customer in (1, 2):
        shop.shop.database.write("INSERT INTO customer_group VALUES (?, 3)", (customer,))


def _records(sample: str) -> Iterator[tuple[int, dict[str, Value]]]:
    (found,) = _content(sample).values()
    for record in found if isinstance(found, list) else [found]:
        values = {name: _value(value) for name, value in record.items() if name not in {"id", "associations"}}
        yield int(record["id"]), values


def _content(sample: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((REFERENCE / "samples" / f"{sample}.json").read_text("utf-8"))
    return content


def _value(value: object) -> Value:
    """Return a field's value; texts come as a list of languages."""
    if isinstance(value, list):
        return {int(text["id"]): text["value"] for text in value}
    return None if value is None else str(value)
