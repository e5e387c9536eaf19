"""What the results of a batch do to the quarantine."""

from collections.abc import Sequence
from datetime import datetime

from navette.domain.run import Outcome, Problem, RecordResult
from navette.ports.store import REPLAY, QuarantineState
from navette.store import models
from navette.store.repositories.chunks import chunks

SETTLED_BY_SENDING = frozenset({Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED})
CLOSABLE = (QuarantineState.OPEN.value, QuarantineState.DISMISSED.value)
UPDATED = [
    "outcome",
    "values",
    "payload",
    "attempts",
    "state",
    "last_at",
    "subject",
    "last_run",
    "last_batch",
]
Record = tuple[str, str]


class QuarantineBatch:
    """Opens, counts and closes the entries of one batch, inside its transaction.

    An entry is of one capability: only a later result of the same capability closes it. A reason that a person
    dismissed stays dismissed as long as the record has that same reason.
    """

    def __init__(self, run: models.Run, number: int, now: datetime) -> None:
        self._run = run
        self._number = number
        self._now = now
        self._closed = QuarantineState.REPLAYED if run.trigger == REPLAY else QuarantineState.SETTLED
        self._entries: dict[Record, list[models.QuarantineEntry]] = {}
        self._touched: dict[int, models.QuarantineEntry] = {}
        self._fresh: list[models.QuarantineEntry] = []

    def write(self, results: Sequence[RecordResult]) -> None:
        """Apply the results in their order."""
        self._load(results)
        for result in results:
            if result.outcome.is_unsettled:
                self._keep(result, result.problem)
            else:
                self._settle(result)
        models.QuarantineEntry.objects.bulk_create(
            self._touched.values(), update_conflicts=True, unique_fields=["pk"], update_fields=UPDATED
        )
        models.QuarantineEntry.objects.bulk_create(self._fresh)

    def _load(self, results: Sequence[RecordResult]) -> None:
        rows = models.QuarantineEntry.objects.filter(
            profile=self._run.profile_id, capability=self._run.capability, state__in=CLOSABLE
        )
        for chunk in chunks({result.record for result in results}):
            for row in rows.filter(record_key__in=chunk):
                self._entries.setdefault((row.kind, row.record_key), []).append(row)

    def _keep(self, result: RecordResult, problem: Problem | None) -> None:
        code = problem.message.code if problem else ""
        entries = self._entries.setdefault((result.kind.value, result.record), [])
        same = next((entry for entry in entries if entry.code == code), None)
        for entry in entries:
            if entry is not same and entry.state == QuarantineState.OPEN:
                self._close(entry)
        if same is None:
            same = self._new_entry(result, code)
            entries.append(same)
        elif (same.last_run, same.last_batch) != (self._run.uuid, self._number):
            same.attempts += 1
        if same.state != QuarantineState.DISMISSED:
            same.state = QuarantineState.OPEN.value
        same.outcome = result.outcome.value
        same.values = dict(problem.values) if problem else {}
        same.payload = result.payload
        same.subject = result.subject
        self._touch(same)

    def _settle(self, result: RecordResult) -> None:
        for entry in self._entries.get((result.kind.value, result.record), []):
            if entry.state == QuarantineState.OPEN or result.outcome in SETTLED_BY_SENDING:
                self._close(entry)

    def _close(self, entry: models.QuarantineEntry) -> None:
        entry.state = self._closed.value
        self._touch(entry)

    def _touch(self, entry: models.QuarantineEntry) -> None:
        entry.last_at = self._now
        entry.last_run = self._run.uuid
        entry.last_batch = self._number
        if entry.pk:
            self._touched[entry.pk] = entry

    def _new_entry(self, result: RecordResult, code: str) -> models.QuarantineEntry:
        entry = models.QuarantineEntry(
            profile_id=self._run.profile_id,
            capability=self._run.capability,
            kind=result.kind.value,
            record_key=result.record,
            code=code,
            state=QuarantineState.OPEN.value,
            first_at=self._now,
        )
        self._fresh.append(entry)
        return entry
