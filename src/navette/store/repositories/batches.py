"""Writes a batch whole, inside one transaction; a repeat of it replaces its rows."""

from datetime import datetime

from navette.domain.binding import RecordKind
from navette.domain.run import BatchRecord, RunMode
from navette.store import models
from navette.store.repositories.binding_writes import retire_bindings, write_bindings
from navette.store.repositories.chunks import chunks
from navette.store.repositories.digests import write_digests
from navette.store.repositories.quarantine_writes import QuarantineBatch
from navette.store.repositories.remote_files import write_files
from navette.store.repositories.run_rows import count_values, run_row

UPDATED = ["at", "cursor", "requests_read", "requests_write", *models.RunBatch.COUNTS]


def write_batch(scope: int, batch: BatchRecord, now: datetime) -> None:
    """Write all that a batch leaves. Of a preview only counts and lines stay: nothing of it has happened."""
    run = run_row(batch.run)
    row = models.RunBatch(
        run=run, number=batch.number, at=now, cursor=batch.cursor, **count_values(batch.counts, batch.requests)
    )
    models.RunBatch.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["run", "number"], update_fields=UPDATED
    )
    _write_lines(row.pk, batch)
    if run.mode == RunMode.PREVIEW:
        return
    _write_changes(row.pk, batch)
    _remember(scope, batch, now)
    QuarantineBatch(run, batch.number, now).write(batch.results)


def _write_lines(row: int, batch: BatchRecord) -> None:
    models.JournalLine.objects.filter(batch=row).delete()
    lines = [*batch.lines, *(line for result in batch.results for line in result.lines)]
    models.JournalLine.write_many(
        ("batch_id", "seq", "level", "code", "values", "record_key", "subject"),
        (
            (row, seq, line.effective_level.value, line.message.code, dict(line.values), line.record, line.subject)
            for seq, line in enumerate(lines)
        ),
    )


def _write_changes(row: int, batch: BatchRecord) -> None:
    models.SentChange.objects.filter(batch=row).delete()
    models.SentChange.write_many(
        ("batch_id", "kind", "record_key", "name", "before", "after", "subject"),
        (
            (row, result.kind.value, result.record, change.name, change.before, change.after, result.subject)
            for result in batch.results
            if result.outcome.has_written
            for change in result.changes
        ),
    )


def _remember(scope: int, batch: BatchRecord, now: datetime) -> None:
    results = batch.results
    retire_bindings(scope, [binding for result in results for binding in result.retired], now)
    write_bindings(scope, [binding for result in results for binding in result.bindings], now)
    digests = [digest for result in results for digest in result.digests]
    files = [file for result in results for file in result.files]
    forgotten = [file for result in results for file in result.forgotten_files]
    records = {(digest.kind, digest.erp_key) for digest in digests}
    records |= {(file.kind, file.erp_key) for file in (*files, *forgotten)}
    bound = _binding_ids(scope, records)
    write_digests(bound, digests, now)
    write_files(bound, files, forgotten)


def _binding_ids(scope: int, records: set[tuple[RecordKind, str]]) -> dict[tuple[RecordKind, str], int]:
    found: dict[tuple[RecordKind, str], int] = {}
    for kind in {kind for kind, _ in records}:
        live = models.Binding.objects.filter(scope=scope, kind=kind, retired_at__isnull=True)
        for chunk in chunks(key for other, key in records if other is kind):
            for pk, key in live.filter(erp_key__in=chunk).values_list("pk", "erp_key"):
                found[kind, key] = pk
    return found
