"""Orders of customers, placed through the storefront of the simulator."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from shop_client import ShopClient

from navette.demo.shops.prestashop import Buyer, Checkout, CheckoutRow, PlacedOrder, PostalAddress, PrestaShopSimulator

FRENCH_GROUPS = {20: 1, 10: 2, 5.5: 3, 2.1: 4, 0: 0}
NEVER = "0000-00-00 00:00:00"
HOME = PostalAddress("Ada", "Low", "1 rue des Tisserands", "69001", "Lyon")
ADA = Buyer("ada@example.com", "Ada", "Low")


def add_article(
    shop: PrestaShopSimulator, reference: str, price: object, rate: float = 20, stock: int = 100, **values: object
) -> int:
    """Put an article in the shop, with its stock."""
    names = {1: f"Article {reference}", 2: f"Article {reference}"}
    sold = {"active": 1, "available_for_order": 1, "state": 1, "visibility": "both", "minimal_quantity": 1}
    group = FRENCH_GROUPS[rate]
    own = {"reference": reference, "price": str(price), "id_tax_rules_group": group, "name": names, **sold, **values}
    key = shop.add("products", own)
    shop.add("stock_availables", {"id_product": key, "id_shop": 1, "quantity": stock, "out_of_stock": 2})
    return key


def add_special_price(shop: PrestaShopSimulator, product: int, **values: object) -> int:
    """Put a special price in the shop: `percent`, `amount` or a fixed `price`, with what else it depends on."""
    percent, amount = values.pop("percent", None), values.pop("amount", 0)
    reduction = Decimal(str(percent)) / 100 if percent is not None else Decimal(str(amount))
    usual = {
        "id_product": product, "price": "-1", "from_quantity": 1, "reduction": str(reduction), "from": NEVER,
        "to": NEVER, "reduction_type": "amount" if percent is None else "percentage", "reduction_tax": 1,
    }  # fmt: skip
    return shop.add("specific_prices", {**usual, **values})


def add_voucher(shop: PrestaShopSimulator, code: str, **values: object) -> int:
    """Put a voucher in the shop that anybody may use at any time."""
    usual = {
        "code": code, "name": {1: f"Voucher {code}", 2: f"Bon {code}"}, "active": 1, "quantity": 1000,
        "quantity_per_user": 1000, "priority": 1, "partial_use": 0, "reduction_tax": 1, "reduction_currency": 1,
        "reduction_percent": "0", "reduction_amount": "0", "date_from": "2020-01-01 00:00:00",
        "date_to": "2099-01-01 00:00:00",
    }  # fmt: skip
    return shop.add("cart_rules", {**usual, **values})


def add_dollars(shop: PrestaShopSimulator) -> int:
    """Put a second currency in the shop: 1.10 dollars for one euro."""
    names = {"names": {1: "US Dollar", 2: "dollar"}, "symbol": {1: "$", 2: "$"}}
    return shop.add("currencies", {**names, "iso_code": "USD", "precision": 2, "conversion_rate": "1.1", "active": 1})


def order(shop: PrestaShopSimulator, rows: Mapping[str, int], **values: Any) -> PlacedOrder:
    """Place an order of Ada in Lyon, paid unless told otherwise; articles by their references."""
    buyer = values.pop("buyer", ADA)
    delivery = values.pop("delivery", HOME)
    usual = {"module": "stripe", "payment": "Card", **values}
    return shop.place_order(Checkout(buyer, [CheckoutRow(*row) for row in rows.items()], delivery, **usual))


def fields(api: ShopClient, path: str) -> list[dict[str, str]]:
    """The records of a list with their plain fields."""
    separator = "&" if "?" in path else "?"
    return [
        {child.tag: child.text or "" for child in entry}
        for entry in api.get(f"{path}{separator}display=full&sort=[id_ASC]").xml[0]
    ]


def one(rows: Sequence[dict[str, str]]) -> dict[str, str]:
    """The only record of a list."""
    (row,) = rows
    return row
