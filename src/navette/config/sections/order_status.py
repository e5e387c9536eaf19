"""Progress of orders, from the ERP to the shop (spec UPD)."""

from typing import ClassVar

from navette.config.option import Section, option


def _status(title: str) -> str:
    value: str = option("", title=title, help="Status of the shop; empty = unchanged.", choices="order_statuses")
    return value


class OrderStatusOptions(Section):
    """What the shop's order gets when its ERP document moves on."""

    prefix: ClassVar[str] = "order_status"
    title: ClassVar[str] = "Update of orders"

    quote: str = _status("Quote")
    order: str = _status("Order")
    preparation: str = _status("Preparation")
    delivery: str = _status("Delivery note")
    invoice: str = _status("Invoice")
    posted_invoice: str = _status("Posted invoice")
    allows_backwards: bool = option(
        default=False,
        title="Allow going back",
        help="Send a status that the order has already had and left.",
        advanced=True,
    )
    sends_piece: bool = option(default=True, title="Document number", help="Send the document number to the shop.")
    tracking_fields: str = option(
        "",
        title="Tracking number field",
        help="Header fields in which the tracking number is looked for, in order, separated by commas.",
        choices="document_fields",
    )
    tracking_status: str = _status("Status once tracked")
    delivery_date: bool = option(default=False, title="Delivery date", help="Send the delivery date.")
