"""What several memory stores share, as several profiles share a database."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from navette.domain.binding import Aspect, Binding, RecordKind, RemoteFile, SentAspect, ShopRef
from navette.domain.run import BatchRecord, RunRecord
from navette.ports.store import Claim, EffectRow, Lease, Mark, QuarantineEntry, Scope, StoredPlanItem


@dataclass
class BoundRow:
    """A binding with what was sent of it."""

    binding: Binding
    digests: dict[Aspect, SentAspect] = field(default_factory=dict)
    files: dict[tuple[str, str], RemoteFile] = field(default_factory=dict)


@dataclass
class BoundRows:
    """The bindings of one scope; live ones are found from both sides."""

    rows: list[BoundRow] = field(default_factory=list)
    by_key: dict[tuple[RecordKind, str], BoundRow] = field(default_factory=dict)
    by_ref: dict[tuple[RecordKind, ShopRef], BoundRow] = field(default_factory=dict)

    def put(self, binding: Binding, now: datetime) -> None:
        """Take a binding in; those that it replaces are retired."""
        standing = self.by_key.get((binding.kind, binding.erp_key))
        if standing and standing.binding.shop_ref == binding.shop_ref:
            return
        for row in (standing, self.by_ref.get((binding.kind, binding.shop_ref))):
            if row:
                self._retire(row, now)
        row = BoundRow(binding)
        self.rows.append(row)
        self.by_key[binding.kind, binding.erp_key] = self.by_ref[binding.kind, binding.shop_ref] = row

    def retire(self, binding: Binding, now: datetime) -> None:
        """Retire this very pair if it is live."""
        row = self.by_key.get((binding.kind, binding.erp_key))
        if row and row.binding.shop_ref == binding.shop_ref:
            self._retire(row, now)

    def live(self, kind: RecordKind) -> Iterator[BoundRow]:
        return (row for (other, _), row in self.by_key.items() if other is kind)

    def of_keys(self, kind: RecordKind, keys: Sequence[str]) -> Iterator[BoundRow]:
        return (self.by_key[kind, key] for key in dict.fromkeys(keys) if (kind, key) in self.by_key)

    def _retire(self, row: BoundRow, now: datetime) -> None:
        binding = row.binding
        self.by_key.pop((binding.kind, binding.erp_key), None)
        self.by_ref.pop((binding.kind, binding.shop_ref), None)
        row.binding = replace(binding, retired_at=now)


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

    bound: dict[Scope, BoundRows] = field(default_factory=lambda: defaultdict(BoundRows))
    marks: dict[tuple[str, str], Mark] = field(default_factory=dict)
    claims: dict[tuple[str, RecordKind, str], tuple[str, Claim]] = field(default_factory=dict)
    effects: dict[str, dict[int, EffectRow]] = field(default_factory=lambda: defaultdict(dict))
    counters: dict[tuple[str, str], int] = field(default_factory=dict)
    leases: dict[str, tuple[Lease, datetime]] = field(default_factory=dict)
    last_token: int = 0
    runs: dict[str, RunRow] = field(default_factory=dict)
    quarantine: dict[int, EntryRow] = field(default_factory=dict)
    identities: dict[tuple[str, str], str] = field(default_factory=dict)
