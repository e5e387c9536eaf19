"""Runs in memory."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from fakes.store.bindings import MemoryBindings
from fakes.store.database import MemoryDatabase, RunRow
from fakes.store.quarantine import settle_batch

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.domain.messages.message import Level
from navette.domain.run import BatchRecord, Counts, JournalLine, Problem, Requests, RunMode, RunRecord, RunStatus
from navette.ports.clock import Clock
from navette.ports.store import StoredPlanItem


class MemoryRuns:
    def __init__(self, database: MemoryDatabase, bindings: MemoryBindings, clock: Clock) -> None:
        self._database = database
        self._bindings = bindings
        self._clock = clock

    def start(self, run: RunRecord) -> None:
        row = self._database.runs.setdefault(run.id, RunRow(run))
        row.record = replace(run, counts=Counts(), requests=Requests())

    def end_lost(self, profile: str, capability: str) -> int:
        lost = [
            row
            for row in self._database.runs.values()
            if (row.record.profile, row.record.capability) == (profile, capability)
            and row.record.status is RunStatus.RUNNING
        ]
        for row in lost:
            total = _totals(row)
            self.close(row.record.id, RunStatus.FAILED, total.counts, total.requests, Problem(messages.INTERRUPTED))
        return len(lost)

    def commit(self, batch: BatchRecord) -> None:
        row = self._row(batch.run)
        row.batches[batch.number] = (self._clock.now(), batch)
        if row.record.mode is RunMode.APPLY:
            self._bindings.remember(batch.results)
            settle_batch(self._database, row.record, batch, self._clock.now())

    def close(self, run: str, status: RunStatus, counts: Counts, requests: Requests, problem: Problem | None) -> None:
        row = self._row(run)
        total = _totals(row)
        if total.counts.read > counts.read:
            counts, requests = total.counts, total.requests
        row.record = replace(
            row.record, status=status, counts=counts, requests=requests, problem=problem, ended_at=self._clock.now()
        )
        warned = any(line.effective_level in {Level.WARNING, Level.ERROR} for _, line in _lines(row))
        if status is RunStatus.SUCCESS and not (counts.changed or requests.write or warned):
            row.batches.clear()

    def get(self, run: str) -> RunRecord:
        return _totals(self._beginning(run))

    def recent(self, profile: str | None, limit: int) -> Sequence[RunRecord]:
        rows = [row for row in reversed(self._database.runs.values()) if profile in {None, row.record.profile}]
        return [_totals(row) for row in rows[:limit]]

    def journal(self, run: str) -> Iterator[tuple[datetime, JournalLine]]:
        yield from _lines(self._beginning(run))

    def plan(self, run: str) -> Iterator[StoredPlanItem]:
        yield from self._beginning(run).plan.values()

    def save_plan(self, run: str, items: Iterable[StoredPlanItem]) -> None:
        self._row(run).plan.update((item.record, item) for item in items)

    def _row(self, run: str) -> RunRow:
        if run not in self._database.runs:
            raise ConfigurationError(messages.UNKNOWN_RUN, run=run)
        return self._database.runs[run]

    def _beginning(self, run: str) -> RunRow:
        if run in self._database.runs:
            return self._database.runs[run]
        found = [key for key in reversed(self._database.runs) if run and key.startswith(run)]
        if len(found) > 1:
            raise ConfigurationError(messages.AMBIGUOUS_RUN, run=run, known=", ".join(found[:5]))
        return self._row(found[0] if found else run)


def _totals(row: RunRow) -> RunRecord:
    if row.record.ended_at:
        return row.record
    batches = [batch for _, batch in row.batches.values()]
    return replace(
        row.record,
        counts=sum((batch.counts for batch in batches), Counts()),
        requests=sum((batch.requests for batch in batches), Requests()),
    )


def _lines(row: RunRow) -> Iterator[tuple[datetime, JournalLine]]:
    for _, (at, batch) in sorted(row.batches.items()):
        for line in (*batch.lines, *(line for result in batch.results for line in result.lines)):
            yield at, replace(line, level=line.effective_level)
