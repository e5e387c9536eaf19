"""Where a run starts to read: the mark, its overlap, and when everything is read (design rule 6)."""

from datetime import UTC, datetime, timedelta

from navette.application.capability import Capability, Side, Work
from navette.application.session import RunRequest, Session
from navette.domain.run import RunMode, RunStatus
from navette.ports.store import Mark

OVERLAP = timedelta(hours=2)
FULL_EVERY = timedelta(days=7)


def source_clock(capability: Capability, session: Session) -> datetime:
    """The clock of the side that is read: the ERP's for exports, the shop's for imports; stored as if it were UTC."""
    if capability.writes_to is Side.ERP:
        return session.shop.clock()
    return session.erp.clock().replace(tzinfo=UTC)


def start_of_reading(capability: Capability, session: Session, request: RunRequest) -> datetime | None:
    """From when changes are read; None when everything is."""
    if request.full or request.only:
        return None
    return request.since or _start_by_mark(capability, session)


def _start_by_mark(capability: Capability, session: Session) -> datetime | None:
    mark = session.store.marks.get(capability.name)
    if mark is None or _is_outdated(mark, capability, session):
        return None
    since = mark.source_clock - OVERLAP
    return since if capability.writes_to is Side.ERP else since.replace(tzinfo=None)


def _is_outdated(mark: Mark, capability: Capability, session: Session) -> bool:
    if mark.options_digest != options_digest(capability, session):
        return True
    if mark.formula_version != capability.formula_version:
        return True
    if capability.writes_to is Side.ERP:
        return False
    return mark.full_at is None or session.clock.now() - mark.full_at > FULL_EVERY


def options_digest(capability: Capability, session: Session) -> str:
    """Digest of the options that the capability's result depends on."""
    return session.options.digest(capability.sections, capability.tables)


def move_mark(capability: Capability, work: Work, clock: datetime, status: RunStatus) -> None:
    """Move the mark after success or partial, if nothing between the former mark and now was left out.

    It stays after a preview, a choice of records, a stop or a failure, and after a start of reading that a person set
    later than the mark would have it.
    """
    if work.request.mode is RunMode.PREVIEW or status not in {RunStatus.SUCCESS, RunStatus.PARTIAL}:
        return
    if not _covers_everything_since(capability, work):
        return
    session = work.session
    former = session.store.marks.get(capability.name)
    full_at = session.clock.now() if work.reads_everything else former and former.full_at
    mark = Mark(clock, options_digest(capability, session), capability.formula_version, full_at or None)
    session.store.marks.move(capability.name, mark)


def _covers_everything_since(capability: Capability, work: Work) -> bool:
    if work.since is None:
        return work.reads_everything
    start = _start_by_mark(capability, work.session)
    return start is not None and work.since <= start
