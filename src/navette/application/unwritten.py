"""What a record comes to that the shop did not take."""

from navette.application.capability import PlanItem
from navette.domain.run import Outcome, Problem, RecordResult
from navette.ports.shop import WriteResult


def unwritten(item: PlanItem, result: WriteResult, gone: Problem | None = None) -> RecordResult | None:
    """The result of a record that was refused, waits, or is `gone` from the shop; None if it was written."""
    if result.is_gone and gone:
        return item.result(Outcome.WAITING, gone)
    if result.outcome.is_unsettled:
        return item.result(result.outcome, result.problem)
    return None
