"""Bindings, digests and files in memory."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from fakes.store.database import BoundRow

from navette.domain.binding import Aspect, Binding, RecordKind, RemoteFile, SentAspect, ShopRef
from navette.domain.run import RecordResult
from navette.ports.clock import Clock

PAGE = 1000


def live(rows: Iterable[BoundRow], kind: RecordKind) -> Iterator[BoundRow]:
    return (row for row in rows if row.is_live and row.binding.kind is kind)


class MemoryBindings:
    def __init__(self, rows: list[BoundRow], clock: Clock) -> None:
        self._rows = rows
        self._clock = clock

    def by_keys(self, kind: RecordKind, keys: Sequence[str]) -> Mapping[str, Binding]:
        wanted = set(keys)
        return {row.binding.erp_key: row.binding for row in live(self._rows, kind) if row.binding.erp_key in wanted}

    def by_refs(self, kind: RecordKind, refs: Sequence[ShopRef]) -> Mapping[ShopRef, Binding]:
        wanted = set(refs)
        met = [row.binding for row in self._rows if row.binding.kind is kind and row.binding.shop_ref in wanted]
        retired = sorted((binding for binding in met if binding.retired_at), key=lambda binding: binding.retired_at)
        current = [binding for binding in met if not binding.retired_at]
        return {binding.shop_ref: binding for binding in (*retired, *current)}

    def of_parent(self, kind: RecordKind, parents: Sequence[str]) -> Sequence[Binding]:
        wanted = set(parents) - {""}
        return [row.binding for row in live(self._rows, kind) if row.binding.shop_ref.parent in wanted]

    def count(self, kind: RecordKind) -> int:
        return sum(1 for _ in live(self._rows, kind))

    def all(self, kind: RecordKind) -> Iterator[Sequence[Binding]]:
        found = sorted((row.binding for row in live(self._rows, kind)), key=lambda binding: binding.erp_key)
        yield from (found[start : start + PAGE] for start in range(0, len(found), PAGE))

    def save(self, bindings: Sequence[Binding]) -> None:
        for binding in bindings:
            if binding.retired_at:
                self._retire([binding])
            else:
                self._put(binding)

    def remember(self, results: Sequence[RecordResult]) -> None:
        """Take in what the results of a batch leave."""
        self._retire([binding for result in results for binding in result.retired])
        self.save([binding for result in results for binding in result.bindings])
        for result in results:
            for digest in result.digests:
                for row in self._live_of(digest.kind, digest.erp_key):
                    row.digests[digest.aspect] = digest
            for file in result.forgotten_files:
                for row in self._live_of(file.kind, file.erp_key):
                    row.files.pop((file.role, file.source), None)
        for file in (file for result in results for file in result.files):
            for row in self._live_of(file.kind, file.erp_key):
                row.files[file.role, file.source] = file

    def _live_of(self, kind: RecordKind, key: str) -> list[BoundRow]:
        return [row for row in live(self._rows, kind) if row.binding.erp_key == key]

    def _put(self, binding: Binding) -> None:
        met = [
            row
            for row in live(self._rows, binding.kind)
            if row.binding.erp_key == binding.erp_key or row.binding.shop_ref == binding.shop_ref
        ]
        if any(_same_pair(row.binding, binding) for row in met):
            return
        for row in met:
            row.binding = replace(row.binding, retired_at=self._clock.now())
        self._rows.append(BoundRow(binding))

    def _retire(self, bindings: Sequence[Binding]) -> None:
        for binding in bindings:
            for row in live(self._rows, binding.kind):
                if _same_pair(row.binding, binding):
                    row.binding = replace(row.binding, retired_at=self._clock.now())


def _same_pair(one: Binding, other: Binding) -> bool:
    return (one.erp_key, one.shop_ref) == (other.erp_key, other.shop_ref)


class MemoryDigests:
    def __init__(self, rows: list[BoundRow]) -> None:
        self._rows = rows

    def of(
        self, kind: RecordKind, keys: Sequence[str], aspects: Sequence[Aspect]
    ) -> Mapping[tuple[str, Aspect], SentAspect]:
        wanted = set(keys)
        return {
            (row.binding.erp_key, aspect): row.digests[aspect]
            for row in live(self._rows, kind)
            if row.binding.erp_key in wanted
            for aspect in aspects
            if aspect in row.digests
        }

    def doubt_all(self) -> None:
        for row in self._rows:
            row.digests = {aspect: replace(sent, is_doubtful=True) for aspect, sent in row.digests.items()}


class MemoryFiles:
    def __init__(self, rows: list[BoundRow]) -> None:
        self._rows = rows

    def of(self, kind: RecordKind, keys: Sequence[str]) -> Mapping[str, Sequence[RemoteFile]]:
        wanted = set(keys)
        return {
            row.binding.erp_key: sorted(row.files.values(), key=lambda file: file.position)
            for row in live(self._rows, kind)
            if row.binding.erp_key in wanted and row.files
        }
