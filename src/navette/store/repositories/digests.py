"""Digests of what was last sent."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from navette.domain.binding import Aspect, RecordKind, SentAspect
from navette.store import models
from navette.store.repositories.chunks import chunks
from navette.store.transaction import writing

DOUBTED_AT_ONCE = 50_000


class Digests:
    """Implements navette.ports.store.Digests."""

    def __init__(self, scope: int) -> None:
        self._scope = scope

    def of(
        self, kind: RecordKind, keys: Sequence[str], aspects: Sequence[Aspect]
    ) -> Mapping[tuple[str, Aspect], SentAspect]:
        """Digests by (ERP key, aspect), of live bindings."""
        rows = models.SentAspect.objects.filter(
            binding__scope=self._scope,
            binding__kind=kind,
            binding__retired_at__isnull=True,
            aspect__in=[aspect.value for aspect in aspects],
        ).values_list("binding__erp_key", "aspect", "digest", "is_doubtful")
        found: dict[tuple[str, Aspect], SentAspect] = {}
        for chunk in chunks(keys):
            for key, name, digest, is_doubtful in rows.filter(binding__erp_key__in=chunk):
                aspect = Aspect(name)
                found[key, aspect] = SentAspect(kind, key, aspect, digest, is_doubtful)
        return found

    def doubtful(self, kind: RecordKind, aspect: Aspect) -> frozenset[str]:
        """ERP keys of live bindings of which an aspect is doubtful."""
        rows = models.SentAspect.objects.filter(
            binding__scope=self._scope,
            binding__kind=kind,
            binding__retired_at__isnull=True,
            aspect=aspect,
            is_doubtful=True,
        )
        return frozenset(rows.values_list("binding__erp_key", flat=True))

    def doubt_all(self) -> None:
        """Mark every digest of the scope doubtful, in short transactions."""
        rows = models.SentAspect.objects.filter(binding__scope=self._scope, is_doubtful=False)
        last = models.SentAspect.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        for start in range(0, last, DOUBTED_AT_ONCE):
            with writing():
                rows.filter(pk__gt=start, pk__lte=start + DOUBTED_AT_ONCE).update(is_doubtful=True)


def write_digests(
    binding_ids: Mapping[tuple[RecordKind, str], int], digests: Iterable[SentAspect], at: datetime
) -> None:
    """Keep digests, inside a transaction; those of a record without a live binding are not: it is compared anew."""
    models.SentAspect.write_many(
        ("binding_id", "aspect", "digest", "at", "is_doubtful"),
        (
            (binding, sent.aspect.value, sent.digest, at, sent.is_doubtful)
            for sent in digests
            if (binding := binding_ids.get((sent.kind, sent.erp_key)))
        ),
        unique=("binding_id", "aspect"),
        updated=("digest", "at", "is_doubtful"),
    )
