"""The order of the statuses that documents give to shop orders: none goes back unless asked (spec UPD-STA)."""

from collections.abc import Collection

from navette.config.sections.order_status import OrderStatusOptions
from navette.domain.document import DocumentKind


class StatusLadder:
    """Statuses by the kind of document that gives them, from quote to posted invoice."""

    def __init__(self, options: OrderStatusOptions) -> None:
        self._allows_backwards = options.allows_backwards
        self._by_kind = {kind: str(getattr(options, kind.value)) for kind in DocumentKind}
        self._ranks = {status: kind.rank for kind, status in self._by_kind.items() if status}

    def of(self, kind: DocumentKind) -> str:
        """The status that a kind of document gives, '' for unchanged."""
        return self._by_kind[kind]

    def is_behind(self, status: str, seen: Collection[str]) -> bool:
        """Whether an order that has had some statuses has been at a status already, or at a later document's."""
        if self._allows_backwards:
            return False
        rank = self._ranks.get(status)
        return status in seen or (rank is not None and any(self._ranks.get(other, -1) > rank for other in seen))
