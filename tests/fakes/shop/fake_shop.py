"""The shop, connected."""

from dataclasses import replace
from datetime import datetime

from fakes.shop.categories import CategoryCalls
from fakes.shop.faults import Faults
from fakes.shop.orders import OrderCalls
from fakes.shop.products import ProductCalls
from fakes.shop.selling import SellingCalls
from fakes.shop.state import ShopState

from navette.domain.order import Order
from navette.ports.shop import MissingRight, ShopCapabilities, ShopChoices, ShopProbe

CAPABILITIES = ShopCapabilities(
    kind="fake",
    version="1.0",
    product_batch=4,
    stock_batch=10,
    price_batch=5,
    order_page=3,
    stock_bulk_read=True,
    has_partial_update=True,
    has_group_prices=True,
    has_customer_prices=True,
    accepts_negative_stock=True,
    languages_together=True,
)


class FakeShop(ProductCalls, CategoryCalls, SellingCalls, OrderCalls):
    """Implements navette.ports.shop.Shop over a ShopState."""

    def __init__(
        self,
        state: ShopState | None = None,
        faults: Faults | None = None,
        capabilities: ShopCapabilities = CAPABILITIES,
    ) -> None:
        super().__init__(state or ShopState(), faults or Faults(), capabilities)
        self.probed = ShopProbe(
            identity="",
            name="Boutique",
            kind="fake",
            version="1.0",
            url="http://fake",
            time_zone="Europe/Paris",
            currency="EUR",
            languages={"1": "fr", "2": "en"},
        )
        self.missing_rights: tuple[MissingRight, ...] = ()
        self.is_closed = False

    def probe(self) -> ShopProbe:
        self._read()
        return replace(self.probed, identity=self.state.identity, missing_rights=self.missing_rights)

    def choices(self) -> ShopChoices:
        self._read()
        return self.state.choices

    def clock(self) -> datetime:
        return self.state.now

    def close(self) -> None:
        self.is_closed = True

    def place(self, *orders: Order) -> None:
        """Orders that customers place."""
        self.state.put_order(*orders)
