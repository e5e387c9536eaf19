"""Quarantine in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from fakes.store.database import EntryRow, MemoryDatabase

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.domain.messages.message import Message
from navette.domain.run import BatchRecord, Outcome, Problem, RecordResult, RunRecord
from navette.ports.clock import Clock
from navette.ports.store import REPLAY, QuarantineEntry, QuarantineState

NO_PROBLEM = Problem(Message("", ""))


class MemoryQuarantine:
    def __init__(self, database: MemoryDatabase, profile: str, clock: Clock) -> None:
        self._database = database
        self._profile = profile
        self._clock = clock

    def open_records(self, capability: str) -> frozenset[str]:
        return frozenset(entry.record for entry in self._of(capability, QuarantineState.OPEN))

    def entries(self, states: Sequence[QuarantineState]) -> Sequence[QuarantineEntry]:
        found = [entry for entry in self._all() if entry.state in states]
        return sorted(found, key=lambda entry: (entry.last_at, entry.id), reverse=True)

    def get(self, entry: int) -> QuarantineEntry:
        for found in self._all():
            if found.id == entry:
                return found
        raise ConfigurationError(messages.UNKNOWN_ENTRY, entry=entry, profile=self._profile)

    def dismiss(self, entries: Sequence[int], reason: str) -> int:
        chosen = [entry for entry in self._all() if entry.id in entries and entry.state is QuarantineState.OPEN]
        for entry in chosen:
            closed = replace(entry, state=QuarantineState.DISMISSED, note=reason, last_at=self._clock.now())
            self._database.quarantine[entry.id].entry = closed
        return len(chosen)

    def dismissed(self, capability: str, records: Sequence[str]) -> frozenset[tuple[str, str]]:
        found = self._of(capability, QuarantineState.DISMISSED)
        return frozenset((entry.record, entry.problem.message.code) for entry in found if entry.record in records)

    def _all(self) -> list[QuarantineEntry]:
        return [row.entry for row in self._database.quarantine.values() if row.entry.profile == self._profile]

    def _of(self, capability: str, state: QuarantineState) -> list[QuarantineEntry]:
        return [entry for entry in self._all() if entry.capability == capability and entry.state is state]


def settle_batch(database: MemoryDatabase, run: RunRecord, batch: BatchRecord, now: datetime) -> None:
    """Open, count and close entries as the results say."""
    for result in batch.results:
        standing = [
            row
            for row in database.quarantine.values()
            if (row.entry.profile, row.entry.capability) == (run.profile, run.capability)
            and (row.kind, row.entry.record) == (result.kind, result.record)
            and row.entry.state in {QuarantineState.OPEN, QuarantineState.DISMISSED}
        ]
        if result.outcome.is_unsettled:
            _keep(database, run, batch, result, standing, now)
        else:
            sent = result.outcome is not Outcome.SKIPPED
            for row in standing:
                if sent or row.entry.state is QuarantineState.OPEN:
                    _close(row, run, batch, now)


def _keep(
    database: MemoryDatabase,
    run: RunRecord,
    batch: BatchRecord,
    result: RecordResult,
    standing: list[EntryRow],
    now: datetime,
) -> None:
    problem = result.problem or NO_PROBLEM
    same = None
    for row in standing:
        if row.entry.problem.message.code == problem.message.code:
            same = row
        elif row.entry.state is QuarantineState.OPEN:
            _close(row, run, batch, now)
    if same is None:
        entry = QuarantineEntry(
            id=len(database.quarantine) + 1,
            profile=run.profile,
            capability=run.capability,
            record=result.record,
            outcome=result.outcome,
            problem=problem,
            attempts=1,
            state=QuarantineState.OPEN,
            first_at=now,
            last_at=now,
            payload=result.payload,
        )
        database.quarantine[entry.id] = EntryRow(entry, result.kind, (run.id, batch.number))
        return
    attempts = same.entry.attempts + (same.touched_by != (run.id, batch.number))
    same.entry = replace(
        same.entry, outcome=result.outcome, problem=problem, payload=result.payload, attempts=attempts, last_at=now
    )
    same.touched_by = (run.id, batch.number)


def _close(row: EntryRow, run: RunRecord, batch: BatchRecord, now: datetime) -> None:
    state = QuarantineState.REPLAYED if run.trigger == REPLAY else QuarantineState.SETTLED
    row.entry = replace(row.entry, state=state, last_at=now)
    row.touched_by = (run.id, batch.number)
