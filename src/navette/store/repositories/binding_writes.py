"""Writes bindings: unique both ways while live, a replaced one is retired."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from navette.domain.binding import Binding, RecordKind
from navette.store import models
from navette.store.repositories.chunks import chunks

FRESH = ("scope_id", "kind", "erp_key", "shop_ref", "shop_parent", "origin")
Key = tuple[RecordKind, str]
Ref = tuple[RecordKind, str, str]


def write_bindings(scope: int, bindings: Sequence[Binding], now: datetime) -> None:
    """Remember bindings, inside a transaction. One that stands already stays as it is, with its first origin.

    A live binding of the same ERP record, or of the same shop record, is retired. One that comes with `retired_at`
    retires its pair.
    """
    retire_bindings(scope, [binding for binding in bindings if binding.retired_at], now)
    wanted = [binding for binding in bindings if not binding.retired_at]
    if not wanted:
        return
    pairs = _LivePairs(scope, wanted)
    for binding in wanted:
        pairs.put(binding)
    for chunk in chunks(pairs.replaced):
        models.Binding.objects.filter(pk__in=chunk).update(retired_at=now)
    models.Binding.write_many(FRESH, ([getattr(row, name) for name in FRESH] for row in pairs.fresh.values()))


def retire_bindings(scope: int, bindings: Sequence[Binding], now: datetime) -> None:
    """Retire the live bindings of these very pairs, inside a transaction."""
    if not bindings:
        return
    live = _LivePairs(scope, bindings)
    rows = [live.by_key.get(_key(binding)) for binding in bindings]
    pairs = {_ref(binding) for binding in bindings}
    keys = [row.pk for row in rows if row and _ref_of(row) in pairs]
    for chunk in chunks(keys):
        models.Binding.objects.filter(pk__in=chunk).update(retired_at=now)


class _LivePairs:
    """The live bindings that some bindings meet, by both of their sides, and what becomes of them."""

    def __init__(self, scope: int, bindings: Sequence[Binding]) -> None:
        self._scope = scope
        self.by_key: dict[Key, models.Binding] = {}
        self.by_ref: dict[Ref, models.Binding] = {}
        self.replaced: list[int] = []
        self.fresh: dict[Key, models.Binding] = {}
        for kind in {binding.kind for binding in bindings}:
            same_kind = [binding for binding in bindings if binding.kind is kind]
            self._load(kind, "erp_key", (binding.erp_key for binding in same_kind))
            self._load(kind, "shop_ref", (binding.shop_ref.id for binding in same_kind))

    def _load(self, kind: RecordKind, field: str, values: Iterable[str]) -> None:
        live = models.Binding.objects.filter(scope=self._scope, kind=kind, retired_at__isnull=True)
        for chunk in chunks(dict.fromkeys(values)):
            for row in live.filter(**{f"{field}__in": chunk}):
                self.by_key[kind, row.erp_key] = row
                self.by_ref[_ref_of(row)] = row

    def put(self, binding: Binding) -> None:
        """Take a binding in; those that it replaces go."""
        key, ref = _key(binding), _ref(binding)
        same_key, same_ref = self.by_key.get(key), self.by_ref.get(ref)
        if same_key and _ref_of(same_key) == ref:
            return
        for row in (same_key, same_ref):
            if row:
                self._remove(row)
        row = models.Binding(
            scope_id=self._scope,
            kind=binding.kind.value,
            erp_key=binding.erp_key,
            shop_ref=binding.shop_ref.id,
            shop_parent=binding.shop_ref.parent,
            origin=binding.origin.value,
        )
        self.by_key[key] = self.by_ref[ref] = self.fresh[key] = row

    def _remove(self, row: models.Binding) -> None:
        key = (RecordKind(row.kind), row.erp_key)
        self.by_key.pop(key, None)
        self.by_ref.pop(_ref_of(row), None)
        if row.pk:
            self.replaced.append(row.pk)
        else:
            del self.fresh[key]


def _key(binding: Binding) -> Key:
    return binding.kind, binding.erp_key


def _ref(binding: Binding) -> Ref:
    return binding.kind, binding.shop_ref.id, binding.shop_ref.parent


def _ref_of(row: models.Binding) -> Ref:
    return RecordKind(row.kind), row.shop_ref, row.shop_parent
