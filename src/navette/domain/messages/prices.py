"""Messages of the price export."""

from navette.domain.messages.message import Level, Message

TITLE = Message("PRI-RUN-001", "Update the prices", level=Level.INFO)
START = Message("PRI-RUN-002", "Start of the price export", level=Level.INFO)
READING = Message("PRI-RUN-003", "Reading the prices", level=Level.INFO)
END = Message("PRI-RUN-004", "End of the price export", level=Level.INFO)
RULE_REFUSED = Message(
    "PRI-REC-001",
    "{reference}: the shop did not take the specific price {rule}.",
    "Check the customer group or the customer in the shop.",
    level=Level.WARNING,
)
UNMAPPED_GROUP = Message(
    "PRI-GRP-001",
    "The price category {label} has no customer group in the shop: its prices are not sent.",
    "Map it in the table of groups, if its customers buy in the shop.",
    target="mapping.groups",
    level=Level.INFO,
)
UNKNOWN_CATEGORY = Message(
    "PRI-CFG-001",
    "The company has no price category {number}, which the option {option} names.",
    "Choose one of: {known}",
    target="articles.prices.category",
)
