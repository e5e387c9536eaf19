"""What one imported order comes to: its shop order gets what it does not show yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navette.application.capability import PlanItem, digest_of, problem
from navette.application.effects import is_there
from navette.application.status_ladder import StatusLadder
from navette.domain.binding import Change, RecordKind
from navette.domain.messages import orders as order_messages
from navette.domain.run import Outcome, Problem
from navette.ports.shop import EffectKind, OrderEffect, OrderPresent
from navette.ports.store import Claim


@dataclass(frozen=True, slots=True)
class ProgressIntention:
    """What an order of the shop still has to get."""

    effects: tuple[OrderEffect, ...]


@dataclass(frozen=True, slots=True)
class KnownProgress:
    """What is known about the orders of a page: web numbers that have documents; the rest by order id.

    `present` holds the orders of which something was not sent yet, as far as the shop still has them.
    """

    web_numbers: frozenset[str]
    wished: Mapping[str, Sequence[OrderEffect]]
    sent: frozenset[OrderEffect]
    present: Mapping[str, OrderPresent]
    ladder: StatusLadder


def plan_order(claim: Claim, known: KnownProgress) -> PlanItem:
    """Decide what one imported order comes to."""
    order = claim.external_id
    if claim.web_number not in known.web_numbers:
        deleted = problem(order_messages.DELETED_IN_ERP, piece=claim.piece, order=order)
        return _item(order, Outcome.WAITING, deleted)
    wished = known.wished[order]
    if known.sent.issuperset(wished):
        return _item(order, Outcome.UNCHANGED)
    shown = known.present.get(order)
    if shown is None:
        return _item(order, Outcome.SKIPPED, problem(order_messages.ORDER_GONE, order=order))
    effects = _missing(wished, known.sent, shown, known.ladder)
    if not effects:
        return _item(order, Outcome.UNCHANGED)
    return PlanItem(
        record=_record(order),
        kind=RecordKind.ORDER,
        outcome=Outcome.UPDATED,
        label=order,
        changes=tuple(Change(effect.kind.value, shown.values.get(effect.kind, ""), effect.value) for effect in effects),
        base_digest=digest_of(effects, sorted(shown.values.items())),
        payload=ProgressIntention(effects),
        subject=_record(order),
    )


def _missing(
    wished: Sequence[OrderEffect], sent: frozenset[OrderEffect], shown: OrderPresent, ladder: StatusLadder
) -> tuple[OrderEffect, ...]:
    """The effects that an order does not show; an order at a later status needs no earlier one."""
    missing: list[OrderEffect] = []
    has_later_status = False
    for effect in reversed(wished):
        is_status = effect.kind is EffectKind.STATUS
        if effect in sent or is_there(effect, shown, ladder):
            has_later_status |= is_status
        elif not (is_status and has_later_status):
            missing.append(effect)
    return tuple(reversed(missing))


def _item(order: str, outcome: Outcome, why: Problem | None = None) -> PlanItem:
    record = _record(order)
    return PlanItem(record=record, kind=RecordKind.ORDER, outcome=outcome, label=order, problem=why, subject=record)


def _record(order: str) -> str:
    return f"{RecordKind.ORDER}:{order}"
