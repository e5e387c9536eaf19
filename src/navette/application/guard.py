"""No mass damage: a plan that would remove or move too much stops before it writes (design rule 14)."""

from collections import Counter
from collections.abc import Iterable

from navette.application.capability import PlanItem, Risk
from navette.config.sections.safety import SafetyOptions
from navette.domain.errors import ConfigurationError
from navette.domain.messages import run as messages


class Guard:
    """Counts the risks of a plan."""

    def __init__(self, limits: SafetyOptions) -> None:
        self._limits = limits
        self._risks: Counter[Risk] = Counter()

    def watch(self, items: Iterable[PlanItem]) -> None:
        """Count the items of a page."""
        self._risks.update(item.risk for item in items if item.risk)

    def check(self, bound: int) -> None:
        """Raise ConfigurationError if the plan passes a limit; `bound` is the number of records that are linked."""
        removals = self._risks[Risk.REMOVAL]
        if removals >= self._limits.removed_at_least and removals * 100 > bound * self._limits.removed_percent:
            raise ConfigurationError(
                messages.MASS_REMOVAL, number=removals, bound=bound, percent=self._limits.removed_percent
            )
        moves = self._risks[Risk.PRICE_MOVE]
        if moves >= self._limits.removed_at_least and moves * 100 > bound * self._limits.price_percent:
            raise ConfigurationError(
                messages.MASS_PRICE_MOVE, number=moves, bound=bound, percent=self._limits.price_percent
            )
