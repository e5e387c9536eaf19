"""What orders show now, as far as our effects on them go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from navette.ports.shop import EffectKind, OrderPresent
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.mapper.note import piece_in
from navette.shops.prestashop.mapper.values import to_id, to_integer
from navette.shops.prestashop.schemas.order import (
    ORDER_CARRIERS,
    ORDER_HISTORIES,
    ORDER_PRESENT,
    ORDER_PRESENT_1_7_7,
)


@dataclass(slots=True)
class OrderState:
    """An order's status, note, date of delivery and last shipment with its tracking number."""

    status: str
    note: str
    delivery_day: str
    shipment: str = ""
    tracking: str = ""
    past_statuses: list[str] = field(default_factory=list)

    def present(self, order: str) -> OrderPresent:
        """The state in the words of the port."""
        values = {
            EffectKind.STATUS: self.status,
            EffectKind.PIECE: piece_in(self.note),
            EffectKind.TRACKING: self.tracking,
            EffectKind.DELIVERY_DATE: self.delivery_day,
        }
        return OrderPresent(order=order, values=values, past_statuses=tuple(self.past_statuses))


def read_states(session: ShopSession, orders: Sequence[str]) -> Mapping[str, OrderState]:
    """States of some orders; one that is gone is left out."""
    resource = ORDER_PRESENT if session.traits.has_order_note else ORDER_PRESENT_1_7_7
    states = {
        str(row["id"]): OrderState(to_id(row["current_state"]), row.get("note") or "", _day(row["delivery_date"]))
        for row in session.client.matching(resource, "id", orders)
    }
    shipments = session.client.matching(ORDER_CARRIERS, "id_order", states)
    for shipment in sorted(shipments, key=lambda row: to_integer(row["id"])):
        state = states[to_id(shipment["id_order"])]
        state.shipment, state.tracking = str(shipment["id"]), (shipment["tracking_number"] or "").strip()
    return states


def add_past_statuses(session: ShopSession, states: Mapping[str, OrderState]) -> None:
    """Add the statuses that the orders have had, oldest first."""
    rows = session.client.matching(ORDER_HISTORIES, "id_order", states)
    for row in sorted(rows, key=lambda row: to_integer(row["id"])):
        past = states[to_id(row["id_order"])].past_statuses
        if to_id(row["id_order_state"]) not in past:
            past.append(to_id(row["id_order_state"]))


def _day(text: str) -> str:
    return "" if not text or text.startswith("0000") else text[:10]
