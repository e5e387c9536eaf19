"""Sends what is due on shop orders, after reading what they show now; each effect is harmless to repeat."""

from collections.abc import Mapping, Sequence

from navette.application.capability import Work, problem
from navette.domain.messages import orders as messages
from navette.domain.messages.message import Message
from navette.domain.run import Outcome, Problem
from navette.ports.shop import EffectKind, OrderEffect, OrderPresent, WriteResult
from navette.ports.store import EffectRow, EffectState

PAGE = 100

SENT: Mapping[EffectKind, Message] = {
    EffectKind.STATUS: messages.STATUS_SENT,
    EffectKind.PIECE: messages.PIECE_SENT,
    EffectKind.TRACKING: messages.TRACKING_SENT,
    EffectKind.DELIVERY_DATE: messages.DELIVERY_SENT,
}


def send_effects(work: Work) -> Mapping[str, Problem]:
    """Send every effect that is due; gives what the shop refused, by order.

    A status that the order has had already, and a value that it shows now, are settled without being sent.
    """
    last = 0
    refused: dict[str, Problem] = {}
    while rows := work.session.store.outbox.due(PAGE, last):
        last = rows[-1][0]
        refused.update(_send_page(work, rows))
    return refused


def _send_page(work: Work, rows: Sequence[tuple[int, EffectRow]]) -> Mapping[str, Problem]:
    shop = work.session.shop
    present = shop.read_present(sorted({row.effect.order for _, row in rows}))
    settled: dict[int, EffectState] = {}
    to_send: list[tuple[int, OrderEffect]] = []
    for row_id, row in rows:
        order = present.get(row.effect.order)
        if order is None:
            work.say(messages.ORDER_GONE, order=row.effect.order)
            settled[row_id] = EffectState.REFUSED
        elif is_there(row.effect, order, allows_backwards=work.session.options.order_status.allows_backwards):
            settled[row_id] = EffectState.SENT
        else:
            to_send.append((row_id, row.effect))
    results = shop.apply_effects([effect for _, effect in to_send]) if to_send else ()
    refused: dict[str, Problem] = {}
    for (row_id, effect), result in zip(to_send, results, strict=True):
        why = _refusal(effect, result)
        settled[row_id] = EffectState.REFUSED if why else EffectState.SENT
        if why:
            refused[effect.order] = why
            work.say(why.message, **why.values)
        else:
            work.say(SENT[effect.kind], order=effect.order, value=effect.value)
    work.session.store.outbox.settle(settled)
    return refused


def is_there(effect: OrderEffect, present: OrderPresent, *, allows_backwards: bool) -> bool:
    """Whether an order shows an effect already, or has been past its status."""
    if present.values.get(effect.kind, "") == effect.value:
        return True
    return effect.kind is EffectKind.STATUS and not allows_backwards and effect.value in present.past_statuses


def _refusal(effect: OrderEffect, result: WriteResult) -> Problem | None:
    if result.outcome is Outcome.REFUSED or result.is_gone:
        return problem(messages.EFFECT_REFUSED, order=effect.order, what=effect.kind.value, value=effect.value)
    return None
