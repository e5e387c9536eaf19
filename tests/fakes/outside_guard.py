"""Watches the whole test run: a socket or an ERP database used inside a transaction of our memory is a failure."""

import socket
from collections.abc import Callable
from typing import Any

import pytest
from fakes.outside import CalledInTransactionError
from sqlalchemy import Engine, event

from navette.store import in_transaction


def watch_outside_calls(patch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Refuse connections, requests and ERP statements while a transaction is open; gives what ends the watch.

    PostgreSQL's own driver does not come by here: it brings its own sockets.
    """
    for name in ("connect", "sendall", "send"):
        patch.setattr(socket.socket, name, _refusing(getattr(socket.socket, name), name))
    event.listen(Engine, "before_cursor_execute", _refuse_statement)
    return lambda: event.remove(Engine, "before_cursor_execute", _refuse_statement)


def _refusing(call: Callable[..., Any], name: str) -> Callable[..., Any]:
    def checked(*arguments: Any) -> Any:
        if in_transaction():
            raise CalledInTransactionError(f"socket.{name}")
        return call(*arguments)

    return checked


def _refuse_statement(*_: object) -> None:
    if in_transaction():
        raise CalledInTransactionError("a statement of SQLAlchemy")
