"""The shop of the demo as its merchant and its customers use it."""

from collections.abc import Sequence
from typing import Protocol

from navette.demo.round_trip.purchases import BackOffice, Purchase


class DemoShop(Protocol):
    """A shop that the round trip can run against: simulated, or real."""

    @property
    def kind(self) -> str:
        """The kind of shop, as the option `shop.kind` names it."""
        ...

    @property
    def url(self) -> str:
        """Address of the shop."""
        ...

    @property
    def key(self) -> str:
        """Key of its interface."""
        ...

    def open_for_business(self, stock: BackOffice) -> None:
        """What the merchant does in the back office before the first customer comes."""
        ...

    def place(self, purchases: Sequence[Purchase]) -> Sequence[str]:
        """Customers place orders; gives the ids of the orders."""
        ...
