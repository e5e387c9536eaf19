"""Profiles by name."""

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.store import models


def profile_row(name: str) -> models.Profile:
    """The row of a profile by its short name or its whole name; raises ConfigurationError that lists the known ones."""
    rows = models.Profile.objects.select_related("company", "shop")
    row = rows.filter(slug=name).first() or rows.filter(name=name).first()
    if row is None:
        known = list(models.Profile.objects.order_by("slug").values_list("slug", flat=True))
        if not known:
            raise ConfigurationError(messages.NO_PROFILE)
        raise ConfigurationError(messages.UNKNOWN_PROFILE, name=name, known=", ".join(known))
    return row
