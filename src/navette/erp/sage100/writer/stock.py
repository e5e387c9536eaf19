"""What documents do to stock (sage100 §4.1): reserved by orders, prepared, and gone with deliveries or invoices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from sqlalchemy import Executable, Table, bindparam, func, select, update

from navette.domain.document import DocumentKind
from navette.domain.errors import WaitingError
from navette.domain.messages import erp_writing as messages
from navette.domain.money import ZERO
from navette.domain.tax import plain_rate
from navette.erp.sage100.rows import Record
from navette.erp.sage100.tables import F_ARTSTOCK, F_DEPOT, F_GAMSTOCK, P_PREFERENCES
from navette.erp.sage100.writer.articles import ArticleCard
from navette.erp.sage100.writer.session import WriteSession

_GOODS_GONE = frozenset({DocumentKind.DELIVERY, DocumentKind.INVOICE, DocumentKind.POSTED_INVOICE})


def moves_goods(kind: DocumentKind) -> bool:
    """Whether goods leave with a kind of document."""
    return kind in _GOODS_GONE


@dataclass(frozen=True, slots=True)
class StockPlace:
    """Where stock of an article lies: the warehouse, and the combination of ranges (zeros without)."""

    reference: str
    depot: int
    value1: int = 0
    value2: int = 0

    @property
    def total(self) -> "StockPlace":
        """The article's own row, which sums its combinations."""
        return StockPlace(self.reference, self.depot)


@dataclass(slots=True)
class Quantities:
    """The columns of a stock row that sales change; `value` is what the physical stock is worth."""

    physical: Decimal = ZERO
    value: Decimal = ZERO
    reserved: Decimal = ZERO
    back_to_back: Decimal = ZERO
    prepared: Decimal = ZERO

    @property
    def average_cost(self) -> Decimal | None:
        """The average cost of a unit (CMUP), None where there is no stock to take it from."""
        return self.value / self.physical if self.physical > 0 else None


_COLUMNS = {"physical": "QteSto", "value": "MontSto", "reserved": "QteRes", "back_to_back": "QteResCM"}
_COLUMNS |= {"prepared": "QtePrepa"}


def _rows_of(table: Table, prefix: str, *keys: str) -> Any:
    columns = (table.c[f"{prefix}_{column}"].label(name) for name, column in _COLUMNS.items())
    return select(table.c.cbMarq, table.c.AR_Ref, table.c.DE_No, *(table.c[key] for key in keys), *columns).where(
        table.c.AR_Ref.in_(bindparam("references", expanding=True))
    )


def _change(table: Table, prefix: str, **more: int) -> Any:
    values: dict[str, Any] = {f"{prefix}_{column}": bindparam(name) for name, column in _COLUMNS.items()}
    return update(table).where(table.c.cbMarq == bindparam("row")).values(values | more)


_ARTICLE_ROWS = _rows_of(F_ARTSTOCK, "AS")
_RANGE_ROWS = _rows_of(F_GAMSTOCK, "GS", "AG_No1", "AG_No2")
_CHANGE_ARTICLE = _change(F_ARTSTOCK, "AS", AS_Mouvemente=1)
_CHANGE_RANGE = _change(F_GAMSTOCK, "GS")
_DEPOT_PLACE = select(F_DEPOT.c.DP_NoDefaut).where(F_DEPOT.c.DE_No == bindparam("depot"))
_MAY_BE_NEGATIVE = select(func.max(P_PREFERENCES.c.PR_StockNeg).label("allowed"))


