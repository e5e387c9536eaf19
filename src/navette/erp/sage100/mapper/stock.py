"""Stock levels and what suppliers still have to deliver."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from navette.domain.keys import ArticleKey, StockKey, VariantKey
from navette.domain.money import ZERO
from navette.domain.stock import StockLevel, SupplierArrival
from navette.erp.sage100.mapper.values import amount, day
from navette.erp.sage100.rows import Record

QUANTITIES = ("QteSto", "QteRes", "QtePrepa", "QteCom", "QteResCM", "QteComCM")
"""Columns of F_ARTSTOCK and F_GAMSTOCK after their prefix, in the order in which `to_level` takes their sums."""


def to_level(key: StockKey, article: ArticleKey, card: Record, sums: Sequence[Any] | None) -> StockLevel:
    """Make a level from the article's card and the sums of its quantities; no row in any warehouse is zero."""
    is_tracked = bool(card.AR_SuiviStock)
    is_back_to_back = bool(card.AR_Contremarque)
    if sums is None or not is_tracked:
        return StockLevel(key=key, article=article, is_tracked=is_tracked, is_back_to_back=is_back_to_back)
    physical, reserved, prepared, ordered, reserved_back_to_back, ordered_back_to_back = sums
    return StockLevel(
        key=key,
        article=article,
        is_back_to_back=is_back_to_back,
        physical=physical or ZERO,
        reserved=reserved or ZERO,
        prepared=prepared or ZERO,
        ordered=ordered or ZERO,
        reserved_back_to_back=reserved_back_to_back or ZERO,
        ordered_back_to_back=ordered_back_to_back or ZERO,
    )


def to_arrivals(rows: Iterable[Record]) -> Mapping[str, Sequence[SupplierArrival]]:
    """Group lines of supplier orders by stock key, the earliest first, those without a date last."""
    found: dict[str, list[SupplierArrival]] = {}
    for row in rows:
        key = VariantKey(row.AR_Ref, row.AG_No1, row.AG_No2 or 0) if row.AG_No1 else ArticleKey(row.AR_Ref)
        found.setdefault(str(key), []).append(SupplierArrival(day(row.DO_DateLivr), amount(row.DL_Qte)))
    return {key: sorted(arrivals, key=lambda arrival: arrival.on or date.max) for key, arrivals in found.items()}
