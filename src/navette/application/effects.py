"""Sends what is due on shop orders, after reading what they show now; each effect is harmless to repeat."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from navette.application.capability import Work, problem
from navette.application.status_ladder import StatusLadder
from navette.domain.messages import orders as messages
from navette.domain.messages import run as run_messages
from navette.domain.messages.message import Message
from navette.domain.run import JournalLine, Outcome, Problem
from navette.ports.shop import EffectKind, OrderEffect, OrderPresent, WriteResult
from navette.ports.store import EffectRow, EffectState

PAGE = 100
TRIES = 5

SENT: Mapping[EffectKind, Message] = {
    EffectKind.STATUS: messages.STATUS_SENT,
    EffectKind.PIECE: messages.PIECE_SENT,
    EffectKind.TRACKING: messages.TRACKING_SENT,
    EffectKind.DELIVERY_DATE: messages.DELIVERY_SENT,
}


@dataclass(slots=True)
class OrderSent:
    """What was sent on one order, as lines of the journal; and what the shop did not take."""

    lines: list[JournalLine] = field(default_factory=list)
    outcome: Outcome = Outcome.UPDATED
    problem: Problem | None = None

    def take(self, effect: OrderEffect, result: WriteResult, attempts: int) -> EffectState:
        """Note what came of one effect after so many attempts before; gives what is to be kept of it.

        A shop that fails today may take it tomorrow: a refusal counts once it was repeated.
        """
        if not result.outcome.is_unsettled:
            values = {"value": effect.value}
            self.lines.append(JournalLine(message=SENT[effect.kind], values=values, record=f"order:{effect.order}"))
            return EffectState.SENT
        self.outcome = result.outcome
        self.problem = result.problem or problem(messages.EFFECT_REFUSED, order=effect.order, value=effect.value)
        is_final = result.outcome is Outcome.REFUSED and attempts + 1 >= TRIES
        return EffectState.REFUSED if is_final else EffectState.DUE


def send_effects(work: Work, orders: Collection[str] | None = None) -> Mapping[str, OrderSent]:
    """Send the effects that are due, on some orders or on all (None); gives what was sent by order.

    What an order shows already is settled without being sent.
    """
    last = 0
    sent: dict[str, OrderSent] = defaultdict(OrderSent)
    while rows := work.session.store.outbox.due(PAGE, last):
        last = rows[-1][0]
        _send_page(work, [(key, row) for key, row in rows if orders is None or row.effect.order in orders], sent)
    return sent


def _send_page(work: Work, rows: Sequence[tuple[int, EffectRow]], sent: dict[str, OrderSent]) -> None:
    if not rows:
        return
    shop = work.session.shop
    ladder = StatusLadder(work.session.options.order_status)
    present = shop.read_present(sorted({row.effect.order for _, row in rows}))
    settled: dict[int, EffectState] = {}
    to_send: list[tuple[int, EffectRow]] = []
    for key, row in rows:
        order = present.get(row.effect.order)
        if order is None:
            sent[row.effect.order].outcome = Outcome.REFUSED
            sent[row.effect.order].problem = problem(messages.ORDER_GONE, order=row.effect.order)
            settled[key] = EffectState.REFUSED
        elif is_there(row.effect, order, ladder):
            settled[key] = EffectState.SENT
        else:
            to_send.append((key, row))
    results = shop.apply_effects([row.effect for _, row in to_send]) if to_send else ()
    for (key, row), result in zip(to_send, results, strict=True):
        settled[key] = sent[row.effect.order].take(row.effect, result, row.attempts)
    work.session.store.outbox.settle(settled)


def is_there(effect: OrderEffect, present: OrderPresent, ladder: StatusLadder) -> bool:
    """Whether an order shows an effect already, or has been at its status or past it."""
    shown = present.values.get(effect.kind, "")
    if shown == effect.value:
        return True
    return effect.kind is EffectKind.STATUS and ladder.is_behind(effect.value, {shown, *present.past_statuses})


def say_sent(work: Work, sent: Mapping[str, OrderSent], heading: Message) -> None:
    """Write what was sent on orders that are no records of the run."""
    for order, one in sent.items():
        if not (one.lines or one.problem):
            continue
        record = f"order:{order}"
        work.say(heading, record, label=order)
        for line in one.lines:
            work.say(line.message, record, **line.values)
        end = one.problem or Problem(run_messages.DONE)
        work.say(end.message, record, **end.values)
