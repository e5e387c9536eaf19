"""What one order comes to: a document to write, nothing, or a question to a person."""

from collections.abc import Mapping
from dataclasses import dataclass

from navette.application.capability import PlanItem, digest_of, problem
from navette.application.import_orders.draft import Draft, draft_document
from navette.application.import_orders.facts import CompanyFacts, PageFacts
from navette.application.import_orders.statuses import StatusRule
from navette.domain.binding import Change, RecordKind
from navette.domain.errors import RefusedError, WaitingError
from navette.domain.messages import orders as messages
from navette.domain.money import quantise
from navette.domain.order import Order
from navette.domain.run import Outcome, Problem
from navette.ports.store import Claim, ClaimState


@dataclass(frozen=True, slots=True)
class OrderIntention:
    """An order with its draft, and the status that the shop's order gets afterwards.

    `former` is the claim of an earlier try: a document that it left behind was made of the order as it was then.
    """

    order: Order
    draft: Draft
    next_status: str
    former: Claim | None = None

    def changed_since(self, piece: str) -> Problem | None:
        """What to tell a person if the order changed since a document of it was begun."""
        if self.former is None or self.former.source_digest in {"", self.order.fingerprint()}:
            return None
        return changed_after_import(self.order, self.former, piece)


@dataclass(frozen=True, slots=True)
class KnownOrders:
    """What is known about the orders of a page."""

    company: CompanyFacts
    page: PageFacts
    claims: Mapping[str, Claim]


def record_of(order: Order) -> str:
    """Key of an order among the records of its shop."""
    return f"{RecordKind.ORDER}:{order.id}"


def is_written(order: Order, claims: Mapping[str, Claim]) -> bool:
    """Whether the order has its document."""
    claim = claims.get(order.id)
    return claim is not None and claim.state is ClaimState.WRITTEN


def plan_order(order: Order, known: KnownOrders) -> PlanItem:
    """Decide what one order comes to."""
    if is_written(order, known.claims):
        return _plan_written(order, known.claims[order.id], known.company)
    rule = known.company.statuses.get(order.status)
    if rule is None:
        return _item(order, Outcome.SKIPPED, problem(messages.NOT_SELECTED, order=order.id, status=order.status))
    try:
        draft = draft_document(order, rule, known.company, known.page)
    except WaitingError as error:
        return _item(order, Outcome.WAITING, Problem(error.message, error.values))
    except RefusedError as error:
        return _item(order, Outcome.REFUSED, Problem(error.message, error.values))
    return _plan_new(order, draft, rule, known.claims.get(order.id))


def _plan_written(order: Order, claim: Claim, company: CompanyFacts) -> PlanItem:
    if order.status not in company.statuses and (name := company.cancelled().get(order.status)):
        why = problem(messages.CANCELLED_AFTER_IMPORT, order=order.id, piece=claim.piece, status=name)
        return _item(order, Outcome.WAITING, why)
    if claim.source_digest == order.fingerprint():
        return _item(order, Outcome.UNCHANGED)
    return _item(order, Outcome.WAITING, changed_after_import(order, claim, claim.piece))


def changed_after_import(order: Order, claim: Claim, piece: str) -> Problem:
    """An order is not what its document was made of (spec ORD-SEL-5)."""
    after = quantise(order.total_paid)
    if claim.paid_total is None or quantise(claim.paid_total) == after:
        return problem(messages.CONTENT_CHANGED_AFTER_IMPORT, order=order.id, piece=piece, total=after)
    before = quantise(claim.paid_total)
    return problem(messages.CHANGED_AFTER_IMPORT, order=order.id, piece=piece, before=before, after=after)


def _plan_new(order: Order, draft: Draft, rule: StatusRule, former: Claim | None) -> PlanItem:
    document = draft.document
    account = document.account or (f"{document.new_account.code} (+)" if document.new_account else "")
    changes = [
        Change("document", "", f"{document.kind}:{document.status}"),
        Change("account", "", account),
        Change("total", "", str(draft.total.gross)),
    ]
    if draft.gap:
        changes.append(Change("gap", "", str(draft.gap)))
    return PlanItem(
        record=record_of(order),
        kind=RecordKind.ORDER,
        outcome=Outcome.CREATED,
        label=order.id,
        changes=tuple(changes),
        base_digest=digest_of(order.fingerprint(), changes),
        payload=OrderIntention(order, draft, rule.next_status, former),
        subject=record_of(order),
    )


def _item(order: Order, outcome: Outcome, why: Problem | None = None) -> PlanItem:
    return PlanItem(
        record=record_of(order),
        kind=RecordKind.ORDER,
        outcome=outcome,
        label=order.id,
        problem=why,
        subject=record_of(order),
    )
