"""What a company holds: the state behind a FakeErp, which tests fill and look into."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from builders import ERP_TAXES, a_level, a_price_sheet, keys_of

from navette.domain.article import Article, CategoryNode, FieldDescription
from navette.domain.customer import Account
from navette.domain.document import DocumentDraft, DocumentKind, DocumentRef
from navette.domain.keys import normalise_code
from navette.domain.price_sheet import PriceCategory, PriceSheet
from navette.domain.stock import StockLevel, SupplierArrival
from navette.ports.erp import ArticleSelection, Choice, ErpChoices

FIELDS = ("AR_Design", "AR_Langue1", "glossary", "Résumé", "Matiere", "Marque", "Rayon")


def some_choices() -> ErpChoices:
    return ErpChoices(
        warehouses=(Choice(1, "Bijou SA"), Choice(2, "Annexe")),
        price_categories=(PriceCategory(1, "Détaillants", includes_tax=False), PriceCategory(2, "Grossistes", False)),
        accounting_categories=(Choice(1, "Ventes France"), Choice(2, "Ventes CE"), Choice(3, "Ventes export")),
        taxes=ERP_TAXES,
        payment_modes=(Choice(1, "Chèque"), Choice(2, "Carte bancaire")),
        shipping_methods=(Choice(1, "Express"), Choice(2, "Colissimo")),
        currencies=(Choice(1, "Dollar", "USD"),),
        article_fields=tuple(FieldDescription(name, name, "text", 69) for name in FIELDS),
        document_fields=(
            FieldDescription("DO_Ref", "Référence", "text", 17),
            FieldDescription("Suivi", "Suivi", "text"),
        ),
        lengths={"DO_Ref": 17},
    )


@dataclass
class HeldDocument:
    """A document of the company; `draft` is what it was written from, `fields` are its free fields."""

    ref: DocumentRef
    draft: DocumentDraft
    changed_at: datetime
    fields: dict[str, str] = field(default_factory=dict)
    delivery_on: date | None = None


@dataclass
class Company:
    """Articles with their stock and prices, accounts, documents; `now` is the company's own clock, without zone."""

    identity: str = "BIJOU SA/552081317"
    articles: dict[str, Article] = field(default_factory=dict)
    levels: dict[str, list[StockLevel]] = field(default_factory=dict)
    sheets: dict[str, PriceSheet] = field(default_factory=dict)
    arrivals: dict[str, Sequence[SupplierArrival]] = field(default_factory=dict)
    changed: dict[str, datetime] = field(default_factory=dict)
    families: list[CategoryNode] = field(default_factory=list)
    catalogue: list[CategoryNode] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    documents: list[HeldDocument] = field(default_factory=list)
    choices: ErpChoices = field(default_factory=some_choices)
    numbers: dict[DocumentKind, int] = field(default_factory=dict)
    now: datetime = datetime(2026, 11, 24, 10, 0)  # noqa: DTZ001 (a company's clock has no zone)

    def put(self, *articles: Article, price: object = 100, physical: object = 10) -> None:
        """Add or change articles, with the same price and stock each."""
        for article in articles:
            key = normalise_code(article.reference)
            self.articles[key] = article
            self.sheets[key] = a_price_sheet(article, price)
            self.levels[key] = [a_level(each, physical) for each in keys_of(article)]
            self.touch(key)

    def put_sheet(self, sheet: PriceSheet) -> None:
        self.sheets[sheet.key.reference] = sheet
        self.touch(sheet.key.reference)

    def put_levels(self, *levels: StockLevel) -> None:
        self.levels[levels[0].article.reference] = list(levels)
        self.touch(levels[0].article.reference)

    def put_accounts(self, *accounts: Account) -> None:
        self.accounts.update((normalise_code(account.code), account) for account in accounts)

    def touch(self, reference: str) -> None:
        self.changed[normalise_code(reference)] = self.now

    def advance(self, **delta: float) -> None:
        """Move the company's clock on, by the arguments of a timedelta."""
        self.now += timedelta(**delta)

    def of_web_number(self, number: str) -> list[HeldDocument]:
        return [document for document in self.documents if document.ref.web_number == number]

    def select(self, selection: ArticleSelection) -> list[str]:
        """References of a selection, in their order."""
        return sorted(reference for reference in self.articles if self._is_selected(reference, selection))

    def _is_selected(self, reference: str, selection: ArticleSelection) -> bool:
        article = self.articles[reference]
        if selection.published_only and not article.is_published:
            return False
        if article.is_dormant and not selection.with_dormant:
            return False
        if selection.references is not None and reference not in map(normalise_code, selection.references):
            return False
        if selection.since is None or reference in map(normalise_code, selection.always):
            return True
        return self.changed[reference] >= selection.since


def in_pages(records: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Split references into pages."""
    for start in range(0, len(records), size):
        yield records[start : start + size]


def by_code(accounts: Iterable[Account]) -> list[Account]:
    return sorted(accounts, key=lambda account: account.code)
