"""A yes before what cannot be undone."""

from navette.cli.output import Output
from navette.domain.errors import ConfigurationError
from navette.domain.messages import cli as messages
from navette.domain.messages.message import Message


def require_confirmation(output: Output, action: Message, *, confirmed: bool, **values: object) -> None:
    """Refuse to go on unless the action was confirmed on the line."""
    if not confirmed:
        raise ConfigurationError(messages.CONFIRMATION_NEEDED, action=output.text(action, **values))
