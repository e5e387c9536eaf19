"""Runs one capability: identity, plan, guard, batches, end. Every way of running comes through here."""

import logging
import uuid
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from navette.application import run_ends
from navette.application.batches import BatchWriter
from navette.application.capability import Capability, PlanItem, Work
from navette.application.exclusions import without_dismissed, without_moved
from navette.application.guard import Guard
from navette.application.identity import verify_identity
from navette.application.marks import move_mark, options_digest, source_clock, start_of_reading
from navette.application.named_records import NamedRecords
from navette.application.registry import capability_named
from navette.application.reporter import Reporter
from navette.application.session import RunReport, RunRequest, Session
from navette.application.spool import Spool
from navette.domain.errors import BusyError, ConfigurationError, NavetteError
from navette.domain.messages import run as messages
from navette.domain.run import RunMode, RunRecord, RunStatus, status_of
from navette.ports.store import StoredPlanItem

logger = logging.getLogger(__name__)

PAGE = 500


def run(request: RunRequest, session: Session) -> RunReport:
    """Run a capability under its leases.

    Raises BusyError if another run holds one. Every other failure ends the run as failed and is in the report.
    """
    capability = capability_named(request.capability)()
    request = request if request.id else replace(request, id=str(uuid.uuid4()))
    resources = [
        resource.format(company=session.scope.company, shop=session.scope.shop) for resource in capability.resources
    ]
    holder = f"{session.profile}/{capability.name}/{request.id}"
    with session.store.leases.hold(resources, holder) as token:
        report = _Execution(capability, request, session, token).report()
    return replace(report, followed_by=_follow_up(capability, request, session)) if not report.failure else report


def _follow_up(capability: Capability, request: RunRequest, session: Session) -> RunReport | None:
    """Start what follows; where another run is at work on it already, that one does it."""
    following = capability.follow_up(request, session) if request.mode is RunMode.APPLY else None
    if following is None:
        return None
    try:
        return run(following, session)
    except BusyError:
        logger.info("follow-up left to another run", extra={"run": request.id, "capability": following.capability})
        return None


