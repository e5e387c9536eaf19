"""All capabilities by their one name."""

from collections.abc import Mapping
from functools import cache

from navette.application.capability import Capability
from navette.domain.errors import ConfigurationError
from navette.domain.messages import run as messages


@cache
def capabilities() -> Mapping[str, Capability]:
    """The capabilities by command-line name, in the order in which a new shop is filled."""
    from navette.application.export_stock import ExportStock  # noqa: PLC0415 (a capability is loaded when it is used)

    known: tuple[Capability, ...] = (ExportStock(),)
    return {capability.name: capability for capability in known}


def capability_named(name: str) -> Capability:
    """The capability of a name; raises ConfigurationError that lists those that exist."""
    capability = capabilities().get(name)
    if capability is None:
        raise ConfigurationError(messages.UNKNOWN_CAPABILITY, name=name, known=", ".join(capabilities()))
    return capability
