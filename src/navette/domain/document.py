"""Sales documents of the ERP: drafts to write, documents that exist, and their progress."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum

from navette.domain.customer import Address, NewAccount
from navette.domain.money import ZERO
from navette.domain.price_sheet import DiscountElement
from navette.domain.tax import ErpTax


class DocumentKind(StrEnum):
    """Sales documents, in the order in which they follow each other (Sage DO_Type 0, 1, 2, 3, 6, 7)."""

    QUOTE = "quote"
    ORDER = "order"
    PREPARATION = "preparation"
    DELIVERY = "delivery"
    INVOICE = "invoice"
    POSTED_INVOICE = "posted_invoice"

    @property
    def rank(self) -> int:
        """Place on the way from quote to posted invoice."""
        return list(DocumentKind).index(self)


class DocumentStatus(IntEnum):
    """State of a document inside its kind (DO_Statut): saisi, confirmé, accepté."""

    ENTERED = 0
    CONFIRMED = 1
    ACCEPTED = 2


class LineRole(StrEnum):
    """Why a line stands on the document."""

    ARTICLE = "article"
    MISCELLANEOUS = "miscellaneous"
    SHIPPING = "shipping"
    WRAPPING = "wrapping"
    VOUCHER = "voucher"
    GAP = "gap"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """A line to write. Unit price before discounts, net or gross as the draft says; taxes in Sage's three slots.

    A comment line has no article, no quantity and no price. `unit_weight_kg` is needed by a tax on the weight only.
    """

    role: LineRole
    designation: str
    article: str = ""
    range_value1: int = 0
    range_value2: int = 0
    packaging: int = 0
    quantity: Decimal = ZERO
    unit_price: Decimal = ZERO
    discounts: tuple[DiscountElement, ...] = ()
    taxes: tuple[ErpTax, ...] = ()
    note: str = ""
    source: str = ""
    unit_weight_kg: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class FooterCharge:
    """Shipping cost in the document's footer (DO_ValFrais with its own taxes)."""

    amount: Decimal = ZERO
    includes_tax: bool = False
    taxes: tuple[ErpTax, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPayment:
    """A down payment to record on the document (F_DOCREGL type 0); `mode` is P_REGLEMENT's number."""

    amount: Decimal
    mode: int
    on: date
    label: str
    reference: str = ""
    journal: str = ""
    general_account: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Why something in a draft is as it is, as a message code with values."""

    code: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDraft:
    """A sales document to write: everything is decided, nothing is looked up in the shop any more.

    Exactly one of `account` and `new_account` is given. `prices_include_tax` tells how line prices are meant.
    `currency` 0 is the company's own (P_DEVISE).
    """

    web_number: str
    kind: DocumentKind
    status: DocumentStatus
    on: date
    lines: tuple[DraftLine, ...]
    reference: str = ""
    account: str = ""
    new_account: NewAccount | None = None
    prices_include_tax: bool = False
    series: int = 0
    warehouse: int = 0
    accounting_category: int | None = None
    shipping_method: int | None = None
    shipping: FooterCharge = FooterCharge()
    currency: int = 0
    currency_rate: Decimal = Decimal(1)
    delivery_on: date | None = None
    delivery_address: Address | None = None
    header_texts: tuple[str, str, str, str] = ("", "", "", "")
    comments: tuple[str, ...] = ()
    payments: tuple[DraftPayment, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A document that exists in the ERP."""

    kind: DocumentKind
    piece: str
    web_number: str
    account: str
    total_gross: Decimal
    total_net: Decimal = ZERO
    status: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """The result of writing a draft: the document, and whether it was there already (adopted)."""

    document: DocumentRef
    account: str
    account_was_created: bool
    was_adopted: bool = False


@dataclass(frozen=True, slots=True)
class DeliveredLine:
    """A line of a delivery note or later: what was delivered."""

    reference: str
    quantity: Decimal
    designation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentProgress:
    """Where the documents of one web order stand; `leading` is the most advanced one (spec UPD-STA)."""

    web_number: str
    documents: tuple[DocumentRef, ...]
    tracking_numbers: tuple[str, ...] = ()
    delivery_on: date | None = None
    delivered: tuple[DeliveredLine, ...] = ()
    changed_at: datetime | None = None
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def leading(self) -> DocumentRef:
        """The most advanced document; of two of one kind, the one with the later piece number."""
        return max(self.documents, key=lambda document: (document.kind.rank, document.piece))
