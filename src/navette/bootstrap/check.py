"""One thing that was looked at, and what was found."""

from dataclasses import dataclass, field

from navette.domain.errors import FailureKind, NavetteError
from navette.domain.messages.message import Level, Message, Values
from navette.domain.run import Problem


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at and the finding; `kind` tells what sort of failure it is.

    `is_optional` says that a profile can do without: what is wrong with it is only noted.
    """

    name: Message
    finding: Problem
    name_values: Values = field(default_factory=dict)
    kind: FailureKind | None = None
    is_optional: bool = False

    @property
    def level(self) -> Level:
        """How much the finding matters."""
        level = self.finding.message.level
        return Level.WARNING if self.is_optional and level is Level.ERROR else level

    @property
    def is_bad(self) -> bool:
        """Whether somebody has to mend something."""
        return self.level is Level.ERROR


def found(name: Message, message: Message, /, **values: object) -> Check:
    """A check with its finding."""
    return Check(name, Problem(message, {key: str(value) for key, value in values.items()}))


def failed(name: Message, error: NavetteError, *, is_optional: bool = False) -> Check:
    """A check that ended with a failure."""
    return Check(name, Problem(error.message, error.values), kind=error.kind, is_optional=is_optional)
