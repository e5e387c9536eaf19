"""A web shop: what it can do is a value (ShopCapabilities); what it does is in a few batch calls.

Calls that take several records answer with one result for each, in their order; a record that the shop refuses is a
result, not an exception. Exceptions are for the shop as a whole: ConfigurationError (key, right, host), TransientError
(unreachable, time-out, limit). An adapter looks up after a doubtful write before it reports.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from navette.domain.binding import Aspect, RemoteFile, ShopRef
from navette.domain.catalog import Category, ImageFile, Product
from navette.domain.order import Order, OrderStatus
from navette.domain.run import Outcome, Problem, Requests


class Support(StrEnum):
    """How far a shop can do something."""

    YES = "yes"
    NO = "no"
    NEEDS_MODULE = "needs_module"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopCapabilities:
    """What a kind and version of shop can do; core code asks this, never the shop's name.

    Batch sizes are records per write call; `stock_bulk_read` tells that the whole stock can be read cheaply.
    `features` names spec items with their support.
    """

    kind: str
    version: str
    product_batch: int
    stock_batch: int
    price_batch: int
    order_page: int
    stock_bulk_read: bool
    has_partial_update: bool
    has_group_prices: bool
    has_customer_prices: bool
    accepts_negative_stock: bool
    languages_together: bool
    text_lengths: Mapping[str, int] = field(default_factory=dict)
    features: Mapping[str, Support] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRight:
    """A right that the credentials lack: a resource and a method, as the shop's settings page names them."""

    resource: str
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopProbe:
    """What a connection test found. `languages` maps the shop's language id to its ISO 639-1 code."""

    identity: str
    name: str
    kind: str
    version: str
    url: str
    time_zone: str
    currency: str
    languages: Mapping[str, str]
    weight_unit: str = "kg"
    dimension_unit: str = "cm"
    uses_ecotax: bool = False
    missing_rights: tuple[MissingRight, ...] = ()


