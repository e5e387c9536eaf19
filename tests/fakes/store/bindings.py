"""Bindings, digests and files in memory."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fakes.store.database import BoundRows

from navette.domain.binding import Aspect, Binding, RecordKind, RemoteFile, SentAspect, ShopRef
from navette.domain.run import RecordResult
from navette.ports.clock import Clock

PAGE = 1000


class MemoryBindings:
    def __init__(self, rows: BoundRows, clock: Clock) -> None:
        self._rows = rows
        self._clock = clock

    def by_keys(self, kind: RecordKind, keys: Sequence[str]) -> Mapping[str, Binding]:
        return {row.binding.erp_key: row.binding for row in self._rows.of_keys(kind, keys)}

    def by_refs(self, kind: RecordKind, refs: Sequence[ShopRef]) -> Mapping[ShopRef, Binding]:
        found = {ref: self._rows.by_ref[kind, ref].binding for ref in refs if (kind, ref) in self._rows.by_ref}
        missing = set(refs) - set(found)
        if not missing:
            return found
        retired = [row.binding for row in self._rows.rows if row.binding.kind is kind and row.binding.retired_at]
        retired.sort(key=lambda binding: binding.retired_at)
        return {**{binding.shop_ref: binding for binding in retired if binding.shop_ref in missing}, **found}

    def of_parent(self, kind: RecordKind, parents: Sequence[str]) -> Sequence[Binding]:
        wanted = set(parents) - {""}
        return [row.binding for row in self._rows.live(kind) if row.binding.shop_ref.parent in wanted]

    def count(self, kind: RecordKind) -> int:
        return sum(1 for _ in self._rows.live(kind))

    def all(self, kind: RecordKind) -> Iterator[Sequence[Binding]]:
        found = sorted((row.binding for row in self._rows.live(kind)), key=lambda binding: binding.erp_key)
        yield from (found[start : start + PAGE] for start in range(0, len(found), PAGE))

    def save(self, bindings: Sequence[Binding]) -> None:
        for binding in bindings:
            if binding.retired_at:
                self._rows.retire(binding, self._clock.now())
            else:
                self._rows.put(binding, self._clock.now())

    def remember(self, results: Sequence[RecordResult]) -> None:
        """Take in what the results of a batch leave."""
        for result in results:
            for binding in result.retired:
                self._rows.retire(binding, self._clock.now())
        self.save([binding for result in results for binding in result.bindings])
        for result in results:
            for digest in result.digests:
                for row in self._rows.of_keys(digest.kind, [digest.erp_key]):
                    row.digests[digest.aspect] = digest
            for file in result.forgotten_files:
                for row in self._rows.of_keys(file.kind, [file.erp_key]):
                    row.files.pop((file.role, file.source), None)
        for file in (file for result in results for file in result.files):
            for row in self._rows.of_keys(file.kind, [file.erp_key]):
                row.files[file.role, file.source] = file


class MemoryDigests:
    def __init__(self, rows: BoundRows) -> None:
        self._rows = rows

    def of(
        self, kind: RecordKind, keys: Sequence[str], aspects: Sequence[Aspect]
    ) -> Mapping[tuple[str, Aspect], SentAspect]:
        return {
            (row.binding.erp_key, aspect): row.digests[aspect]
            for row in self._rows.of_keys(kind, keys)
            for aspect in aspects
            if aspect in row.digests
        }

    def doubtful(self, kind: RecordKind, aspect: Aspect) -> frozenset[str]:
        return frozenset(
            row.binding.erp_key
            for row in self._rows.live(kind)
            if aspect in row.digests and row.digests[aspect].is_doubtful
        )

    def doubt_all(self) -> None:
        for row in self._rows.rows:
            row.digests = {aspect: replace(sent, is_doubtful=True) for aspect, sent in row.digests.items()}


class MemoryFiles:
    def __init__(self, rows: BoundRows) -> None:
        self._rows = rows

    def of(self, kind: RecordKind, keys: Sequence[str]) -> Mapping[str, Sequence[RemoteFile]]:
        return {
            row.binding.erp_key: sorted(row.files.values(), key=lambda file: file.position)
            for row in self._rows.of_keys(kind, keys)
            if row.files
        }
