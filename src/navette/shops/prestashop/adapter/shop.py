"""PrestaShop behind the Shop port: each concern is a module of its own, put together here."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property

from navette.domain.binding import ShopRef
from navette.domain.order import Order
from navette.domain.run import Requests
from navette.ports.shop import (
    CategoryWrite,
    FoundCategory,
    FoundProduct,
    GroupWrite,
    ImageResult,
    ImageWrite,
    OrderEffect,
    OrderPresent,
    OrderQuery,
    PriceRuleResult,
    PriceRuleWrite,
    PriceWrite,
    ProductWrite,
    ShopCapabilities,
    ShopChoices,
    ShopProbe,
    ShopStock,
    StockWrite,
    WriteResult,
)
from navette.shops.connection import ShopConnection
from navette.shops.door import Door
from navette.shops.policy import WritePolicy
from navette.shops.prestashop.adapter.categories import Categories
from navette.shops.prestashop.adapter.choices import Choices
from navette.shops.prestashop.adapter.customers import Customers
from navette.shops.prestashop.adapter.effects import OrderEffects
from navette.shops.prestashop.adapter.images import Images
from navette.shops.prestashop.adapter.orders import Orders
from navette.shops.prestashop.adapter.price_rules import PriceRules
from navette.shops.prestashop.adapter.prices import Prices
from navette.shops.prestashop.adapter.probe import probe
from navette.shops.prestashop.adapter.product_lookup import ProductLookUp
from navette.shops.prestashop.adapter.products import Products
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.adapter.stock import Stock
from navette.shops.prestashop.client.client import Client
from navette.shops.prestashop.client.sign_in import open_door


class PrestaShop:
    """A PrestaShop shop, connected; nothing is asked before the first call. `door` is made unless a test gives one."""

    def __init__(
        self, connection: ShopConnection, *, policy: WritePolicy | None = None, door: Door | None = None
    ) -> None:
        self._url = connection.public_url
        self._client = Client(door or open_door(connection), store=connection.store)
        self._session = ShopSession(self._client, store=connection.store, policy=policy)

    @property
    def capabilities(self) -> ShopCapabilities:
        """What this version can do."""
        return self._session.capabilities

    @property
    def requests(self) -> Requests:
        """Calls made so far."""
        return self._client.requests

    @cached_property
    def _categories(self) -> Categories:
        return Categories(self._session)

    @cached_property
    def _look_up(self) -> ProductLookUp:
        return ProductLookUp(self._session)

    @cached_property
    def _products(self) -> Products:
        return Products(self._session)

    @cached_property
    def _images(self) -> Images:
        return Images(self._session)

    @cached_property
    def _stock(self) -> Stock:
        return Stock(self._session)

    @cached_property
    def _prices(self) -> Prices:
        return Prices(self._session)

    @cached_property
    def _price_rules(self) -> PriceRules:
        return PriceRules(self._session)

    @cached_property
    def _customers(self) -> Customers:
        return Customers(self._session)

    @cached_property
    def _orders(self) -> Orders:
        return Orders(self._session)

    @cached_property
    def _effects(self) -> OrderEffects:
        return OrderEffects(self._session)

    def probe(self) -> ShopProbe:
        """Test the connection."""
        return probe(self._session, self._url)

    def choices(self) -> ShopChoices:
        """The shop's lists."""
        return Choices(self._session).read()

    def read_categories(self) -> Sequence[FoundCategory]:
        """All categories below the home category."""
        return self._categories.read()

    def write_categories(self, writes: Sequence[CategoryWrite]) -> Sequence[WriteResult]:
        """Create or update categories."""
        return self._categories.write(writes)

    def find_products(self, references: Sequence[str], barcodes: Sequence[str]) -> Sequence[FoundProduct]:
        """Products and variants held under these references or barcodes."""
        return self._look_up.find_products(references, barcodes)

    def find_variants(self, products: Sequence[ShopRef]) -> Sequence[FoundProduct]:
        """All variants of some products."""
        return self._look_up.find_variants(products)

    def existing_products(self, refs: Sequence[ShopRef]) -> frozenset[str]:
        """Which of some products are still there."""
        return self._look_up.existing_products(refs)

    def write_products(self, writes: Sequence[ProductWrite]) -> Sequence[WriteResult]:
        """Create products with their variants, or change aspects of existing ones."""
        return self._products.write(writes)

    def write_images(self, write: ImageWrite) -> ImageResult:
        """Send and remove pictures of one product."""
        return self._images.write(write)

    def read_stock(self, products: Sequence[ShopRef] | None) -> Iterator[Sequence[ShopStock]]:
        """Pages of what the shop holds."""
        return self._stock.read(products)

    def write_stock(self, writes: Sequence[StockWrite]) -> Sequence[WriteResult]:
        """Set quantities."""
        return self._stock.write(writes)

    def write_prices(self, writes: Sequence[PriceWrite]) -> Sequence[WriteResult]:
        """Set default prices."""
        return self._prices.write(writes)

    def write_price_rules(self, writes: Sequence[PriceRuleWrite]) -> Sequence[PriceRuleResult]:
        """Put and remove price rules."""
        return self._price_rules.write(writes)

    def write_groups(self, writes: Sequence[GroupWrite]) -> Sequence[WriteResult]:
        """Create or update customer groups."""
        return self._customers.write_groups(writes)

    def find_customers(self, emails: Sequence[str]) -> Mapping[str, ShopRef]:
        """Customers with an account, by lower-case e-mail."""
        return self._customers.find(emails)

    def read_orders(self, query: OrderQuery) -> Iterator[Sequence[Order]]:
        """Pages of whole orders, oldest change first."""
        return self._orders.read(query)

    def read_present(self, orders: Sequence[str]) -> Mapping[str, OrderPresent]:
        """What some orders show now."""
        return self._effects.read_present(orders)

    def apply_effects(self, effects: Sequence[OrderEffect]) -> Sequence[WriteResult]:
        """Make changes on orders."""
        return self._effects.apply(effects)

    def clock(self) -> datetime:
        """The shop's own clock as aware UTC."""
        return self._client.clock()

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()
