"""The table of payments: mode, journal and accounts of a shop's payment method."""

from collections.abc import Mapping
from dataclasses import dataclass

WITHOUT_METHOD = "N/A"


@dataclass(frozen=True, slots=True)
class PaymentRule:
    """How a payment method is recorded; an account overrides the customer's (spec ORD-MAP-3)."""

    mode: int
    journal: str = ""
    account: str = ""
    general_account: str = ""
    creates: bool = True


def payment_rule(table: Mapping[str, str], method: str, default_mode: int) -> PaymentRule | None:
    """The rule of a method, the default mode's for one that is not in the table, None without either."""
    value = table.get(method or WITHOUT_METHOD)
    if value is None:
        return PaymentRule(default_mode) if default_mode else None
    parts = [*value.split("|"), "", "", "", ""]
    return PaymentRule(int(parts[0]), parts[1], parts[2], parts[3], parts[4] != "0")
