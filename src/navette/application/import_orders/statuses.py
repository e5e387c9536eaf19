"""The table of order statuses: which orders are imported, as what, and the status that they get afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass

from navette.domain.document import DocumentKind, DocumentStatus


@dataclass(frozen=True, slots=True)
class StatusRule:
    """What an order of one shop status becomes; `next_status` is '' where the shop's status stays."""

    kind: DocumentKind
    status: DocumentStatus
    next_status: str = ""


def status_rules(table: Mapping[str, str]) -> Mapping[str, StatusRule]:
    """Rules by shop status."""
    return {key: _rule(value) for key, value in table.items() if value}


def _rule(value: str) -> StatusRule:
    kind, _, rest = value.partition(":")
    status, _, next_status = rest.partition(":")
    return StatusRule(DocumentKind(kind), DocumentStatus(int(status)), next_status)
