"""Changes that shop orders still have to get."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import F

from navette.ports.shop import EffectKind, OrderEffect
from navette.ports.store import EffectRow, EffectState
from navette.store import models
from navette.store.repositories.chunks import chunks
from navette.store.transaction import writing


class Outbox:
    """Implements navette.ports.store.Outbox for one shop."""

    def __init__(self, shop: int) -> None:
        self._shop = shop

    def add(self, effects: Sequence[OrderEffect]) -> None:
        """Queue effects; one that was queued before stays as it is."""
        for chunk in chunks(effects):
            with writing():
                queue_effects(self._shop, chunk)

    def renew(self, effects: Sequence[OrderEffect]) -> None:
        """Queue effects, and make due again those that were settled before."""
        for chunk in chunks(effects):
            with writing():
                queue_effects(self._shop, chunk)
                wanted = set(chunk)
                rows = models.ShopEffect.objects.filter(shop=self._shop, order__in={one.order for one in chunk})
                settled = [row.pk for row in rows.exclude(state="due") if _effect_row(row).effect in wanted]
                models.ShopEffect.objects.filter(pk__in=settled).update(state=EffectState.DUE.value)

    def due(self, limit: int, after: int = 0) -> Sequence[tuple[int, EffectRow]]:
        """Rows to send, oldest first, with their ids; doubtful and refused ones are not sent again."""
        rows = models.ShopEffect.objects.filter(shop=self._shop, state="due", pk__gt=after).order_by("pk")
        return [(row.pk, _effect_row(row)) for row in rows[:limit]]

    def settle(self, ids: Mapping[int, EffectState]) -> None:
        """Write what came of rows, and count the attempt."""
        with writing():
            for state in set(ids.values()):
                for chunk in chunks(key for key, value in ids.items() if value is state):
                    rows = models.ShopEffect.objects.filter(shop=self._shop, pk__in=chunk)
                    rows.update(state=state.value, attempts=F("attempts") + 1)

    def of_orders(self, orders: Sequence[str], kinds: Sequence[EffectKind]) -> Sequence[EffectRow]:
        """Rows of some orders, in whatever state, oldest first."""
        rows = models.ShopEffect.objects.filter(shop=self._shop, kind__in=[kind.value for kind in kinds])
        found = [row for chunk in chunks(orders) for row in rows.filter(order__in=chunk)]
        return [_effect_row(row) for row in sorted(found, key=lambda row: row.pk)]


def queue_effects(shop: int, effects: Iterable[OrderEffect]) -> None:
    """Queue effects inside a transaction; one that was queued before stays as it is."""
    models.ShopEffect.objects.bulk_create(
        [
            models.ShopEffect(
                shop_id=shop,
                order=effect.order,
                kind=effect.kind.value,
                value=effect.value,
                state=EffectState.DUE.value,
            )
            for effect in effects
        ],
        ignore_conflicts=True,
    )


def _effect_row(row: models.ShopEffect) -> EffectRow:
    effect = OrderEffect(row.order, EffectKind(row.kind), row.value)
    return EffectRow(effect, EffectState(row.state), row.attempts)
