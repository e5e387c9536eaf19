"""What is kept for how long (design rule 12): the journal of a run, runs, previews, settled quarantine."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import Q, QuerySet

from navette.domain.run import RunMode
from navette.ports.clock import Clock
from navette.ports.store import QuarantineState
from navette.store import models
from navette.store.repositories.chunks import chunks
from navette.store.transaction import writing

Row = TypeVar("Row", models.Run, models.QuarantineEntry)

JOURNAL = timedelta(days=90)
RUN_MONTHS = 13
UNCHANGED_RUN = timedelta(days=7)
PREVIEW = timedelta(days=1)
SETTLED_QUARANTINE = timedelta(days=90)
RUNS_AT_ONCE = 20
ROWS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Purged:
    """How many rows went."""

    lines: int
    changes: int
    runs: int
    quarantine: int


def purge(clock: Clock) -> Purged:
    """Delete what is past its time, in short transactions; what is still open stays whatever its age."""
    now = clock.now()
    return Purged(
        lines=_purge_of_batches(models.JournalLine, now - JOURNAL),
        changes=_purge_of_batches(models.SentChange, now - JOURNAL),
        runs=_purge_runs(now),
        quarantine=_delete(
            models.QuarantineEntry.objects.exclude(state=QuarantineState.OPEN).filter(
                last_at__lt=now - SETTLED_QUARANTINE
            ),
            ROWS_AT_ONCE,
        ),
    )


def _purge_runs(now: datetime) -> int:
    changed = Q(created__gt=0) | Q(updated__gt=0) | Q(waiting__gt=0) | Q(refused__gt=0) | Q(requests_write__gt=0)
    old = Q(ended_at__lt=months_before(now, RUN_MONTHS))
    idle = Q(status="success", ended_at__lt=now - UNCHANGED_RUN) & ~changed
    preview = Q(mode=RunMode.PREVIEW, ended_at__lt=now - PREVIEW)
    return _delete(models.Run.objects.filter(old | idle | preview), RUNS_AT_ONCE)


def _purge_of_batches(table: type[models.JournalLine | models.SentChange], before: datetime) -> int:
    """Delete the oldest rows first: they are numbered in the order of their time."""
    number = 0
    while True:
        rows = table.objects.order_by("pk").values_list("pk", "batch__at")[:ROWS_AT_ONCE]
        old = [pk for pk, at in rows if at < before]
        if not old:
            return number
        with writing():
            number += table.objects.filter(pk__in=old).delete()[0]


def _delete(rows: QuerySet[Row], at_once: int) -> int:
    keys = list(rows.values_list("pk", flat=True))
    for chunk in chunks(keys, at_once):
        with writing():
            rows.filter(pk__in=chunk).delete()
    return len(keys)


def months_before(instant: datetime, months: int) -> datetime:
    """The same day some calendar months earlier, the last of its month where it has no such day."""
    year, month = divmod(instant.year * 12 + instant.month - 1 - months, 12)
    day = min(instant.day, monthrange(year, month + 1)[1])
    return instant.replace(year=year, month=month + 1, day=day)
