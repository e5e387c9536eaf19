"""The table of payments: mode, journal and accounts of a shop's payment method."""

from collections.abc import Mapping
from dataclasses import dataclass

from navette.domain.errors import ConfigurationError
from navette.domain.messages import orders as messages

FORM = "mode[|journal[|account[|general account[|create 0 or 1]]]]"
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
    try:
        mode = int(parts[0])
    except ValueError as error:
        raise ConfigurationError(
            messages.WRONG_MAPPING, table="payments", key=method, value=value, form=FORM
        ) from error
    return PaymentRule(mode, parts[1], parts[2], parts[3], parts[4] != "0")
