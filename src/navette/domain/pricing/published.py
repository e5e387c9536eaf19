"""What a shop is told of an article's prices: the default price of each key, and rules that differ from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from navette.domain.keys import StockKey
from navette.domain.pricing.audience import Directory
from navette.domain.pricing.terms import PricingRules, SalePrice


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceChoices:
    """Which prices a shop is told (spec ART-PRI): switches, the categories that are groups there, its customers.

    The default category's discounts are for its group alone, unless they are taken off the default price (a single
    discount without quantity breaks can be) or shown to everybody as rules. Category 0 is the article card's price.
    """

    default_category: int
    policy: PricingRules = field(default_factory=PricingRules)
    default_discount_in_price: bool = False
    default_discounts_as_rules: bool = False
    with_promotions: bool = False
    with_quantity_breaks: bool = True
    with_family_discounts: bool = True
    categories: tuple[int, ...] = ()
    customers: Directory = field(default_factory=Directory)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRule:
    """A price or percentage for everybody, a price category or a customer, from a quantity, in a period.

    `variant` None is the whole product. Days are in the ERP's time and both belong to the period.
    """

    category: int = 0
    customer: str = ""
    variant: StockKey | None = None
    from_quantity: int = 1
    net: Decimal | None = None
    percent: Decimal | None = None
    starts: date | None = None
    ends: date | None = None

    @property
    def name(self) -> str:
        """A name that is unique inside the product and the same from run to run."""
        audience = f"customer:{self.customer}" if self.customer else f"category:{self.category}"
        days = f"{self.starts or ''}..{self.ends or ''}" if self.starts or self.ends else "always"
        return f"{audience}|{self.variant or 'product'}|{self.from_quantity}|{days}"


@dataclass(frozen=True, slots=True)
class PublishedPrices:
    """The default price of the article and of each variant, and the rules beside it."""

    default: Mapping[StockKey, SalePrice]
    rules: tuple[PublishedRule, ...] = ()
