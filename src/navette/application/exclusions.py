"""Items that a run leaves alone although the plan would not: dismissed ones, and those that moved since a preview."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from navette.application.capability import PlanItem, problem
from navette.domain.messages import run as messages
from navette.domain.run import Outcome, Problem
from navette.ports.store import Quarantine


def without_dismissed(items: Sequence[PlanItem], quarantine: Quarantine, capability: str) -> list[PlanItem]:
    """Skip records that wait or are refused for a reason that a person dismissed."""
    unsettled = [item.record for item in items if item.outcome.is_unsettled]
    dismissed = quarantine.dismissed(capability, unsettled) if unsettled else frozenset[tuple[str, str]]()
    return [_skipped(item) if item.problem and _reason(item, item.problem) in dismissed else item for item in items]


def without_moved(items: Sequence[PlanItem], based_on: Mapping[str, str] | None) -> list[PlanItem]:
    """Skip records whose base is not the one that a stored preview, given by record key, was made from."""
    if based_on is None:
        return list(items)
    return [_changed(item) if item.writes and based_on.get(item.record) != item.base_digest else item for item in items]


def _reason(item: PlanItem, why: Problem) -> tuple[str, str]:
    return item.record, why.message.code


def _changed(item: PlanItem) -> PlanItem:
    why = problem(messages.CHANGED_SINCE_PREVIEW, label=item.label or item.record)
    return replace(_skipped(item), problem=why)


def _skipped(item: PlanItem) -> PlanItem:
    return replace(item, outcome=Outcome.SKIPPED, payload=None, risk=None, digests=(), retired=())
