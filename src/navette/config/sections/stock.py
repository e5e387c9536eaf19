"""Stock that the shop is told (spec ART-STK)."""

from typing import ClassVar

from navette.config.option import Section, option
from navette.domain.stock import StockBasis


class StockOptions(Section):
    """Quantities and what goes with them."""

    prefix: ClassVar[str] = "articles.stock"
    title: ClassVar[str] = "Stock"

    basis: StockBasis = option(
        StockBasis.PROJECTED, title="Stock to use", help="Which of the five quantities of the company is published."
    )
    warehouses: str = option(
        "",
        title="Warehouses",
        help="Numbers of the warehouses that are summed, separated by commas; empty = all.",
        choices="warehouses",
    )
    untracked_quantity: int = option(
        100,
        title="Quantity of untracked articles",
        help="Quantity for articles whose stock is not followed.",
        minimum=0,
        maximum=1_000_000,
    )
    back_to_back_quantity: int = option(
        100,
        title="Quantity of back-to-back articles",
        help="Quantity for back-to-back articles whose stock is zero.",
        minimum=0,
        maximum=1_000_000,
    )
    sends_negative: bool = option(
        default=False, title="Send negative stock", help="Off: a negative quantity is sent as 0."
    )
    ignore_published: bool = option(
        default=False,
        title="Ignore 'published on the web'",
        help="Read the stock of every active article, published or not.",
    )
