"""Changing and removing records, several in a request.

Values are absolute, so a change may be sent again; what is wrong with a batch is found by halving it.
"""

from collections import deque
from collections.abc import Sequence
from typing import Generic

from navette.domain.errors import NavetteError, RefusedError, TransientError
from navette.domain.messages import shop as messages
from navette.shops.batch_size import BatchSize
from navette.shops.network_errors import UnsentError
from navette.shops.prestashop.adapter.failures import Failure, gone, is_about_time
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.capabilities import LOOK_UP_BATCH, READ_ONLY
from navette.shops.prestashop.client.client import Client
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.mapper.values import to_id
from navette.shops.prestashop.schemas.catalog import IdJson
from navette.shops.prestashop.schemas.resource import Resource, Row

TRIES = 3


def change(
    session: ShopSession, resource: Resource[Row], records: Sequence[Record], batch: BatchSize
) -> list[Failure | None]:
    """Change fields of records, with PATCH or, where the version lacks it, by reading and merging.

    Gives for each record, in their order, None or why it was not changed.
    """
    return _Change(session, resource, records, batch).run()


def remove(client: Client, resource: Resource[Row], ids: Sequence[str]) -> dict[str, Failure]:
    """Delete records; those that are gone already are no failure. Gives the failures by id."""
    failures: dict[str, Failure] = {}
    for start in range(0, len(ids), LOOK_UP_BATCH):
        part = list(ids[start : start + LOOK_UP_BATCH])
        try:
            client.delete(resource, part)
        except (RefusedError, TransientError):
            # Of a bundle with an unknown id none is deleted, and after a time-out some may be.
            left = existing(client, resource, part)
            failures |= _remove_each(client, resource, [record_id for record_id in part if record_id in left])
    return failures


def _remove_each(client: Client, resource: Resource[Row], ids: Sequence[str]) -> dict[str, Failure]:
    failures: dict[str, Failure] = {}
    for record_id in ids:
        try:
            client.delete(resource, [record_id])
        except (RefusedError, TransientError) as error:
            if error.message is not messages.GONE:
                failures[record_id] = Failure(error)
    return failures


def existing(client: Client, resource: Resource[Row], ids: Sequence[str]) -> frozenset[str]:
    """Which of some records are in the shop."""
    rows = client.matching(Resource[IdJson](resource.name, resource.node, "[id]"), "id", ids)
    return frozenset(to_id(row["id"]) for row in rows)


class _Change(Generic[Row]):
    """One call of `change`: groups of records that are still to be sent, what came of the rest."""

    def __init__(
        self, session: ShopSession, resource: Resource[Row], records: Sequence[Record], batch: BatchSize
    ) -> None:
        self._session = session
        self._resource = resource
        self._records = records
        self._batch = batch
        self._tries = 0
        self._again: set[int] = set()
        self._results: dict[int, Failure] = {}
        self._groups: deque[list[int]] = deque()

    def run(self) -> list[Failure | None]:
        self._queue(list(range(len(self._records))))
        while self._groups:
            group = self._groups.popleft()
            try:
                self._send([self._records[index] for index in group])
            except UnsentError as error:
                self._fail([*group, *(index for rest in self._groups for index in rest)], error)
                self._groups.clear()
            except (RefusedError, TransientError) as error:
                self._after_failure(group, error)
            else:
                self._tries = 0
                self._batch.grow()
        return [self._results.get(index) for index in range(len(self._records))]

    def _send(self, records: Sequence[Record]) -> None:
        if self._session.traits.has_patch:
            self._session.client.patch(self._resource, records)
        else:
            self._session.client.put(self._resource, records, READ_ONLY.get(self._resource.name, ()))

    def _after_failure(self, group: list[int], error: RefusedError | TransientError) -> None:
        if is_about_time(error):
            self._after_time_out(group, error)
        elif error.message is messages.GONE:
            self._drop_gone(group, error)
        elif len(group) > 1:
            self._split(group)
        elif isinstance(error, TransientError) and group[0] not in self._again:
            self._again.add(group[0])
            self._groups.appendleft(group)
        else:
            self._fail(group, error)

    def _after_time_out(self, group: list[int], error: TransientError | RefusedError) -> None:
        self._tries += 1
        self._batch.halve()
        if self._tries >= TRIES:
            self._fail([*group, *(index for rest in self._groups for index in rest)], error)
            self._groups.clear()
            return
        pending = [*group, *(index for rest in self._groups for index in rest)]
        self._groups.clear()
        self._queue(pending)

    def _drop_gone(self, group: list[int], error: NavetteError) -> None:
        ids = [self._records[index].id for index in group]
        left = existing(self._session.client, self._resource, ids)
        lost = [index for index in group if self._records[index].id not in left]
        self._results.update((index, gone(self._resource.name, self._records[index].id)) for index in lost)
        rest = [index for index in group if index not in lost]
        if lost and rest:
            self._groups.appendleft(rest)
        elif len(rest) == 1:
            self._fail(rest, error)
        elif rest:
            self._split(rest)

    def _split(self, group: list[int]) -> None:
        middle = len(group) // 2
        self._groups.extendleft((group[middle:], group[:middle]))

    def _queue(self, indexes: list[int]) -> None:
        size = self._batch.current
        self._groups.extend(indexes[start : start + size] for start in range(0, len(indexes), size))

    def _fail(self, indexes: Sequence[int], error: NavetteError) -> None:
        self._results.update((index, Failure(error)) for index in indexes)
