"""Default prices of products; those of combinations are differences from the product's."""

from collections.abc import Sequence

from navette.domain.run import Outcome
from navette.ports.shop import PriceWrite, WriteResult
from navette.shops.prestashop.adapter.changing import change
from navette.shops.prestashop.adapter.failures import Failure, raise_if_all_wait
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.adapter.written import worst_of
from navette.shops.prestashop.capabilities import COMBINATION_BATCH
from navette.shops.prestashop.client.xml import Record, Value
from navette.shops.prestashop.mapper.values import from_amount
from navette.shops.prestashop.schemas.catalog import COMBINATIONS, PRODUCTS


class Prices:
    """Implements `write_prices`."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._batch = session.batch("prices", session.capabilities.price_batch)
        self._variant_batch = session.batch("combinations", COMBINATION_BATCH)

    def write(self, writes: Sequence[PriceWrite]) -> list[WriteResult]:
        """Set default prices of products and their variants."""
        records = [self._record(write) for write in writes]
        results = change(self._session, PRODUCTS, records, self._batch)
        failures = [[failure] if failure else [] for failure in results]
        raise_if_all_wait(results)
        self._write_variants(writes, failures)
        return [_result(write, worst_of(of_product)) for write, of_product in zip(writes, failures, strict=True)]

    def _record(self, write: PriceWrite) -> Record:
        fields: dict[str, Value] = {"id": write.ref.id, "price": from_amount(write.net)}
        if write.purchase is not None:
            fields["wholesale_price"] = from_amount(write.purchase)
        if write.ecotax is not None and self._session.settings.uses_ecotax:
            fields["ecotax"] = from_amount(write.ecotax)
        if write.tax_rule is not None:
            fields["id_tax_rules_group"] = write.tax_rule or "0"
        return Record(fields)

    def _write_variants(self, writes: Sequence[PriceWrite], failures: Sequence[list[Failure]]) -> None:
        """A product that was refused keeps its old price, so the differences of its variants would be wrong."""
        impacts = [
            (of_product, Record({"id": ref.id, "price": from_amount(price - write.net)}))
            for write, of_product in zip(writes, failures, strict=True)
            if not of_product
            for ref, price in write.variants.items()
        ]
        records = [record for _, record in impacts]
        results = change(self._session, COMBINATIONS, records, self._variant_batch)
        for (of_product, _), failure in zip(impacts, results, strict=True):
            if failure:
                of_product.append(failure)


def _result(write: PriceWrite, failure: Failure | None) -> WriteResult:
    if failure is None:
        return WriteResult(outcome=Outcome.UPDATED, ref=write.ref)
    result = failure.result
    return WriteResult(outcome=result.outcome, ref=write.ref, problem=result.problem, is_gone=result.is_gone)
