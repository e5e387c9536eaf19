"""The row that ties a product to its supplier: the product's own field makes none (P4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navette.shops.prestashop.adapter.changing import change
from navette.shops.prestashop.adapter.creation import create
from navette.shops.prestashop.adapter.failures import Failure
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.mapper.values import to_id
from navette.shops.prestashop.schemas.catalog import PRODUCT_SUPPLIERS, ProductSupplierJson

BATCH = 50


@dataclass(frozen=True, slots=True)
class SupplierLink:
    """A product's supplier with its reference there."""

    product: str
    supplier: str
    reference: str


def write_supplier_links(
    session: ShopSession, links: Sequence[SupplierLink], new_products: frozenset[str]
) -> Mapping[str, Failure]:
    """Make or correct the rows; a second row of the same product and supplier would be an empty 500.

    Those of products that were just made are not looked for. Gives the failures by product.
    """
    held = _held(session, [link.product for link in links if link.product not in new_products])
    new = [link for link in links if (link.product, link.supplier) not in held]
    changed = [
        (link, row)
        for link in links
        if (row := held.get((link.product, link.supplier))) and row["product_supplier_reference"] != link.reference
    ]

    def look_up(indexes: Sequence[int]) -> Mapping[int, str]:
        rows = _held(session, [new[index].product for index in indexes])
        found = {index: rows.get((new[index].product, new[index].supplier)) for index in indexes}
        return {index: str(row["id"]) for index, row in found.items() if row}

    batch = session.batch("supplier links", BATCH)
    records = [_record(link, session.settings.currency_id) for link in new]
    made = create(session.client, PRODUCT_SUPPLIERS, records, look_up, batch)
    failures = {link.product: result for link, result in zip(new, made, strict=True) if isinstance(result, Failure)}
    updates = [Record({"id": str(row["id"]), "product_supplier_reference": link.reference}) for link, row in changed]
    for (link, _), failure in zip(changed, change(session, PRODUCT_SUPPLIERS, updates, batch), strict=True):
        if failure:
            failures[link.product] = failure
    return failures


def _held(session: ShopSession, products: Sequence[str]) -> dict[tuple[str, str], ProductSupplierJson]:
    """Rows of whole products by product and supplier."""
    return {
        (str(row["id_product"]), str(row["id_supplier"])): row
        for row in session.client.matching(PRODUCT_SUPPLIERS, "id_product", products)
        if not to_id(row["id_product_attribute"])
    }


def _record(link: SupplierLink, currency: str) -> Record:
    return Record(
        {
            "id_product": link.product,
            "id_product_attribute": "0",
            "id_supplier": link.supplier,
            "id_currency": currency,
            "product_supplier_reference": link.reference,
        }
    )
