"""Many products at once, for benchmarks."""

from collections.abc import Iterator
from typing import Any

from navette.demo.shops.prestashop.records.columns import NO_DATE
from navette.demo.shops.prestashop.shop import Shop

HOME = 2
PRODUCT = {
    "id_category_default": HOME,
    "id_tax_rules_group": 1,
    "id_shop_default": 1,
    "id_manufacturer": 0,
    "id_supplier": 0,
    "cache_default_attribute": 0,
    "supplier_reference": "",
    "location": "",
    "width": "0.000000",
    "height": "0.000000",
    "depth": "0.000000",
    "weight": "0.250000",
    "quantity_discount": 0,
    "ean13": "",
    "isbn": "",
    "upc": "",
    "mpn": "",
    "cache_is_pack": 0,
    "cache_has_attachments": 0,
    "is_virtual": 0,
    "state": 1,
    "additional_delivery_times": 1,
    "on_sale": 0,
    "online_only": 0,
    "ecotax": "0.000000",
    "minimal_quantity": 1,
    "low_stock_alert": 0,
    "wholesale_price": "5.000000",
    "unity": "",
    "unit_price": "0.000000",
    "unit_price_ratio": "0.000000",
    "additional_shipping_cost": "0.000000",
    "customizable": 0,
    "text_fields": 0,
    "uploadable_files": 0,
    "active": 1,
    "redirect_type": "",
    "id_type_redirected": 0,
    "available_for_order": 1,
    "available_date": NO_DATE,
    "show_condition": 0,
    "condition": "new",
    "show_price": 1,
    "indexed": 1,
    "visibility": "both",
    "advanced_stock_management": 0,
    "pack_stock_type": 3,
}
COMBINATION = {
    "ean13": "",
    "isbn": "",
    "upc": "",
    "mpn": "",
    "supplier_reference": "",
    "wholesale_price": "0.000000",
    "price": "0.000000",
    "ecotax": "0.000000",
    "weight": "0.000000",
    "unit_price_impact": "0.000000",
    "minimal_quantity": 1,
    "low_stock_alert": 0,
    "available_date": NO_DATE,
}
TEXTS = ("name", "link_rewrite", "description", "description_short", "meta_title", "meta_description")

Values = dict[str, Any]


def seed_products(shop: Shop, count: int, *, combinations: int, quantity: int, prefix: str) -> None:
    """Store products `PREFIX-000001` and on; a combination is `PREFIX-000001-2`."""
    first = (shop.database.value("SELECT max(id) FROM product") or 0) + 1
    first_combination = (shop.database.value("SELECT max(id) FROM product_attribute") or 0) + 1
    keys = range(first, first + count)
    shop.database.begin()
    _insert(shop, "product", _products(shop, keys, prefix, has_combinations=combinations > 0))
    _insert(shop, "product_lang", _texts(shop, keys, prefix))
    shop.database.write_many("INSERT INTO category_product VALUES (2, ?, ?)", ((key, key) for key in keys))
    _insert(shop, "product_attribute", _combinations(keys, first_combination, combinations, prefix))
    _insert(shop, "stock_available", _stock(keys, first_combination, combinations, quantity))
    shop.database.commit()


def _insert(shop: Shop, table: str, rows: Iterator[Values]) -> None:
    first = next(rows, None)
    if first is None:
        return
    names = ", ".join(f'"{name}"' for name in first)
    marks = ", ".join("?" for _ in first)
    sql = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
    shop.database.write(sql, list(first.values()))
    shop.database.write_many(sql, (list(row.values()) for row in rows))


def _products(shop: Shop, keys: range, prefix: str, *, has_combinations: bool) -> Iterator[Values]:
    now = shop.clock.stamp()
    kind = "combinations" if has_combinations else "standard"
    for key in keys:
        own = {"id": key, "reference": f"{prefix}-{key:06}", "price": f"{key % 200 + 1}.990000"}
        yield {**PRODUCT, **own, "product_type": kind, "date_add": now, "date_upd": now}


def _texts(shop: Shop, keys: range, prefix: str) -> Iterator[Values]:
    empty = dict.fromkeys(TEXTS, "")
    for key in keys:
        for language in shop.languages():
            texts = {"name": f"Article {prefix}-{key:06}", "link_rewrite": f"article-{prefix.lower()}-{key:06}"}
            yield {"id": key, "id_lang": language, **empty, **texts}


def _combinations(keys: range, first: int, combinations: int, prefix: str) -> Iterator[Values]:
    for place, key in enumerate(keys):
        for number in range(combinations):
            own = {"id": first + place * combinations + number, "id_product": key}
            reference = {"reference": f"{prefix}-{key:06}-{number + 1}", "default_on": None if number else 1}
            yield {**COMBINATION, **own, **reference}


def _stock(keys: range, first: int, combinations: int, quantity: int) -> Iterator[Values]:
    for place, key in enumerate(keys):
        total = quantity * combinations if combinations else quantity
        yield _row(key, 0, total)
        for number in range(combinations):
            yield _row(key, first + place * combinations + number, quantity)


def _row(product: int, combination: int, quantity: int) -> Values:
    return {
        "id_product": product,
        "id_product_attribute": combination,
        "id_shop": 1,
        "id_shop_group": 0,
        "quantity": quantity,
        "depends_on_stock": 0,
        "out_of_stock": 2,
        "location": "",
    }
