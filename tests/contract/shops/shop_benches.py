"""Shops under test: what a test does in the shop itself, behind the back of the port."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from navette.domain.binding import ShopRef
from navette.domain.catalog import Product
from navette.ports.shop import Shop


@dataclass(frozen=True, kw_only=True)
class SeenProduct:
    """A product as the shop shows it: names by language, net prices of itself and of its variants by reference."""

    names: Mapping[str, str]
    net: Decimal
    variants: Mapping[str, Decimal]
    pictures: Sequence[str]


class ShopBench(Protocol):
    """One shop, and the hands of somebody who works in it."""

    shop: Shop
    languages: Sequence[str]

    def put_product(self, reference: str, quantity: int = 0) -> ShopRef:
        """Make a product, without the port."""
        ...

    def lose_product(self, ref: ShopRef) -> None:
        """Delete a product, without the port."""
        ...

    def unacceptable(self, product: Product) -> Product:
        """The product made into one that the shop refuses."""
        ...

    def see(self, ref: ShopRef) -> SeenProduct:
        """Look at a product."""
        ...

    def place_order(self, rows: Mapping[str, int], at: datetime) -> str:
        """Let a customer order some pieces, by reference; gives the order's id."""
        ...

    def set_status(self, order: str, status: str, at: datetime) -> None:
        """Give an order a status."""
        ...

    def writes(self) -> int:
        """Write requests that the shop got."""
        ...
