"""A simulated PrestaShop: its web service with its oddities, and a small storefront."""

from navette.demo.shops.prestashop.faults import Fault
from navette.demo.shops.prestashop.latency import Latency
from navette.demo.shops.prestashop.simulator import PrestaShopSimulator
from navette.demo.shops.prestashop.storefront.checkout import (
    Buyer,
    Checkout,
    CheckoutRow,
    PlacedOrder,
    PostalAddress,
)

__all__ = [
    "Buyer",
    "Checkout",
    "CheckoutRow",
    "Fault",
    "Latency",
    "PlacedOrder",
    "PostalAddress",
    "PrestaShopSimulator",
]
