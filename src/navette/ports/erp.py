"""The ERP: read with set-based pages, written through one door."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from navette.domain.article import Article, CategoryNode, FieldDescription
from navette.domain.customer import Account
from navette.domain.document import DocumentDraft, DocumentKind, DocumentProgress, DocumentRef, WrittenDocument
from navette.domain.price_sheet import PriceCategory, PriceSheet
from navette.domain.stock import StockLevel, SupplierArrival
from navette.domain.tax import ErpTax


class ArticleFlow(StrEnum):
    """What a selection of articles is read for: it decides which tables count as changed since an instant."""

    CATALOG = "catalog"
    STOCK = "stock"
    PRICES = "prices"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSelection:
    """Which articles a flow reads (spec ART-FLT).

    `since` is on the ERP's own clock and compares the change marks of every table that the flow depends on, with >=.
    `references` restricts to some (None = all); `always` joins records that wait from earlier runs.
    """

    since: datetime | None = None
    references: frozenset[str] | None = None
    always: frozenset[str] = frozenset()
    published_only: bool = True
    with_dormant: bool = False
    condition: str = ""
    page_size: int = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class ErpProbe:
    """What a connection test found: version of the schema, size, identity, rights."""

    identity: str
    company_name: str
    version: str
    is_embedded: bool
    articles: int
    customers: int
    may_write: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of a parameter table that an option or mapping can point to."""

    number: int
    label: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErpChoices:
    """The lists of the company that mappings and options choose from."""

    warehouses: tuple[Choice, ...] = ()
    price_categories: tuple[PriceCategory, ...] = ()
    accounting_categories: tuple[Choice, ...] = ()
    taxes: tuple[ErpTax, ...] = ()
    series: tuple[Choice, ...] = ()
    payment_modes: tuple[Choice, ...] = ()
    journals: tuple[Choice, ...] = ()
    shipping_methods: tuple[Choice, ...] = ()
    currencies: tuple[Choice, ...] = ()
    representatives: tuple[Choice, ...] = ()
    languages: tuple[str, ...] = ()
    article_fields: tuple[FieldDescription, ...] = ()
    document_fields: tuple[FieldDescription, ...] = ()
    lengths: Mapping[str, int] = field(default_factory=dict)


class ErpCatalog(Protocol):
    """Articles and categories."""

    def articles(self, selection: ArticleSelection, accounting_category: int) -> Iterator[Sequence[Article]]:
        """Pages of articles in the order of their reference, each whole."""
        ...

    def count_articles(self, selection: ArticleSelection, flow: ArticleFlow = ArticleFlow.CATALOG) -> int:
        """How many articles a selection will give when it is read for a flow."""
        ...

    def family_categories(self) -> Sequence[CategoryNode]:
        """The families as a tree of categories, parents first."""
        ...

    def catalogue_categories(self) -> Sequence[CategoryNode]:
        """The product catalogue (4 levels), parents first."""
        ...

    def resolve_file(self, path: str) -> str | None:
        """Full path of a file that the ERP names, None if it is missing or outside the allowed folders."""
        ...


class ErpStock(Protocol):
    """Stock levels."""

    def stock(self, selection: ArticleSelection, warehouses: frozenset[int] | None) -> Iterator[Sequence[StockLevel]]:
        """Pages of levels, one for each article without ranges and one for each active combination.

        Summed over the warehouses (None = all).
        """
        ...

    def arrivals(self, references: Sequence[str]) -> Mapping[str, Sequence[SupplierArrival]]:
        """What suppliers still have to deliver, by the text of the stock key."""
        ...


class ErpPrices(Protocol):
    """Price rows."""

    def price_sheets(
        self, selection: ArticleSelection, accounting_category: int, vat_slot: int = 1, ecotax_slot: int = 0
    ) -> Iterator[Sequence[PriceSheet]]:
        """Pages of price sheets, one for each article, with the taxes of two of the ERP's slots (0 = none)."""
        ...

    def priced_accounts(self) -> Sequence[Account]:
        """Active accounts that a price row names, themselves or through their purchasing group."""
        ...


