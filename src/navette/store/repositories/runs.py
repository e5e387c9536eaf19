"""Runs, their journal and their plans."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from navette.domain.messages.catalogue import message_of
from navette.domain.messages.message import Level
from navette.domain.run import BatchRecord, Counts, JournalLine, Problem, Requests, RunRecord, RunStatus
from navette.ports.clock import Clock
from navette.ports.store import StoredPlanItem
from navette.store import models
from navette.store.repositories.batches import write_batch
from navette.store.repositories.chunks import chunks
from navette.store.repositories.plans import read_plan, write_plan
from navette.store.repositories.profile_rows import profile_row
from navette.store.repositories.run_rows import (
    batch_totals,
    count_values,
    interrupt,
    run_record,
    run_row,
    run_row_beginning,
)
from navette.store.transaction import writing

PAGE = 1000


class Runs:
    """Implements navette.ports.store.Runs."""

    def __init__(self, scope: int, clock: Clock) -> None:
        self._scope = scope
        self._clock = clock

    def start(self, run: RunRecord) -> None:
        """Write the run row; a run that was queued before takes its new state."""
        profile = profile_row(run.profile)
        with writing():
            models.Run.objects.update_or_create(
                uuid=run.id,
                defaults={
                    "profile_id": profile.pk,
                    "capability": run.capability,
                    "mode": run.mode.value,
                    "status": run.status.value,
                    "trigger": run.trigger,
                    "requested_by": run.requested_by,
                    "options_digest": run.options_digest,
                    "started_at": run.started_at,
                },
            )

    def end_lost(self, profile: str, capability: str) -> int:
        """End runs of a capability whose program is gone; the caller holds its leases, so none can be at work."""
        running = models.Run.objects.filter(
            profile=profile_row(profile).pk, capability=capability, status=RunStatus.RUNNING.value
        )
        with writing():
            return interrupt(running, self._clock.now())

    def commit(self, batch: BatchRecord) -> None:
        """Write a batch whole: bindings, digests, files, quarantine, journal lines, counts; a repeat replaces it."""
        with writing():
            write_batch(self._scope, batch, self._clock.now())

    def close(self, run: str, status: RunStatus, counts: Counts, requests: Requests, problem: Problem | None) -> None:
        """End a run; one that changed nothing and warned of nothing keeps its row alone.

        A run that was taken up again knows its own part only: where its batches together read more, their sum stands.
        """
        with writing():
            row = run_row(run)
            sum_counts, sum_requests = batch_totals(row.pk)
            if sum_counts.read > counts.read:
                counts, requests = sum_counts, sum_requests
            for name, value in count_values(counts, requests).items():
                setattr(row, name, value)
            row.status = status.value
            row.problem_code = problem.message.code if problem else ""
            row.problem_values = dict(problem.values) if problem else {}
            row.ended_at = self._clock.now()
            row.save()
            if status is RunStatus.SUCCESS and not (counts.changed or requests.write or _has_warned(row)):
                models.RunBatch.objects.filter(run=row).delete()

    def get(self, run: str) -> RunRecord:
        """A run by id or unique beginning of it; raises ConfigurationError if there is none, or several."""
        return run_record(run_row_beginning(run))

    def recent(self, profile: str | None, limit: int) -> list[RunRecord]:
        """Latest runs first."""
        rows = models.Run.objects.select_related("profile").order_by("-pk")
        if profile is not None:
            rows = rows.filter(profile__slug=profile)
        return [run_record(row) for row in rows[:limit]]

    def journal(self, run: str) -> Iterator[tuple[datetime, JournalLine]]:
        """The lines of a run in their order, each with the time of its batch."""
        lines = models.JournalLine.objects.order_by("seq")
        for batch in models.RunBatch.objects.filter(run=run_row_beginning(run)).order_by("number"):
            after = -1
            while page := list(lines.filter(batch=batch, seq__gt=after)[:PAGE]):
                yield from ((batch.at, _line(row)) for row in page)
                after = page[-1].seq

    def plan(self, run: str) -> Iterator[StoredPlanItem]:
        """The items of a preview, in the order in which they were kept."""
        yield from read_plan(run_row_beginning(run).pk)

    def save_plan(self, run: str, items: Iterable[StoredPlanItem]) -> None:
        """Keep items of a preview; one of a record that has an item replaces it."""
        row = run_row(run)
        for chunk in chunks(items):  # pulled before the transaction: planning reads from outside
            with writing():
                write_plan(row.pk, chunk)


def _has_warned(row: models.Run) -> bool:
    levels = [Level.WARNING.value, Level.ERROR.value]
    return models.JournalLine.objects.filter(batch__run=row, level__in=levels).exists()


def _line(row: models.JournalLine) -> JournalLine:
    return JournalLine(
        message=message_of(row.code),
        values=row.values,
        level=Level(row.level),
        record=row.record_key,
        subject=row.subject,
    )
