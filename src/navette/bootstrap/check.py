"""One thing that was looked at, and what was found."""

from dataclasses import dataclass, field

from navette.domain.errors import FailureKind, NavetteError
from navette.domain.messages.message import Level, Message, Values
from navette.domain.run import Problem


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at and the finding; `kind` tells what sort of failure it is."""

    name: Message
    finding: Problem
    name_values: Values = field(default_factory=dict)
    kind: FailureKind | None = None

    @property
    def is_bad(self) -> bool:
        """Whether somebody has to mend something."""
        return self.finding.message.level is Level.ERROR


def found(name: Message, message: Message, /, **values: object) -> Check:
    """A check with its finding."""
    return Check(name, Problem(message, {key: str(value) for key, value in values.items()}))


def failed(name: Message, error: NavetteError) -> Check:
    """A check that ended with a failure."""
    return Check(name, Problem(error.message, error.values), kind=error.kind)
