"""The memory store itself."""

from fakes.clock import FixedClock
from fakes.store.bindings import MemoryBindings, MemoryDigests, MemoryFiles
from fakes.store.claims import MemoryClaims, MemoryCounters, MemoryMarks, MemoryOutbox
from fakes.store.database import MemoryDatabase
from fakes.store.leases import MemoryLeases
from fakes.store.quarantine import MemoryQuarantine
from fakes.store.runs import MemoryRuns
from fakes.store.scratch import MemoryScratch

from navette.ports.clock import Clock
from navette.ports.store import Scope

SCOPE = Scope("BIJOU", "boutique")


class MemoryStore:
    """Implements navette.ports.store.Store; stores over the same database see each other's rows."""

    def __init__(
        self,
        profile: str = "bijou",
        scope: Scope = SCOPE,
        clock: Clock | None = None,
        database: MemoryDatabase | None = None,
    ) -> None:
        clock = clock or FixedClock()
        self.database = database or MemoryDatabase()
        self._scope = scope
        self.bindings = MemoryBindings(self.database.bound[scope], clock)
        self.digests = MemoryDigests(self.database.bound[scope])
        self.files = MemoryFiles(self.database.bound[scope])
        self.marks = MemoryMarks(self.database, profile)
        self.outbox = MemoryOutbox(self.database.effects[scope.shop])
        self.counters = MemoryCounters(self.database, scope.company)
        self.leases = MemoryLeases(self.database, clock)
        self.quarantine = MemoryQuarantine(self.database, profile, clock)
        self.runs = MemoryRuns(self.database, self.bindings, clock)
        self.claims = MemoryClaims(self.database, scope, self.leases, self.outbox, self.runs)

    def scratch(self) -> MemoryScratch:
        return MemoryScratch()

    def remember_identity(self, side: str, identity: str, url: str) -> str:
        del url
        if side not in {"company", "shop"}:
            raise ValueError(side)
        return self.database.identities.setdefault((side, getattr(self._scope, side)), identity)
