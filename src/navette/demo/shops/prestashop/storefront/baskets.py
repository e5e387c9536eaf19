"""Carts at the checkout: articles by their references, and what the stock allows."""

import json
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.behaviour.stock import out_of_stock_policy, quantity_of
from navette.demo.shops.prestashop.storefront.refusals import CheckoutError

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop
    from navette.demo.shops.prestashop.storefront.checkout import Checkout


def article_keys(shop: "Shop", reference: str) -> tuple[int, int]:
    """Return the product and the combination of a reference, 0 for none."""
    sql = "SELECT id_product, id FROM product_attribute WHERE fold(reference) = fold(?) ORDER BY id"
    found = shop.database.row(sql, (reference,))
    if found is None:
        sql = "SELECT id, 0 FROM product WHERE fold(reference) = fold(?) AND active = 1 ORDER BY id"
        found = shop.database.row(sql, (reference,))
    if found is None:
        raise CheckoutError(f"The shop sells no article {reference}.")
    product, combination = int(found[0]), int(found[1])
    if not combination:
        sql = "SELECT id FROM product_attribute WHERE id_product = ? ORDER BY default_on DESC, id"
        combination = int(shop.database.value(sql, (product,)) or 0)
    return product, combination


def add_cart(shop: "Shop", checkout: "Checkout", customer: int, addresses: tuple[int, int], currency: int) -> int:
    """Make an empty cart for a customer, with what the checkout says of it."""
    delivery, invoice = addresses
    now = shop.clock.stamp()
    values = {
        "id_customer": customer,
        "id_address_delivery": delivery,
        "id_address_invoice": invoice,
        "id_currency": currency,
        "id_lang": checkout.language,
        "id_carrier": checkout.carrier,
        "id_shop": 1,
        "id_shop_group": 1,
        "id_guest": 0,
        "delivery_option": json.dumps({str(delivery): f"{checkout.carrier},"}, separators=(",", ":")),
        "secure_key": shop.database.value("SELECT secure_key FROM customer WHERE id = ?", (customer,)),
        "gift": int(checkout.gift),
        "gift_message": checkout.gift_message,
        "recyclable": 0,
        "mobile_theme": 0,
        "allow_seperated_package": 0,
        "date_add": now,
        "date_upd": now,
    }
    return shop.database.insert("cart", values)


def add_to_cart(shop: "Shop", cart: int, product: int, combination: int, quantity: int) -> None:
    """Put pieces of an article in a cart, as far as the shop sells them."""
    where = "id_cart = ? AND id_product = ? AND id_product_attribute = ?"
    found = shop.database.row(
        f"SELECT position, quantity FROM cart_product WHERE {where}", (cart, product, combination)
    )
    wanted = quantity + (found[1] if found else 0)
    if wanted > quantity_of(shop.database, product, combination) and not sells_without_stock(shop, product):
        raise CheckoutError(f"There are not enough pieces of article {_reference(shop, product, combination)}.")
    if found:
        shop.database.write("UPDATE cart_product SET quantity = ? WHERE position = ?", (wanted, found[0]))
        return
    values = {"id_cart": cart, "id_product": product, "id_product_attribute": combination, "quantity": quantity}
    address = shop.database.value("SELECT id_address_delivery FROM cart WHERE id = ?", (cart,))
    shop.database.insert("cart_product", values | {"id_customization": 0, "id_address_delivery": address})


def sells_without_stock(shop: "Shop", product: int) -> bool:
    """Tell whether customers may order a product that has no pieces left."""
    if shop.setting("PS_STOCK_MANAGEMENT") == "0":
        return True
    policy = out_of_stock_policy(shop.database, product)
    return policy == 1 or (policy == 2 and shop.setting("PS_ORDER_OUT_OF_STOCK") == "1")


def _reference(shop: "Shop", product: int, combination: int) -> str:
    sql = "SELECT reference FROM product WHERE id = ?"
    own = shop.database.value("SELECT reference FROM product_attribute WHERE id = ?", (combination,))
    return str(own or shop.database.value(sql, (product,)) or product)
