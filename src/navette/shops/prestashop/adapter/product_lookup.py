"""Which products and variants the shop has, by reference, barcode or id."""

from collections.abc import Iterable, Sequence

from navette.domain.binding import ShopRef
from navette.domain.keys import normalise_code
from navette.ports.shop import FoundProduct
from navette.shops.prestashop.adapter.changing import existing
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.mapper.values import to_id
from navette.shops.prestashop.schemas.catalog import COMBINATION_CODES, PRODUCT_CODES, PRODUCTS, CodedJson


class ProductLookUp:
    """Implements `find_products`, `find_variants` and `existing_products`."""

    def __init__(self, session: ShopSession) -> None:
        self._client = session.client

    def find_products(self, references: Sequence[str], barcodes: Sequence[str]) -> list[FoundProduct]:
        """Products and variants held under these references (without regard to case) or barcodes."""
        wanted = {normalise_code(reference) for reference in references if reference.strip()}
        codes = {barcode.strip() for barcode in barcodes if barcode.strip()}
        found: dict[ShopRef, FoundProduct] = {}
        for resource in (PRODUCT_CODES, COMBINATION_CODES):
            rows = self._client.matching(resource, "reference", sorted(wanted))
            rows += self._client.matching(resource, "ean13", sorted(codes))
            for product in _found(rows):
                if normalise_code(product.reference) in wanted or product.barcode in codes:
                    found[product.ref] = product
        return list(found.values())

    def find_variants(self, products: Sequence[ShopRef]) -> list[FoundProduct]:
        """All variants of some products."""
        return list(_found(self._client.matching(COMBINATION_CODES, "id_product", [ref.id for ref in products])))

    def existing_products(self, refs: Sequence[ShopRef]) -> frozenset[str]:
        """Which of some products are still there."""
        return existing(self._client, PRODUCTS, [ref.id for ref in refs])


def _found(rows: Iterable[CodedJson]) -> Iterable[FoundProduct]:
    for row in rows:
        parent = to_id(row.get("id_product"))
        yield FoundProduct(
            ref=ShopRef(str(row["id"]), parent),
            reference=(row["reference"] or "").strip(),
            barcode=row["ean13"] or "",
            is_variant=bool(parent),
            has_pictures=bool(row.get("associations", {}).get("images")),
        )
