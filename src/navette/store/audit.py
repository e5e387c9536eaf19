"""Who changed what in the configuration."""

from datetime import datetime

from navette.store import models

HIDDEN = "***"
"""Stands for a secret in the audit."""


def audit(profile: models.Profile, key: str, old: str, new: str, at: datetime, user: str) -> None:
    """Write a change down, inside its transaction."""
    models.ConfigAudit.objects.create(
        at=at, user=user, profile=profile, profile_slug=profile.slug, key=key, old=old, new=new
    )
