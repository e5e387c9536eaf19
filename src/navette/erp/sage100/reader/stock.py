"""Stock levels (the port ErpStock): sums over warehouses, one level for each thing that can be sold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import Column, Select, Table, bindparam, func, select

from navette.domain.keys import ArticleKey, normalise_code
from navette.domain.stock import StockLevel, SupplierArrival
from navette.erp.sage100.database import Database, ReadSession
from navette.erp.sage100.mapper.stock import QUANTITIES, to_arrivals, to_level
from navette.erp.sage100.mapper.variants import Ranges, to_variants
from navette.erp.sage100.reader import article_details as details
from navette.erp.sage100.reader.selection import LARGEST_PAGE, article_walk, pages
from navette.erp.sage100.rows import Record
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_ARTICLE, F_ARTSTOCK, F_DOCLIGNE, F_GAMSTOCK
from navette.ports.erp import ArticleFlow, ArticleSelection

PURCHASES = 1
"""DO_Domaine of purchases."""

SUPPLIER_ORDERS = (11, 12)
"""DO_Type of orders in preparation and orders; what was received has left them (sage100 §4.1)."""

_COLUMNS = (
    F_ARTICLE.c.AR_Ref,
    F_ARTICLE.c.AR_SuiviStock,
    F_ARTICLE.c.AR_Contremarque,
    F_ARTICLE.c.AR_Gamme1,
    F_ARTICLE.c.AR_Gamme2,
)
_NO_LABELS = Ranges()

Sums = Mapping[tuple[Any, ...], Sequence[Any]]
"""Sums of quantities by reference, or by reference and range values."""


class StockReader:
    """Reads stock levels and what suppliers still have to deliver."""

    def __init__(self, database: Database, schema: BaseSchema, today: Callable[[], date]) -> None:
        self._database = database
        self._schema = schema
        self._today = today

    def stock(self, selection: ArticleSelection, warehouses: frozenset[int] | None) -> Iterator[Sequence[StockLevel]]:
        """Pages of levels, one for each article without ranges and one for each active combination."""
        today = self._today()
        with self._database.reading() as session:
            walk = article_walk(session, selection, ArticleFlow.STOCK, today, _COLUMNS)
        yield from pages(self._database, walk, partial(self._page, warehouses=warehouses))

    def arrivals(self, references: Sequence[str]) -> Mapping[str, Sequence[SupplierArrival]]:
        """What suppliers still have to deliver, by the text of the stock key."""
        wanted = sorted({normalise_code(reference) for reference in references})
        rows: list[Record] = []
        with self._database.reading() as session:
            for start in range(0, len(wanted), LARGEST_PAGE):
                rows += session.all(_ARRIVALS.params(references=wanted[start : start + LARGEST_PAGE]))
        return to_arrivals(rows)

    def _page(
        self, session: ReadSession, rows: Sequence[Record], warehouses: frozenset[int] | None
    ) -> Sequence[StockLevel]:
        cards = [(ArticleKey(row.AR_Ref), row) for row in rows]
        ranged = [key.reference for key, row in cards if row.AR_Gamme1]
        values = details.range_values(session, ranged)
        states = details.combinations(session, self._schema, ranged)
        tracked = [key.reference for key, row in cards if row.AR_SuiviStock]
        by_variant = _sums(session, _OF_VARIANTS, [code for code in tracked if code in values], warehouses, keys=3)
        by_article = _sums(session, _OF_ARTICLES, [code for code in tracked if code not in values], warehouses, keys=1)
        levels: list[StockLevel] = []
        for key, row in cards:
            reference = key.reference
            if reference not in values:
                levels.append(to_level(key, key, row, by_article.get((reference,))))
                continue
            axes = (row.AR_Gamme1, row.AR_Gamme2 or 0)
            variants = to_variants(reference, axes, values[reference], states.get(reference, ()), _NO_LABELS)
            levels += [
                to_level(variant.key, key, row, by_variant.get((reference, variant.key.value1, variant.key.value2)))
                for variant in variants
                if not variant.is_dormant
            ]
        return levels


def _sums(
    session: ReadSession,
    statements: tuple[Select[Any], Select[Any]],
    references: Sequence[str],
    warehouses: frozenset[int] | None,
    *,
    keys: int,
) -> Sums:
    if not references:
        return {}
    everywhere, chosen = statements
    if warehouses is None:
        rows = session.all(everywhere.params(references=references))
    else:
        rows = session.all(chosen.params(references=references, warehouses=sorted(warehouses)))
    return {(normalise_code(row[0]), *row[1:keys]): row[keys:] for row in rows}


def _summed(table: Table, prefix: str, *keys: Column[Any]) -> tuple[Select[Any], Select[Any]]:
    """Sums over all warehouses, and over those chosen."""
    quantities = (func.sum(table.c[f"{prefix}_{name}"]) for name in QUANTITIES)
    everywhere = select(*keys, *quantities).where(details.of_page(table.c.AR_Ref)).group_by(*keys)
    return everywhere, everywhere.where(table.c.DE_No.in_(bindparam("warehouses", expanding=True)))


_OF_ARTICLES = _summed(F_ARTSTOCK, "AS", F_ARTSTOCK.c.AR_Ref)
_OF_VARIANTS = _summed(F_GAMSTOCK, "GS", F_GAMSTOCK.c.AR_Ref, F_GAMSTOCK.c.AG_No1, F_GAMSTOCK.c.AG_No2)

_ARRIVALS = select(
    F_DOCLIGNE.c.AR_Ref, F_DOCLIGNE.c.AG_No1, F_DOCLIGNE.c.AG_No2, F_DOCLIGNE.c.DO_DateLivr, F_DOCLIGNE.c.DL_Qte
).where(
    details.of_page(F_DOCLIGNE.c.AR_Ref),
    F_DOCLIGNE.c.DO_Domaine == PURCHASES,
    F_DOCLIGNE.c.DO_Type.in_(SUPPLIER_ORDERS),
    F_DOCLIGNE.c.DL_Qte > 0,
)
