"""The shape that all capabilities share: plan a stream of items, then apply them in batches."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import ClassVar, Protocol

from navette.application.session import RunRequest, Session
from navette.domain.binding import Binding, Change, RecordKind, SentAspect
from navette.domain.messages import run as run_messages
from navette.domain.messages.message import Message
from navette.domain.run import JournalLine, Outcome, Problem, RecordResult
from navette.ports.shop import OrderEffect, ShopProbe
from navette.ports.store import Claim


class Risk(StrEnum):
    """What the mass-damage guard counts."""

    REMOVAL = "removal"
    PRICE_MOVE = "price_move"


class Side(StrEnum):
    """The side that a capability writes to; its marks are on the clock of the other one."""

    ERP = "erp"
    SHOP = "shop"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """What would be done with one record.

    `payload` is the intention that `apply` carries out: there is one exactly when the outcome is created or updated.
    `base_digest` is of what the item was based on; a stored preview compares it. `label` is what the journal shows.
    """

    record: str
    kind: RecordKind
    outcome: Outcome
    label: str = ""
    changes: tuple[Change, ...] = ()
    base_digest: str = ""
    problem: Problem | None = None
    payload: object = None
    risk: Risk | None = None
    bindings: tuple[Binding, ...] = ()
    retired: tuple[Binding, ...] = ()
    digests: tuple[SentAspect, ...] = ()
    subject: str = ""

    @property
    def is_remembered(self) -> bool:
        """Whether the item leaves something in our store although nothing is written."""
        return bool(self.bindings or self.retired or self.digests) or self.outcome is not Outcome.UNCHANGED

    @property
    def writes(self) -> bool:
        """Whether something is to be written for the record."""
        return self.outcome in {Outcome.CREATED, Outcome.UPDATED}

    def result(
        self,
        outcome: Outcome | None = None,
        problem: Problem | None = None,
        *,
        lines: tuple[JournalLine, ...] = (),
    ) -> RecordResult:
        """The item as the result of a record that was not written, or written with nothing more to remember."""
        return RecordResult(
            record=self.record,
            kind=self.kind,
            outcome=outcome or self.outcome,
            problem=problem or self.problem,
            changes=self.changes,
            bindings=self.bindings,
            retired=self.retired,
            digests=self.digests if (outcome or self.outcome) == self.outcome else (),
            lines=lines,
            subject=self.subject,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What a batch came to; claims and effects are committed with it."""

    results: tuple[RecordResult, ...]
    claims: tuple[Claim, ...] = ()
    effects: tuple[OrderEffect, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One run at work: the session, what was asked, the selection that the mark gives.

    `since` is on the source's clock with the overlap taken off; None reads everything. `waiting` are the records in
    quarantine that join the selection.
    """

    session: Session
    request: RunRequest
    run: str
    token: int = 0
    since: datetime | None = None
    waiting: frozenset[str] = frozenset()
    shop: ShopProbe
    say: "Announcer"

    @property
    def reads_everything(self) -> bool:
        """Whether the run is a full one: no mark, or asked for."""
        return self.since is None and not self.request.only


class Announcer(Protocol):
    """Writes journal lines beside those of the records of the run: kept with it, shown live."""

    def __call__(self, message: Message, about: str = "", /, **values: object) -> None:
        """Write one line, about a record that the run does not count or about none."""
        ...


class Capability(ABC):
    """One flow of the specification; each run makes its own object, which may keep what it found on the way.

    `sections` and `tables` are the options that its result depends on. `formula_version` grows when the same input
    would give another result, so that everything is read again. `resources` are what the run leases, with the ids of
    company and shop to be filled in. `guarded` are the kinds of links that the mass-damage guard compares with;
    `heading` and `numbered_heading` are how the journal names a record.
    """

    name: ClassVar[str]
    flow: ClassVar[str]
    title: ClassVar[Message]
    start: ClassVar[Message]
    reading: ClassVar[Message]
    end: ClassVar[Message]
    writes_to: ClassVar[Side]
    guarded: ClassVar[tuple[RecordKind, ...]] = ()
    heading: ClassVar[Message] = run_messages.RECORD_UNNUMBERED
    numbered_heading: ClassVar[Message] = run_messages.RECORD
    formula_version: ClassVar[int] = 1
    sections: ClassVar[tuple[str, ...]] = ()
    tables: ClassVar[tuple[str, ...]] = ()
    resources: ClassVar[tuple[str, ...]]

    def check(self, session: Session) -> None:
        """Raise ConfigurationError if a setting is missing that the run needs."""

    @abstractmethod
    def plan(self, work: Work) -> Iterator[Sequence[PlanItem]]:
        """Read the source and say what would be done, page by page; writes nothing."""

    def prepare(self, work: Work) -> Sequence[RecordResult]:
        """Make what the items need before the first batch; gives what is to be remembered of it, outside the counts."""
        del work
        return ()

    @abstractmethod
    def batch_size(self, session: Session) -> int:
        """How many items to apply at once."""

    @abstractmethod
    def apply(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Carry out the items; one result for each, in their order."""

    def look_again(self, work: Work, items: Sequence[PlanItem]) -> Sequence[PlanItem]:
        """Items whose writing was not answered, as they have to be written now: part of it may have been done."""
        del work
        return items

    def finish(self, work: Work) -> None:
        """What follows the last batch, such as after-effects."""

    def follow_up(self, request: RunRequest, session: Session) -> RunRequest | None:
        """A run that comes after this one, once its leases are given back."""
        del request, session
        return None


def digest_of(*parts: object) -> str:
    """A short digest of values that decide something."""
    return sha256(repr(parts).encode()).hexdigest()[:32]


def problem(message: Message, **values: object) -> Problem:
    """A problem with its values as text."""
    return Problem(message, {name: str(value) for name, value in values.items()})
