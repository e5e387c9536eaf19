"""Messages about the customer of an order."""

from navette.domain.messages.message import Level, Message

SAME_EMAIL = Message(
    "CUS-FND-001",
    "Order {order}: several accounts have the customer's e-mail: {accounts}.",
    "Take it off all but one of them, then replay the order.",
    level=Level.WARNING,
)
SAME_SIRET = Message(
    "CUS-FND-005",
    "Order {order}: several accounts have the customer's SIRET: {accounts}.",
    "Take it off all but one of them, then replay the order.",
    level=Level.WARNING,
)
SAME_VAT_NUMBER = Message(
    "CUS-FND-006",
    "Order {order}: several accounts have the customer's VAT number: {accounts}.",
    "Take it off all but one of them, then replay the order.",
    level=Level.WARNING,
)
UNKNOWN_ACCOUNT = Message(
    "CUS-FND-002",
    "Order {order}: the account {account} of the settings does not exist in the company.",
    "Create it, or name another one.",
    target="customers.import",
    level=Level.WARNING,
)
ACCOUNT_DORMANT = Message(
    "CUS-FND-003",
    "Order {order}: the account {account} is dormant.",
    "Wake it up in the company, then replay the order.",
    level=Level.WARNING,
)
ACCOUNT_BLOCKED = Message(
    "CUS-FND-004",
    "Order {order}: the account {account} is blocked.",
    "Decide in the company whether it may order, then replay the order.",
    level=Level.WARNING,
)
CODES_EXHAUSTED = Message(
    "CUS-COD-001",
    "Order {order}: no account code beginning with {code} is left.",
    "Give the counter more digits, or change the pattern of account codes, then replay the order.",
    target="customers.import.counter_length",
)
