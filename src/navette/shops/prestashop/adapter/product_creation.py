"""New products: several in a request, found again by reference after a failure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from navette.domain.errors import RefusedError
from navette.ports.shop import ProductWrite
from navette.shops.prestashop.adapter.changing import change
from navette.shops.prestashop.adapter.creation import Made, create
from navette.shops.prestashop.adapter.failures import Failure
from navette.shops.prestashop.adapter.pointers import Pointers
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.adapter.written import Written
from navette.shops.prestashop.client.query import after
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.mapper.product import ProductContext, from_new_product
from navette.shops.prestashop.mapper.values import to_integer
from navette.shops.prestashop.schemas.catalog import PRODUCTS


class NewProducts:
    """Creates products."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._batch = session.batch("new products", session.capabilities.product_batch)
        self._highest: int | None = None

    def create(
        self, writes: Sequence[ProductWrite], pointers: Sequence[Pointers | Failure], context: ProductContext
    ) -> list[Written | Failure]:
        """Create products without their variants; one result for each, in their order."""
        wanted = [_record(write, found, context) for write, found in zip(writes, pointers, strict=True)]
        made = iter(self._create([record for record in wanted if isinstance(record, Record)]))
        results = [record if isinstance(record, Failure) else next(made) for record in wanted]
        written = [Written(one.id, was_created=True) if isinstance(one, Made) else one for one in results]
        self._complete(wanted, results, written)
        return written

    def _create(self, records: Sequence[Record]) -> list[Made | Failure]:
        if not records:
            return []
        mark = self._mark()

        def look_up(indexes: Sequence[int]) -> Mapping[int, str]:
            references = [str(records[index].fields["reference"]) for index in indexes]
            rows = self._session.client.matching(PRODUCTS, "reference", references, filters={"id": after(str(mark))})
            ids: dict[str, list[str]] = defaultdict(list)
            for row in sorted(rows, key=lambda row: to_integer(row["id"]), reverse=True):
                ids[row["reference"]].append(str(row["id"]))
            pairs = zip(indexes, references, strict=True)
            return {index: ids[reference].pop() for index, reference in pairs if ids[reference]}

        made = create(self._session.client, PRODUCTS, records, look_up, self._batch)
        self._highest = max([mark, *(int(one.id) for one in made if isinstance(one, Made))])
        return made

    def _mark(self) -> int:
        """Highest id of a product before ours: what a look-up finds above it is of this creation."""
        if self._highest is None:
            rows = self._session.client.rows(PRODUCTS, sort="id_DESC", limit=1)
            self._highest = to_integer(rows[0]["id"]) if rows else 0
        return self._highest

    def _complete(
        self,
        wanted: Sequence[Record | Failure],
        results: Sequence[Made | Failure],
        written: Sequence[Written | Failure],
    ) -> None:
        """Write products again that were found after a failure, since their associations may be missing."""
        halves = [
            (product, record)
            for record, result, product in zip(wanted, results, written, strict=True)
            if isinstance(record, Record) and isinstance(result, Made) and isinstance(product, Written)
            if not result.is_whole
        ]
        records = [Record({"id": product.id, **record.fields}, record.associations) for product, record in halves]
        failures = change(self._session, PRODUCTS, records, self._batch)
        for (product, _), failure in zip(halves, failures, strict=True):
            if failure:
                product.failures.append(failure)


def _record(write: ProductWrite, pointers: Pointers | Failure, context: ProductContext) -> Record | Failure:
    if isinstance(pointers, Failure):
        return pointers
    try:
        fields = from_new_product(write.product, context)
    except RefusedError as error:
        return Failure(error)
    return Record({**fields, **pointers.fields}, pointers.associations)
