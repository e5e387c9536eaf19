"""Options that differ from their default, mapping tables, and who changed what."""

from typing import ClassVar

from django.db import models

from navette.store.models.identity import Profile
from navette.store.models.row import Row
from navette.store.models.secrets import Secret


class OptionValue(Row):
    """An option of a profile that differs from its default, by dotted name; a secret one is in `secret` alone."""

    profile = models.ForeignKey(Profile, models.CASCADE, db_index=False)
    key = models.CharField(max_length=128)
    value = models.TextField(default="")
    secret = models.OneToOneField(Secret, models.PROTECT, null=True)

    class Meta:  # noqa: D106
        constraints: ClassVar = [models.UniqueConstraint(fields=["profile", "key"], name="option_once")]


class MappingRow(Row):
    """One line of a mapping table: source key to target key."""

    profile = models.ForeignKey(Profile, models.CASCADE, db_index=False)
    table = models.CharField(max_length=64)
    source_key = models.TextField()
    target_key = models.TextField()

    class Meta:  # noqa: D106
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["profile", "table", "source_key"], name="mapping_row_once"),
        ]


class ConfigAudit(Row):
    """A change of the configuration; it outlives its profile, which `profile_slug` then still names."""

    at = models.DateTimeField()
    user = models.TextField(default="")
    profile = models.ForeignKey(Profile, models.SET_NULL, null=True)
    profile_slug = models.CharField(max_length=64)
    key = models.TextField()
    old = models.TextField(default="")
    new = models.TextField(default="")
