"""Prices per unit (kilogram, litre) and their old ratio, which since PrestaShop 8 follows from them."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.records.record import Record
from navette.demo.shops.prestashop.records.repository import chunks, marks

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

PARTS = "SELECT id, price, ecotax, unit_price FROM product WHERE id IN ({}) AND CAST(unit_price AS REAL) > 0"


def show_ratios(shop: "Shop", records: Sequence[Record]) -> None:
    """Put the ratio worked out in place of the stored one, where there is a price per unit."""
    shown = {record.key: record for record in records if "unit_price_ratio" in record.values}
    for part in chunks(list(shown)):
        for key, price, ecotax, unit in shop.database.rows(PARTS.format(marks(part)), part):
            shown[key]["unit_price_ratio"] = _ratio(shop, price, ecotax, unit)


def store_ratio(shop: "Shop", record: Record) -> None:
    """Store the ratio of a new product: one that was sent without a price per unit is lost."""
    price, ecotax, unit = (record.text(name) or "0" for name in ("price", "ecotax", "unit_price"))
    ratio = _ratio(shop, price, ecotax, unit) if Decimal(unit) > 0 else "0"
    shop.database.update("product", record.key, {"unit_price_ratio": f"{Decimal(ratio):.6f}"})
    if Decimal(unit) > 0:
        record["unit_price_ratio"] = ratio


def _ratio(shop: "Shop", price: str, ecotax: str, unit: str) -> str:
    whole = Decimal(price) + (Decimal(ecotax) if shop.setting("PS_USE_ECOTAX") == "1" else 0)
    ratio = (whole / Decimal(unit)).quantize(Decimal("0.000001"), rounding=ROUND_DOWN)
    return format(ratio.normalize(), "f")
