"""What was asked of the shop: one line per request, with sums to assert on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

READS = {"GET", "HEAD"}


@dataclass(frozen=True)
class LoggedRequest:
    """One request with what came of it."""

    method: str
    path: str
    query: str
    resource: str
    records: int
    status: int
    bytes_in: int
    bytes_out: int
    fault: str = ""

    @property
    def is_read(self) -> bool:
        """Tell whether the request asked without changing."""
        return self.method in READS


class RequestLog:
    """The requests since the start or the last `clear`."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._entries: list[LoggedRequest] = []

    def add(self, entry: LoggedRequest) -> None:
        """Note a request."""
        with self._lock:
            self._entries.append(entry)

    def clear(self) -> None:
        """Forget what was asked so far."""
        with self._lock:
            self._entries.clear()

    def __iter__(self) -> Iterator[LoggedRequest]:
        with self._lock:
            return iter(list(self._entries))

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def reads(self) -> int:
        """Return the number of requests that only asked."""
        return sum(entry.is_read for entry in self)

    @property
    def writes(self) -> int:
        """Return the number of requests that change something."""
        return sum(not entry.is_read for entry in self)

    def count(self, method: str | None = None, resource: str | None = None) -> int:
        """Return the number of requests of a method, for a resource, or both."""
        return len(self.of(method, resource))

    def of(self, method: str | None = None, resource: str | None = None) -> list[LoggedRequest]:
        """Return the requests of a method, for a resource, or both."""
        return [
            entry
            for entry in self
            if (method is None or entry.method == method) and (resource is None or entry.resource == resource)
        ]

    def by_resource(self) -> Counter[tuple[str, str]]:
        """Return how often each method was used on each resource."""
        return Counter((entry.method, entry.resource) for entry in self)
