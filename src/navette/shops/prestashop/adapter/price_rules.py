"""Price rules: promotions, prices of groups and customers, quantity breaks.

The shop allows each set of terms once and answers a second one with an empty 500. So the rules of a product are read
before any is added: one that stands under the same terms is adopted and gets our price.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from navette.ports.shop import PriceRule, PriceRuleResult, PriceRuleWrite
from navette.shops.prestashop.adapter.changing import change, remove
from navette.shops.prestashop.adapter.creation import Made, create
from navette.shops.prestashop.adapter.failures import Failure, raise_if_all_wait
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.mapper.price_rule import Terms, from_rule, says_the_same, terms_of_fields, terms_of_row
from navette.shops.prestashop.schemas.catalog import SPECIFIC_PRICES, SpecificPriceJson


@dataclass(slots=True)
class _Put:
    """A rule to put, with the id that it has or gets, or why it could not be put."""

    rule: PriceRule
    record: Record
    id: str = ""
    failure: Failure | None = None


@dataclass(slots=True)
class _Present:
    """Rules that the shop has now, by terms and by id."""

    by_terms: dict[Terms, SpecificPriceJson] = field(default_factory=dict)
    by_id: dict[str, SpecificPriceJson] = field(default_factory=dict)


class PriceRules:
    """Implements `write_price_rules`."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._batch = session.batch("price rules", session.capabilities.price_batch)

    def write(self, writes: Sequence[PriceRuleWrite]) -> list[PriceRuleResult]:
        """Put and remove price rules; removals come first, so that their terms are free."""
        removed = [rule_id for write in writes for rule_id in write.remove]
        not_removed = remove(self._session.client, SPECIFIC_PRICES, removed)
        puts = [[self._put(write, rule, rule_id) for rule, rule_id in write.put] for write in writes]
        flat = [put for of_product in puts for put in of_product]
        present = self._present([write.ref.id for write in writes if write.put])
        self._change(flat, present)
        self._create([put for put in flat if not put.id and not put.failure])
        raise_if_all_wait([put.failure for put in flat] + list(not_removed.values()))
        return [_result(write, of_product, not_removed) for write, of_product in zip(writes, puts, strict=True)]

    def _put(self, write: PriceRuleWrite, rule: PriceRule, rule_id: str) -> _Put:
        fields = from_rule(rule, write.ref.id, self._session.store, self._session.settings.zone)
        return _Put(rule, Record(fields), rule_id)

    def _present(self, products: Sequence[str]) -> _Present:
        present = _Present()
        for row in self._session.client.matching(SPECIFIC_PRICES, "id_product", products):
            present.by_terms[terms_of_row(row)] = row
            present.by_id[str(row["id"])] = row
        return present

    def _change(self, puts: Sequence[_Put], present: _Present) -> None:
        """Adopt what stands under the same terms; send what says something else; forget ids that are gone."""
        changed: list[_Put] = []
        superseded: list[str] = []
        for put in puts:
            terms = terms_of_fields(put.record.fields)
            row = present.by_terms.get(terms) or present.by_id.get(put.id)
            if row and put.id in present.by_id and put.id != str(row["id"]):
                superseded.append(put.id)
            put.id = str(row["id"]) if row else ""
            if row and not (terms_of_row(row) == terms and says_the_same(row, put.record.fields)):
                changed.append(put)
        records = [Record({"id": put.id, **put.record.fields}) for put in changed]
        for put, failure in zip(changed, change(self._session, SPECIFIC_PRICES, records, self._batch), strict=True):
            put.failure = failure
        remove(self._session.client, SPECIFIC_PRICES, superseded)

    def _create(self, puts: Sequence[_Put]) -> None:
        terms = [terms_of_fields(put.record.fields) for put in puts]

        def look_up(indexes: Sequence[int]) -> Mapping[int, str]:
            products = [str(puts[index].record.fields["id_product"]) for index in indexes]
            now = self._present(products).by_terms
            return {index: str(now[terms[index]]["id"]) for index in indexes if terms[index] in now}

        records = [put.record for put in puts]
        made = create(self._session.client, SPECIFIC_PRICES, records, look_up, self._batch)
        for put, result in zip(puts, made, strict=True):
            if isinstance(result, Made):
                put.id = result.id
            else:
                put.failure = result


def _result(write: PriceRuleWrite, puts: Sequence[_Put], not_removed: Mapping[str, Failure]) -> PriceRuleResult:
    problems = {put.rule.key: put.failure.problem for put in puts if put.failure}
    problems |= {rule_id: not_removed[rule_id].problem for rule_id in write.remove if rule_id in not_removed}
    return PriceRuleResult(ids={put.rule.key: put.id for put in puts if put.id and not put.failure}, problems=problems)
