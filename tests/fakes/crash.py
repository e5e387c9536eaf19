"""Sudden death of the process, at a named call of a fake: nothing of the product catches it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


class Killed(BaseException):
    """The process is gone: as SIGKILL, it is no exception that a program handles."""


@contextmanager
def killed_at(target: object, call: str, *, number: int = 1, after: bool = False) -> Iterator[None]:
    """Die at the n-th call of a fake's method, before it does anything or (`after`) when it has done its work.

    The fake is alive again when the block ends, as after a restart of the process.
    """
    work = getattr(target, call)
    setattr(target, call, _dying(work, number, after=after))
    try:
        yield
    except Killed:
        pass
    else:
        raise AssertionError(f"{call} was not called {number} times")
    finally:
        delattr(target, call)


def _dying(work: Callable[..., Any], number: int, *, after: bool) -> Callable[..., Any]:
    calls = 0

    def dying(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls != number:
            return work(*arguments, **named)
        if after:
            work(*arguments, **named)
        raise Killed

    return dying
