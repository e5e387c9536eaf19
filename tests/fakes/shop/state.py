"""What a shop in memory holds, which tests fill and look into."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count

from navette.domain.binding import ShopRef
from navette.domain.catalog import Product, Variant
from navette.domain.order import Order, OrderStatus
from navette.ports.shop import EffectKind, FoundCategory, PriceRule, PriceWrite, ShopChoice, ShopChoices


@dataclass
class HeldVariant:
    """A combination; `sold` is None for one that somebody made in the shop."""

    ref: ShopRef
    reference: str
    barcode: str = ""
    quantity: int = 0
    sold: Variant | None = None
    net: Decimal | None = None


@dataclass
class HeldProduct:
    """A product as it stands; `sold` is what was sent of it, None for one that somebody made in the shop."""

    ref: ShopRef
    reference: str
    barcode: str = ""
    quantity: int = 0
    sold: Product | None = None
    price: PriceWrite | None = None
    variants: dict[str, HeldVariant] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    rules: dict[str, PriceRule] = field(default_factory=dict)


def some_choices() -> ShopChoices:
    return ShopChoices(
        tax_rules=(ShopChoice("1", "FR 20 %"), ShopChoice("2", "FR 10 %"), ShopChoice("3", "FR 5.5 %")),
        order_statuses=tuple(
            OrderStatus(number, name, is_cancelled=name == "Cancelled")
            for number, name in (
                ("2", "Paid"),
                ("3", "In preparation"),
                ("4", "Shipped"),
                ("5", "Delivered"),
                ("6", "Cancelled"),
                ("10", "Wire awaited"),
            )
        ),
    )


@dataclass
class ShopState:
    """Products, categories, customers and orders."""

    identity: str = "boutique-1"
    products: dict[str, HeldProduct] = field(default_factory=dict)
    categories: dict[str, FoundCategory] = field(default_factory=dict)
    customers: dict[str, ShopRef] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    shown: dict[str, dict[EffectKind, str]] = field(default_factory=dict)
    past: dict[str, list[str]] = field(default_factory=dict)
    choices: ShopChoices = field(default_factory=some_choices)
    now: datetime = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    ids: "count[int]" = field(default_factory=lambda: count(1))

    def new_id(self) -> str:
        return str(next(self.ids))

    def put_product(self, reference: str, barcode: str = "", quantity: int = 0, pictures: int = 1) -> HeldProduct:
        """A product that somebody made in the shop."""
        product = HeldProduct(ShopRef(self.new_id()), reference, barcode, quantity)
        product.pictures = {self.new_id(): "theirs" for _ in range(pictures)}
        self.products[product.ref.id] = product
        return product

    def put_variant(self, product: HeldProduct, reference: str) -> HeldVariant:
        variant = HeldVariant(ShopRef(self.new_id(), product.ref.id), reference)
        product.variants[variant.ref.id] = variant
        return variant

    def put_order(self, *orders: Order) -> None:
        """Orders placed, with the status that they show."""
        for order in orders:
            self.orders[order.id] = order
            self.shown.setdefault(order.id, {})[EffectKind.STATUS] = order.status
            self.past.setdefault(order.id, [order.status])

    def set_status(self, order: str, status: str) -> None:
        """Give an order a status, as somebody does in the back office."""
        self.shown[order][EffectKind.STATUS] = status
        self.past[order].append(status)

    def named(self, reference: str) -> HeldProduct:
        """The one product of a reference."""
        (found,) = (product for product in self.products.values() if product.reference == reference)
        return found
