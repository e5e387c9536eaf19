"""What came of one product on its way through the steps of a write."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from navette.domain.binding import ShopRef
from navette.domain.run import Outcome
from navette.ports.shop import WriteResult
from navette.shops.prestashop.adapter.failures import Failure


@dataclass(slots=True)
class Written:
    """A product that is in the shop; `failures` tell which of its parts are not as they should be."""

    id: str
    was_created: bool
    failures: list[Failure] = field(default_factory=list)

    def result(self, variants: dict[str, ShopRef]) -> WriteResult:
        """The result of the whole write: the worst of its parts, with the ids that must be remembered anyway."""
        worst = worst_of(self.failures)
        if worst is None:
            outcome = Outcome.CREATED if self.was_created else Outcome.UPDATED
            return WriteResult(outcome=outcome, ref=ShopRef(self.id), variant_refs=variants)
        return WriteResult(
            outcome=worst.result.outcome, ref=ShopRef(self.id), variant_refs=variants, problem=worst.problem
        )


def worst_of(failures: Sequence[Failure]) -> Failure | None:
    """A refusal before a wait, the first of each."""
    refused = [failure for failure in failures if not failure.is_waiting]
    return next(iter([*refused, *failures]), None)
