"""The pace of requests: a delay between their starts, and so many at once."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock


class Pace:
    """Lets requests through one by one with a delay between them, and at most `concurrency` at a time."""

    def __init__(
        self,
        delay: float,
        concurrency: int,
        *,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._delay = delay
        self._places = BoundedSemaphore(concurrency)
        self._lock = Lock()
        self._next = 0.0
        self._sleep = sleep
        self._now = now

    @contextmanager
    def place(self) -> Iterator[None]:
        """Wait for a place, then for the moment at which the next request may start."""
        with self._places:
            wait = self._book()
            if wait > 0:
                self._sleep(wait)
            yield

    def _book(self) -> float:
        with self._lock:
            now = self._now()
            start = max(now, self._next)
            self._next = start + self._delay
            return start - now
