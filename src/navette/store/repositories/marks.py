"""How far each capability of a profile has read."""

from navette.ports.store import Mark
from navette.store import models
from navette.store.transaction import writing


class Marks:
    """Implements navette.ports.store.Marks."""

    def __init__(self, profile: int) -> None:
        self._profile = profile

    def get(self, capability: str) -> Mark | None:
        """The mark of a capability, None before its first success."""
        row = models.Mark.objects.filter(profile=self._profile, capability=capability).first()
        return Mark(row.source_clock, row.options_digest, row.formula_version, row.full_at) if row else None

    def move(self, capability: str, mark: Mark) -> None:
        """Move the mark after a success."""
        with writing():
            models.Mark.objects.update_or_create(
                profile_id=self._profile,
                capability=capability,
                defaults={
                    "source_clock": mark.source_clock,
                    "options_digest": mark.options_digest,
                    "formula_version": mark.formula_version,
                    "full_at": mark.full_at,
                },
            )
