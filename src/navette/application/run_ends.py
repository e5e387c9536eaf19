"""How a run ends: status, last lines, the report."""

import traceback
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import perf_counter

from navette.application.batches import BatchWriter
from navette.application.capability import Capability
from navette.application.memory import peak_rss_mb
from navette.application.reporter import Reporter
from navette.application.session import RunReport, Session
from navette.domain.errors import NavetteError, TransientError
from navette.domain.messages import run as messages
from navette.domain.run import Counts, Problem, Requests, RunMode, RunRecord, RunStatus, status_of
from navette.ports.clock import Clock


class Stopwatch:
    """Remembers when a run started, on the clock and in seconds."""

    def __init__(self, clock: Clock) -> None:
        self.at: datetime = clock.now()
        self._started = perf_counter()

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return perf_counter() - self._started


def stopped(who: str) -> NavetteError:
    """A run that a person or a signal stopped."""
    return TransientError(messages.STOPPED, who=who or "-")


def unexpected(error: Exception) -> NavetteError:
    """A fault of our own: its kind and place are told, never its data."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    return NavetteError(messages.UNEXPECTED, kind=type(error).__name__, place=place)


def close(  # noqa: PLR0913 (everything that a run ends with)
    *,
    record: RunRecord,
    capability: Capability,
    session: Session,
    batches: BatchWriter,
    reporter: Reporter,
    failure: NavetteError | None,
    before: Requests,
    started: Stopwatch,
) -> RunReport:
    """Say the end, write the run's row, give the report."""
    counts = batches.counts
    status = RunStatus.FAILED if failure else status_of(counts)
    _say_end(reporter, record, status, counts, failure)
    reporter.say(capability.end)
    batches.flush()
    requests = session.shop.requests - before
    why = Problem(failure.message, failure.values) if failure else None
    session.store.runs.close(record.id, status, counts, requests, why)
    ended = replace(record, status=status, counts=counts, requests=requests, problem=why, ended_at=session.clock.now())
    return RunReport(
        run=ended,
        seconds=started.seconds,
        peak_rss_mb=peak_rss_mb(),
        requests=requests,
        items=tuple(batches.items),
        failure=failure.kind if failure else None,
    )


def _say_end(
    reporter: Reporter, record: RunRecord, status: RunStatus, counts: Counts, failure: NavetteError | None
) -> None:
    preview = record.mode is RunMode.PREVIEW
    if failure:
        reporter.say(failure.message, **failure.values)
    reporter.say(messages.COUNTS_OF_PREVIEW if preview else messages.COUNTS, **counts.as_dict())
    match status:
        case RunStatus.PARTIAL:
            message = messages.PREVIEWED_IN_PART if preview else messages.PARTIAL
            reporter.say(message, number=counts.waiting + counts.refused, profile=record.profile)
        case RunStatus.FAILED:
            reporter.say(messages.FAILED)
        case _:
            reporter.say(messages.PREVIEWED if preview else messages.SUCCEEDED)
