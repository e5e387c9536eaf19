"""What ERP documents change on shop orders: status, piece number, tracking number, delivery date.

The present values are read first and only what differs is sent, so that a repeat changes nothing. A status is set on
the order itself, which adds an entry to its history and sends no mail; where that would write the whole order back
(no PATCH), and with it the old numbers of invoice and delivery slip, the entry is made by itself.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from navette.domain.errors import NavetteError, RefusedError
from navette.domain.messages import shop as messages
from navette.domain.run import Outcome
from navette.ports.shop import EffectKind, OrderEffect, OrderPresent, WriteResult
from navette.shops.prestashop.adapter.changing import change
from navette.shops.prestashop.adapter.creation import Made, create
from navette.shops.prestashop.adapter.failures import Failure, gone, raise_if_all_wait
from navette.shops.prestashop.adapter.order_state import OrderState, add_past_statuses, read_states
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.client.xml import Record, Value
from navette.shops.prestashop.mapper.note import with_piece
from navette.shops.prestashop.mapper.times import from_day
from navette.shops.prestashop.schemas.order import ORDER_CARRIERS, ORDER_HISTORIES, ORDERS

BATCH = 50
_TRACKING = re.compile(r"^[~:#,%&_=()\[\].? +\-@/a-zA-Z0-9]{1,64}$")
Outcomes = dict[int, Failure | Outcome]
Effects = Mapping[int, OrderEffect]


class OrderEffects:
    """Implements `read_present` and `apply_effects`."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._batch = session.batch("orders", BATCH)

    def read_present(self, orders: Sequence[str]) -> Mapping[str, OrderPresent]:
        """What some orders show now, with the statuses they have had."""
        states = read_states(self._session, orders)
        add_past_statuses(self._session, states)
        return {order: state.present(order) for order, state in states.items()}

    def apply(self, effects: Sequence[OrderEffect]) -> list[WriteResult]:
        """Make changes on orders: statuses first, since one of preparation sets the date of delivery itself."""
        states = read_states(self._session, [effect.order for effect in effects])
        outcomes: Outcomes = {
            index: gone(ORDERS.name, effect.order) for index, effect in enumerate(effects) if effect.order not in states
        }
        there = {index: effect for index, effect in enumerate(effects) if index not in outcomes}
        statuses = {index: effect for index, effect in there.items() if effect.kind is EffectKind.STATUS}
        rest = {index: effect for index, effect in there.items() if index not in statuses}
        self._apply_each(statuses, states, outcomes)
        if rest and Outcome.UPDATED in outcomes.values():
            states = {**states, **read_states(self._session, [effect.order for effect in rest.values()])}
        self._apply_each(rest, states, outcomes)
        ordered = [outcomes[index] for index in range(len(effects))]
        raise_if_all_wait(ordered)
        return [outcome.result if isinstance(outcome, Failure) else WriteResult(outcome=outcome) for outcome in ordered]

    def _apply_each(self, effects: Effects, states: Mapping[str, OrderState], outcomes: Outcomes) -> None:
        """Several effects of one kind on one order are made one after the other."""
        while effects:
            first = _first_of_each(effects)
            self._apply_round(first, states, outcomes)
            effects = {index: effect for index, effect in effects.items() if index not in first}

    def _apply_round(self, effects: Effects, states: Mapping[str, OrderState], outcomes: Outcomes) -> None:
        """One effect of each order and kind: what is there already is left, the rest is sent by kind."""
        due: dict[EffectKind, dict[int, OrderEffect]] = {kind: {} for kind in EffectKind}
        for index, effect in effects.items():
            if states[effect.order].present(effect.order).values[effect.kind] == effect.value:
                outcomes[index] = Outcome.UNCHANGED
            elif error := self._refusal(effect, states[effect.order]):
                outcomes[index] = Failure(error)
            else:
                due[effect.kind][index] = effect
        self._write_statuses(due[EffectKind.STATUS], states, outcomes)
        self._write_on_orders(due[EffectKind.PIECE] | due[EffectKind.DELIVERY_DATE], states, outcomes)
        self._write_trackings(due[EffectKind.TRACKING], states, outcomes)

    def _refusal(self, effect: OrderEffect, state: OrderState) -> NavetteError | None:
        """Why an effect cannot be had, before anything is sent."""
        on_order = effect.kind in {EffectKind.PIECE, EffectKind.DELIVERY_DATE}
        if on_order and not self._session.traits.has_order_note:
            return RefusedError(messages.NEEDS_VERSION, oldest="1.7.8", version=self._session.index.version)
        if effect.kind is EffectKind.TRACKING and not state.shipment:
            return RefusedError(messages.NO_SHIPMENT, order=effect.order)
        if effect.kind is EffectKind.TRACKING and not _TRACKING.match(effect.value):
            return RefusedError(messages.BAD_TRACKING, order=effect.order, value=effect.value)
        bad_day = effect.kind is EffectKind.DELIVERY_DATE and _day(effect.value) is None
        if bad_day or (effect.kind is EffectKind.STATUS and not effect.value.isdigit()):
            return RefusedError(messages.BAD_VALUE, order=effect.order, kind=effect.kind, value=effect.value)
        return None

    def _write_on_orders(self, effects: Effects, states: Mapping[str, OrderState], outcomes: Outcomes) -> None:
        """Note and date of delivery, together where an order gets both."""
        fields: dict[str, dict[str, Value]] = {}
        for effect in effects.values():
            of_order = fields.setdefault(effect.order, {"id": effect.order})
            if effect.kind is EffectKind.PIECE:
                states[effect.order].note = with_piece(states[effect.order].note, effect.value)
                of_order["note"] = states[effect.order].note
            elif day := _day(effect.value):
                of_order["delivery_date"] = from_day(day)
        records = [Record(of_order) for of_order in fields.values()]
        failures = dict(zip(fields, change(self._session, ORDERS, records, self._batch), strict=True))
        outcomes.update({index: failures[effect.order] or Outcome.UPDATED for index, effect in effects.items()})

    def _write_trackings(self, effects: Effects, states: Mapping[str, OrderState], outcomes: Outcomes) -> None:
        records = [
            Record({"id": states[effect.order].shipment, "tracking_number": effect.value})
            for effect in effects.values()
        ]
        failures = change(self._session, ORDER_CARRIERS, records, self._batch)
        for index, failure in zip(effects, failures, strict=True):
            outcomes[index] = failure or Outcome.UPDATED

    def _write_statuses(self, effects: Effects, states: Mapping[str, OrderState], outcomes: Outcomes) -> None:
        if self._session.traits.has_patch:
            records = [Record({"id": effect.order, "current_state": effect.value}) for effect in effects.values()]
            failures = change(self._session, ORDERS, records, self._batch)
        else:
            failures = self._add_entries(list(effects.values()))
        for (index, effect), failure in zip(effects.items(), failures, strict=True):
            outcomes[index] = failure or Outcome.UPDATED
            if not failure:
                states[effect.order].status = effect.value

    def _add_entries(self, effects: Sequence[OrderEffect]) -> list[Failure | None]:
        def look_up(indexes: Sequence[int]) -> Mapping[int, str]:
            now = read_states(self._session, [effects[index].order for index in indexes])
            reached = [index for index in indexes if now[effects[index].order].status == effects[index].value]
            return {index: effects[index].order for index in reached}

        records = [Record({"id_order": effect.order, "id_order_state": effect.value}) for effect in effects]
        made = create(self._session.client, ORDER_HISTORIES, records, look_up, self._batch)
        return [None if isinstance(result, Made) else result for result in made]


def _first_of_each(effects: Effects) -> dict[int, OrderEffect]:
    """The first effect of each order and kind."""
    first: dict[tuple[str, EffectKind], int] = {}
    for index, effect in effects.items():
        first.setdefault((effect.order, effect.kind), index)
    return {index: effects[index] for index in sorted(first.values())}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
