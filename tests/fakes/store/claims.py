"""Marks, claims, account counters and the outbox in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fakes.store.database import MemoryDatabase
from fakes.store.leases import MemoryLeases
from fakes.store.runs import MemoryRuns

from navette.domain.binding import RecordKind
from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.domain.run import BatchRecord
from navette.ports.shop import EffectKind, OrderEffect
from navette.ports.store import Claim, ClaimState, EffectRow, EffectState, Mark, Scope


class MemoryMarks:
    def __init__(self, database: MemoryDatabase, profile: str) -> None:
        self._marks = database.marks
        self._profile = profile

    def get(self, capability: str) -> Mark | None:
        return self._marks.get((self._profile, capability))

    def move(self, capability: str, mark: Mark) -> None:
        self._marks[self._profile, capability] = mark


class MemoryCounters:
    def __init__(self, database: MemoryDatabase, company: str) -> None:
        self._counters = database.counters
        self._company = company

    def last(self, pattern: str) -> int:
        return self._counters.get((self._company, pattern), 0)

    def raise_to(self, pattern: str, number: int) -> None:
        self._counters[self._company, pattern] = max(number, self.last(pattern))


class MemoryOutbox:
    def __init__(self, rows: dict[int, EffectRow]) -> None:
        self._rows = rows

    def add(self, effects: Sequence[OrderEffect]) -> None:
        for effect in effects:
            if all(row.effect != effect for row in self._rows.values()):
                self._rows[len(self._rows) + 1] = EffectRow(effect, EffectState.DUE)

    def renew(self, effects: Sequence[OrderEffect]) -> None:
        self.add(effects)
        for key, row in self._rows.items():
            if row.effect in set(effects):
                self._rows[key] = replace(row, state=EffectState.DUE)

    def due(self, limit: int, after: int = 0) -> Sequence[tuple[int, EffectRow]]:
        due = [(key, row) for key, row in self._rows.items() if row.state is EffectState.DUE and key > after]
        return due[:limit]

    def settle(self, ids: Mapping[int, EffectState]) -> None:
        for key in set(ids) & set(self._rows):
            row = self._rows[key]
            self._rows[key] = replace(row, state=ids[key], attempts=row.attempts + 1)

    def of_orders(self, orders: Sequence[str], kinds: Sequence[EffectKind]) -> Sequence[EffectRow]:
        return [row for row in self._rows.values() if row.effect.order in orders and row.effect.kind in kinds]


class MemoryClaims:
    def __init__(
        self, database: MemoryDatabase, scope: Scope, leases: MemoryLeases, outbox: MemoryOutbox, runs: MemoryRuns
    ) -> None:
        self._rows = database.claims
        self._scope = scope
        self._leases = leases
        self._outbox = outbox
        self._runs = runs

    def get(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, Claim]:
        keys = {key: (self._scope.shop, kind, key) for key in ids}
        return {key: self._rows[row][1] for key, row in keys.items() if row in self._rows}

    def begin(self, claims: Sequence[Claim], token: int) -> Mapping[str, Claim]:
        self._leases.check(token)
        self._refuse_taken_numbers(claims)
        for claim in claims:
            former = self._former(claim)
            if former is None or former.state is not ClaimState.WRITTEN:
                attempts = former.attempts + 1 if former else claim.attempts
                self._put(claim, former, ClaimState.WRITING, attempts)
        return {claim.external_id: self.get(claim.kind, [claim.external_id])[claim.external_id] for claim in claims}

    def finish(self, claims: Sequence[Claim], effects: Sequence[OrderEffect], batch: BatchRecord, token: int) -> None:
        self._leases.check(token)
        self._refuse_taken_numbers(claims)
        self._runs.commit(batch)
        for claim in claims:
            former = self._former(claim)
            self._put(claim, former, ClaimState.WRITTEN, former.attempts if former else claim.attempts)
        self._outbox.add(effects)

    def open_orders(self, after: str, limit: int) -> Sequence[Claim]:
        found = [
            claim
            for (shop, kind, _), (company, claim) in self._rows.items()
            if (company, shop, kind) == (self._scope.company, self._scope.shop, RecordKind.ORDER)
            and claim.state is ClaimState.WRITTEN
            and claim.web_number > after
        ]
        return sorted(found, key=lambda claim: claim.web_number)[:limit]

    def reset(self, kind: RecordKind, ids: Sequence[str]) -> int:
        number = 0
        for (shop, other, key), (company, claim) in self._rows.items():
            chosen = (shop, other) == (self._scope.shop, kind) and (not ids or key in ids)
            if chosen and claim.state is not ClaimState.RESET:
                self._rows[shop, other, key] = (company, replace(claim, state=ClaimState.RESET))
                number += 1
        return number

    def _former(self, claim: Claim) -> Claim | None:
        return self.get(claim.kind, [claim.external_id]).get(claim.external_id)

    def _put(self, claim: Claim, former: Claim | None, state: ClaimState, attempts: int) -> None:
        account = claim.intended_account or (former.intended_account if former else "")
        row = replace(claim, state=state, attempts=attempts, intended_account=account)
        self._rows[self._scope.shop, claim.kind, claim.external_id] = (self._scope.company, row)

    def _refuse_taken_numbers(self, claims: Sequence[Claim]) -> None:
        for claim in claims:
            for (shop, kind, key), (company, other) in self._rows.items():
                if company != self._scope.company or not claim.web_number or other.web_number != claim.web_number:
                    continue
                if (shop, kind, key) != (self._scope.shop, claim.kind, claim.external_id):
                    raise ConfigurationError(messages.WEB_NUMBER_TAKEN, number=claim.web_number, other=key, shop=shop)
