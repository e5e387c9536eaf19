"""Steps that bring stored values of an older version to the present names; each is a pure function.

The options version counts them. A rename or retirement of an option adds a step at the end; none is ever changed.
"""

from collections.abc import Callable, Mapping, Sequence

from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages

StoredValues = Mapping[str, str]
Step = Callable[[StoredValues], StoredValues]

STEPS: tuple[Step, ...] = ()

OPTIONS_VERSION = 1 + len(STEPS)


def renaming(old: str, new: str) -> Step:
    """A step that carries a value over to a new name; a value that stands under the new name wins."""

    def step(values: StoredValues) -> StoredValues:
        kept = {key: value for key, value in values.items() if key != old}
        return {new: values[old], **kept} if old in values else kept

    return step


def retiring(key: str) -> Step:
    """A step that drops the value of an option that is no more."""

    def step(values: StoredValues) -> StoredValues:
        return {name: value for name, value in values.items() if name != key}

    return step


def upgraded(values: StoredValues, version: int, steps: Sequence[Step] = STEPS) -> StoredValues:
    """Bring stored values from their version to the present one; those of a newer version are refused."""
    known = 1 + len(steps)
    if version > known:
        raise ConfigurationError(messages.NEWER_OPTIONS, found=version, known=known)
    for step in steps[version - 1 :]:
        values = step(values)
    return values
