"""Creating records, several in a request, so that none is made twice.

The web service has no transaction: on an error the records before it are written and the answer names none; after a
time-out it may still be at work. So after any failure the records are looked up before any is sent again, and the
first that is not found is sent alone, to learn what is wrong with it.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from navette.domain.errors import NavetteError, RefusedError, TransientError
from navette.shops.batch_size import BatchSize
from navette.shops.network_errors import UnsentError
from navette.shops.prestashop.adapter.failures import Failure, is_about_time
from navette.shops.prestashop.client.client import Client
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.schemas.resource import Resource, Row

LookUp = Callable[[Sequence[int]], Mapping[int, str]]
"""Finds which of some records, by their position, are in the shop: position to id."""

TRIES = 3
TRIES_AFTER_AN_ERROR = 2
LOOKS = 6
PAUSE_BETWEEN_LOOKS = 3.0


@dataclass(frozen=True, slots=True)
class Made:
    """A record that is in the shop; one found after a failure may lack its associations (`is_whole` False)."""

    id: str
    is_whole: bool = True


def create(
    client: Client, resource: Resource[Row], records: Sequence[Record], look_up: LookUp, batch: BatchSize
) -> list[Made | Failure]:
    """Create records; gives for each, in their order, its id or why it was not made."""
    return _Creation(client, resource, records, look_up, batch).run()


class _Creation:
    """One call of `create`: what is pending, what came of the rest."""

    def __init__(
        self, client: Client, resource: Resource[Row], records: Sequence[Record], look_up: LookUp, batch: BatchSize
    ) -> None:
        self._client = client
        self._post: Callable[[Sequence[Record]], list[str]] = lambda part: client.post(resource, part)
        self._records = records
        self._look_up = look_up
        self._batch = batch
        self._pending = list(range(len(records)))
        self._results: dict[int, Made | Failure] = {}
        self._tries: Counter[int] = Counter()
        self._sends_one = False

    def run(self) -> list[Made | Failure]:
        while self._pending:
            size = 1 if self._sends_one else self._batch.current
            part, self._pending = self._pending[:size], self._pending[size:]
            self._sends_one = False
            try:
                ids = self._post([self._records[index] for index in part])
            except UnsentError as error:
                self._give_up([*part, *self._pending], error)
            except (RefusedError, TransientError) as error:
                self._after_failure(part, error)
            else:
                self._results.update((index, Made(made)) for index, made in zip(part, ids, strict=True))
                self._batch.grow()
        return [self._results[index] for index in range(len(self._records))]

    def _after_failure(self, part: list[int], error: RefusedError | TransientError) -> None:
        try:
            found = self._settled_look_up(part) if is_about_time(error) else self._look_up(part)
        except TransientError as unknown:
            self._give_up([*part, *self._pending], unknown)
            return
        last = max(found, default=-1)
        self._results.update((index, Made(made, is_whole=index != last)) for index, made in found.items())
        rest = [index for index in part if index not in found]
        if is_about_time(error):
            self._batch.halve()
            self._try_again(rest, error, TRIES)
        elif len(part) == 1:
            self._sends_one = True
            self._try_again(rest, error, TRIES_AFTER_AN_ERROR if isinstance(error, TransientError) else 1)
        else:
            self._sends_one = bool(rest)
            self._pending = rest + self._pending

    def _try_again(self, rest: Sequence[int], error: NavetteError, tries: int) -> None:
        self._tries.update(rest)
        again = [index for index in rest if self._tries[index] < tries]
        self._results.update((index, Failure(error)) for index in rest if index not in again)
        self._pending = again + self._pending

    def _settled_look_up(self, part: Sequence[int]) -> Mapping[int, str]:
        """Look until two looks find the same: the shop may still be writing what the broken request asked."""
        found = self._look_up(part)
        for _ in range(LOOKS):
            self._client.sleep(PAUSE_BETWEEN_LOOKS)
            before, found = found, self._look_up(part)
            if found == before:
                break
        return found

    def _give_up(self, indexes: Sequence[int], error: NavetteError) -> None:
        self._results.update((index, Failure(error)) for index in indexes)
        self._pending = []
