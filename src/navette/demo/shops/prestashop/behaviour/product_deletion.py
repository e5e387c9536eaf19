"""What goes with a product when it is deleted."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

OWNED = (
    ("stock_available", "id_product"),
    ("category_product", "id_product"),
    ("specific_price", "id_product"),
    ("product_supplier", "id_product"),
    ("cart_product", "id_product"),
    ("image", "id_product"),
    ("pack", "id_product_pack"),
    ("pack", "id_product_item"),
    ("accessory", "id_product_2"),
)


def delete_product(shop: "Shop", product: int) -> None:
    """Remove stock, prices, pictures, links and combinations of a product; orders keep their rows.

    The combinations go last, and adding up what is left of them makes a stock row anew, which stays behind.
    """
    for table, column in OWNED:
        shop.database.write(f"DELETE FROM {table} WHERE {column} = ?", (product,))
    behaviour = shop.behaviour("combinations")
    for key in shop.database.column("SELECT id FROM product_attribute WHERE id_product = ?", (product,)):
        combination = shop.find("combinations", key)
        if combination is not None:
            behaviour.delete(combination)
