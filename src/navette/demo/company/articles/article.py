"""An article of the sample, as it is thought up before it becomes rows."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from navette.demo.company.articles.families import Family
from navette.demo.company.foundations.parameter_numbers import PriceCategory
from navette.demo.company.foundations.places import Depot
from navette.demo.company.foundations.ranges import Range, Scale
from navette.demo.company.foundations.taxes import Tax, VatClass


class Tracking(IntEnum):
    """AR_SuiviStock."""

    NONE = 0
    SERIAL = 1
    AVERAGE_COST = 2
    FIFO = 3
    LOT = 5


class Bill(IntEnum):
    """AR_Nomencl."""

    NONE = 0
    MANUFACTURED = 1
    KIT_PRICED_WHOLE = 2
    KIT_PRICED_BY_PARTS = 3
    LINKED = 4


@dataclass(frozen=True, slots=True)
class Holding:
    """An opening stock in a depot; `place` is a number of F_DEPOTEMPL counted from 0 within the depot."""

    depot: Depot
    quantity: int
    minimum: int = 0
    place: int = 0


@dataclass(frozen=True, slots=True)
class Variant:
    """A combination of range values: what differs from the article.

    Without `has_row` it has no row in F_ARTENUMREF, as Sage leaves it where nothing was entered.
    """

    values: tuple[str, ...]
    quantity: int = 0
    reference: str = ""
    barcode: str = ""
    is_dormant: bool = False
    has_row: bool = True
    consumer_price: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Pack:
    """A packaging; a price is that of the whole pack for consumers."""

    label: str
    quantity: int
    reference: str = ""
    barcode: str = ""
    consumer_price: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """A component or a linked article."""

    reference: str
    quantity: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class PriceLine:
    """A price of a category, or of an account; `bands` are upper bounds with a discount in percent or a net price."""

    category: PriceCategory | None = None
    account: str = ""
    price: Decimal = Decimal(0)
    includes_tax: bool = False
    discount: Decimal = Decimal(0)
    coefficient: Decimal = Decimal(0)
    scale: Scale | None = None
    bands: tuple[tuple[Decimal, Decimal], ...] = ()
    excludes_discounts: bool = False
    their_reference: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """A file of the article card, under the Multimedia folder."""

    file: str
    label: str
    mime_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleArticle:
    """An article with all that hangs on it; weights in grams, prices before tax unless `price_includes_tax`."""

    reference: str
    designation: str
    family: Family
    price: Decimal
    english: str = ""
    german: str = ""
    price_includes_tax: bool = False
    purchase_price: Decimal = Decimal(0)
    tracking: Tracking = Tracking.AVERAGE_COST
    is_published: bool = True
    is_dormant: bool = False
    is_back_to_back: bool = False
    replacement: str | None = None
    barcode: str = ""
    net_weight: Decimal = Decimal(0)
    gross_weight: Decimal = Decimal(0)
    warranty: int = 0
    brand: str = ""
    collection: str = ""
    catalogue: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()
    ranges: tuple[Range, ...] = ()
    variants: tuple[Variant, ...] = ()
    packs: tuple[Pack, ...] = ()
    bill: Bill = Bill.NONE
    parts: tuple[Part, ...] = ()
    prices: tuple[PriceLine, ...] = ()
    vat: VatClass | None = None
    former_vat: VatClass | None = None
    ecotax: Tax | None = None
    supplier: str = ""
    supplier_reference: str = ""
    glossaries: tuple[int, ...] = ()
    photo: str = ""
    media: tuple[Media, ...] = ()
    free: tuple[tuple[str, str | Decimal], ...] = ()

    @property
    def vat_class(self) -> VatClass:
        """The article's own VAT class, or its family's."""
        return self.vat or self.family.vat

    @property
    def cost(self) -> Decimal:
        """The purchase price, or a share of the sale price where none is given."""
        return self.purchase_price or (self.price / Decimal("2.2")).quantize(Decimal("0.01"))
