"""Prices (spec ART-PRI)."""

from enum import StrEnum
from typing import ClassVar

from navette.config.option import Section, option


class DiscountRule(StrEnum):
    """What happens when several levels give a discount (a company choice in Sage)."""

    CUMULATE = "cumulate"
    BEST = "best"
    PRIORITY = "priority"


class PriceOptions(Section):
    """Default price and specific prices."""

    prefix: ClassVar[str] = "articles.prices"
    title: ClassVar[str] = "Prices"

    decimals: int = option(
        2,
        title="Precision of prices",
        help="Decimals of the price that the customer sees.",
        minimum=0,
        maximum=6,
    )
    category: int = option(
        0,
        title="Default price",
        help="Price category of the default price; 0 = the price of the article card.",
        minimum=0,
        maximum=32,
        choices="price_categories",
    )
    discount_in_price: bool = option(
        default=False,
        title="Apply the simple discount to the price",
        help="A single discount without quantity breaks lowers the default price itself.",
    )
    discount_as_specific: bool = option(
        default=False,
        title="Discounts of the default price for everybody",
        help="Show the discount of the default price as a struck-through price.",
    )
    groups: bool = option(default=True, title="Prices of groups", help="Send the prices of price categories.")
    customers: bool = option(
        default=True, title="Prices of customers", help="Send the exceptions of customers that have a shop account."
    )
    promotions: bool = option(default=False, title="Sales and promotions", help="Send dated promotions.")
    quantity_breaks: bool = option(default=True, title="Quantity breaks", help="Send a price for each quantity band.")
    purchase_price: bool = option(default=True, title="Purchase price", help="Send the purchase price.")
    discount_rule: DiscountRule = option(
        DiscountRule.PRIORITY,
        title="Several discounts",
        help="Cumulate them, keep the best, or give article over family over customer.",
        advanced=True,
    )
    ignore_published: bool = option(
        default=False,
        title="Ignore 'published on the web'",
        help="Read the prices of every active article, published or not.",
    )
