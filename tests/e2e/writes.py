"""Watches every write of a process, to our memory, to the company and to the shop, and dies at one of them."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from unittest.mock import patch

import httpx
from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

COMMIT = "COMMIT"
CHANGES = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True, slots=True)
class Write:
    """One write: to which door, what, and to what (tables of a transaction, a resource of the shop)."""

    door: str
    verb: str
    targets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Death:
    """When a process dies: before or after the n-th write that is meant; empty words mean any.

    With another signal it is stopped there, to go on later.
    """

    number: int
    after: bool = False
    door: str = ""
    verb: str = ""
    target: str = ""
    by: signal.Signals = signal.SIGKILL

    def means(self, write: Write) -> bool:
        """Whether a write counts."""
        return (
            self.door in {"", write.door}
            and self.verb in {"", write.verb}
            and (not self.target or self.target in write.targets)
        )

    def __str__(self) -> str:
        what = " ".join(word for word in (self.door, self.verb, self.target) if word) or "write"
        return f"{'after' if self.after else 'before'} {what} number {self.number}"


@dataclass(slots=True)
class Writes:
    """The writes so far; at the chosen one the process kills itself, as nothing in it can notice or prevent."""

    death: Death | None = None
    made: list[Write] = field(default_factory=list)
    _meant: int = 0

    @contextmanager
    def one(self, write: Write) -> Iterator[None]:
        """Around one write: what is in the block takes effect."""
        self.made.append(write)
        is_last = self.death is not None and self.death.means(write) and self._counts()
        if is_last and self.death and not self.death.after:
            os.kill(os.getpid(), self.death.by)
        yield
        if is_last and self.death and self.death.after:
            os.kill(os.getpid(), self.death.by)

    def _counts(self) -> bool:
        self._meant += 1
        return self.death is not None and self._meant == self.death.number


@contextmanager
def watched(writes: Writes) -> Iterator[None]:
    """Tell `writes` about every write of this process while the block runs."""
    with ExitStack() as stack:
        for watch in (_watch_shop, _watch_company, _watch_memory):
            stack.enter_context(watch(writes))
        yield


@contextmanager
def _watch_shop(writes: Writes) -> Iterator[None]:
    send = httpx.Client.send

    def sending(client: httpx.Client, request: httpx.Request, **options: object) -> httpx.Response:
        if request.method == "GET":
            return send(client, request, **options)
        resource = request.url.path.removeprefix("/api/").partition("/")[0]
        with writes.one(Write("shop", request.method, frozenset({resource}))):
            response = send(client, request, **options)
            response.read()
            return response

    with patch.object(httpx.Client, "send", sending):
        yield


class _Transaction:
    """The tables that a connection has changed since its last commit."""

    def __init__(self, door: str, writes: Writes) -> None:
        self.door, self.writes = door, writes
        self._tables: dict[object, set[str]] = {}

    @contextmanager
    def statement(self, connection: object, sql: str) -> Iterator[None]:
        verb = sql.lstrip().partition(" ")[0].upper()
        if verb not in CHANGES:
            yield
            return
        table = _table_of(sql)
        self._tables.setdefault(id(connection), set()).add(table)
        with self.writes.one(Write(self.door, verb, frozenset({table}))):
            yield

    @contextmanager
    def commit(self, connection: object) -> Iterator[None]:
        tables = self._tables.pop(id(connection), set())
        if not tables:
            yield
            return
        with self.writes.one(Write(self.door, COMMIT, frozenset(tables))):
            yield

    def forget(self, connection: object) -> None:
        self._tables.pop(id(connection), None)


def _table_of(sql: str) -> str:
    words = [word for word in sql.replace("(", " ").split() if word.upper() not in {*CHANGES, "INTO", "FROM", "OR"}]
    return next(word for word in words if word.upper() not in {"IGNORE", "REPLACE"}).strip('"')


@contextmanager
def _watch_company(writes: Writes) -> Iterator[None]:
    changes = _Transaction("company", writes)
    open_statements: dict[int, ExitStack] = {}
    do_commit, do_rollback = DefaultDialect.do_commit, DefaultDialect.do_rollback

    def before(connection: object, cursor: object, sql: str, *_: object) -> None:
        stack = open_statements[id(cursor)] = ExitStack()
        stack.enter_context(changes.statement(connection.connection.dbapi_connection, sql))

    def after(_connection: object, cursor: object, *_: object) -> None:
        open_statements.pop(id(cursor)).close()

    def committing(dialect: DefaultDialect, connection: object) -> None:
        with changes.commit(connection.dbapi_connection):
            do_commit(dialect, connection)

    def rolling_back(dialect: DefaultDialect, connection: object) -> None:
        changes.forget(getattr(connection, "dbapi_connection", connection))
        do_rollback(dialect, connection)

    with (
        patch.object(DefaultDialect, "do_commit", committing),
        patch.object(DefaultDialect, "do_rollback", rolling_back),
        _listening("before_cursor_execute", before),
        _listening("after_cursor_execute", after),
    ):
        yield


@contextmanager
def _listening(name: str, listener: Callable[..., None]) -> Iterator[None]:
    event.listen(Engine, name, listener)
    try:
        yield
    finally:
        event.remove(Engine, name, listener)


@contextmanager
def _watch_memory(writes: Writes) -> Iterator[None]:
    # Loaded here: what reads no memory of ours does without Django.
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.signals import connection_created

    changes = _Transaction("store", writes)
    commit = BaseDatabaseWrapper._commit

    def wrap(execute: Callable[..., object], sql: str, params: object, many: object, context: dict[str, object]):
        with changes.statement(context["connection"], sql):
            return execute(sql, params, many, context)

    def connected(connection: "BaseDatabaseWrapper", **_: object) -> None:
        connection.execute_wrappers.append(wrap)

    def committing(connection: BaseDatabaseWrapper) -> object:
        with changes.commit(connection):
            return commit(connection)

    connection_created.connect(connected, weak=False)
    try:
        with patch.object(BaseDatabaseWrapper, "_commit", committing):
            yield
    finally:
        connection_created.disconnect(connected)
