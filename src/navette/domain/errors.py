"""Errors with a stable code, values, and what a person can do; grouped by what happens next.

configuration   the run stops before it writes
transient       tried again, then the record or the run waits
refused         this record is refused, the others go on
waiting         this record needs a person's decision, the others go on
bug             ours: reported with its place
"""

from enum import StrEnum

from navette.domain.messages.message import Message, Values


class FailureKind(StrEnum):
    """What happens next after a failure."""

    CONFIGURATION = "configuration"
    TRANSIENT = "transient"
    REFUSED = "refused"
    WAITING = "waiting"
    BUG = "bug"


class NavetteError(Exception):
    """Any failure that a person may read: a declared message with its values."""

    kind = FailureKind.BUG

    def __init__(self, message: Message, *, request_id: str = "", **values: object) -> None:
        super().__init__(message.code)
        self.message = message
        self.values: Values = {name: str(value) for name, value in values.items()}
        self.request_id = request_id

    @property
    def code(self) -> str:
        """The stable code of the message, such as ORD-TAX-001."""
        return self.message.code

    def __str__(self) -> str:
        return f"{self.message.code}: {self.message.render(self.values)}"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.request_id, self.values))


def _rebuild(cls: type[NavetteError], message: Message, request_id: str, values: Values) -> NavetteError:
    return cls(message, request_id=request_id, **values)


class ConfigurationError(NavetteError):
    """The settings or rights do not allow the run: it stops before writing."""

    kind = FailureKind.CONFIGURATION


class TransientError(NavetteError):
    """The other side cannot answer now: the same call may pass later."""

    kind = FailureKind.TRANSIENT


class DoubtfulWriteError(TransientError):
    """A write was sent and its result is unknown: look up before sending again."""


class RefusedError(NavetteError):
    """The other side, or a rule, refuses this record as it is."""

    kind = FailureKind.REFUSED


class WaitingError(NavetteError):
    """This record needs a decision of a person."""

    kind = FailureKind.WAITING


class BusyError(NavetteError):
    """Another run holds the lease."""

    kind = FailureKind.TRANSIENT
