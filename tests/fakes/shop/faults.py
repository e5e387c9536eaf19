"""What goes wrong in a FakeShop."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from navette.domain.errors import DoubtfulWriteError, TransientError
from navette.domain.messages import shop as messages
from navette.domain.messages.message import Message
from navette.domain.run import Problem

REFUSED = Message("SHP-REC-901", "The shop does not like {what}.", "Do without it.")


@dataclass
class Faults:
    """Failures by number of write request: `fail_on` are not done, `lose` are done but their answer is lost.

    A write of more than `slow` records times out before anything is done. `refused` names references, labels or ids
    that the shop does not take.
    """

    fail_on: set[int] = field(default_factory=set)
    lose: set[int] = field(default_factory=set)
    slow: int | None = None
    refused: set[str] = field(default_factory=set)
    is_down: bool = False
    writes: int = 0

    def check_reading(self) -> None:
        if self.is_down:
            raise TransientError(messages.UNREACHABLE, host="fake", reason="it is down")

    @contextmanager
    def around(self, records: int) -> Iterator[None]:
        """A write request of some records."""
        self.writes += 1
        if self.is_down or self.writes in self.fail_on:
            raise TransientError(messages.UNREACHABLE, host="fake", reason="it is down")
        if self.slow is not None and records > self.slow:
            raise TransientError(messages.TIMED_OUT, host="fake", seconds=30)
        yield
        if self.writes in self.lose:
            raise DoubtfulWriteError(messages.CONNECTION_LOST, host="fake", reason="the answer is lost")

    def refusal(self, *names: str) -> Problem | None:
        """Why a record that has one of these names is refused, None if it is not."""
        what = next((name for name in names if name in self.refused), None)
        return Problem(REFUSED, {"what": what}) if what else None
