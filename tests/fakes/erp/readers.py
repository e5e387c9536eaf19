"""The reading ports of a company in memory."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fakes.erp.company import Company, by_code, in_pages

from navette.domain.article import Article, CategoryNode
from navette.domain.customer import Account
from navette.domain.keys import normalise_code
from navette.domain.price_sheet import PriceSheet
from navette.domain.stock import StockLevel, SupplierArrival
from navette.ports.erp import ArticleFlow, ArticleSelection


class FakeCatalog:
    def __init__(self, company: Company) -> None:
        self._company = company

    def articles(self, selection: ArticleSelection, accounting_category: int) -> Iterator[Sequence[Article]]:
        del accounting_category
        for page in in_pages(self._company.select(selection), selection.page_size):
            yield [self._company.articles[reference] for reference in page]

    def count_articles(self, selection: ArticleSelection, flow: ArticleFlow = ArticleFlow.CATALOG) -> int:
        del flow
        return len(self._company.select(selection))

    def family_categories(self) -> Sequence[CategoryNode]:
        return tuple(self._company.families)

    def catalogue_categories(self) -> Sequence[CategoryNode]:
        return tuple(self._company.catalogue)

    def resolve_file(self, path: str) -> str | None:
        return self._company.files.get(path)


class FakeStock:
    """Levels are kept as if summed over the warehouses already."""

    def __init__(self, company: Company) -> None:
        self._company = company

    def stock(self, selection: ArticleSelection, warehouses: frozenset[int] | None) -> Iterator[Sequence[StockLevel]]:
        del warehouses
        for page in in_pages(self._company.select(selection), selection.page_size):
            yield [level for reference in page for level in self._company.levels[reference]]

    def arrivals(self, references: Sequence[str]) -> Mapping[str, Sequence[SupplierArrival]]:
        return {key: found for key, found in self._company.arrivals.items() if key.partition(":")[2] in references}


class FakePrices:
    def __init__(self, company: Company) -> None:
        self._company = company

    def price_sheets(
        self, selection: ArticleSelection, accounting_category: int, vat_slot: int = 1, ecotax_slot: int = 0
    ) -> Iterator[Sequence[PriceSheet]]:
        del accounting_category, vat_slot, ecotax_slot
        for page in in_pages(self._company.select(selection), selection.page_size):
            yield [self._company.sheets[reference] for reference in page]

    def priced_accounts(self) -> Sequence[Account]:
        named = {code for sheet in self._company.sheets.values() for code in sheet.customer_lines}
        active = (account for account in self._company.accounts.values() if not account.is_dormant)
        return by_code(account for account in active if {account.code, account.purchasing_group} & named)


class FakeParties:
    def __init__(self, company: Company) -> None:
        self._company = company

    def accounts_by_code(self, codes: Sequence[str]) -> Mapping[str, Account]:
        wanted = {normalise_code(code) for code in codes}
        return {code: account for code, account in self._company.accounts.items() if code in wanted}

    def accounts_by_email(self, emails: Sequence[str]) -> Mapping[str, Sequence[Account]]:
        return self._by(emails, lambda account: {email.lower() for email in (account.email, *account.contact_emails)})

    def accounts_by_siret(self, numbers: Sequence[str]) -> Mapping[str, Sequence[Account]]:
        return self._by(numbers, lambda account: {"".join(account.siret.split())})

    def accounts_by_vat_number(self, numbers: Sequence[str]) -> Mapping[str, Sequence[Account]]:
        return self._by(numbers, lambda account: {"".join(account.vat_number.split()).upper()})

    def _by(self, wanted: Sequence[str], texts_of: object) -> Mapping[str, Sequence[Account]]:
        found: dict[str, list[Account]] = defaultdict(list)
        for account in by_code(self._company.accounts.values()):
            for text in texts_of(account) & set(wanted) - {""}:
                found[text].append(replace(account))
        return dict(found)
