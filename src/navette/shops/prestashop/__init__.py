"""PrestaShop 1.7.7 to 9 over its web service."""

from navette.shops.prestashop.adapter.shop import PrestaShop
from navette.shops.prestashop.client.sign_in import open_door

__all__ = ["PrestaShop", "open_door"]
