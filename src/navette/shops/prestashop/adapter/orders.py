"""Whole orders, page by page, oldest change first; never one half.

Which orders match is read first, with the time of their last change, so that pages do not shift under orders that
change meanwhile. After the parts of a page are read its times are read again: an order that moved, or whose rows do
not make its total, is read once more; one that moves still, or has no rows yet, is left to the next run.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from navette.domain.order import Order
from navette.ports.shop import OrderQuery
from navette.shops.prestashop.adapter.order_naming import OrderNaming
from navette.shops.prestashop.adapter.order_reading import OrderReading
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.capabilities import STOCK_PAGE
from navette.shops.prestashop.client.query import after, between, one_of
from navette.shops.prestashop.mapper.order import to_order
from navette.shops.prestashop.mapper.order_line import adds_up, ecotax_was_sold
from navette.shops.prestashop.mapper.order_parts import OrderParts
from navette.shops.prestashop.mapper.times import lower_bound, upper_bound
from navette.shops.prestashop.mapper.values import to_amount, to_id, to_integer
from navette.shops.prestashop.schemas.order import ORDER_STAMPS, ORDERS, OrderJson

PAUSE_BEFORE_SECOND_READ = 1.0
LAST_DAY = "2999-12-31 23:59:59"


@dataclass(frozen=True, slots=True)
class _Read:
    """Orders as read at one time, with their parts; `moved` have changed since."""

    rows: Sequence[OrderJson]
    parts: Mapping[str, OrderParts]
    moved: frozenset[str]


class Orders:
    """Implements `read_orders`."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._client = session.client
        self._reading = OrderReading(session)
        self._naming = OrderNaming(session)

    def read(self, query: OrderQuery) -> Iterator[Sequence[Order]]:
        """Pages of whole orders, oldest change first."""
        ids = self._matching_ids(query)
        size = self._session.capabilities.order_page
        for start in range(0, len(ids), size):
            page = self._page(ids[start : start + size])
            if page:
                yield page

    def _matching_ids(self, query: OrderQuery) -> list[str]:
        if query.ids:
            rows = self._client.matching(ORDER_STAMPS, "id", query.ids)
        else:
            pages = self._client.pages(ORDER_STAMPS, size=STOCK_PAGE, filters=self._filters(query))
            rows = [row for page in pages for row in page]
        stamps = sorted((row["date_upd"], to_integer(row["id"])) for row in rows)
        return [str(order) for _, order in stamps if str(order) not in query.excluded]

    def _filters(self, query: OrderQuery) -> dict[str, str]:
        zone = self._session.settings.zone
        filters: dict[str, str] = {}
        if query.changed_after:
            filters["date_upd"] = after(lower_bound(query.changed_after, zone))
        if query.created_from or query.created_to:
            first = lower_bound(query.created_from, zone) if query.created_from else "1970-01-01 00:00:00"
            last = upper_bound(query.created_to, zone) if query.created_to else LAST_DAY
            filters["date_add"] = between(first, last)
        if self._session.store:
            filters["id_shop"] = one_of([self._session.store])
        return filters

    def _page(self, ids: Sequence[str]) -> list[Order]:
        first = self._read(ids)
        doubtful = [str(row["id"]) for row in first.rows if not self._is_settled(first, row)]
        whole = {str(row["id"]): (row, first.parts[str(row["id"])]) for row in first.rows}
        if doubtful:
            self._client.sleep(PAUSE_BEFORE_SECOND_READ)
            second = self._read(doubtful)
            for order in doubtful:
                del whole[order]
            for row in second.rows:
                order = str(row["id"])
                if order not in second.moved and _has_rows(row, second.parts[order]):
                    whole[order] = (row, second.parts[order])
        kept = [whole[order] for order in ids if order in whole]
        rows = [row for row, _ in kept]
        words = self._naming.words(rows, {str(row["id"]): parts for row, parts in kept})
        zone = self._session.settings.zone
        return [to_order(row, parts, word, zone) for (row, parts), word in zip(kept, words, strict=True)]

    def _read(self, ids: Sequence[str]) -> _Read:
        rows = self._client.matching(ORDERS, "id", ids)
        parts = self._reading.parts(rows)
        now = {str(row["id"]): row["date_upd"] for row in self._client.matching(ORDER_STAMPS, "id", ids)}
        moved = frozenset(str(row["id"]) for row in rows if now.get(str(row["id"])) != row["date_upd"])
        return _Read(rows, parts, moved)

    def _is_settled(self, read: _Read, row: OrderJson) -> bool:
        parts = read.parts[str(row["id"])]
        total = to_amount(row["total_products"])
        makes_total = adds_up(parts.details, total) or not ecotax_was_sold(parts.details, total)
        return str(row["id"]) not in read.moved and makes_total and _has_rows(row, parts)


def _has_rows(row: OrderJson, parts: OrderParts) -> bool:
    """Whether an order has its rows and a status: while the shop makes it, it has neither."""
    return bool(to_id(row["current_state"])) and (bool(parts.details) or not to_amount(row["total_products"]))
