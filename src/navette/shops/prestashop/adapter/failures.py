"""Why a record was not written, as a result; and when nothing at all could be, as an error."""

from collections.abc import Sequence
from dataclasses import dataclass

from navette.domain.errors import NavetteError, RefusedError, TransientError
from navette.domain.messages import shop as messages
from navette.domain.run import Outcome, Problem
from navette.ports.shop import WriteResult

# The shop came to an end: waiting longer would not have helped.
ENDED_BADLY = (messages.SHOP_FAILED, messages.PHP_WARNING)


@dataclass(frozen=True, slots=True)
class Failure:
    """A record that was not written: refused by the shop, or waiting because the shop could not be reached."""

    error: NavetteError

    @property
    def is_waiting(self) -> bool:
        """Whether another try may pass without a change."""
        return isinstance(self.error, TransientError) and self.error.message not in ENDED_BADLY

    @property
    def is_gone(self) -> bool:
        """Whether the record is no longer in the shop."""
        return self.error.message is messages.GONE

    @property
    def problem(self) -> Problem:
        """The failure as a record's problem, with the id of the request."""
        error = self.error
        request = {"request": error.request_id} if error.request_id else {}
        return Problem(error.message, {**error.values, **request})

    @property
    def result(self) -> WriteResult:
        """The failure as the result of a write."""
        outcome = Outcome.WAITING if self.is_waiting else Outcome.REFUSED
        return WriteResult(outcome=outcome, problem=self.problem, is_gone=self.is_gone)


def gone(resource: str, record_id: str) -> Failure:
    """The failure of a record that was deleted in the shop."""
    return Failure(RefusedError(messages.GONE, resource=resource, id=record_id))


def is_about_time(error: NavetteError) -> bool:
    """Whether the shop may still be at work, or would bear a smaller request."""
    return isinstance(error, TransientError) and error.message not in ENDED_BADLY


def raise_if_all_wait(outcomes: Sequence[object]) -> None:
    """Raise the first failure if every record waits for the shop: then the shop as a whole cannot be reached."""
    if outcomes and all(isinstance(outcome, Failure) and outcome.is_waiting for outcome in outcomes):
        first = outcomes[0]
        if isinstance(first, Failure):
            raise first.error
