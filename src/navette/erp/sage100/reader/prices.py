"""Price sheets (the port ErpPrices): every row that a price of an article can come from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from navette.domain.customer import Account
from navette.domain.keys import normalise_code
from navette.domain.price_sheet import PriceSheet
from navette.erp.sage100.database import Database, ReadSession
from navette.erp.sage100.mapper.price_sheet import SheetParts, to_sheet
from navette.erp.sage100.mapper.taxes import Taxes
from navette.erp.sage100.reader import article_details as details
from navette.erp.sage100.reader.article_taxes import TaxBook
from navette.erp.sage100.reader.parties import priced_accounts
from navette.erp.sage100.reader.price_rows import PagePrices, SharedPrices
from navette.erp.sage100.reader.selection import article_walk, pages
from navette.erp.sage100.rows import Record
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_ARTICLE
from navette.ports.erp import ArticleFlow, ArticleSelection

_COLUMNS = (
    F_ARTICLE.c.AR_Ref,
    F_ARTICLE.c.FA_CodeFamille,
    F_ARTICLE.c.AR_PrixVen,
    F_ARTICLE.c.AR_PrixTTC,
    F_ARTICLE.c.AR_PrixAch,
    F_ARTICLE.c.AR_Coef,
    F_ARTICLE.c.AR_PoidsNet,
    F_ARTICLE.c.AR_UnitePoids,
    F_ARTICLE.c.AR_Gamme1,
    F_ARTICLE.c.AR_Gamme2,
)


@dataclass(frozen=True, slots=True)
class _Run:
    taxes: TaxBook
    shared: SharedPrices
    vat_slot: int
    ecotax_slot: int

    def tax(self, taxes: Taxes, slot: int) -> Any:
        return taxes[slot - 1] if slot else None


class PriceReader:
    """Reads price sheets, and the accounts that price rows name."""

    def __init__(self, database: Database, schema: BaseSchema, today: Callable[[], date]) -> None:
        self._database = database
        self._schema = schema
        self._today = today

    def price_sheets(
        self, selection: ArticleSelection, accounting_category: int, vat_slot: int = 1, ecotax_slot: int = 0
    ) -> Iterator[Sequence[PriceSheet]]:
        """Pages of price sheets, one for each article; slot 0 is no tax."""
        today = self._today()
        with self._database.reading() as session:
            walk = article_walk(session, selection, ArticleFlow.PRICES, today, _COLUMNS)
            taxes = TaxBook.read(session, self._schema, accounting_category, today)
            run = _Run(taxes, SharedPrices.read(session, today), vat_slot, ecotax_slot)
        yield from pages(self._database, walk, partial(self._page, run=run))

    def priced_accounts(self) -> Sequence[Account]:
        """Active accounts that a price row names, themselves or through their purchasing group."""
        with self._database.reading() as session:
            return priced_accounts(session)

    def _page(self, session: ReadSession, rows: Sequence[Record], run: _Run) -> Sequence[PriceSheet]:
        families = {normalise_code(row.AR_Ref): normalise_code(row.FA_CodeFamille) for row in rows}
        ranged = [normalise_code(row.AR_Ref) for row in rows if row.AR_Gamme1]
        taxes = run.taxes.of_articles(session, self._schema, families)
        prices = PagePrices.read(session, list(families), ranged)
        promotions = run.shared.promotions.of_page(session, families)
        values = details.range_values(session, ranged)
        combinations = details.combinations(session, self._schema, ranged)
        return [
            to_sheet(
                row,
                SheetParts(
                    lines=prices.of(reference),
                    vat=run.tax(taxes[reference], run.vat_slot),
                    ecotax=run.tax(taxes[reference], run.ecotax_slot),
                    range_values=values.get(reference, ()),
                    combinations=combinations.get(reference, ()),
                    packagings=prices.packagings.get(reference, ()),
                    family_by_category=run.shared.by_category.get(family, {}),
                    family_by_customer=run.shared.by_customer.get(family, {}),
                    promotions=promotions.get(reference, ()),
                ),
                run.shared.terms,
            )
            for (reference, family), row in zip(families.items(), rows, strict=True)
        ]
