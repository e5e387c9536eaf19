"""Runs: what each record came to, the counts, the status."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from navette.domain.binding import Binding, Change, RecordKind, RemoteFile, SentAspect
from navette.domain.messages.message import Level, Message, Values


class Outcome(StrEnum):
    """The one state in which each record read ends; worst last."""

    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    UPDATED = "updated"
    CREATED = "created"
    WAITING = "waiting"
    REFUSED = "refused"

    @property
    def is_unsettled(self) -> bool:
        """Whether the record stays in quarantine and joins each later selection."""
        return self in {Outcome.WAITING, Outcome.REFUSED}

    @property
    def has_written(self) -> bool:
        """Whether something was written for the record."""
        return self in {Outcome.CREATED, Outcome.UPDATED}


class RunStatus(StrEnum):
    """State of a run; the last three are ends."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCESS = "success"
    PARTIAL = "partial"
    FAILED = "failed"


class RunMode(StrEnum):
    """Whether a run writes."""

    APPLY = "apply"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records were read, and how many ended in each state."""

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    waiting: int = 0
    refused: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def add_up(self) -> bool:
        """Whether every record read ended in exactly one state."""
        states = (self.created, self.updated, self.unchanged, self.skipped, self.waiting, self.refused)
        return self.read == sum(states)

    @property
    def changed(self) -> bool:
        """Whether anything was written or needs somebody."""
        return bool(self.created or self.updated or self.waiting or self.refused)

    def as_dict(self) -> dict[str, int]:
        """The counts by name, in the order of the command-line contract."""
        return {name: getattr(self, name) for name in self.__slots__}


def status_of(counts: Counts) -> RunStatus:
    """Status of a run that came to its end: partial as soon as one record waits or is refused."""
    if not counts.add_up:
        return RunStatus.FAILED
    return RunStatus.PARTIAL if counts.waiting or counts.refused else RunStatus.SUCCESS


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a record was skipped, waits or is refused; or what stops a run."""

    message: Message
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """A line of the run's journal: a message with values, about one record or none.

    `subject` is the person whose data the values could hold (an order or customer reference), for erasure.
    """

    message: Message
    values: Values = field(default_factory=dict)
    level: Level | None = None
    record: str = ""
    subject: str = ""

    @property
    def effective_level(self) -> Level:
        """The line's own level, else that of its message."""
        return self.level or self.message.level


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResult:
    """What one record came to, with what is to be remembered of it."""

    record: str
    kind: RecordKind
    outcome: Outcome
    problem: Problem | None = None
    changes: tuple[Change, ...] = ()
    bindings: tuple[Binding, ...] = ()
    digests: tuple[SentAspect, ...] = ()
    files: tuple[RemoteFile, ...] = ()
    forgotten_files: tuple[RemoteFile, ...] = ()
    retired: tuple[Binding, ...] = ()
    lines: tuple[JournalLine, ...] = ()
    payload: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Requests:
    """Calls made to the shop: those that read and those that write."""

    read: int = 0
    write: int = 0

    def __sub__(self, other: "Requests") -> "Requests":
        return Requests(self.read - other.read, self.write - other.write)

    def __add__(self, other: "Requests") -> "Requests":
        return Requests(self.read + other.read, self.write + other.write)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRecord:
    """All that one batch of a run leaves in our store, written in one transaction; a repeat replaces it."""

    run: str
    number: int
    counts: Counts
    requests: Requests = Requests()
    results: tuple[RecordResult, ...] = ()
    lines: tuple[JournalLine, ...] = ()
    cursor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """A run as it is stored."""

    id: str
    profile: str
    capability: str
    mode: RunMode
    status: RunStatus
    requested_by: str = ""
    trigger: str = "manual"
    options_digest: str = ""
    counts: Counts = Counts()
    requests: Requests = Requests()
    started_at: datetime | None = None
    ended_at: datetime | None = None
    problem: Problem | None = None


def tally(outcomes: Iterable[Outcome]) -> Counts:
    """Count outcomes."""
    numbers = Counter(outcome.value for outcome in outcomes)
    return Counts(read=numbers.total(), **numbers)
