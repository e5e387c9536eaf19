"""Runs to rows and back."""

from datetime import datetime

from django.db.models import QuerySet, Sum

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.domain.messages.catalogue import message_of
from navette.domain.run import Counts, Problem, Requests, RunMode, RunRecord, RunStatus
from navette.store import models

SHOWN_CANDIDATES = 5


def run_row(run: str) -> models.Run:
    """The row of a run by its whole id; raises ConfigurationError if there is none."""
    row = models.Run.objects.filter(uuid=run).first()
    if row is None:
        raise ConfigurationError(messages.UNKNOWN_RUN, run=run)
    return row


def run_row_beginning(run: str) -> models.Run:
    """The row of a run by its id or a unique beginning of it."""
    found = models.Run.objects.select_related("profile").filter(uuid__startswith=run).order_by("-pk")
    rows = list(found[:SHOWN_CANDIDATES]) if run else []
    exact = [row for row in rows if row.uuid == run]
    if not rows:
        raise ConfigurationError(messages.UNKNOWN_RUN, run=run)
    if len(rows) > 1 and not exact:
        raise ConfigurationError(messages.AMBIGUOUS_RUN, run=run, known=", ".join(row.uuid for row in rows))
    return (exact or rows)[0]


def run_record(row: models.Run) -> RunRecord:
    """The run that a row holds; before its end its counts are the sum over its batches."""
    counts, requests = counts_of(row) if row.ended_at else batch_totals(row.pk)
    return RunRecord(
        id=row.uuid,
        profile=row.profile.slug,
        capability=row.capability,
        mode=RunMode(row.mode),
        status=RunStatus(row.status),
        requested_by=row.requested_by,
        trigger=row.trigger,
        options_digest=row.options_digest,
        counts=counts,
        requests=requests,
        started_at=row.started_at,
        ended_at=row.ended_at,
        problem=Problem(message_of(row.problem_code), row.problem_values) if row.problem_code else None,
    )


def interrupt(rows: QuerySet[models.Run], now: datetime) -> int:
    """End runs that have no program any more, with what their batches counted; to be called in a transaction."""
    lost = list(rows.filter(ended_at__isnull=True))
    for row in lost:
        for name, value in count_values(*batch_totals(row.pk)).items():
            setattr(row, name, value)
        row.status = RunStatus.FAILED.value
        row.problem_code = messages.INTERRUPTED.code
        row.ended_at = now
        row.save()
    return len(lost)


def counts_of(row: models.Run | models.RunBatch) -> tuple[Counts, Requests]:
    """Counts and requests of a row."""
    counts = Counts(**{name: getattr(row, name) for name in row.COUNTS})
    return counts, Requests(row.requests_read, row.requests_write)


def batch_totals(run: int) -> tuple[Counts, Requests]:
    """The sum over the batches of a run."""
    names = (*models.RunBatch.COUNTS, "requests_read", "requests_write")
    totals = models.RunBatch.objects.filter(run=run).aggregate(**{f"{name}_sum": Sum(name) for name in names})
    values = {name: totals[f"{name}_sum"] or 0 for name in names}
    requests = Requests(values.pop("requests_read"), values.pop("requests_write"))
    return Counts(**values), requests


def count_values(counts: Counts, requests: Requests) -> dict[str, int]:
    """Columns of counts and requests."""
    return {**counts.as_dict(), "requests_read": requests.read, "requests_write": requests.write}
