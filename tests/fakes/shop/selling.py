"""Quantities, prices, price rules, groups, and customers with an account."""

from collections.abc import Iterator, Mapping, Sequence

from fakes.shop.calls import ShopCalls, gone, refused, updated
from fakes.shop.state import HeldProduct, HeldVariant

from navette.domain.binding import ShopRef
from navette.domain.run import Outcome
from navette.ports.shop import (
    GroupWrite,
    PriceRuleResult,
    PriceRuleWrite,
    PriceWrite,
    ShopStock,
    StockWrite,
    WriteResult,
)


class SellingCalls(ShopCalls):
    def read_stock(self, products: Sequence[ShopRef] | None) -> Iterator[Sequence[ShopStock]]:
        """One page for each batch of stock; a product with variants holds none of its own."""
        wanted = {ref.id for ref in products} if products is not None else self.state.products.keys()
        held = [
            ShopStock(each.ref, each.quantity)
            for product in list(self.state.products.values())
            if product.ref.id in wanted
            for each in (product.variants.values() or [product])
        ]
        size = self.capabilities.stock_batch
        for start in range(0, max(len(held), 1), size):
            self._read()
            yield held[start : start + size]

    def write_stock(self, writes: Sequence[StockWrite]) -> Sequence[WriteResult]:
        with self._write(writes):
            return [self._write_quantity(write) for write in writes]

    def write_prices(self, writes: Sequence[PriceWrite]) -> Sequence[WriteResult]:
        with self._write(writes):
            return [self._write_price(write) for write in writes]

    def write_price_rules(self, writes: Sequence[PriceRuleWrite]) -> Sequence[PriceRuleResult]:
        with self._write([write for write in writes if write.put or write.remove]):
            return [self._write_rules(write) for write in writes]

    def write_groups(self, writes: Sequence[GroupWrite]) -> Sequence[WriteResult]:
        with self._write(writes):
            return [
                WriteResult(
                    outcome=Outcome.UPDATED if write.ref else Outcome.CREATED,
                    ref=write.ref or ShopRef(self.state.new_id()),
                )
                for write in writes
            ]

    def find_customers(self, emails: Sequence[str]) -> Mapping[str, ShopRef]:
        self._read()
        return {email: self.state.customers[email] for email in emails if email in self.state.customers}

    def _held(self, ref: ShopRef) -> HeldProduct | HeldVariant | None:
        if ref.parent:
            product = self.state.products.get(ref.parent)
            return product.variants.get(ref.id) if product else None
        return self.state.products.get(ref.id)

    def _write_quantity(self, write: StockWrite) -> WriteResult:
        held = self._held(write.ref)
        if held is None:
            return gone(write.ref)
        if problem := self.faults.refusal(held.reference):
            return refused(problem)
        held.quantity = write.quantity
        return updated(write.ref)

    def _write_price(self, write: PriceWrite) -> WriteResult:
        product = self.state.products.get(write.ref.id)
        if product is None:
            return gone(write.ref)
        if problem := self.faults.refusal(product.reference):
            return refused(problem)
        product.price = write
        for ref, net in write.variants.items():
            product.variants[ref.id].net = net
        return updated(write.ref)

    def _write_rules(self, write: PriceRuleWrite) -> PriceRuleResult:
        product = self.state.products[write.ref.id]
        for number in write.remove:
            product.rules.pop(number, None)
        ids, problems = {}, {}
        for rule, number in write.put:
            if problem := self.faults.refusal(rule.key):
                problems[rule.key] = problem
                continue
            standing = next((held for held, other in product.rules.items() if other == rule), "")
            ids[rule.key] = number or standing or self.state.new_id()
            product.rules[ids[rule.key]] = rule
        return PriceRuleResult(ids=ids, problems=problems)
