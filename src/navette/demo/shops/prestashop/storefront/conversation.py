"""The message that a customer leaves with an order."""

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop


def add_message(shop: "Shop", order: int, text: str) -> None:
    """Store a message where both kinds of the shop's messages look for it."""
    customer, language, email = shop.database.rows(
        "SELECT o.id_customer, o.id_lang, c.email FROM orders o JOIN customer c ON c.id = o.id_customer WHERE o.id = ?",
        (order,),
    )[0]
    now = shop.clock.stamp()
    message = {"id_cart": 0, "id_order": order, "id_customer": customer, "id_employee": 0, "private": 0}
    shop.database.insert("message", message | {"message": text, "date_add": now})
    thread = {"id_shop": 1, "id_lang": language, "id_contact": 0, "id_customer": customer, "id_order": order}
    more = {"id_product": 0, "status": "open", "email": email, "token": secrets.token_hex(6)}
    key = shop.database.insert("customer_thread", thread | more | {"date_add": now, "date_upd": now})
    entry = {"id_customer_thread": key, "id_employee": 0, "message": text, "private": 0, "read": 0}
    texts = {"ip_address": "", "file_name": "", "user_agent": ""}
    shop.database.insert("customer_message", entry | texts | {"date_add": now, "date_upd": now})
