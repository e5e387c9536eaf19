"""What a document of the sample says, before it becomes rows."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from navette.demo.company.articles.article import SampleArticle, Tracking
from navette.demo.company.foundations.parameter_numbers import PriceCategory
from navette.demo.company.foundations.places import Depot
from navette.demo.company.foundations.taxes import FRENCH_VAT, PURCHASE_VAT, SalesCategory, Tax, VatClass, sales_vat
from navette.demo.company.parties.party import Party
from navette.demo.company.trade.numbering import Kind

ONE = Decimal(1)
_SIX_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Sold:
    """An article that stands on documents, with the numbers of its combinations."""

    article: SampleArticle
    variants: tuple[tuple[int, int], ...] = ()

    @property
    def is_tracked(self) -> bool:
        """Whether documents move its stock."""
        return self.article.tracking is not Tracking.NONE

    @property
    def depot(self) -> Depot:
        """The depot that the article is sold from."""
        return self.article.holdings[0].depot if self.article.holdings else Depot.BESANCON

    def price(self, category: PriceCategory) -> tuple[Decimal, bool]:
        """Give a price for a category of customers, and whether it includes tax."""
        article = self.article
        rate = 1 + FRENCH_VAT[article.vat_class].rate / 100
        net = article.price / rate if article.price_includes_tax else article.price
        if category in (PriceCategory.CONSUMERS, PriceCategory.STAFF):
            return (net * rate).quantize(Decimal("0.01")), True
        return net.quantize(_SIX_PLACES), False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line: an article, or without one a comment. Discounts in percent, cascaded.

    A line that is not `valued` does not count: a comment, or a component of a kit named by `kit`.
    """

    sold: Sold | None = None
    text: str = ""
    quantity: Decimal = Decimal(0)
    price: Decimal = Decimal(0)
    includes_tax: bool = False
    discounts: tuple[Decimal, ...] = ()
    depot: Depot = Depot.BESANCON
    variant: tuple[int, int] = (0, 0)
    pack: tuple[str, int] | None = None
    due: datetime | None = None
    kit: str | None = None
    is_valued: bool = True
    lot: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A document that became this one: DL_PieceXX and DL_DateXX."""

    piece: str
    on: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document: to whom, what, and what it came from. `shipping` is the footer's cost before tax or with it."""

    kind: Kind
    party: Party
    on: datetime
    lines: tuple[Line, ...]
    web_number: str = ""
    reference: str = ""
    tracking: str = ""
    status: int = 0
    shipping: Decimal = Decimal(0)
    shipping_includes_tax: bool = False
    shipping_is_taxed: bool = True
    free_shipping_from: Decimal = Decimal(0)
    early_payment_discount: Decimal = Decimal(0)
    has_remainder: bool = False
    deposit: Decimal = Decimal(0)
    is_paid: bool = False
    due: datetime | None = None
    delivered_on: datetime | None = None
    ancestors: dict[Kind, Ancestor] = field(default_factory=dict)

    def taxes(self, line: Line) -> tuple[Tax | None, Tax | None, Tax | None]:
        """Give the taxes of a line's three slots."""
        if line.sold is None:
            return None, None, None
        article = line.sold.article
        vat_class = article.former_vat or article.vat_class
        if self.party.is_supplier:
            return PURCHASE_VAT[vat_class], None, None
        category = self.party.sales_category
        return sales_vat(category, vat_class), None, article.ecotax if category is SalesCategory.FRANCE else None

    def footer_tax(self) -> Tax | None:
        """Give the VAT of the footer's shipping cost."""
        if not self.shipping or not self.shipping_is_taxed:
            return None
        return sales_vat(self.party.sales_category, VatClass.STANDARD)
