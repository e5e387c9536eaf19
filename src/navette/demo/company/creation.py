"""Making the sample company from its number of articles and its seed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from sqlalchemy import Connection

from navette.demo.company.articles.article import SampleArticle
from navette.demo.company.articles.assortment import draw_articles
from navette.demo.company.articles.card_rows import CardRows
from navette.demo.company.articles.catalogue import Catalogue
from navette.demo.company.articles.families import write_families
from navette.demo.company.articles.glossary import write_glossary
from navette.demo.company.articles.pool import ArticlePool
from navette.demo.company.articles.prices import write_prices
from navette.demo.company.articles.promotions import write_family_discounts, write_promotions
from navette.demo.company.articles.showcase import SHOWCASE
from navette.demo.company.articles.stock_rows import StockRows
from navette.demo.company.articles.variant_rows import VariantNumbers, VariantRows
from navette.demo.company.foundations.accounts import write_accounts
from navette.demo.company.foundations.company_card import write_company_card
from navette.demo.company.foundations.free_fields import add_free_fields, with_free_fields
from navette.demo.company.foundations.parameters import write_parameters
from navette.demo.company.foundations.places import write_places
from navette.demo.company.foundations.ranges import write_ranges
from navette.demo.company.foundations.staff import write_staff
from navette.demo.company.foundations.statistics import write_statistics
from navette.demo.company.foundations.taxes import write_taxes
from navette.demo.company.media.library import MediaLibrary
from navette.demo.company.parties.crowd import draw_customers, draw_suppliers
from navette.demo.company.parties.known_parties import KNOWN_PARTIES
from navette.demo.company.parties.party import Party
from navette.demo.company.parties.party_rows import PartyRows
from navette.demo.company.row_writer import RowWriter
from navette.demo.company.sample_calendar import SAMPLE_DAY, SampleCalendar
from navette.demo.company.trade.book import DocumentBook
from navette.demo.company.trade.drawn_documents import DrawnDocuments
from navette.demo.company.trade.sales_scenes import SalesScenes
from navette.demo.company.trade.stock_entries import StockEntries
from navette.demo.company.trade.stock_scenes import StockScenes
from navette.erp.sage100.embedded import building_company
from navette.erp.sage100.tables import F_ARTICLE, F_DOCENTETE

_OPENING_DAY = -350
SMALLEST = len(SHOWCASE)
"""How many articles a sample company has at least: the known ones."""


@dataclass(frozen=True, slots=True)
class SampleSize:
    """How much a sample company holds."""

    articles: int
    customers: int
    suppliers: int
    documents: int

    @classmethod
    def of(cls, articles: int) -> "SampleSize":
        """Give what goes with a number of articles: more parties and documents, within limits."""
        return cls(
            articles,
            customers=min(20 + articles // 10, 3000),
            suppliers=min(4 + articles // 500, 60),
            documents=min(30 + articles // 5, 3000),
        )


def create_sample_company(path: Path, articles: int = 200, seed: int = 1, today: date = SAMPLE_DAY) -> SampleSize:
    """Make a sample company; the same arguments give the same rows.

    A folder `Multimedia` beside the file gets the pictures and papers of the articles. Raises ValueError for fewer
    articles than the known ones, and the errors of a company file.
    """
    if articles < SMALLEST:
        raise ValueError(f"A sample company has at least {SMALLEST} articles.")
    with building_company(path) as connection:
        return _SampleBuilder(connection, path, SampleCalendar(today), seed).build(SampleSize.of(articles))


class _SampleBuilder:
    """Writes everything in an order in which each thing finds what it stands on."""

    def __init__(self, connection: Connection, path: Path, calendar: SampleCalendar, seed: int) -> None:
        self._connection = connection
        self._calendar = calendar
        self._random = Random(seed)
        self._rows = RowWriter(connection, calendar.change_mark)
        self._media = MediaLibrary(path)
        self._catalogue = Catalogue()
        self._pool = ArticlePool()
        self._parties = PartyRows(self._rows, calendar)
        self._book = DocumentBook(self._rows, with_free_fields(F_DOCENTETE), self._parties.main_address)

    def build(self, size: SampleSize) -> SampleSize:
        """Build the company and tell what it holds."""
        self._write_foundations()
        parties = self._write_parties(size)
        suppliers = [party for party in parties.values() if party.is_supplier]
        self._write_articles(size, [supplier.code for supplier in suppliers])
        StockScenes(self._book, self._pool, parties, self._calendar).play()
        SalesScenes(self._book, self._pool, parties, self._calendar).play()
        customers = [party for party in parties.values() if not party.is_supplier and not party.is_dormant]
        drawn = DrawnDocuments(self._book, self._pool, customers, suppliers, self._calendar, self._random)
        drawn.draw(size.documents)
        self._book.numbering.close()
        self._rows.flush()
        self._book.ledger.apply(self._connection)
        customers_written = sum(not party.is_supplier for party in parties.values())
        return SampleSize(size.articles, customers_written, len(suppliers), self._rows.written["F_DOCENTETE"])

    def _write_foundations(self) -> None:
        add_free_fields(self._connection, self._calendar.change_mark)
        write_accounts(self._rows)
        write_taxes(self._rows)
        write_parameters(self._rows)
        write_places(self._rows)
        write_staff(self._rows, self._calendar)
        write_statistics(self._rows)
        write_ranges(self._rows)
        write_company_card(self._rows, self._calendar)
        write_families(self._rows)
        write_glossary(self._rows, self._calendar)
        self._catalogue.write(self._rows)
        write_family_discounts(self._rows)
        write_promotions(self._rows, self._calendar)
        self._media.make_shared()

    def _write_parties(self, size: SampleSize) -> dict[str, Party]:
        drawn = [*draw_customers(self._random, size.customers), *draw_suppliers(self._random, size.suppliers)]
        parties = {party.code: party for party in (*KNOWN_PARTIES, *drawn)}
        for party in parties.values():
            self._parties.write(party)
        return parties

    def _write_articles(self, size: SampleSize, suppliers: list[str]) -> None:
        entries = StockEntries(self._rows, self._calendar.day(_OPENING_DAY))
        writer = _ArticleWriter(
            self._rows,
            CardRows(self._rows, with_free_fields(F_ARTICLE), self._catalogue, self._calendar),
            StockRows(self._rows, entries, self._calendar.day(_OPENING_DAY)),
        )
        for article in SHOWCASE:
            self._media.make_for(article)
            self._pool.add_known(article, writer.write(article))
        drawn: Iterable[SampleArticle] = draw_articles(self._random, size.articles - len(SHOWCASE), suppliers)
        for article in drawn:
            self._media.make_for(article)
            self._pool.offer(article, writer.write(article))
        entries.close()


class _ArticleWriter:
    """Writes an article into all the tables that it has rows in."""

    def __init__(self, rows: RowWriter, cards: CardRows, stock: StockRows) -> None:
        self._rows = rows
        self._cards = cards
        self._variants = VariantRows(rows)
        self._stock = stock

    def write(self, article: SampleArticle) -> list[VariantNumbers]:
        """Write an article and give the numbers of its combinations."""
        self._cards.write(article)
        variants = self._variants.write(article)
        write_prices(self._rows, article)
        self._stock.write(article, variants)
        return variants
