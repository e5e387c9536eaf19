"""What all tables share."""

from typing import ClassVar

from django.db import models


class Row(models.Model):
    """A row of our memory.

    Texts from outside (keys, ids, values) are TextField: PostgreSQL checks lengths that SQLite does not, and a value
    that is longer than anybody thought must not stop a run. Words of our own are CharField.
    """

    class Meta:  # noqa: D106 (Django's own word)
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class CountedRow(Row):
    """A row with the counts and requests of a batch or run."""

    COUNTS: ClassVar[tuple[str, ...]] = ("read", "created", "updated", "unchanged", "skipped", "waiting", "refused")

    read = models.IntegerField(default=0)
    created = models.IntegerField(default=0)
    updated = models.IntegerField(default=0)
    unchanged = models.IntegerField(default=0)
    skipped = models.IntegerField(default=0)
    waiting = models.IntegerField(default=0)
    refused = models.IntegerField(default=0)
    requests_read = models.IntegerField(default=0)
    requests_write = models.IntegerField(default=0)

    class Meta:  # noqa: D106
        abstract = True
