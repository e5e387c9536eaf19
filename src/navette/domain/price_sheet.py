"""All rows of the ERP that a sale price of one article can come from (sage100 §2.2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from navette.domain.keys import ArticleKey, StockKey
from navette.domain.money import ZERO
from navette.domain.tax import ErpTax


class BandKind(StrEnum):
    """What a price line's bands are about (AC_QteMont)."""

    NONE = "none"
    QUANTITY = "quantity"
    AMOUNT = "amount"
    NET_PRICE = "net_price"


class DiscountKind(StrEnum):
    """One element of a discount (REM_Type)."""

    AMOUNT = "amount"
    PERCENT = "percent"
    FREE_UNITS = "free_units"


class RoundingRule(StrEnum):
    """How a computed price is rounded to a multiple, or to end with a value (P_ARRONDI.AR_Type)."""

    NEAREST = "nearest"
    UP = "up"
    DOWN = "down"
    ENDING_NEAREST = "ending_nearest"
    ENDING_UP = "ending_up"
    ENDING_DOWN = "ending_down"


@dataclass(frozen=True, slots=True)
class DiscountElement:
    """A discount that applies to what the element before it left."""

    value: Decimal
    kind: DiscountKind = DiscountKind.PERCENT


@dataclass(frozen=True, slots=True)
class PriceBand:
    """A band of quantity or amount up to and including its upper bound."""

    upper_bound: Decimal
    discounts: tuple[DiscountElement, ...] = ()
    net_price: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceLine:
    """A price line of a category or a customer (F_ARTCLIENT); a zero price or coefficient is not filled.

    `bands` are in ascending order; `variant_prices` holds F_TARIFGAM and F_TARIFCOND prices by key. A price in another
    currency comes with its rate: `foreign_price` times `foreign_rate` is in the company's currency. `rounding` is a
    `RoundingRule` and its value.
    """

    price: Decimal = ZERO
    includes_tax: bool = False
    coefficient: Decimal = ZERO
    discount: Decimal = ZERO
    excludes_discounts: bool = False
    band_kind: BandKind = BandKind.NONE
    bands: tuple[PriceBand, ...] = ()
    rounding: tuple[RoundingRule, Decimal] | None = None
    foreign_price: Decimal = ZERO
    foreign_rate: Decimal = ZERO
    variant_prices: Mapping[StockKey, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyDiscount:
    """A discount of the article's family for a category (F_FAMTARIF) or a customer (F_FAMCLIENT)."""

    discount: Decimal = ZERO
    coefficient: Decimal = ZERO
    excludes_discounts: bool = False
    band_kind: BandKind = BandKind.NONE
    bands: tuple[PriceBand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """A dated sale or promotion that holds for an article (F_TARIF, F_TARIFSELECT); None dates are open ends.

    Empty `categories` and `customers` mean everybody.
    """

    label: str
    starts: date | None
    ends: date | None
    discounts: tuple[DiscountElement, ...]
    categories: frozenset[int] = frozenset()
    customers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceSheet:
    """Every price row of an article, as read; prices are per unit of sale.

    `vat` and `ecotax` are the article's taxes for the accounting category asked for; `category_lines` is keyed by
    price category number, `customer_lines` by account code. `variants` are the keys sold besides the article;
    `pack_quantities` are the units of sale in each packaging among them.
    """

    key: ArticleKey
    family: str
    base_price: Decimal
    base_includes_tax: bool
    purchase_price: Decimal
    coefficient: Decimal = ZERO
    vat: ErpTax | None = None
    ecotax: ErpTax | None = None
    weight_kg: Decimal = ZERO
    variants: tuple[StockKey, ...] = ()
    variant_purchase_prices: Mapping[StockKey, Decimal] = field(default_factory=dict)
    pack_quantities: Mapping[StockKey, Decimal] = field(default_factory=dict)
    category_lines: Mapping[int, PriceLine] = field(default_factory=dict)
    customer_lines: Mapping[str, PriceLine] = field(default_factory=dict)
    family_by_category: Mapping[int, FamilyDiscount] = field(default_factory=dict)
    family_by_customer: Mapping[str, Decimal] = field(default_factory=dict)
    promotions: tuple[Promotion, ...] = ()


@dataclass(frozen=True, slots=True)
class PriceCategory:
    """A price category of the company (P_CATTARIF): its number, label, and whether its prices include tax."""

    number: int
    label: str
    includes_tax: bool
