"""Leases in memory: no heartbeat is needed where time only moves when a test says so."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from fakes.store.database import MemoryDatabase

from navette.domain.errors import BusyError
from navette.domain.messages import store as messages
from navette.ports.clock import Clock
from navette.ports.store import Lease

LIFE = timedelta(seconds=60)


class MemoryLeases:
    def __init__(self, database: MemoryDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @contextmanager
    def hold(self, resources: Sequence[str], holder: str) -> Iterator[int]:
        now = self._clock.now()
        for held, since in (self._database.leases[name] for name in sorted(resources) if name in self._database.leases):
            if held.expires_at > now:
                raise BusyError(
                    messages.BUSY,
                    resource=held.resource,
                    holder=held.holder,
                    since=f"{since:%Y-%m-%d %H:%M:%S} UTC",
                    until=f"{held.expires_at:%H:%M:%S} UTC",
                )
        former = {self._database.leases[name][0].token for name in resources if name in self._database.leases}
        for name in [name for name, (lease, _) in self._database.leases.items() if lease.token in former]:
            del self._database.leases[name]
        self._database.last_token += 1
        token = self._database.last_token
        for name in resources:
            self._database.leases[name] = (Lease(name, holder, token, now + LIFE), now)
        try:
            yield token
        finally:
            for name in [name for name, (lease, _) in self._database.leases.items() if lease.token == token]:
                del self._database.leases[name]

    def holders(self) -> Sequence[Lease]:
        now = self._clock.now()
        held = [lease for lease, _ in self._database.leases.values() if lease.expires_at > now]
        return sorted(held, key=lambda lease: lease.resource)

    def check(self, token: int) -> None:
        """Refuse a token that no lease has any more; a lease that ran out untaken is taken up again."""
        mine = [name for name, (lease, _) in self._database.leases.items() if lease.token == token]
        if not mine:
            others = sorted((lease for lease, _ in self._database.leases.values()), key=lambda lease: lease.token)
            raise BusyError(messages.LEASE_LOST, holder=others[-1].holder if others else "-")
        for name in mine:
            lease, since = self._database.leases[name]
            self._database.leases[name] = (replace(lease, expires_at=self._clock.now() + LIFE), since)
