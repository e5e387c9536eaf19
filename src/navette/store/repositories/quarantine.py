"""Records that need somebody."""

from collections.abc import Sequence

from django.db.models import QuerySet

from navette.domain.errors import ConfigurationError
from navette.domain.messages import store as messages
from navette.domain.messages.catalogue import message_of
from navette.domain.run import Outcome, Problem
from navette.ports.clock import Clock
from navette.ports.store import QuarantineEntry, QuarantineState
from navette.store import models
from navette.store.repositories.chunks import chunks
from navette.store.transaction import writing


class Quarantine:
    """Implements navette.ports.store.Quarantine for one profile."""

    def __init__(self, profile: int, clock: Clock) -> None:
        self._profile = profile
        self._clock = clock

    def open_records(self, capability: str) -> frozenset[str]:
        """Keys of records that wait or were refused and are not dismissed."""
        rows = self._rows().filter(capability=capability, state=QuarantineState.OPEN)
        return frozenset(rows.values_list("record_key", flat=True))

    def entries(self, states: Sequence[QuarantineState]) -> Sequence[QuarantineEntry]:
        """Entries, latest first."""
        rows = self._rows().filter(state__in=[state.value for state in states]).select_related("profile")
        return [_entry(row) for row in rows.order_by("-last_at", "-pk")]

    def get(self, entry: int) -> QuarantineEntry:
        """One entry; raises ConfigurationError if the profile has none of that number."""
        row = self._rows().filter(pk=entry).select_related("profile").first()
        if row is None:
            profile = models.Profile.objects.get(pk=self._profile).slug
            raise ConfigurationError(messages.UNKNOWN_ENTRY, entry=entry, profile=profile)
        return _entry(row)

    def dismiss(self, entries: Sequence[int], reason: str) -> int:
        """Close entries without replay, with a reason; those that are not open stay as they are."""
        number = 0
        for chunk in chunks(entries):
            with writing():
                rows = self._rows().filter(pk__in=chunk, state=QuarantineState.OPEN)
                number += rows.update(state=QuarantineState.DISMISSED, note=reason, last_at=self._clock.now())
        return number

    def dismissed(self, capability: str, records: Sequence[str]) -> frozenset[tuple[str, str]]:
        """(record, problem code) pairs that a person dismissed."""
        rows = self._rows().filter(capability=capability, state=QuarantineState.DISMISSED)
        return frozenset(
            (key, code)
            for chunk in chunks(records)
            for key, code in rows.filter(record_key__in=chunk).values_list("record_key", "code")
        )

    def _rows(self) -> QuerySet[models.QuarantineEntry]:
        return models.QuarantineEntry.objects.filter(profile=self._profile)


def _entry(row: models.QuarantineEntry) -> QuarantineEntry:
    return QuarantineEntry(
        id=row.pk,
        profile=row.profile.slug,
        capability=row.capability,
        record=row.record_key,
        outcome=Outcome(row.outcome),
        problem=Problem(message_of(row.code), row.values),
        attempts=row.attempts,
        state=QuarantineState(row.state),
        first_at=row.first_at,
        last_at=row.last_at,
        payload=row.payload,
        note=row.note,
    )
