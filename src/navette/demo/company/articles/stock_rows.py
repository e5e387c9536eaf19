"""Rows of an article's opening stock, and the entry lines that brought it in."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from navette.demo.company.articles.article import Holding, SampleArticle, Tracking
from navette.demo.company.articles.variant_rows import VariantNumbers
from navette.demo.company.foundations.places import Depot, place_number
from navette.demo.company.row_writer import RowWriter, with_twins
from navette.demo.company.trade.stock_entries import QUANTITY_IN, StockEntries, StockEntry
from navette.erp.sage100.tables import F_ARTSTOCK, F_GAMSTOCK, F_LOTSERIE

_LOTS = 2
_LOT_LIFE = timedelta(days=365)


class StockRows:
    """Writes opening stock."""

    def __init__(self, rows: RowWriter, entries: StockEntries, opened_on: datetime) -> None:
        self._rows = rows
        self._entries = entries
        self._opened_on = opened_on

    def write(self, article: SampleArticle, variants: Sequence[VariantNumbers]) -> None:
        """Write the stock of an article; its combinations are in the main depot."""
        if article.tracking is Tracking.NONE:
            return
        holdings = article.holdings
        if variants:
            total = sum(variant.quantity for variant in variants)
            holdings = (Holding(Depot.BESANCON, total),)
        for position, holding in enumerate(holdings):
            self._write_holding(article, holding, is_main=position == 0)
            if not variants:
                self._bring_in(article, holding)
        if variants:
            self._write_variants(article, variants)

    def _write_holding(self, article: SampleArticle, holding: Holding, *, is_main: bool) -> None:
        self._rows.add(
            F_ARTSTOCK,
            AR_Ref=article.reference,
            AS_QteSto=holding.quantity,
            AS_MontSto=holding.quantity * article.cost,
            AS_QteMini=holding.minimum,
            AS_QteMaxi=holding.minimum * 4,
            AS_Principal=int(is_main),
            AS_Mouvemente=int(bool(holding.quantity)),
            **with_twins(DE_No=int(holding.depot), DP_NoPrincipal=place_number(holding.depot, holding.place)),
        )

    def _bring_in(self, article: SampleArticle, holding: Holding) -> None:
        if not holding.quantity:
            return
        for quantity, suffix in _shares(article, holding.quantity):
            entry = StockEntry(article.reference, article.designation, Decimal(quantity), article.cost)
            number = self._entries.bring_in(holding.depot, entry)
            if suffix:
                self._write_lot(article, holding, Decimal(quantity), f"{article.reference}-{suffix}", number)

    def _write_lot(self, article: SampleArticle, holding: Holding, quantity: Decimal, name: str, line: int) -> None:
        dates: dict[str, Any] = {"LS_Fabrication": self._opened_on}
        if article.tracking is Tracking.LOT:
            age = timedelta(days=30 * int(name[-1]))
            dates = {"LS_Fabrication": self._opened_on + age, "LS_Peremption": self._opened_on + 2 * _LOT_LIFE + age}
        self._rows.add(
            F_LOTSERIE,
            AR_Ref=article.reference,
            LS_NoSerie=name[-30:],
            LS_Qte=quantity,
            LS_QteRestant=quantity,
            LS_MvtStock=QUANTITY_IN,
            **dates,
            **with_twins(DE_No=int(holding.depot), DL_NoIn=line, DL_NoOut=0),
        )

    def _write_variants(self, article: SampleArticle, variants: Sequence[VariantNumbers]) -> None:
        for variant in variants:
            first, second = variant.numbers
            self._rows.add(
                F_GAMSTOCK,
                AR_Ref=article.reference,
                GS_QteSto=variant.quantity,
                GS_MontSto=variant.quantity * article.cost,
                **with_twins(DE_No=int(Depot.BESANCON), AG_No1=first, AG_No2=second),
            )
            if variant.quantity:
                entry = StockEntry(
                    article.reference, article.designation, Decimal(variant.quantity), article.cost, variant.numbers
                )
                self._entries.bring_in(Depot.BESANCON, entry)


def _shares(article: SampleArticle, quantity: int) -> list[tuple[int, str]]:
    """Split a quantity into what is entered apart: each serial number, two lots, or all at once."""
    match article.tracking:
        case Tracking.SERIAL:
            return [(1, f"{number:04d}") for number in range(1, quantity + 1)]
        case Tracking.LOT:
            first = quantity // _LOTS
            return [(share, f"L{number}") for number, share in enumerate((first, quantity - first), start=1) if share]
        case _:
            return [(quantity, "")]
