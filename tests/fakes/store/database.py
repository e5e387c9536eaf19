"""What several memory stores share, as several profiles share a database."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from navette.domain.binding import Aspect, Binding, RecordKind, RemoteFile, SentAspect
from navette.domain.run import BatchRecord, RunRecord
from navette.ports.store import Claim, EffectRow, Lease, Mark, QuarantineEntry, Scope, StoredPlanItem


@dataclass
class BoundRow:
    """A binding with what was sent of it."""

    binding: Binding
    digests: dict[Aspect, SentAspect] = field(default_factory=dict)
    files: dict[tuple[str, str], RemoteFile] = field(default_factory=dict)

    @property
    def is_live(self) -> bool:
        return self.binding.retired_at is None


@dataclass
class RunRow:
    """A run with its batches and plan."""

    record: RunRecord
    batches: dict[int, tuple[datetime, BatchRecord]] = field(default_factory=dict)
    plan: dict[str, StoredPlanItem] = field(default_factory=dict)


@dataclass
class EntryRow:
    """A quarantine entry with what it takes to find it again."""

    entry: QuarantineEntry
    kind: RecordKind
    touched_by: tuple[str, int]


@dataclass
class MemoryDatabase:
    """The tables."""

    bound: dict[Scope, list[BoundRow]] = field(default_factory=lambda: defaultdict(list))
    marks: dict[tuple[str, str], Mark] = field(default_factory=dict)
    claims: dict[tuple[str, RecordKind, str], tuple[str, Claim]] = field(default_factory=dict)
    effects: dict[str, dict[int, EffectRow]] = field(default_factory=lambda: defaultdict(dict))
    counters: dict[tuple[str, str], int] = field(default_factory=dict)
    leases: dict[str, tuple[Lease, datetime]] = field(default_factory=dict)
    last_token: int = 0
    runs: dict[str, RunRow] = field(default_factory=dict)
    quarantine: dict[int, EntryRow] = field(default_factory=dict)
    identities: dict[tuple[str, str], str] = field(default_factory=dict)
