"""The last number that was given under a pattern of account codes."""

from django.db.models import F
from django.db.models.functions import Greatest

from navette.store import models
from navette.store.transaction import writing


class AccountCounters:
    """Implements navette.ports.store.AccountCounters for one company."""

    def __init__(self, company: int) -> None:
        self._company = company

    def last(self, pattern: str) -> int:
        """The last number given, 0 before the first."""
        row = models.AccountCounter.objects.filter(company=self._company, pattern=pattern).first()
        return row.last if row else 0

    def raise_to(self, pattern: str, number: int) -> None:
        """Remember that a number is given; a counter never goes back."""
        with writing():
            row = models.AccountCounter(company_id=self._company, pattern=pattern, last=0)
            models.AccountCounter.objects.bulk_create([row], ignore_conflicts=True)
            rows = models.AccountCounter.objects.filter(company=self._company, pattern=pattern)
            rows.update(last=Greatest(F("last"), number))
