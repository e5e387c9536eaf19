"""The table of order statuses: which orders are imported, as what, and the status that they get afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass

from navette.domain.document import DocumentKind, DocumentStatus
from navette.domain.errors import ConfigurationError
from navette.domain.messages import orders as messages

FORM = "kind:status[:new shop status], such as order:1 or quote:0:3"


@dataclass(frozen=True, slots=True)
class StatusRule:
    """What an order of one shop status becomes; `next_status` is '' where the shop's status stays."""

    kind: DocumentKind
    status: DocumentStatus
    next_status: str = ""


def status_rules(table: Mapping[str, str]) -> Mapping[str, StatusRule]:
    """Rules by shop status; raises ConfigurationError on a row that cannot be read."""
    return {key: _rule(key, value) for key, value in table.items() if value}


def _rule(key: str, value: str) -> StatusRule:
    kind, _, rest = value.partition(":")
    status, _, next_status = rest.partition(":")
    try:
        return StatusRule(DocumentKind(kind), DocumentStatus(int(status or 0)), next_status)
    except ValueError as error:
        raise ConfigurationError(
            messages.WRONG_MAPPING, table="order_statuses", key=key, value=value, form=FORM
        ) from error
