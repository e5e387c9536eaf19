"""The shop's clock: local time of Paris, which tests may set and move."""

from datetime import datetime, timedelta
from threading import Lock
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
TIMESTAMP = "%Y-%m-%d %H:%M:%S"


class ShopClock:
    """Gives the time as the shop writes it: local, without a zone, in whole seconds."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._fixed: datetime | None = None
        self._shift = timedelta()

    def now(self) -> datetime:
        """Return the aware local time."""
        with self._lock:
            moment = self._fixed if self._fixed is not None else datetime.now(PARIS)
            return _shifted(moment, self._shift)

    def stamp(self) -> str:
        """Return the time as it is stored in the shop's tables."""
        return self.now().strftime(TIMESTAMP)

    def epoch(self) -> int:
        """Return the seconds since 1970, for the header Access-Time."""
        return int(self.now().timestamp())

    def stop_at(self, moment: datetime) -> None:
        """Hold the clock at a moment; a naive one is taken as local time."""
        with self._lock:
            self._fixed = moment.replace(tzinfo=PARIS) if moment.tzinfo is None else moment.astimezone(PARIS)
            self._shift = timedelta()

    def advance(self, span: timedelta) -> None:
        """Move the clock forward, running or held."""
        with self._lock:
            self._shift += span

    def run(self) -> None:
        """Go back to the time of the machine."""
        with self._lock:
            self._fixed = None
            self._shift = timedelta()


def _shifted(moment: datetime, span: timedelta) -> datetime:
    """Add real elapsed time: across a change of the hour the wall clock jumps as in life."""
    return datetime.fromtimestamp(moment.timestamp() + span.total_seconds(), PARIS)
