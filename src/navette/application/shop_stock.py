"""What the shop holds now: the whole stock on disk for a full comparison, else only the products of a page."""

from collections.abc import Mapping, Sequence
from typing import Self

from navette.application.capability import Work
from navette.domain.binding import ShopRef
from navette.ports.store import Scratch


class ShopStockReader:
    """Gives the quantities of shop records, by one bulk reading where that is cheap and everything is compared."""

    def __init__(self, work: Work) -> None:
        self._shop = work.session.shop
        self._store = work.session.store
        self._bulk = work.reads_everything and self._shop.capabilities.stock_bulk_read
        self._scratch: Scratch | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._scratch:
            self._scratch.close()

    def quantities(self, refs: Sequence[ShopRef]) -> Mapping[ShopRef, int]:
        """Quantities of the records that are there."""
        if not refs:
            return {}
        if self._bulk:
            return self._from_scratch(refs)
        products = {_product(ref) for ref in refs}
        pages = self._shop.read_stock([ShopRef(product) for product in sorted(products)])
        return {held.ref: held.quantity for page in pages for held in page}

    def _from_scratch(self, refs: Sequence[ShopRef]) -> Mapping[ShopRef, int]:
        if self._scratch is None:
            self._scratch = self._store.scratch()
            for page in self._shop.read_stock(None):
                self._scratch.put((_text(held.ref), str(held.quantity)) for held in page)
        by_text = {_text(ref): ref for ref in refs}
        return {by_text[text]: int(value) for text, value in self._scratch.get(list(by_text)).items()}


def _product(ref: ShopRef) -> str:
    return ref.parent or ref.id


def _text(ref: ShopRef) -> str:
    return f"{ref.parent}/{ref.id}"
