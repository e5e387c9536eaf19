"""Runs, their batches, what they said and changed, and how far each capability has read."""

from typing import ClassVar

from django.db import models

from navette.store.models.identity import Profile
from navette.store.models.row import CountedRow, Row


class Run(CountedRow):
    """A run. Its counts are written when it ends; before, they are the sum over its batches."""

    uuid = models.CharField(max_length=64, unique=True)
    profile = models.ForeignKey(Profile, models.CASCADE)
    capability = models.CharField(max_length=64)
    mode = models.CharField(max_length=8)
    status = models.CharField(max_length=16)
    trigger = models.CharField(max_length=16)
    requested_by = models.TextField(default="")
    options_digest = models.CharField(max_length=128, default="")
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True, db_index=True)
    problem_code = models.CharField(max_length=32, default="")
    problem_values = models.JSONField(default=dict)


class RunBatch(CountedRow):
    """A batch of a run, written whole; a repeat replaces it."""

    run = models.ForeignKey(Run, models.CASCADE, db_index=False)
    number = models.IntegerField()
    at = models.DateTimeField()
    cursor = models.TextField(default="")

    class Meta:  # noqa: D106
        constraints: ClassVar = [models.UniqueConstraint(fields=["run", "number"], name="run_batch_once")]


class JournalLine(Row):
    """A line of the journal: the code of its message and the values; rows are numbered in the order of their time."""

    batch = models.ForeignKey(RunBatch, models.CASCADE, db_index=False)
    seq = models.IntegerField()
    level = models.CharField(max_length=8)
    code = models.CharField(max_length=32)
    values = models.JSONField(default=dict)
    record_key = models.TextField(default="")
    subject = models.TextField(default="")

    class Meta:  # noqa: D106
        constraints: ClassVar = [models.UniqueConstraint(fields=["batch", "seq"], name="journal_line_once")]


class SentChange(Row):
    """One thing that a batch changed on a record, before and after; rows are numbered in the order of their time."""

    batch = models.ForeignKey(RunBatch, models.CASCADE)
    kind = models.CharField(max_length=16)
    record_key = models.TextField()
    name = models.TextField()
    before = models.TextField()
    after = models.TextField()
    subject = models.TextField(default="")

    class Meta:  # noqa: D106
        indexes: ClassVar = [models.Index(fields=["record_key", "kind"], name="changes_of_record")]


class PlanItem(Row):
    """An item of a preview: what would be done with one record, and the digest of what that was based on."""

    run = models.ForeignKey(Run, models.CASCADE, db_index=False)
    record_key = models.TextField()
    outcome = models.CharField(max_length=16)
    changes = models.JSONField(default=list)
    base_digest = models.CharField(max_length=128, default="")
    problem_code = models.CharField(max_length=32, default="")
    problem_values = models.JSONField(default=list)
    subject = models.TextField(default="")

    class Meta:  # noqa: D106
        constraints: ClassVar = [models.UniqueConstraint(fields=["run", "record_key"], name="plan_item_once")]


class Mark(Row):
    """How far a capability has read; `source_clock` is the source's own clock, kept as if it were UTC."""

    profile = models.ForeignKey(Profile, models.CASCADE, db_index=False)
    capability = models.CharField(max_length=64)
    source_clock = models.DateTimeField()
    options_digest = models.CharField(max_length=128)
    formula_version = models.IntegerField()
    full_at = models.DateTimeField(null=True)

    class Meta:  # noqa: D106
        constraints: ClassVar = [models.UniqueConstraint(fields=["profile", "capability"], name="mark_once")]
