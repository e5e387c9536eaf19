"""Bindings of one scope."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db.models import QuerySet

from navette.domain.binding import Binding, Origin, RecordKind, ShopRef
from navette.ports.clock import Clock
from navette.store import models
from navette.store.repositories.binding_writes import write_bindings
from navette.store.repositories.chunks import chunks
from navette.store.transaction import writing

PAGE = 1000
FIELDS = ("erp_key", "shop_ref", "shop_parent", "origin", "retired_at")


class Bindings:
    """Implements navette.ports.store.Bindings."""

    def __init__(self, scope: int, clock: Clock) -> None:
        self._scope = scope
        self._clock = clock

    def by_keys(self, kind: RecordKind, keys: Sequence[str]) -> Mapping[str, Binding]:
        """Live bindings by ERP key."""
        found: dict[str, Binding] = {}
        for chunk in chunks(keys):
            for row in self._live(kind).filter(erp_key__in=chunk).values_list(*FIELDS):
                found[row[0]] = _binding(kind, row)
        return found

    def by_refs(self, kind: RecordKind, refs: Sequence[ShopRef]) -> Mapping[ShopRef, Binding]:
        """Bindings by shop record; retired ones too, the last retired where no live one has that record."""
        found = self._of_refs(self._live(kind), kind, refs)
        missing = [ref for ref in refs if ref not in found]
        retired = self._rows(kind).filter(retired_at__isnull=False).order_by("retired_at", "pk")
        return {**self._of_refs(retired, kind, missing), **found}

    def of_parent(self, kind: RecordKind, parents: Sequence[str]) -> Sequence[Binding]:
        """Live bindings of records under some shop parents."""
        children = self._live(kind).exclude(shop_parent="")
        return [
            _binding(kind, row)
            for chunk in chunks(parents)
            for row in children.filter(shop_parent__in=chunk).order_by("pk").values_list(*FIELDS)
        ]

    def count(self, kind: RecordKind) -> int:
        """How many live bindings there are."""
        return self._live(kind).count()

    def all(self, kind: RecordKind) -> Iterator[Sequence[Binding]]:
        """Pages of all live bindings, by ERP key; no cursor stays open between pages."""
        rows = self._live(kind).order_by("erp_key").values_list(*FIELDS)
        page = [_binding(kind, row) for row in rows[:PAGE]]
        while page:
            yield page
            page = [_binding(kind, row) for row in rows.filter(erp_key__gt=page[-1].erp_key)[:PAGE]]

    def save(self, bindings: Sequence[Binding]) -> None:
        """Remember bindings at once, outside a batch."""
        for chunk in chunks(bindings):
            with writing():
                write_bindings(self._scope, chunk, self._clock.now())

    def _rows(self, kind: RecordKind) -> QuerySet[models.Binding]:
        return models.Binding.objects.filter(scope=self._scope, kind=kind)

    def _live(self, kind: RecordKind) -> QuerySet[models.Binding]:
        return self._rows(kind).filter(retired_at__isnull=True)

    def _of_refs(
        self, rows: QuerySet[models.Binding], kind: RecordKind, refs: Sequence[ShopRef]
    ) -> dict[ShopRef, Binding]:
        found: dict[ShopRef, Binding] = {}
        for chunk in chunks(refs):
            wanted = set(chunk)
            for row in rows.filter(shop_ref__in={ref.id for ref in chunk}).values_list(*FIELDS):
                binding = _binding(kind, row)
                if binding.shop_ref in wanted:
                    found[binding.shop_ref] = binding
        return found


def _binding(kind: RecordKind, row: tuple[str, str, str, str, datetime | None]) -> Binding:
    erp_key, shop_ref, shop_parent, origin, retired_at = row
    return Binding(kind, erp_key, ShopRef(shop_ref, shop_parent), Origin(origin), retired_at)
