"""Orders and what ERP documents change on them."""

from collections.abc import Iterator, Mapping, Sequence

from fakes.shop.calls import ShopCalls, gone, refused, updated

from navette.domain.binding import ShopRef
from navette.domain.order import Order
from navette.ports.shop import EffectKind, OrderEffect, OrderPresent, OrderQuery, WriteResult


class OrderCalls(ShopCalls):
    def read_orders(self, query: OrderQuery) -> Iterator[Sequence[Order]]:
        """Oldest change first."""
        chosen = sorted(
            (order for order in self.state.orders.values() if _is_chosen(order, query)),
            key=lambda order: (order.updated_at, int(order.id)),
        )
        size = self.capabilities.order_page
        for start in range(0, max(len(chosen), 1), size):
            self._read()
            if page := chosen[start : start + size]:
                yield page

    def read_present(self, orders: Sequence[str]) -> Mapping[str, OrderPresent]:
        self._read()
        return {
            order: OrderPresent(
                order=order, values=dict(self.state.shown[order]), past_statuses=tuple(self.state.past[order])
            )
            for order in orders
            if order in self.state.orders
        }

    def apply_effects(self, effects: Sequence[OrderEffect]) -> Sequence[WriteResult]:
        with self._write(effects):
            return [self._apply(effect) for effect in effects]

    def _apply(self, effect: OrderEffect) -> WriteResult:
        if effect.order not in self.state.orders:
            return gone(ShopRef(effect.order))
        if problem := self.faults.refusal(effect.value):
            return refused(problem)
        if effect.kind is EffectKind.STATUS:
            self.state.set_status(effect.order, effect.value)
        self.state.shown[effect.order][effect.kind] = effect.value
        return updated(ShopRef(effect.order))


def _is_chosen(order: Order, query: OrderQuery) -> bool:
    if order.id in query.excluded or (query.ids and order.id not in query.ids):
        return False
    if query.changed_after and order.updated_at < query.changed_after:
        return False
    if query.created_from and order.created_at < query.created_from:
        return False
    return not (query.created_to and order.created_at > query.created_to)
