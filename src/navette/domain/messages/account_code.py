"""Messages about the builder of customer account codes (spec CUS-IMP-4)."""

from navette.domain.messages.message import Message

CODE_TOO_LONG = Message(
    "CUS-CODE-001",
    "The pattern of account codes can reach {length} characters, such as {example}; the ERP takes {limit}.",
    remedy="Shorten the prefix, a part, the suffix or the counter.",
    target="customers.account_code",
)
CODE_NOT_UNIQUE = Message(
    "CUS-CODE-002",
    "Two customers could get the same account code: the pattern has neither the customer's id nor a counter.",
    remedy="Add the customer's id as a part, or a counter of one or more digits.",
    target="customers.account_code",
)
TOO_MANY_PARTS = Message(
    "CUS-CODE-003",
    "An account code has at most {limit} parts; this pattern has {parts}.",
    remedy="Remove parts from the pattern.",
    target="customers.account_code",
)
LENGTH_OUT_OF_RANGE = Message(
    "CUS-CODE-004",
    "The length {length} of {name} is not possible in an account code.",
    remedy="Give each part at least one character, and the counter at most nine digits.",
    target="customers.account_code",
)
ID_TOO_LONG = Message(
    "CUS-CODE-005",
    "The customer's id {id} does not fit in the {length} characters that the account code keeps for it.",
    remedy="Lengthen the part of the customer's id, or add a counter.",
    target="customers.account_code",
)
CUSTOMER_WITHOUT_ID = Message(
    "CUS-CODE-006",
    "The customer has no id in the shop, and the account code is built from it alone.",
    remedy="Add a counter to the account code, or set an account for orders without a customer account.",
    target="customers.account_code",
)
