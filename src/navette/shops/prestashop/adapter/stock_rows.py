"""Stock rows in few bytes: 200,000 of them in arrays, found by binary search."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from navette.domain.binding import ShopRef
from navette.ports.shop import ShopStock
from navette.shops.prestashop.mapper.values import to_integer
from navette.shops.prestashop.schemas.catalog import StockJson

# A key holds the product's id above the combination's, so that rows of a product stand together, its own first.
SHIFT = 32
LOW = (1 << SHIFT) - 1


class StockRows:
    """Row ids and quantities by product and combination."""

    def __init__(self) -> None:
        self._keys = array("q")
        self._ids = array("q")
        self._quantities = array("q")
        self._is_sorted = True

    def add(self, rows: Sequence[StockJson]) -> None:
        """Take in rows as read; a row that is known is replaced."""
        for row in rows:
            self._keys.append(int(row["id_product"] or 0) << SHIFT | int(row["id_product_attribute"] or 0))
            self._ids.append(int(row["id"] or 0))
            self._quantities.append(to_integer(row["quantity"]))
        self._is_sorted = False

    def row(self, ref: ShopRef) -> int:
        """Id of the row of a product or combination, 0 if it is not known."""
        position = self._position(_key(ref))
        return self._ids[position] if position >= 0 else 0

    def has_variants(self, product: str) -> bool:
        """Whether a product has a row besides its own."""
        self._sort()
        after = bisect_left(self._keys, (int(product) << SHIFT) + 1)
        return after < len(self._keys) and self._keys[after] >> SHIFT == int(product)

    def pages(self, size: int) -> Iterator[Sequence[ShopStock]]:
        """Quantities of products without variants and of variants."""
        self._sort()
        page: list[ShopStock] = []
        last = len(self._keys) - 1
        for position, key in enumerate(self._keys):
            product, attribute = key >> SHIFT, key & LOW
            if not attribute and position < last and self._keys[position + 1] >> SHIFT == product:
                continue
            ref = ShopRef(str(attribute), str(product)) if attribute else ShopRef(str(product))
            page.append(ShopStock(ref, self._quantities[position]))
            if len(page) == size:
                yield page
                page = []
        if page:
            yield page

    def _position(self, key: int) -> int:
        self._sort()
        position = bisect_left(self._keys, key)
        return position if position < len(self._keys) and self._keys[position] == key else -1

    def _sort(self) -> None:
        """Sort by key and keep the last row of each."""
        if self._is_sorted:
            return
        latest = {key: position for position, key in enumerate(self._keys)}
        order = [latest[key] for key in sorted(latest)]
        self._keys = array("q", [self._keys[position] for position in order])
        self._ids = array("q", [self._ids[position] for position in order])
        self._quantities = array("q", [self._quantities[position] for position in order])
        self._is_sorted = True


def _key(ref: ShopRef) -> int:
    return int(ref.parent) << SHIFT | int(ref.id) if ref.parent else int(ref.id) << SHIFT
