"""Our own memory: bindings, digests, claims, outbox, leases, marks, runs, quarantine.

Each call is one transaction of its own, short, with no network or ERP call inside.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from navette.domain.binding import Aspect, Binding, RecordKind, RemoteFile, SentAspect, ShopRef
from navette.domain.run import BatchRecord, Counts, JournalLine, Outcome, Problem, Requests, RunRecord, RunStatus
from navette.ports.shop import EffectKind, OrderEffect


@dataclass(frozen=True, slots=True)
class Scope:
    """Where bindings, digests and claims belong: company and shop, never the profile (design: identity)."""

    company: str
    shop: str
    store: str = ""
    locale: str = ""


class Bindings(Protocol):
    """Pairs of ERP and shop records of one scope."""

    def by_keys(self, kind: RecordKind, keys: Sequence[str]) -> Mapping[str, Binding]:
        """Live bindings by ERP key."""
        ...

    def by_refs(self, kind: RecordKind, refs: Sequence[ShopRef]) -> Mapping[ShopRef, Binding]:
        """Bindings by shop record; retired ones too, where no live one has that record."""
        ...

    def of_parent(self, kind: RecordKind, parents: Sequence[str]) -> Sequence[Binding]:
        """Live bindings of records under some shop parents."""
        ...

    def count(self, kind: RecordKind) -> int:
        """How many live bindings there are."""
        ...

    def all(self, kind: RecordKind) -> Iterator[Sequence[Binding]]:
        """Pages of all live bindings."""
        ...

    def save(self, bindings: Sequence[Binding]) -> None:
        """Remember bindings at once, outside a batch."""
        ...


class Digests(Protocol):
    """What was last sent."""

    def of(
        self, kind: RecordKind, keys: Sequence[str], aspects: Sequence[Aspect]
    ) -> Mapping[tuple[str, Aspect], SentAspect]:
        """Digests by (ERP key, aspect)."""
        ...

    def doubtful(self, kind: RecordKind, aspect: Aspect) -> frozenset[str]:
        """ERP keys of which an aspect is doubtful: it has to be sent or compared, whenever the ERP changed it."""
        ...

    def doubt_all(self) -> None:
        """Mark every digest doubtful, as after a restore."""
        ...


class RemoteFiles(Protocol):
    """Pictures and documents that were sent."""

    def of(self, kind: RecordKind, keys: Sequence[str]) -> Mapping[str, Sequence[RemoteFile]]:
        """Files by ERP key, in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a capability has read: the source's own clock, a digest of the options, the formula's version."""

    source_clock: datetime
    options_digest: str
    formula_version: int
    full_at: datetime | None = None


class Marks(Protocol):
    """Marks of one profile."""

    def get(self, capability: str) -> Mark | None:
        """The mark of a capability, None before its first success."""
        ...

    def move(self, capability: str, mark: Mark) -> None:
        """Move the mark after a success."""
        ...


class ClaimState(StrEnum):
    """State of the exactly-once protocol for one record."""

    WRITING = "writing"
    WRITTEN = "written"
    RESET = "reset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The memory that a record is being, or was, written to the other side.

    Of orders, by their id in the shop, documents are written in the ERP; of products, by the article's key, they are
    made in the shop: these have no web number and nothing but the state.
    """

    kind: RecordKind
    external_id: str
    web_number: str
    state: ClaimState
    intended_account: str = ""
    source_digest: str = ""
    paid_total: Decimal | None = None
    piece: str = ""
    attempts: int = 1
    run: str = ""
    subject: str = ""


class Claims(Protocol):
    """Claims of one company and shop."""

    def get(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, Claim]:
        """Claims by external id."""
        ...

    def begin(self, claims: Sequence[Claim], token: int) -> Mapping[str, Claim]:
        """Protocol step (a): rows become `writing`; rows that are `written` stay so. Gives all as they stand now.

        A retry counts an attempt; the account intended before stays where the claim names none now. A stale fencing
        token raises BusyError.
        """
        ...

    def finish(self, claims: Sequence[Claim], effects: Sequence[OrderEffect], batch: BatchRecord, token: int) -> None:
        """Protocol step (c): claims become `written`, with their effects and the batch, in one transaction."""
        ...

    def open_orders(self, after: str, limit: int) -> Sequence[Claim]:
        """Written order claims by web number, in pages."""
        ...

    def reset(self, kind: RecordKind, ids: Sequence[str]) -> int:
        """Forget the transfer of some records (all if empty), so that they are looked at again."""
        ...


class AccountCounters(Protocol):
    """The last number given under each pattern of account codes, of one company."""

    def last(self, pattern: str) -> int:
        """The last number given, 0 before the first."""
        ...

    def raise_to(self, pattern: str, number: int) -> None:
        """Remember that a number is given; a counter never goes back."""
        ...


class EffectState(StrEnum):
    """State of an effect of the outbox."""

    DUE = "due"
    SENT = "sent"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class EffectRow:
    """A row of the outbox."""

    effect: OrderEffect
    state: EffectState
    attempts: int = 0


class Outbox(Protocol):
    """Changes that shop orders still have to get; unique per (order, kind, value)."""

    def add(self, effects: Sequence[OrderEffect]) -> None:
        """Queue effects; one that was queued before stays as it is."""
        ...

    def renew(self, effects: Sequence[OrderEffect]) -> None:
        """Queue effects, and make due again those that were settled before."""
        ...

    def due(self, limit: int, after: int = 0) -> Sequence[tuple[int, EffectRow]]:
        """Rows to send, oldest first, with their ids."""
        ...

    def settle(self, ids: Mapping[int, EffectState]) -> None:
        """Write what came of rows."""
        ...

    def of_orders(self, orders: Sequence[str], kinds: Sequence[EffectKind]) -> Sequence[EffectRow]:
        """Rows of some orders, in whatever state."""
        ...


