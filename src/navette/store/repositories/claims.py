"""Claims: the exactly-once protocol on our side."""

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet

from navette.domain.binding import RecordKind
from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.domain.run import BatchRecord
from navette.ports.clock import Clock
from navette.ports.shop import OrderEffect
from navette.ports.store import Claim, ClaimState
from navette.store import models
from navette.store.repositories.batches import write_batch
from navette.store.repositories.chunks import chunks
from navette.store.repositories.claim_rows import apply_claim, claim_of, new_row
from navette.store.repositories.leases import check_token
from navette.store.repositories.outbox import queue_effects
from navette.store.repositories.ownership import Ownership
from navette.store.transaction import writing

Id = tuple[str, str]
UPDATED = [
    "web_number",
    "state",
    "intended_account",
    "source_digest",
    "paid_total",
    "piece",
    "attempts",
    "run",
    "token",
    "subject",
]


class Claims:
    """Implements navette.ports.store.Claims for a company and shop."""

    def __init__(self, owner: Ownership, clock: Clock) -> None:
        self._owner = owner
        self._clock = clock

    def get(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, Claim]:
        """Claims by external id."""
        rows = models.Claim.objects.filter(shop=self._owner.shop, kind=kind)
        return {row.external_id: claim_of(row) for chunk in chunks(ids) for row in rows.filter(external_id__in=chunk)}

    def begin(self, claims: Sequence[Claim], token: int) -> Mapping[str, Claim]:
        """Protocol step (a): rows become `writing`; rows that are `written` stay so. Gives all as they stand now.

        A retry counts an attempt, and keeps the account that was intended before where none is given now. A stale
        fencing token raises BusyError, a web number of another record ConfigurationError.
        """
        with writing():
            check_token(token, self._clock.now())
            rows = self._rows_of(claims)
            for claim in claims:
                row = rows.get((claim.kind, claim.external_id))
                if row is None:
                    rows[claim.kind, claim.external_id] = new_row(self._owner, claim, ClaimState.WRITING, token)
                elif row.state != ClaimState.WRITTEN:
                    row.attempts += 1
                    apply_claim(row, claim, ClaimState.WRITING, token)
            self._save(rows)
            return {row.external_id: claim_of(row) for row in rows.values()}

    def finish(self, claims: Sequence[Claim], effects: Sequence[OrderEffect], batch: BatchRecord, token: int) -> None:
        """Protocol step (c): claims become `written`, with their effects and the batch, in one transaction."""
        now = self._clock.now()
        with writing():
            check_token(token, now)
            rows = self._rows_of(claims)
            for claim in claims:
                row = rows.get((claim.kind, claim.external_id))
                if row is None:  # adopted: it stood in the ERP, and our store had lost it
                    rows[claim.kind, claim.external_id] = new_row(self._owner, claim, ClaimState.WRITTEN, token)
                else:
                    apply_claim(row, claim, ClaimState.WRITTEN, token)
            self._save(rows)
            queue_effects(self._owner.shop, effects)
            write_batch(self._owner.scope, batch, now)

    def open_orders(self, after: str, limit: int) -> Sequence[Claim]:
        """Written order claims by web number, in pages."""
        rows = models.Claim.objects.filter(
            company=self._owner.company,
            shop=self._owner.shop,
            kind=RecordKind.ORDER,
            state=ClaimState.WRITTEN,
            web_number__gt=after,
        )
        return [claim_of(row) for row in _numbered(rows).order_by("web_number")[:limit]]

    def reset(self, kind: RecordKind, ids: Sequence[str]) -> int:
        """Forget the transfer of some records (all if empty), so that they are looked at again."""
        rows = models.Claim.objects.filter(shop=self._owner.shop, kind=kind).exclude(state=ClaimState.RESET)
        if not ids:
            with writing():
                return rows.update(state=ClaimState.RESET)
        number = 0
        for chunk in chunks(ids):
            with writing():
                number += rows.filter(external_id__in=chunk).update(state=ClaimState.RESET)
        return number

    def _rows_of(self, claims: Sequence[Claim]) -> dict[Id, models.Claim]:
        self._refuse_taken_numbers(claims)
        found: dict[Id, models.Claim] = {}
        for kind in {claim.kind for claim in claims}:
            ids = [claim.external_id for claim in claims if claim.kind is kind]
            rows = models.Claim.objects.filter(shop=self._owner.shop, kind=kind)
            for chunk in chunks(ids):
                found.update({(row.kind, row.external_id): row for row in rows.filter(external_id__in=chunk)})
        return found

    def _refuse_taken_numbers(self, claims: Sequence[Claim]) -> None:
        owners = {claim.web_number: (claim.kind, claim.external_id) for claim in claims if claim.web_number}
        holders = _numbered(models.Claim.objects.filter(company=self._owner.company)).select_related("shop")
        for chunk in chunks(owners):
            for row in holders.filter(web_number__in=chunk):
                if row.shop_id != self._owner.shop or (row.kind, row.external_id) != owners[row.web_number]:
                    raise ConfigurationError(
                        messages.WEB_NUMBER_TAKEN, number=row.web_number, other=row.external_id, shop=row.shop.name
                    )

    def _save(self, rows: Mapping[Id, models.Claim]) -> None:
        fresh = [row for row in rows.values() if not row.pk]
        known = [row for row in rows.values() if row.pk]
        models.Claim.objects.bulk_create(fresh)
        models.Claim.objects.bulk_create(known, update_conflicts=True, unique_fields=["pk"], update_fields=UPDATED)


def _numbered(rows: QuerySet[models.Claim]) -> QuerySet[models.Claim]:
    """Claims with a web number, said in the words of their index: SQLite does not conclude it from a comparison."""
    return rows.exclude(web_number="")
