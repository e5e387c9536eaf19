"""The machine's clock."""

from datetime import UTC, datetime


class SystemClock:
    """Tells the time of this machine; implements navette.ports.clock.Clock."""

    def now(self) -> datetime:
        """The present instant, aware UTC."""
        return datetime.now(UTC)