@dataclass(frozen=True, slots=True)
class Lease:
    """A right to write to a resource, for a time; the token grows with each holder."""

    resource: str
    holder: str
    token: int
    expires_at: datetime


class Leases(Protocol):
    """Who may write where."""

    def hold(self, resources: Sequence[str], holder: str) -> AbstractContextManager[int]:
        """Hold resources with a heartbeat while the block runs; gives the fencing token.

        Raises BusyError that names the holder if one is taken.
        """
        ...

    def check(self, token: int) -> None:
        """Raise BusyError if the leases of a token were given to others: its holder was away for too long."""
        ...

    def holders(self) -> Sequence[Lease]:
        """Leases that are held now."""
        ...


class Runs(Protocol):
    """Runs and their batches."""

    def start(self, run: RunRecord) -> None:
        """Write the run row."""
        ...

    def end_lost(self, profile: str, capability: str) -> int:
        """End runs of a capability whose program is gone; the caller holds its leases, so none can be at work."""
        ...

    def commit(self, batch: BatchRecord) -> None:
        """Write a batch whole: outcomes, bindings, digests, files, quarantine, journal lines, counts."""
        ...

    def close(self, run: str, status: RunStatus, counts: Counts, requests: Requests, problem: Problem | None) -> None:
        """End a run."""
        ...

    def get(self, run: str) -> RunRecord:
        """A run by id or unique beginning of it."""
        ...

    def recent(self, profile: str | None, limit: int) -> Sequence[RunRecord]:
        """Latest runs first."""
        ...

    def journal(self, run: str) -> Iterator[tuple[datetime, JournalLine]]:
        """The lines of a run in their order."""
        ...

    def plan(self, run: str) -> Iterator["StoredPlanItem"]:
        """The items of a preview."""
        ...

    def save_plan(self, run: str, items: Iterable["StoredPlanItem"]) -> None:
        """Keep items of a preview."""
        ...


@dataclass(frozen=True, slots=True)
class StoredPlanItem:
    """An item of a preview as it is kept: enough to show it and to see whether its base moved."""

    record: str
    outcome: Outcome
    changes: tuple[tuple[str, str, str], ...]
    base_digest: str
    problem_code: str = ""
    problem_values: tuple[tuple[str, str], ...] = ()
    subject: str = ""


REPLAY = "replay"
"""Trigger of a run that replays quarantine: entries that it closes are `replayed`, others are `settled`."""


class QuarantineState(StrEnum):
    """State of a record in quarantine."""

    OPEN = "open"
    REPLAYED = "replayed"
    SETTLED = "settled"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarantineEntry:
    """A record that waits or was refused: once per (profile, record, reason)."""

    id: int
    profile: str
    capability: str
    record: str
    outcome: Outcome
    problem: Problem
    attempts: int
    state: QuarantineState
    first_at: datetime
    last_at: datetime
    payload: str = ""
    note: str = ""


class Quarantine(Protocol):
    """Records that need somebody, of one profile."""

    def open_records(self, capability: str) -> frozenset[str]:
        """Keys of records that wait or were refused and are not dismissed."""
        ...

    def entries(self, states: Sequence[QuarantineState]) -> Sequence[QuarantineEntry]:
        """Entries, latest first."""
        ...

    def get(self, entry: int) -> QuarantineEntry:
        """One entry."""
        ...

    def dismiss(self, entries: Sequence[int], reason: str) -> int:
        """Close entries without replay, with a reason."""
        ...

    def dismissed(self, capability: str, records: Sequence[str]) -> frozenset[tuple[str, str]]:
        """(record, problem code) pairs that a person dismissed."""
        ...


class Scratch(Protocol):
    """A temporary table on disk: text key to text value, for what does not fit in memory."""

    def put(self, rows: Iterable[tuple[str, str]]) -> None:
        """Add rows; a later value replaces an earlier one."""
        ...

    def get(self, keys: Sequence[str]) -> Mapping[str, str]:
        """Values of the keys that are there."""
        ...

    def close(self) -> None:
        """Forget everything."""
        ...


class Store(Protocol):
    """The store, as one profile sees it."""

    @property
    def bindings(self) -> Bindings: ...  # noqa: D102 (named by its type)
    @property
    def digests(self) -> Digests: ...  # noqa: D102
    @property
    def files(self) -> RemoteFiles: ...  # noqa: D102
    @property
    def marks(self) -> Marks: ...  # noqa: D102
    @property
    def claims(self) -> Claims: ...  # noqa: D102
    @property
    def counters(self) -> AccountCounters: ...  # noqa: D102
    @property
    def outbox(self) -> Outbox: ...  # noqa: D102
    @property
    def leases(self) -> Leases: ...  # noqa: D102
    @property
    def runs(self) -> Runs: ...  # noqa: D102
    @property
    def quarantine(self) -> Quarantine: ...  # noqa: D102

    def scratch(self) -> Scratch:
        """A new temporary table."""
        ...

    def remember_identity(self, side: str, identity: str, url: str) -> str:
        """Keep the identity of the company or shop at first sight; always gives the one that is stored.

        `side` is `company` or `shop`.
        """
        ...
