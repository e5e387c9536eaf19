"""Write transactions: short, one per call of the port, with nothing from outside in them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, transaction

from navette.domain.errors import TransientError
from navette.domain.messages import store as messages


@contextmanager
def writing() -> Iterator[None]:
    """One write transaction; it cannot be opened inside another.

    A database that does not answer (locked for too long, disk full, server gone) raises TransientError.
    """
    try:
        with transaction.atomic(durable=True):
            yield
    except OperationalError as error:
        raise TransientError(messages.UNAVAILABLE, reason=reason_of(error)) from error


def reason_of(error: Exception) -> str:
    """The first line of what a database said: the rest can hold data."""
    return str(error).strip().partition("\n")[0] or type(error).__name__
