"""A door to the outside (shop, ERP, HTTP client) that refuses to be used inside a transaction of our memory."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from navette.store import in_transaction


class CalledInTransactionError(AssertionError):
    """Something outside was called while a transaction of our memory was open."""


class OutsideTransactions:
    """Stands for a door: each call of a method, and each step of an iterator that it gives, checks first.

    `parts` names attributes that are doors themselves, such as the writer of an ERP.
    """

    def __init__(self, door: object, parts: Collection[str] = ()) -> None:
        self._door = door
        self._parts = parts

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._door, name)
        if name in self._parts:
            return OutsideTransactions(value, self._parts)
        return _checked(value, name) if callable(value) else value


def _checked(call: Callable[..., Any], name: str) -> Callable[..., Any]:
    def checked(*arguments: Any, **named: Any) -> Any:
        _check(name)
        answer = call(*arguments, **named)
        return _checked_steps(answer, name) if isinstance(answer, Iterator) else answer

    return checked


def _checked_steps(steps: Iterator[Any], name: str) -> Iterator[Any]:
    while True:
        _check(name)
        try:
            step = next(steps)
        except StopIteration:
            return
        yield step


def _check(name: str) -> None:
    if in_transaction():
        raise CalledInTransactionError(name)
