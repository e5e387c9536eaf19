"""A thread that says at intervals that its holder lives."""

import logging
from collections.abc import Callable
from threading import Event, Thread
from types import TracebackType
from typing import Self

from django.db import connections

from navette.domain.errors import TransientError

logger = logging.getLogger(__name__)


class Heartbeat:
    """Calls `beat` every few seconds while its block runs, until it answers False."""

    def __init__(self, beat: Callable[[], bool], seconds: float) -> None:
        self._beat = beat
        self._seconds = seconds
        self._ended = Event()
        self._thread = Thread(target=self._run, name="navette-heartbeat", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            while not self._ended.wait(self._seconds):
                if not self._beats():
                    return
        finally:
            connections.close_all()  # those of this thread

    def _beats(self) -> bool:
        try:
            if self._beat():
                return True
        except TransientError:  # the database is busy or away: the next beat may pass in time
            logger.warning("lease not extended", exc_info=True)
            return True
        logger.error("lease lost: it was taken over")
        return False
