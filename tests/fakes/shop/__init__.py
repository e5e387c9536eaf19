"""A web shop in memory, with failures that a test chooses."""

from fakes.shop.fake_shop import FakeShop
from fakes.shop.faults import Faults
from fakes.shop.state import HeldProduct, HeldVariant, ShopState

__all__ = ["FakeShop", "Faults", "HeldProduct", "HeldVariant", "ShopState"]
