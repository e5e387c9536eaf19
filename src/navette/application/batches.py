"""Carries out a plan batch by batch and commits each whole; time-outs halve a batch, success lets it grow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from navette.application.capability import Applied, Capability, PlanItem, Work, problem
from navette.application.reporter import Reporter
from navette.application.session import ReportedItem, RunRequest, Session
from navette.domain.errors import BusyError, TransientError
from navette.domain.messages import run as messages
from navette.domain.run import BatchRecord, Counts, Outcome, RecordResult, RunMode, tally

FLUSH_AT = 500
FAILURES_IN_A_ROW = 3


class BatchWriter:
    """Numbers, counts and commits the batches of one run."""

    def __init__(self, session: Session, request: RunRequest, token: int, reporter: Reporter) -> None:
        self._session = session
        self._request = request
        self._token = token
        self._reporter = reporter
        self._settled: list[RecordResult] = []
        self._uncommitted = Counts()
        self._number = 0
        self._failures = 0
        self._requests = session.shop.requests
        self.counts = Counts()
        self.items: list[ReportedItem] = []

    def count(self, items: Sequence[PlanItem]) -> None:
        """Count records that leave nothing behind."""
        self._count(item.outcome for item in items)
        self._reporter.progress(self.counts)

    def settle(self, items: Sequence[PlanItem]) -> None:
        """Count records that the plan already ended, report them and keep their results; of a preview only lines."""
        self._count(item.outcome for item in items)
        for item in items:
            result = item.result()
            self._report(item, result)
            if self._request.mode is RunMode.APPLY:
                self._settled.append(result)
        if max(len(self._settled), self._reporter.kept) >= FLUSH_AT:
            self.flush()
        self._reporter.progress(self.counts)

    def remember(self, results: Sequence[RecordResult]) -> None:
        """Commit what was made besides the records of the run; it is not counted."""
        if results:
            self._settled += results
            self.flush()

    def apply_all(self, capability: Capability, work: Work, items: Iterator[PlanItem], size: int) -> None:
        """Carry out and commit items in batches of at most `size`.

        A batch that the other side does not answer is looked at again and tried in halves; success lets batches grow.
        """
        current = size
        again: list[PlanItem] = []
        while batch := [*again[:current], *islice(items, max(0, current - len(again)))]:
            retried, again = batch[: len(again)], again[current:]
            if self._request.should_stop():
                raise KeyboardInterrupt
            self._session.store.leases.check(self._token)
            try:
                if retried:
                    batch = [*capability.look_again(work, retried), *batch[len(retried) :]]
                applied = capability.apply(work, batch)
            except BusyError:
                raise
            except TransientError as error:
                if len(batch) > 1:
                    current = len(batch) // 2
                    again = [*batch, *again]
                    continue
                applied = self._gave_up(batch[0], error)
            else:
                self._failures = 0
                current = min(size, current * 2)
            self._end_batch(batch, applied)

    def _end_batch(self, batch: Sequence[PlanItem], applied: Applied) -> None:
        self._count(result.outcome for result in applied.results)
        for item, result in zip(batch, applied.results, strict=True):
            self._report(item, result)
        self._commit(applied)
        self._reporter.progress(self.counts)

    def _gave_up(self, item: PlanItem, error: TransientError) -> Applied:
        self._failures += 1
        self._reporter.say(error.message, **error.values)
        if self._failures >= FAILURES_IN_A_ROW:
            raise TransientError(messages.UNREACHABLE, number=self._failures) from error
        waiting = problem(messages.REPEATED_LATER, label=item.label or item.record)
        return Applied(results=(item.result(Outcome.WAITING, waiting),))

    def flush(self) -> None:
        """Commit what was settled without being written, and the lines that were said."""
        self._commit(Applied(results=()))

    def _commit(self, applied: Applied) -> None:
        self._number += 1
        now = self._session.shop.requests
        batch = BatchRecord(
            run=self._request.id,
            number=self._number,
            counts=self._uncommitted,
            requests=now - self._requests,
            results=tuple(replace(result, lines=()) for result in (*self._settled, *applied.results)),
            lines=self._reporter.take_lines(),
        )
        self._settled, self._requests, self._uncommitted = [], now, Counts()
        if applied.claims:
            self._session.store.claims.finish(applied.claims, applied.effects, batch, self._token)
        else:
            self._session.store.runs.commit(batch)

    def _count(self, outcomes: Iterable[Outcome]) -> None:
        counts = tally(outcomes)
        self.counts += counts
        self._uncommitted += counts

    def _report(self, item: PlanItem, result: RecordResult) -> None:
        self._reporter.record(item, result)
        if not self._request.keeps_items:
            return
        self.items.append(
            ReportedItem(
                record=item.record,
                outcome=result.outcome,
                changes=tuple((change.name, change.before, change.after) for change in result.changes),
                code=result.problem.message.code if result.problem else "",
                values=tuple(result.problem.values.items()) if result.problem else (),
            )
        )
