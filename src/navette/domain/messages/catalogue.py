"""Every message by its code: how a stored code becomes a sentence again."""

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from navette.domain import messages
from navette.domain.messages.message import Message


def message_of(code: str) -> Message:
    """The message of a code; one that this version does not know (any more) shows its code."""
    return _by_code().get(code) or Message(code, code)


def all_messages() -> Iterator[Message]:
    """Every declared message, area by area."""
    for module in pkgutil.iter_modules(messages.__path__):
        for value in vars(import_module(f"{messages.__name__}.{module.name}")).values():
            if isinstance(value, Message):
                yield value


@cache
def _by_code() -> Mapping[str, Message]:
    return {message.code: message for message in all_messages()}
