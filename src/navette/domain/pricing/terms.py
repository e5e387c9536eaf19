"""The words of a price: who buys, when and how much, under which company rules; and the answer with its steps."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from navette.domain.keys import StockKey
from navette.domain.money import ZERO
from navette.domain.price_sheet import DiscountElement

ONE = Decimal(1)


class DiscountLevel(StrEnum):
    """Where a discount comes from, the strongest first."""

    PROMOTION = "promotion"
    ARTICLE = "article"
    FAMILY = "family"
    CUSTOMER = "customer"


ALL_LEVELS = frozenset(DiscountLevel)


class DiscountPolicy(StrEnum):
    """What happens when several levels give a discount: a choice of the company (sage100 §4.2, point 7)."""

    CUMULATE = "cumulate"
    BEST = "best"
    PRIORITY = "priority"


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """Whom a price is for; without an account it is anybody of the price category.

    A purchasing group brings its own customer lines and its price category, which is then the one given here.
    `discount` is the percentage of the account's own card (CT_Taux01).
    """

    price_category: int
    account: str = ""
    purchasing_group: str = ""
    discount: Decimal = ZERO

    @property
    def reference_account(self) -> str:
        """The account whose price lines hold."""
        return self.purchasing_group or self.account


@dataclass(frozen=True, slots=True)
class Occasion:
    """The day of a sale and how many pieces (packs, for a packaging) are sold."""

    on: date
    quantity: Decimal = ONE


@dataclass(frozen=True, slots=True, kw_only=True)
class PricingRules:
    """The company's rules: how discounts meet, which levels count, decimals of a price as the ERP prints it."""

    policy: DiscountPolicy = DiscountPolicy.CUMULATE
    levels: frozenset[DiscountLevel] = ALL_LEVELS
    decimals: int = 6


class StepKind(StrEnum):
    """What one step of a price did."""

    CUSTOMER_VARIANT_PRICE = "customer_variant_price"
    CATEGORY_VARIANT_PRICE = "category_variant_price"
    CUSTOMER_PRICE = "customer_price"
    CATEGORY_PRICE = "category_price"
    CATEGORY_COEFFICIENT = "category_coefficient"
    FOREIGN_PRICE = "foreign_price"
    BASE_PRICE = "base_price"
    BASE_COEFFICIENT = "base_coefficient"
    ROUNDED = "rounded"
    TIMES_PACK = "times_pack"
    BAND_PRICE = "band_price"
    DISCOUNT = "discount"
    NET_OF_TAX = "net_of_tax"


@dataclass(frozen=True, slots=True)
class PriceStep:
    """One step: the row that it came from (`category:2`, `customer:CARAT`…) and the amount after it."""

    kind: StepKind
    row: str
    amount: Decimal
    discounts: tuple[DiscountElement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SalePrice:
    """The price of one piece or pack: net at 6 decimals without ecotax, after discounts.

    `list_net` is the same before discounts. `gross` is given where the ERP prices with tax: to the cent, ecotax
    included; tax added to `net` and ecotax gives it back exactly.
    """

    key: StockKey
    net: Decimal
    list_net: Decimal
    gross: Decimal | None = None
    discounts: tuple[DiscountElement, ...] = ()
    steps: tuple[PriceStep, ...] = field(default=(), compare=False)
