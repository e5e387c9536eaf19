"""Variants of products as combinations of option values.

The shop accepts the same combination twice (P7), so those of a product are read before any is added to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from navette.domain.binding import Aspect, ShopRef
from navette.domain.catalog import Variant
from navette.domain.errors import RefusedError
from navette.ports.shop import ProductWrite
from navette.shops.prestashop.adapter.changing import change, remove
from navette.shops.prestashop.adapter.creation import Made, create
from navette.shops.prestashop.adapter.failures import Failure
from navette.shops.prestashop.adapter.option_values import OptionValues, Values
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.adapter.vocabulary import Vocabulary
from navette.shops.prestashop.capabilities import COMBINATION_BATCH
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.mapper.product import from_new_variant, from_variant
from navette.shops.prestashop.mapper.values import to_flag
from navette.shops.prestashop.schemas.catalog import COMBINATIONS, CombinationJson

VARIANT_ASPECTS = frozenset({Aspect.VARIANTS, Aspect.PRICE, Aspect.WEIGHT, Aspect.CODES, Aspect.AVAILABILITY})


@dataclass(slots=True)
class VariantTask:
    """A product whose variants are to be written, and what came of them: ids by key text, failures."""

    product: str
    write: ProductWrite
    is_new: bool
    refs: dict[str, ShopRef] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    @property
    def missing(self) -> list[Variant]:
        """Variants that the shop does not have yet and that are to be made."""
        if not self.is_new and Aspect.VARIANTS not in self.write.aspects:
            return []
        return [one for one in self.write.product.variants if str(one.key) not in self.write.variant_refs]


@dataclass(frozen=True, slots=True)
class _Addition:
    """A combination to make for a task."""

    task: VariantTask
    variant: Variant
    values: Values
    record: Record


@dataclass(slots=True)
class _Held:
    """The combinations that a product has now, by their option values."""

    by_values: dict[Values, str] = field(default_factory=dict)
    has_default: bool = False


class Combinations:
    """Writes the variants of some products."""

    def __init__(self, session: ShopSession, vocabulary: Vocabulary) -> None:
        self._session = session
        self._option_values = OptionValues(session, vocabulary)
        self._batch = session.batch("combinations", COMBINATION_BATCH)

    def write(self, tasks: Sequence[VariantTask]) -> None:
        """Change, add and remove variants; the tasks take what came of it."""
        self._update(tasks)
        self._create(self._additions(tasks))
        self._remove(tasks)

    def _update(self, tasks: Sequence[VariantTask]) -> None:
        changes: list[tuple[VariantTask, Record]] = []
        for task in tasks:
            for variant in task.write.product.variants:
                if ref := task.write.variant_refs.get(str(variant.key)):
                    task.refs[str(variant.key)] = ref
                    changes += [(task, record) for record in _changed(task, variant, ref)]
        failures = change(self._session, COMBINATIONS, [record for _, record in changes], self._batch)
        for (task, _), failure in zip(changes, failures, strict=True):
            if failure:
                task.failures.append(failure)

    def _additions(self, tasks: Sequence[VariantTask]) -> list[_Addition]:
        wanted = [(task, variant) for task in tasks for variant in task.missing]
        values = self._option_values.of([variant for _, variant in wanted])
        held = self._held(task.product for task, _ in wanted if not task.is_new)
        additions: list[_Addition] = []
        for (task, variant), made_of in zip(wanted, values, strict=True):
            if isinstance(made_of, Failure):
                task.failures.append(made_of)
                continue
            present = held.setdefault(task.product, _Held())
            if known := present.by_values.get(made_of):
                task.refs[str(variant.key)] = ShopRef(known, task.product)
                continue
            try:
                record = _new_record(task, variant, made_of, is_default=not present.has_default)
            except RefusedError as error:
                task.failures.append(Failure(error))
                continue
            present.has_default = True
            additions.append(_Addition(task, variant, made_of, record))
        return additions

    def _create(self, additions: Sequence[_Addition]) -> None:
        def look_up(indexes: Sequence[int]) -> Mapping[int, str]:
            held = self._held(additions[index].task.product for index in indexes)
            found: dict[int, str] = {}
            for index in indexes:
                one = additions[index]
                if one.task.product in held and (known := held[one.task.product].by_values.get(one.values)):
                    found[index] = known
            return found

        records = [addition.record for addition in additions]
        made = create(self._session.client, COMBINATIONS, records, look_up, self._batch)
        for addition, result in zip(additions, made, strict=True):
            if isinstance(result, Made):
                addition.task.refs[str(addition.variant.key)] = ShopRef(result.id, addition.task.product)
            else:
                addition.task.failures.append(result)

    def _remove(self, tasks: Sequence[VariantTask]) -> None:
        owners = {ref.id: task for task in tasks for ref in task.write.removed_variants}
        failures = remove(self._session.client, COMBINATIONS, list(owners))
        for combination, failure in failures.items():
            owners[combination].failures.append(failure)

    def _held(self, products: Iterable[str]) -> dict[str, _Held]:
        held: dict[str, _Held] = {}
        for row in self._session.client.matching(COMBINATIONS, "id_product", products):
            of_product = held.setdefault(str(row["id_product"]), _Held())
            of_product.by_values.setdefault(_values_of(row), str(row["id"]))
            of_product.has_default |= to_flag(row.get("default_on"))
        return held


def _changed(task: VariantTask, variant: Variant, ref: ShopRef) -> list[Record]:
    """What changes on a combination: one record or none."""
    try:
        fields = from_variant(task.write.product, variant, task.write.aspects)
    except RefusedError as error:
        task.failures.append(Failure(error))
        return []
    return [Record({"id": ref.id, **fields})] if fields else []


def _new_record(task: VariantTask, variant: Variant, values: Values, *, is_default: bool) -> Record:
    fields = from_new_variant(task.write.product, variant, parent=task.product, is_default=is_default)
    return Record(fields, {"product_option_values": [{"id": value} for value in sorted(values, key=int)]})


def _values_of(row: CombinationJson) -> Values:
    return frozenset(str(value["id"]) for value in row.get("associations", {}).get("product_option_values", ()))