class ErpParties(Protocol):
    """Customer accounts."""

    def accounts_by_code(self, codes: Sequence[str]) -> Mapping[str, Account]:
        """The accounts that exist, by code."""
        ...

    def accounts_by_email(self, emails: Sequence[str]) -> Mapping[str, Sequence[Account]]:
        """Accounts whose card or contacts carry an e-mail, by lower-case e-mail."""
        ...

    def accounts_by_siret(self, numbers: Sequence[str]) -> Mapping[str, Sequence[Account]]:
        """Accounts by SIRET, written without blanks."""
        ...

    def accounts_by_vat_number(self, numbers: Sequence[str]) -> Mapping[str, Sequence[Account]]:
        """Accounts by VAT number, written without blanks, upper-case."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldArticle:
    """What a line of an order needs to know of an article: what can be sold under a reference.

    `range_value1/2` and `packaging` point to a combination or a pack when the reference is that of one;
    `taxes` are by accounting category number.
    """

    reference: str
    designation: str
    range_value1: int = 0
    range_value2: int = 0
    packaging: int = 0
    is_dormant: bool = False
    has_ranges: bool = False
    is_tracked: bool = True
    replacement: str = ""
    bill_of_materials: int = 0


class ErpDocuments(Protocol):
    """Sales documents, read."""

    def sold_articles(self, references: Sequence[str]) -> Mapping[str, SoldArticle]:
        """Articles, combinations and packagings by exact reference (normalised)."""
        ...

    def find_documents(self, web_numbers: Sequence[str]) -> Mapping[str, Sequence[DocumentRef]]:
        """Documents of all sales types by web number; returns and credit notes are not among them."""
        ...

    def progress(self, web_numbers: Sequence[str], fields: Sequence[str]) -> Mapping[str, DocumentProgress]:
        """Where the documents of web orders stand, with the tracking number from the first filled of `fields`."""
        ...

    def changed_web_numbers(self, since: datetime | None) -> Iterator[Sequence[str]]:
        """Web numbers of documents that changed on or after an instant of the ERP's clock."""
        ...


class ErpWriter(Protocol):
    """The one door through which the ERP is written: draft in, piece number out.

    Implementations do not rely on a shared transaction with our store. Writing looks the web number up first, over
    all sales types, and adopts what it finds.
    """

    def write(self, draft: DocumentDraft) -> WrittenDocument:
        """Write one document with its customer, lines and payments, whole or not at all.

        Raises RefusedError with the ERP's reason, WaitingError where a person must decide.
        """
        ...

    def transform(
        self, piece: DocumentRef, into: DocumentKind, quantities: Mapping[int, Decimal] | None
    ) -> DocumentRef:
        """Turn a document into a later kind; `quantities` by line number for a part of it (the rest stays)."""
        ...

    def set_fields(self, document: DocumentRef, fields: Mapping[str, str]) -> None:
        """Set header fields of a document, such as a tracking number."""
        ...


class Erp(Protocol):
    """An ERP company, opened."""

    @property
    def catalog(self) -> ErpCatalog: ...  # noqa: D102 (named by its type)
    @property
    def stock(self) -> ErpStock: ...  # noqa: D102
    @property
    def prices(self) -> ErpPrices: ...  # noqa: D102
    @property
    def parties(self) -> ErpParties: ...  # noqa: D102
    @property
    def documents(self) -> ErpDocuments: ...  # noqa: D102
    @property
    def writer(self) -> ErpWriter: ...  # noqa: D102

    def probe(self) -> ErpProbe:
        """Test the connection; raises ConfigurationError that says precisely what is wrong."""
        ...

    def choices(self) -> ErpChoices:
        """The company's lists."""
        ...

    def clock(self) -> datetime:
        """The ERP's own clock, naive local time as its change marks are written."""
        ...

    def today(self) -> date:
        """The ERP's own date."""
        ...

    def close(self) -> None:
        """Give the connection back."""
        ...