@dataclass(frozen=True, slots=True)
class ShopChoice:
    """A record of the shop that a mapping can point to."""

    id: str
    label: str
    code: str = ""
    rate: Decimal | None = None
    extra: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopChoices:
    """The lists of the shop that mappings choose from."""

    tax_rules: tuple[ShopChoice, ...] = ()
    order_statuses: tuple[OrderStatus, ...] = ()
    carriers: tuple[ShopChoice, ...] = ()
    payment_methods: tuple[ShopChoice, ...] = ()
    currencies: tuple[ShopChoice, ...] = ()
    countries: tuple[ShopChoice, ...] = ()
    groups: tuple[ShopChoice, ...] = ()
    features: tuple[ShopChoice, ...] = ()
    stores: tuple[ShopChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteResult:
    """What came of one write: created, updated, unchanged or refused; ids of what was made under it by key text."""

    outcome: Outcome
    ref: ShopRef | None = None
    variant_refs: Mapping[str, ShopRef] = field(default_factory=dict)
    problem: Problem | None = None
    is_gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundProduct:
    """A product or variant that a shop already holds under a reference or barcode."""

    ref: ShopRef
    reference: str
    barcode: str = ""
    is_variant: bool = False
    has_pictures: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryWrite:
    """A category to create (no ref) or update."""

    category: Category
    ref: ShopRef | None
    parent_ref: ShopRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCategory:
    """A category that a shop holds: names by language, id of the parent ('' at the top)."""

    ref: ShopRef
    parent: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductWrite:
    """A product to create (no ref: every aspect is sent) or to update in the aspects given.

    `variant_refs` are the bound variants by key text; `removed_variants` are refs of combinations that are no more.
    `related` are the products to show with it, None where they are not sent.
    """

    product: Product
    ref: ShopRef | None
    aspects: frozenset[Aspect]
    variant_refs: Mapping[str, ShopRef] = field(default_factory=dict)
    removed_variants: tuple[ShopRef, ...] = ()
    related: tuple[ShopRef, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageWrite:
    """The pictures of one product: those to send, those to remove, those that stay.

    `replaces` removes first whatever pictures the product has.
    """

    ref: ShopRef
    add: tuple[ImageFile, ...] = ()
    remove: tuple[RemoteFile, ...] = ()
    replaces: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageResult:
    """Ids of the pictures sent, by path; problems by path."""

    sent: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, Problem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ShopStock:
    """The quantity that a shop holds for a product or variant."""

    ref: ShopRef
    quantity: int


@dataclass(frozen=True, slots=True)
class StockWrite:
    """A quantity to set, absolute: a repeat is harmless."""

    ref: ShopRef
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceWrite:
    """Prices of a product to set: net without ecotax, purchase price, ecotax; variants by ref with full prices."""

    ref: ShopRef
    net: Decimal
    purchase: Decimal | None = None
    ecotax: Decimal | None = None
    tax_rule: str | None = None
    variants: Mapping[ShopRef, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRule:
    """A price or reduction that holds for a group, a customer or everybody, from a quantity, in a period.

    `key` names the rule inside its product, stable from run to run. Either `net` (a fixed net price) or a reduction
    (percent, or a net amount) is given. `variant` is None for the whole product.
    """

    key: str
    variant: ShopRef | None = None
    group: str = ""
    customer: str = ""
    from_quantity: int = 1
    net: Decimal | None = None
    reduction_percent: Decimal | None = None
    reduction_amount: Decimal | None = None
    starts: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRuleWrite:
    """The rules of one product: those to add or change (with the id they have), those of ours to remove."""

    ref: ShopRef
    put: tuple[tuple[PriceRule, str], ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRuleResult:
    """Ids by rule key of what was put, and what was refused."""

    ids: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, Problem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GroupWrite:
    """A customer group to create or update, with prices shown net or gross."""

    key: str
    label: str
    shows_net_prices: bool
    ref: ShopRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderQuery:
    """Which orders to read: changed after an instant (aware UTC), created in a period, or by id.

    `excluded` ids are left out of the answer: they were read already.
    """

    changed_after: datetime | None = None
    created_from: datetime | None = None
    created_to: datetime | None = None
    ids: tuple[str, ...] = ()
    excluded: frozenset[str] = frozenset()


class EffectKind(StrEnum):
    """What an ERP document changes on its shop order."""

    STATUS = "status"
    PIECE = "piece"
    TRACKING = "tracking"
    DELIVERY_DATE = "delivery_date"


@dataclass(frozen=True, slots=True)
class OrderEffect:
    """A change to make on a shop order; each is harmless to repeat."""

    order: str
    kind: EffectKind
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPresent:
    """What a shop order shows now, by kind of effect; `past_statuses` are those it has had."""

    order: str
    values: Mapping[EffectKind, str]
    past_statuses: tuple[str, ...] = ()


class Shop(Protocol):
    """A web shop, connected."""

    @property
    def capabilities(self) -> ShopCapabilities:
        """What this shop can do; known after the probe."""
        ...

    @property
    def requests(self) -> Requests:
        """Calls made so far."""
        ...

    def probe(self) -> ShopProbe:
        """Test the connection; raises ConfigurationError that says precisely what is wrong."""
        ...

    def choices(self) -> ShopChoices:
        """The shop's lists."""
        ...

    def read_categories(self) -> Sequence[FoundCategory]:
        """All categories below the home category."""
        ...

    def write_categories(self, writes: Sequence[CategoryWrite]) -> Sequence[WriteResult]:
        """Create or update categories, parents before their children.

        A parent that is made in the same call gives its id to its children; if it was not made, they are refused.
        """
        ...

    def find_products(self, references: Sequence[str], barcodes: Sequence[str]) -> Sequence[FoundProduct]:
        """Products and variants held under exactly these references or barcodes."""
        ...

    def find_variants(self, products: Sequence[ShopRef]) -> Sequence[FoundProduct]:
        """All variants of some products."""
        ...

    def existing_products(self, refs: Sequence[ShopRef]) -> frozenset[str]:
        """Which of some products are still there, by id."""
        ...

    def write_products(self, writes: Sequence[ProductWrite]) -> Sequence[WriteResult]:
        """Create products with their variants, or update aspects of existing ones (not images, stock, price rules)."""
        ...

    def write_images(self, write: ImageWrite) -> ImageResult:
        """Send and remove pictures of one product, in order."""
        ...

    def read_stock(self, products: Sequence[ShopRef] | None) -> Iterator[Sequence[ShopStock]]:
        """Pages of what the shop holds: of some products, or of all (None)."""
        ...

    def write_stock(self, writes: Sequence[StockWrite]) -> Sequence[WriteResult]:
        """Set quantities."""
        ...

    def write_prices(self, writes: Sequence[PriceWrite]) -> Sequence[WriteResult]:
        """Set default prices."""
        ...

    def write_price_rules(self, writes: Sequence[PriceRuleWrite]) -> Sequence[PriceRuleResult]:
        """Put and remove price rules; one that stands already under the same terms is adopted."""
        ...

    def write_groups(self, writes: Sequence[GroupWrite]) -> Sequence[WriteResult]:
        """Create or update customer groups."""
        ...

    def find_customers(self, emails: Sequence[str]) -> Mapping[str, ShopRef]:
        """Customers with an account, by lower-case e-mail."""
        ...

    def read_orders(self, query: OrderQuery) -> Iterator[Sequence[Order]]:
        """Pages of whole orders, oldest change first."""
        ...

    def read_present(self, orders: Sequence[str]) -> Mapping[str, OrderPresent]:
        """What some orders show now; an order that is gone is left out."""
        ...

    def apply_effects(self, effects: Sequence[OrderEffect]) -> Sequence[WriteResult]:
        """Make changes on orders, after the present values were read."""
        ...

    def clock(self) -> datetime:
        """The shop's own clock as aware UTC."""
        ...

    def close(self) -> None:
        """Give the connections back."""
        ...
