"""Stock that orders take and give back, packs included."""

from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.behaviour.stock import change_quantity, quantity_of
from navette.demo.shops.prestashop.php import to_int

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

PACK_ONLY, COMPONENTS_ONLY, BOTH, AS_SHOP = range(4)

COMPONENTS = "SELECT id_product_item, id_product_attribute_item, quantity FROM pack WHERE id_product_pack = ?"
PACKS_WITH = (
    "SELECT p.id, p.pack_stock_type, k.quantity FROM pack k JOIN product p ON p.id = k.id_product_pack"
    " WHERE k.id_product_item = ? AND k.id_product_attribute_item = ?"
)


def take_stock(shop: "Shop", product: int, combination: int, delta: int) -> None:
    """Change a quantity by an order: a pack takes itself, its components or both, as it is set."""
    components = shop.database.rows(COMPONENTS, (product,))
    if not components:
        change_quantity(shop.database, product, combination, delta)
        if delta < 0:
            _lower_packs(shop, product, combination)
        return
    kind = _kind(shop, shop.database.value("SELECT pack_stock_type FROM product WHERE id = ?", (product,)))
    if kind in {COMPONENTS_ONLY, BOTH}:
        for item, own_combination, pieces in components:
            change_quantity(shop.database, item, own_combination, delta * pieces)
    if kind in {PACK_ONLY, BOTH}:
        change_quantity(shop.database, product, combination, delta)


def _lower_packs(shop: "Shop", product: int, combination: int) -> None:
    """Lower the packs of an article to what can still be made, where pack and components go together."""
    left = quantity_of(shop.database, product, combination)
    for pack, kind, pieces in shop.database.rows(PACKS_WITH, (product, combination)):
        possible = max(0, left // pieces)
        if _kind(shop, kind) == BOTH and quantity_of(shop.database, pack, 0) > possible:
            sql = "UPDATE stock_available SET quantity = ? WHERE id_product = ? AND id_product_attribute = 0"
            shop.database.write(sql, (possible, pack))


def _kind(shop: "Shop", kind: int) -> int:
    return to_int(shop.setting("PS_PACK_STOCK_TYPE")) if kind == AS_SHOP else kind