class _Execution:
    """One run from start to end."""

    def __init__(self, capability: Capability, request: RunRequest, session: Session, token: int) -> None:
        self.capability = capability
        self.request = request
        self.session = session
        self.token = token
        self.reporter = Reporter(session, capability)
        self.batches = BatchWriter(session, request, token, self.reporter)
        self.planned = 0

    def report(self) -> RunReport:
        """Run, and say what it came to."""
        started = run_ends.Stopwatch(self.session.clock)
        record = RunRecord(
            id=self.request.id,
            profile=self.session.profile,
            capability=self.capability.name,
            mode=self.request.mode,
            status=RunStatus.RUNNING,
            requested_by=self.request.requested_by,
            trigger=self.request.trigger,
            options_digest=options_digest(self.capability, self.session),
            started_at=started.at,
        )
        self.session.store.runs.end_lost(self.session.profile, self.capability.name)
        self.session.store.runs.start(record)
        before = self.session.shop.requests
        failure: NavetteError | None = None
        try:
            self._run()
        except NavetteError as error:
            failure = error
        except KeyboardInterrupt:
            failure = run_ends.stopped(self.request.requested_by)
        except Exception as error:
            logger.exception("run failed", extra={"run": self.request.id, "capability": self.capability.name})
            failure = run_ends.unexpected(error)
        return run_ends.close(
            record=record,
            capability=self.capability,
            session=self.session,
            batches=self.batches,
            reporter=self.reporter,
            failure=failure,
            before=before,
            started=started,
        )

    def _run(self) -> None:
        self.reporter.say(self.capability.start)
        if self.request.mode is RunMode.PREVIEW:
            self.reporter.say(messages.PREVIEW)
        clock = source_clock(self.capability, self.session)
        work = Work(
            session=self.session,
            request=self.request,
            run=self.request.id,
            token=self.token,
            since=start_of_reading(self.capability, self.session, self.request),
            waiting=self.session.store.quarantine.open_records(self.capability.name),
            shop=verify_identity(self.session),
            say=self.reporter.say,
        )
        self.capability.check(self.session)
        self._say_selection(work)
        with Spool() as to_write, Spool() as to_settle:
            self._plan(work, to_write, to_settle)
            if self.request.mode is RunMode.APPLY:
                self._settle(to_settle)
                self._apply(work, to_write)
        self._check_counts()
        self.batches.flush()
        move_mark(self.capability, work, clock, status_of(self.batches.counts))

    def _say_selection(self, work: Work) -> None:
        self.reporter.say(self.capability.reading)
        if work.since:
            self.reporter.say(messages.SINCE_READ, since=f"{work.since:%Y-%m-%d %H:%M:%S}")
        elif not self.request.only:
            self.reporter.say(messages.FULL_READ)

    def _plan(self, work: Work, to_write: Spool, to_settle: Spool) -> None:
        """Go through the whole plan; nothing of it is kept before the guard has seen the last item."""
        guard = Guard(self.session.options.safety)
        named = NamedRecords(self.request.only)
        for page in self.capability.plan(work):
            if self.request.should_stop():
                raise KeyboardInterrupt
            items = self._decided(page)
            self.planned += len(items)
            guard.watch(items)
            named.see(items)
            self.batches.count([item for item in items if not _is_kept(item, work)])
            kept = [item for item in items if _is_kept(item, work)]
            if self.request.mode is RunMode.PREVIEW:
                self.batches.settle(kept)
                self.session.store.runs.save_plan(self.request.id, [stored(item) for item in kept])
            else:
                to_write.add([item for item in kept if item.writes])
                to_settle.add([item for item in kept if not item.writes])
        if named.missing:
            self.reporter.say(messages.NOT_FOUND, names=named.missing)
        self._check_guard(guard)

    def _settle(self, to_settle: Spool) -> None:
        """Keep what the plan already ended: what is written afterwards builds on links that were found."""
        items = to_settle.items()
        while page := list(islice(items, PAGE)):
            self.batches.settle(page)
            self.batches.flush()

    def _decided(self, page: Sequence[PlanItem]) -> list[PlanItem]:
        items = without_dismissed(page, self.session.store.quarantine, self.capability.name)
        return without_moved(items, self.request.based_on)

    def _check_guard(self, guard: Guard) -> None:
        """Stop before anything is written; a preview, which writes nothing, only tells."""
        bound = sum(self.session.store.bindings.count(kind) for kind in self.capability.guarded)
        try:
            guard.check(bound)
        except ConfigurationError as error:
            if self.request.mode is RunMode.PREVIEW:
                self.reporter.say(error.message, **error.values)
            elif not self.request.confirm:
                raise

    def _apply(self, work: Work, spool: Spool) -> None:
        self.session.store.leases.check(self.token)
        if len(spool):
            self.batches.remember(self.capability.prepare(work))
            self.reporter.expect(len(spool))
            size = max(1, self.capability.batch_size(self.session))
            self.batches.apply_all(self.capability, work, spool.items(), size)
        self.capability.finish(work)

    def _check_counts(self) -> None:
        """Raise if a record that was planned did not end in exactly one state."""
        ended = self.batches.counts.read
        if ended != self.planned:
            raise NavetteError(messages.COUNTS_DISAGREE, read=self.planned, ended=ended)


def _is_kept(item: PlanItem, work: Work) -> bool:
    """Whether an item leaves something: one that was waiting settles its entry in quarantine, even if unchanged."""
    return item.is_remembered or item.record in work.waiting


def stored(item: PlanItem) -> StoredPlanItem:
    """An item as a preview keeps it."""
    return StoredPlanItem(
        record=item.record,
        outcome=item.outcome,
        changes=tuple((change.name, change.before, change.after) for change in item.changes),
        base_digest=item.base_digest,
        problem_code=item.problem.message.code if item.problem else "",
        problem_values=tuple(item.problem.values.items()) if item.problem else (),
    )
