"""Messages of the stock export."""

from navette.domain.messages.message import Level, Message

TITLE = Message("STK-RUN-001", "Update the stock", level=Level.INFO)
START = Message("STK-RUN-002", "Start of the stock export", level=Level.INFO)
READING = Message("STK-RUN-003", "Reading the stock", level=Level.INFO)
END = Message("STK-RUN-004", "End of the stock export", level=Level.INFO)
NOT_IN_SHOP = Message(
    "STK-REC-001",
    "{reference} is not in the shop.",
    "Export the articles first: navette run export-products",
    level=Level.INFO,
)
GONE_FROM_SHOP = Message(
    "STK-REC-002",
    "{reference} is no longer in the shop: somebody deleted it there.",
    "Create it again with: navette run export-products --only {reference}, or dismiss the record.",
    target="quarantine",
    level=Level.WARNING,
)
SWITCHED_OFF = Message(
    "STK-REC-003",
    "{reference}: the quantity may not be overwritten.",
    "Switch the quantity on in the update of existing articles, if the shop shall follow the company.",
    target="articles.update.stock",
    level=Level.INFO,
)
