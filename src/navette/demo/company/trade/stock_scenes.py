"""Documents behind the stock of the known articles: awaited dates, several depots, back-to-back, lots."""

from decimal import Decimal

from navette.demo.company.articles.pool import ArticlePool
from navette.demo.company.foundations.places import Depot
from navette.demo.company.parties.party import Party
from navette.demo.company.sample_calendar import SampleCalendar
from navette.demo.company.trade.book import DocumentBook
from navette.demo.company.trade.lines import Document, Line
from navette.demo.company.trade.numbering import Kind

AWAITED_OUT = ((2, 4), (3, 5))
"""Customer orders for STKDAT01: days after today, quantity (07/12 and 08/12 of ART-STK-6, today being 05/12)."""

AWAITED_IN = ((4, 10), (7, 1), (25, 20))
"""Supplier orders for STKDAT01 (09/12, 12/12 and 30/12 of ART-STK-6)."""


class StockScenes:
    """Plays the scenes into the book."""

    def __init__(
        self, book: DocumentBook, pool: ArticlePool, parties: dict[str, Party], calendar: SampleCalendar
    ) -> None:
        self._book = book
        self._pool = pool
        self._parties = parties
        self._calendar = calendar

    def play(self) -> None:
        """Write all the scenes."""
        self._awaited_dates()
        self._awaited_without_date()
        self._several_depots()
        self._sold_before_entry()
        self._back_to_back()
        self._lots_and_serials()

    def _write(self, kind: Kind, party: str, *lines: Line, on: int = -3) -> tuple[str, list[int]]:
        document = Document(kind=kind, party=self._parties[party], on=self._calendar.day(on), lines=lines, status=1)
        return self._book.write(document)

    def _line(self, reference: str, quantity: int, *, depot: Depot = Depot.BESANCON, due: int | None = None) -> Line:
        sold = self._pool[reference]
        return Line(
            sold=sold,
            quantity=Decimal(quantity),
            price=sold.article.price,
            includes_tax=sold.article.price_includes_tax,
            depot=depot,
            due=None if due is None else self._calendar.day(due),
        )

    def _awaited_dates(self) -> None:
        for days, quantity in AWAITED_OUT:
            self._write(Kind.ORDER, "GROSBESAN", self._line("STKDAT01", quantity, due=days))
        for days, quantity in AWAITED_IN:
            self._write(Kind.SUPPLIER_ORDER, "FARGENT", self._line("STKDAT01", quantity, due=days))

    def _awaited_without_date(self) -> None:
        self._write(Kind.SUPPLIER_ORDER, "FARGENT", self._line("STKDAT02", 6))
        self._write(Kind.SUPPLIER_ORDER, "FARGENT", self._line("STKDAT02", 8, due=14))
        self._write(Kind.SUPPLIER_ORDER, "FARGENT", self._line("STKDAT02", 3, due=-20), on=-60)

    def _several_depots(self) -> None:
        self._write(Kind.ORDER, "DETADIJON", self._line("STKMUL01", 4), self._line("STKMUL01", 2, depot=Depot.DIJON))
        self._write(Kind.PREPARATION, "DETADIJON", self._line("STKMUL01", 3))
        self._write(Kind.SUPPLIER_ORDER, "FARGENT", self._line("STKMUL01", 10, depot=Depot.DOLE, due=9))

    def _sold_before_entry(self) -> None:
        self._write(Kind.DELIVERY, "GROSBESAN", self._line("STKNEG01", 5), on=-6)

    def _back_to_back(self) -> None:
        wanted = self._line("CTMARQ02", 1, due=30)
        _, sales = self._write(Kind.ORDER, "PARDUPONT", wanted)
        _, purchases = self._write(Kind.SUPPLIER_ORDER, "FGEMMES", self._line("CTMARQ02", 1, due=20))
        self._book.link_back_to_back(sales[0], purchases[0], wanted)

    def _lots_and_serials(self) -> None:
        flask, watch = self._pool["LOT00001"], self._pool["SERIE001"]
        lines = (
            Line(sold=flask, quantity=Decimal(12), price=flask.article.price, lot="LOT00001-L1"),
            Line(sold=watch, quantity=Decimal(1), price=watch.article.price, lot="SERIE001-0001"),
        )
        self._write(Kind.DELIVERY, "DETADIJON", *lines, on=-12)
