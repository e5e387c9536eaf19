"""Sale prices: computed from a price sheet as the ERP computes them, and what of them a shop is told."""

from navette.domain.pricing.audience import Directory
from navette.domain.pricing.publication import published_prices
from navette.domain.pricing.published import PriceChoices, PublishedPrices, PublishedRule
from navette.domain.pricing.sale import price_of
from navette.domain.pricing.terms import (
    ALL_LEVELS,
    Buyer,
    DiscountLevel,
    DiscountPolicy,
    Occasion,
    PriceStep,
    PricingRules,
    SalePrice,
    StepKind,
)

__all__ = [
    "ALL_LEVELS",
    "Buyer",
    "Directory",
    "DiscountLevel",
    "DiscountPolicy",
    "Occasion",
    "PriceChoices",
    "PriceStep",
    "PricingRules",
    "PublishedPrices",
    "PublishedRule",
    "SalePrice",
    "StepKind",
    "price_of",
    "published_prices",
]
