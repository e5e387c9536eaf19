"""What the calls of a FakeShop share: state, failures, counted requests, the log of what was sent."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from fakes.shop.faults import Faults
from fakes.shop.state import ShopState

from navette.domain.binding import ShopRef
from navette.domain.messages import shop as messages
from navette.domain.run import Outcome, Problem, Requests
from navette.ports.shop import ShopCapabilities, WriteResult


class ShopCalls:
    def __init__(self, state: ShopState, faults: Faults, capabilities: ShopCapabilities) -> None:
        self.state = state
        self.faults = faults
        self.capabilities = capabilities
        self.requests = Requests()
        self.sent: list[object] = []
        self.batch_sizes: list[int] = []

    def _read(self, times: int = 1) -> None:
        self.faults.check_reading()
        self.requests = replace(self.requests, read=self.requests.read + times)

    @contextmanager
    def _write(self, records: Sequence[object]) -> Iterator[None]:
        """One write request; nothing is asked where there is nothing to write."""
        if not records:
            yield
            return
        self.requests = replace(self.requests, write=self.requests.write + 1)
        self.batch_sizes.append(len(records))
        with self.faults.around(len(records)):
            self.sent += records
            yield


def gone(ref: ShopRef) -> WriteResult:
    problem = Problem(messages.GONE, {"resource": "products", "id": ref.id})
    return WriteResult(outcome=Outcome.REFUSED, problem=problem, is_gone=True)


def refused(problem: Problem) -> WriteResult:
    return WriteResult(outcome=Outcome.REFUSED, problem=problem)


def updated(ref: ShopRef) -> WriteResult:
    return WriteResult(outcome=Outcome.UPDATED, ref=ref)
