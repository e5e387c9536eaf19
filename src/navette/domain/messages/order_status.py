"""Messages of the update of orders, from the company to the shop."""

from navette.domain.messages.message import Level, Message

TITLE = Message("UPD-RUN-001", "Update the orders", level=Level.INFO)
START = Message("UPD-RUN-002", "Start of the update of orders", level=Level.INFO)
READING = Message("UPD-RUN-003", "Reading the progress of documents", level=Level.INFO)
END = Message("UPD-RUN-004", "End of the update of orders", level=Level.INFO)
ORDER = Message("UPD-REC-001", "Order id: {label}", level=Level.INFO)
NUMBERED_ORDER = Message("UPD-REC-002", "{position}/{total} - Order id: {label}", level=Level.INFO)
UNKNOWN_STATUS = Message(
    "UPD-CFG-001",
    "The shop has no order status {value}, which the option {option} names.",
    "Choose one of: {known}",
    target="order_status",
)
UNKNOWN_FIELD = Message(
    "UPD-CFG-002",
    "Documents of the company have no field {value}, which the option {option} names.",
    "Choose one of: {known}",
    target="order_status.tracking_fields",
)
