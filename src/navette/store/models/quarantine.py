"""Records that wait or were refused."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from navette.store.models.identity import Profile
from navette.store.models.row import Row


class QuarantineEntry(Row):
    """A record that needs somebody, once per reason while open.

    `last_run` and `last_batch` name the batch that touched it last, so that a repeat of it counts no further attempt.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, db_index=False)
    capability = models.CharField(max_length=64)
    kind = models.CharField(max_length=16)
    record_key = models.TextField()
    code = models.CharField(max_length=32)
    outcome = models.CharField(max_length=16)
    values = models.JSONField(default=dict)
    payload = models.TextField(default="")
    attempts = models.IntegerField(default=1)
    state = models.CharField(max_length=16)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    note = models.TextField(default="")
    subject = models.TextField(default="")
    last_run = models.CharField(max_length=64, default="")
    last_batch = models.IntegerField(default=0)

    class Meta:  # noqa: D106
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["profile", "capability", "kind", "record_key", "code"],
                condition=Q(state="open"),
                name="open_entry_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["profile", "capability", "record_key"], name="quarantine_by_record"),
            models.Index(fields=["profile", "state", "last_at"], name="quarantine_latest"),
        ]