class StockLedger:
    """The stock at some places: read once, changed by lines, written at the end."""

    def __init__(self, session: WriteSession, places: Iterable[StockPlace]) -> None:
        self._session = session
        self._rows: dict[StockPlace, Quantities] = {}
        self._keys: dict[StockPlace, int] = {}
        self._changed: dict[StockPlace, None] = {}
        self._negative_allowed: bool | None = None
        wanted = set(places)
        for row in _rows(session, _ARTICLE_ROWS, wanted):
            self._keep(StockPlace(row.AR_Ref.upper(), row.DE_No), row)
        for row in _rows(session, _RANGE_ROWS, {place for place in wanted if place.value1}):
            self._keep(StockPlace(row.AR_Ref.upper(), row.DE_No, row.AG_No1 or 0, row.AG_No2 or 0), row)

    def _keep(self, place: StockPlace, row: Record) -> None:
        self._keys[place] = row.cbMarq
        self._rows[place] = Quantities(**{one.name: getattr(row, one.name) or ZERO for one in fields(Quantities)})

    def unit_cost(self, place: StockPlace, card: ArticleCard) -> Decimal:
        """What a unit costs: the average cost at its place, else the cost on the card."""
        quantities = self._rows.get(place)
        average = quantities.average_cost if quantities else None
        return card.cost if average is None else average

    def move(
        self,
        place: StockPlace,
        card: ArticleCard,
        quantity: Decimal,
        *,
        source: DocumentKind | None,
        into: DocumentKind | None,
    ) -> None:
        """Record that a quantity went from a kind of document into another; None is outside of documents."""
        if not card.is_tracked or not quantity:
            return
        cost = self.unit_cost(place, card)
        if into in _GOODS_GONE and source not in _GOODS_GONE:
            self._require_stock(place, quantity)
        for row in dict.fromkeys((place, place.total)):
            quantities = self._rows.setdefault(row, Quantities())
            _apply(quantities, -quantity, source, cost, back_to_back=card.is_back_to_back)
            _apply(quantities, quantity, into, cost, back_to_back=card.is_back_to_back)
            self._changed[row] = None

    def _require_stock(self, place: StockPlace, quantity: Decimal) -> None:
        if self._negative_allowed is None:
            self._negative_allowed = bool(self._session.one(_MAY_BE_NEGATIVE).allowed)
        stock = self._rows.get(place, Quantities()).physical
        if not self._negative_allowed and stock < quantity and quantity > 0:
            raise WaitingError(
                messages.STOCK_MISSING,
                reference=place.reference,
                warehouse=place.depot,
                stock=plain_rate(stock),
                quantity=plain_rate(quantity),
            )

    def save(self) -> None:
        """Write the rows that changed."""
        for place in self._changed:
            quantities = self._rows[place]
            values = {one.name: getattr(quantities, one.name) for one in fields(Quantities)}
            if place not in self._keys:
                self._add(place, values)
                continue
            statement = _CHANGE_ARTICLE if place == place.total else _CHANGE_RANGE
            self._session.run(statement, row=self._keys[place], **values)
        self._changed.clear()

    def _add(self, place: StockPlace, values: dict[str, Decimal]) -> None:
        is_total = place == place.total
        prefix = "AS" if is_total else "GS"
        row: dict[str, Any] = {f"{prefix}_{column}": values[name] for name, column in _COLUMNS.items()}
        row |= {"AR_Ref": place.reference, "DE_No": place.depot}
        row["DP_NoPrincipal"] = self._session.one(_DEPOT_PLACE, depot=place.depot).DP_NoDefaut or 0
        if is_total:
            others = (known for known in self._keys if known.reference == place.reference)
            row |= {"AS_Principal": int(not any(others)), "AS_Mouvemente": 1}
            self._session.insert(F_ARTSTOCK, [row])
        else:
            row |= {"AG_No1": place.value1, "AG_No2": place.value2}
            self._session.insert(F_GAMSTOCK, [row])


def _rows(session: WriteSession, statement: Executable, places: Iterable[StockPlace]) -> Sequence[Record]:
    references = sorted({place.reference for place in places})
    return session.all(statement, references=references) if references else []


def _apply(
    quantities: Quantities, quantity: Decimal, kind: DocumentKind | None, cost: Decimal, *, back_to_back: bool
) -> None:
    match kind:
        case DocumentKind.ORDER:
            quantities.reserved += quantity
            if back_to_back:
                quantities.back_to_back += quantity
        case DocumentKind.PREPARATION:
            quantities.prepared += quantity
        case DocumentKind.DELIVERY | DocumentKind.INVOICE | DocumentKind.POSTED_INVOICE:
            quantities.physical -= quantity
            quantities.value = quantities.value - quantity * cost if quantities.physical else ZERO
        case _:
            return
