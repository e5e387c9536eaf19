"""Quantities: read in bulk, set several in a request.

Each product has one row (attribute 0), each combination one more; rows cannot be made or deleted, and their ids never
change. The row of a product with combinations is their sum, worked out by the shop: it is neither given nor set.
"""

from collections.abc import Iterator, Sequence

from navette.domain.binding import ShopRef
from navette.domain.errors import RefusedError
from navette.domain.messages import shop as messages
from navette.domain.run import Outcome
from navette.ports.shop import ShopStock, StockWrite, WriteResult
from navette.shops.prestashop.adapter.changing import change
from navette.shops.prestashop.adapter.failures import Failure, gone, raise_if_all_wait
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.adapter.stock_rows import StockRows
from navette.shops.prestashop.capabilities import LIST_PAGE, STOCK_PAGE
from navette.shops.prestashop.client.query import one_of
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.schemas.catalog import PRODUCTS, STOCK


class Stock:
    """Implements `read_stock` and `write_stock`."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._rows = StockRows()
        self._batch = session.batch("stock", session.capabilities.stock_batch)

    def read(self, products: Sequence[ShopRef] | None) -> Iterator[Sequence[ShopStock]]:
        """Pages of what the shop holds: of some products, or of all (None)."""
        if products is None:
            yield from self._read_all()
            return
        rows = self._session.client.matching(STOCK, "id_product", [ref.id for ref in products], filters=self._store())
        held = StockRows()
        held.add(rows)
        self._rows.add(rows)
        yield from held.pages(LIST_PAGE)

    def _read_all(self) -> Iterator[Sequence[ShopStock]]:
        """All rows are read before the first page is given: only then it is known which products have variants."""
        rows = StockRows()
        for page in self._session.client.pages(STOCK, size=STOCK_PAGE, filters=self._store()):
            rows.add(page)
        self._rows = rows
        yield from rows.pages(LIST_PAGE)

    def write(self, writes: Sequence[StockWrite]) -> list[WriteResult]:
        """Set quantities."""
        self._find([write.ref for write in writes])
        outcomes: list[Failure | None] = [self._failure(write.ref) for write in writes]
        sent = [index for index, outcome in enumerate(outcomes) if outcome is None]
        records = [
            Record({"id": str(self._rows.row(writes[index].ref)), "quantity": str(writes[index].quantity)})
            for index in sent
        ]
        for index, failure in zip(sent, self._send(records), strict=True):
            outcomes[index] = failure
        raise_if_all_wait(outcomes)
        return [
            outcome.result if outcome else WriteResult(outcome=Outcome.UPDATED, ref=write.ref)
            for write, outcome in zip(writes, outcomes, strict=True)
        ]

    def _send(self, records: Sequence[Record]) -> list[Failure | None]:
        """Two quantities for one row would be refused whole: the last one is sent."""
        last = {record.id: record for record in records}
        failures = change(self._session, STOCK, list(last.values()), self._batch)
        by_row = dict(zip(last, failures, strict=True))
        return [by_row[record.id] for record in records]

    def _find(self, refs: Sequence[ShopRef]) -> None:
        """Find the rows that are not known yet, by their products."""
        products = {ref.parent or ref.id for ref in refs if not self._rows.row(ref)}
        if products:
            self._rows.add(
                self._session.client.matching(STOCK, "id_product", sorted(products, key=int), filters=self._store())
            )

    def _failure(self, ref: ShopRef) -> Failure | None:
        if not self._rows.row(ref):
            return gone("combinations" if ref.parent else PRODUCTS.name, ref.id)
        if not ref.parent and self._rows.has_variants(ref.id):
            return Failure(RefusedError(messages.SUM_OF_VARIANTS, id=ref.id))
        return None

    def _store(self) -> dict[str, str] | None:
        """Of several stores each has its rows, or shares those of its group, which name no store."""
        settings = self._session.settings
        return (
            {"id_shop": one_of([self._session.store or settings.default_store, "0"])}
            if settings.is_multistore
            else None
        )
