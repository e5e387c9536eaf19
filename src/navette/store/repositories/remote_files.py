"""Pictures and documents that were sent."""

from collections.abc import Iterable, Mapping, Sequence

from navette.domain.binding import RecordKind, RemoteFile
from navette.store import models
from navette.store.repositories.chunks import chunks

FIELDS = ("role", "source", "size", "modified_at", "content_hash", "position", "shop_ref")
UPDATED = ["size", "modified_at", "content_hash", "position", "shop_ref"]


class RemoteFiles:
    """Implements navette.ports.store.RemoteFiles."""

    def __init__(self, scope: int) -> None:
        self._scope = scope

    def of(self, kind: RecordKind, keys: Sequence[str]) -> Mapping[str, Sequence[RemoteFile]]:
        """Files by ERP key, in their order, of live bindings."""
        rows = models.RemoteFile.objects.filter(
            binding__scope=self._scope, binding__kind=kind, binding__retired_at__isnull=True
        ).order_by("position", "pk")
        found: dict[str, list[RemoteFile]] = {}
        for chunk in chunks(keys):
            for key, *values in rows.filter(binding__erp_key__in=chunk).values_list("binding__erp_key", *FIELDS):
                found.setdefault(key, []).append(RemoteFile(kind, key, *values))
        return found


def write_files(
    binding_ids: Mapping[tuple[RecordKind, str], int], sent: Iterable[RemoteFile], forgotten: Iterable[RemoteFile]
) -> None:
    """Keep files that were sent and forget those that were removed, inside a transaction."""
    for file in forgotten:
        if binding := binding_ids.get((file.kind, file.erp_key)):
            models.RemoteFile.objects.filter(binding=binding, role=file.role, source=file.source).delete()
    latest: dict[tuple[int, str, str], models.RemoteFile] = {}
    for file in sent:
        if binding := binding_ids.get((file.kind, file.erp_key)):
            values = {name: getattr(file, name) for name in FIELDS}
            latest[binding, file.role, file.source] = models.RemoteFile(binding_id=binding, **values)
    models.RemoteFile.objects.bulk_create(
        latest.values(), update_conflicts=True, unique_fields=["binding", "role", "source"], update_fields=UPDATED
    )
