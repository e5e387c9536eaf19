"""Products with their variants and suppliers: created several in a request, or changed in some aspects."""

from collections.abc import Sequence

from navette.ports.shop import ProductWrite, WriteResult
from navette.shops.prestashop.adapter.changing import change
from navette.shops.prestashop.adapter.combinations import VARIANT_ASPECTS, Combinations, VariantTask
from navette.shops.prestashop.adapter.failures import Failure, raise_if_all_wait
from navette.shops.prestashop.adapter.pointers import Pointers, ProductPointers
from navette.shops.prestashop.adapter.product_creation import NewProducts
from navette.shops.prestashop.adapter.product_update import ChangedProducts
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.adapter.suppliers import SupplierLink, write_supplier_links
from navette.shops.prestashop.adapter.vocabulary import Vocabulary
from navette.shops.prestashop.adapter.written import Written
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.mapper.product import ProductContext
from navette.shops.prestashop.schemas.catalog import PRODUCTS


class Products:
    """Implements `write_products`."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        vocabulary = Vocabulary(session)
        self._pointers = ProductPointers(session, vocabulary)
        self._combinations = Combinations(session, vocabulary)
        self._new = NewProducts(session)
        self._changed = ChangedProducts(session)

    def write(self, writes: Sequence[ProductWrite]) -> list[WriteResult]:
        """Create products with their variants, or change aspects of existing ones."""
        context = self._context()
        pointers = self._pointers.find(writes)
        products = self._write_products(writes, pointers, context)
        raise_if_all_wait(products)
        tasks = {
            index: VariantTask(product.id, write, is_new=write.ref is None)
            for index, (write, product) in enumerate(zip(writes, products, strict=True))
            if isinstance(product, Written) and _writes_variants(write)
        }
        self._combinations.write(list(tasks.values()))
        self._make_standard(writes, products)
        self._link_suppliers(writes, pointers, products)
        return [_result(product, tasks.get(index)) for index, product in enumerate(products)]

    def _context(self) -> ProductContext:
        settings = self._session.settings
        return ProductContext(
            languages=settings.languages,
            uses_ecotax=settings.uses_ecotax,
            summary_limit=settings.summary_limit,
            cleans=self._session.policy.cleans_texts,
            has_product_type=self._session.traits.has_product_type,
        )

    def _write_products(
        self, writes: Sequence[ProductWrite], pointers: Sequence[Pointers | Failure], context: ProductContext
    ) -> list[Written | Failure]:
        new = [index for index, write in enumerate(writes) if write.ref is None]
        old = [index for index, write in enumerate(writes) if write.ref is not None]
        results: dict[int, Written | Failure] = {}
        for indexes, step in ((new, self._new.create), (old, self._changed.change)):
            if indexes:
                found = [pointers[index] for index in indexes]
                done = step([writes[index] for index in indexes], found, context)
                results.update(zip(indexes, done, strict=True))
        return [results[index] for index in range(len(writes))]

    def _make_standard(self, writes: Sequence[ProductWrite], products: Sequence[Written | Failure]) -> None:
        """A product whose last variant went becomes a simple one again; its quantity has to be sent once more."""
        if not self._session.traits.has_product_type:
            return
        bare = [
            product
            for write, product in zip(writes, products, strict=True)
            if isinstance(product, Written) and write.removed_variants and not write.product.variants
        ]
        records = [Record({"id": product.id, "product_type": "standard"}) for product in bare]
        batch = self._session.batch("changed products", self._session.capabilities.product_batch)
        for product, failure in zip(bare, change(self._session, PRODUCTS, records, batch), strict=True):
            if failure:
                product.failures.append(failure)

    def _link_suppliers(
        self,
        writes: Sequence[ProductWrite],
        pointers: Sequence[Pointers | Failure],
        products: Sequence[Written | Failure],
    ) -> None:
        linked: dict[str, Written] = {}
        links: list[SupplierLink] = []
        for write, found, product in zip(writes, pointers, products, strict=True):
            if isinstance(product, Written) and isinstance(found, Pointers) and found.supplier not in {"", "0"}:
                linked[product.id] = product
                links.append(SupplierLink(product.id, found.supplier, write.product.supplier_reference or ""))
        new = frozenset(product.id for product in linked.values() if product.was_created)
        for product_id, failure in write_supplier_links(self._session, links, new).items():
            linked[product_id].failures.append(failure)


def _writes_variants(write: ProductWrite) -> bool:
    if write.removed_variants:
        return True
    return bool(write.product.variants) and (write.ref is None or bool(write.aspects & VARIANT_ASPECTS))


def _result(product: Written | Failure, task: VariantTask | None) -> WriteResult:
    if isinstance(product, Failure):
        return product.result
    if task:
        product.failures += task.failures
    return product.result(task.refs if task else {})
