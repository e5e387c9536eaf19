"""Who may write where: leases with a heartbeat and a fencing token that grows with each holder."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, QuerySet

from navette.domain.errors import BusyError
from navette.domain.messages import store as messages
from navette.ports.clock import Clock
from navette.ports.store import Lease
from navette.store import models
from navette.store.repositories.heartbeat import Heartbeat
from navette.store.repositories.processes import is_dead, this_process
from navette.store.transaction import writing

LIFE = timedelta(seconds=60)
BEAT_SECONDS = 15.0
GIVEN_BACK: Mapping[str, Any] = {"holder": "", "process": "", "expires_at": None}


class Leases:
    """Implements navette.ports.store.Leases.

    A lease ends when it is given back, when its process on this machine has died, or 60 s after its last heartbeat.
    What is held together is lost together: who takes one resource over ends the former hold, also of the others.
    """

    def __init__(self, clock: Clock, life: timedelta = LIFE, beat_seconds: float = BEAT_SECONDS) -> None:
        self._clock = clock
        self._life = life
        self._beat_seconds = beat_seconds

    @contextmanager
    def hold(self, resources: Sequence[str], holder: str) -> Iterator[int]:
        """Hold resources with a heartbeat while the block runs; gives the fencing token.

        Raises BusyError that names the holder if one is taken, by whomever: a holder cannot hold twice.
        """
        wanted = sorted(set(resources))
        with writing():
            token = self._take(wanted, holder)
        try:
            with Heartbeat(lambda: self._beat(token, len(wanted)), self._beat_seconds):
                yield token
        finally:
            with writing():
                models.Lease.objects.filter(token=token).update(**GIVEN_BACK)

    def check(self, token: int) -> None:
        """Raise BusyError if the leases of a token were given to others; nothing is written."""
        if not _held_by(token).exists():
            raise _lost()

    def holders(self) -> Sequence[Lease]:
        """Leases that are held now."""
        held = models.Lease.objects.exclude(holder="").filter(expires_at__gt=self._clock.now()).order_by("resource")
        return [
            Lease(row.resource, row.holder, row.token, row.expires_at)
            for row in held
            if row.expires_at and not is_dead(row.process)
        ]

    def _take(self, resources: Sequence[str], holder: str) -> int:
        models.FencingToken.objects.bulk_create([models.FencingToken(pk=1)], ignore_conflicts=True)
        models.FencingToken.objects.filter(pk=1).update(last=F("last") + 1)  # others queue here until we commit
        token = models.FencingToken.objects.get(pk=1).last
        rows = [models.Lease(resource=resource) for resource in resources]
        models.Lease.objects.bulk_create(rows, ignore_conflicts=True)
        now = self._clock.now()
        taken = models.Lease.objects.filter(resource__in=resources)
        former = list(taken.exclude(holder="").order_by("resource"))
        for row in former:
            _refuse_if_held(row, now)
        models.Lease.objects.filter(token__in={row.token for row in former}).update(**GIVEN_BACK)
        taken.update(holder=holder, process=this_process(), token=token, since=now, expires_at=now + self._life)
        return token

    def _beat(self, token: int, number: int) -> bool:
        """Extend a hold; False when it was lost, in whole or in part."""
        with writing():
            return _held_by(token).update(expires_at=self._clock.now() + self._life) == number


def _refuse_if_held(row: models.Lease, now: datetime) -> None:
    if row.expires_at and row.expires_at > now and not is_dead(row.process):
        raise BusyError(
            messages.BUSY,
            resource=row.resource,
            holder=row.holder,
            since=f"{row.since:%Y-%m-%d %H:%M:%S} UTC",
            until=f"{row.expires_at:%H:%M:%S} UTC",
        )


def check_token(token: int, now: datetime) -> None:
    """Make sure, inside a transaction, that a token still holds its leases; raises BusyError if they were taken over.

    A lease that ran out but that nobody took is taken up again: this very write keeps others away until it is done.
    """
    if not _held_by(token).update(expires_at=now + LIFE):
        raise _lost()


def _held_by(token: int) -> QuerySet[models.Lease]:
    return models.Lease.objects.filter(token=token).exclude(holder="")


def _lost() -> BusyError:
    last = models.Lease.objects.exclude(holder="").order_by("-token").first()
    return BusyError(messages.LEASE_LOST, holder=last.holder if last else "-")
