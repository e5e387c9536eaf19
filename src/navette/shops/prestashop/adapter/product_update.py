"""Existing products: the fields of the aspects that are sent, and nothing else."""

from collections.abc import Mapping, Sequence
from typing import Any

from navette.domain.errors import RefusedError
from navette.ports.shop import ProductWrite
from navette.shops.prestashop.adapter.changing import change, remove
from navette.shops.prestashop.adapter.failures import Failure
from navette.shops.prestashop.adapter.pointers import Pointers
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.adapter.written import Written
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.mapper.product import (
    TEXT_FIELDS,
    ProductContext,
    fields_needing_present,
    from_product,
)
from navette.shops.prestashop.mapper.values import to_texts
from navette.shops.prestashop.schemas.catalog import FEATURE_VALUES, PRODUCTS
from navette.shops.prestashop.schemas.resource import Resource

Texts = Mapping[str, Mapping[str, str]]


class ChangedProducts:
    """Changes products."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._batch = session.batch("changed products", session.capabilities.product_batch)

    def change(
        self, writes: Sequence[ProductWrite], pointers: Sequence[Pointers | Failure], context: ProductContext
    ) -> list[Written | Failure]:
        """Change aspects of products without their variants; one result for each, in their order."""
        present = self._present(writes, context)
        results: list[Written | Failure] = []
        records: list[Record] = []
        for write, found in zip(writes, pointers, strict=True):
            record = _record(write, found, context, present.get(_id(write), {}))
            results.append(record if isinstance(record, Failure) else Written(_id(write), was_created=False))
            if isinstance(record, Record) and (len(record.fields) > 1 or record.associations):
                records.append(record)
        failures = dict(
            zip((record.id for record in records), change(self._session, PRODUCTS, records, self._batch), strict=True)
        )
        self._remove_orphans(pointers, [failures.get(_id(write)) for write in writes])
        return [failures.get(_id(write)) or result for write, result in zip(writes, results, strict=True)]

    def _present(self, writes: Sequence[ProductWrite], context: ProductContext) -> Mapping[str, Texts]:
        """Texts that the shop has now, of products whose texts are sent in some languages only."""
        needed = {
            _id(write): fields
            for write in writes
            if (fields := fields_needing_present(write.product, write.aspects, context.languages))
        }
        if not needed:
            return {}
        names = [spec.field for spec in TEXT_FIELDS if any(spec.field in fields for fields in needed.values())]
        resource = Resource[Mapping[str, Any]](PRODUCTS.name, PRODUCTS.node, f"[id,{','.join(names)}]")
        rows = self._session.client.matching(resource, "id", needed)
        return {str(row["id"]): {name: to_texts(row[name]) for name in names if name in row} for row in rows}

    def _remove_orphans(self, pointers: Sequence[Pointers | Failure], failures: Sequence[Failure | None]) -> None:
        orphans = [
            orphan
            for found, failure in zip(pointers, failures, strict=True)
            if isinstance(found, Pointers) and not failure
            for orphan in found.orphans
        ]
        remove(self._session.client, FEATURE_VALUES, orphans)


def _record(
    write: ProductWrite, pointers: Pointers | Failure, context: ProductContext, present: Texts
) -> Record | Failure:
    if isinstance(pointers, Failure):
        return pointers
    try:
        fields = from_product(write.product, write.aspects, context, present)
    except RefusedError as error:
        return Failure(error)
    return Record({"id": _id(write), **fields, **pointers.fields}, pointers.associations)


def _id(write: ProductWrite) -> str:
    return write.ref.id if write.ref else ""
