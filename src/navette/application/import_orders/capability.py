"""FLW-14: reads orders, drafts their documents, writes them under the exactly-once protocol."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from navette.application.capability import Applied, Capability, PlanItem, Side, Work, problem
from navette.application.effects import send_effects
from navette.application.import_orders.checks import check_settings
from navette.application.import_orders.draft import Draft, draft_document
from navette.application.import_orders.facts import CompanyFacts, PageFacts, company_facts, page_facts
from navette.application.import_orders.selection import order_query
from navette.application.import_orders.statuses import StatusRule
from navette.application.import_orders.writing import OrderIntention, OrderWriter
from navette.application.session import Session
from navette.domain.binding import Change, RecordKind
from navette.domain.errors import ConfigurationError, NavetteError, RefusedError, WaitingError
from navette.domain.messages import orders as messages
from navette.domain.order import Order
from navette.domain.run import Outcome, Problem
from navette.ports.store import Claim, ClaimState

BATCH = 50


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known about the orders of a page."""

    company: CompanyFacts
    page: PageFacts
    claims: Mapping[str, Claim]
    dismissed: frozenset[tuple[str, str]]


class ImportOrders(Capability):
    """Plans and writes the documents of orders."""

    name = "import-orders"
    flow = "FLW-14"
    title = messages.TITLE
    start = messages.START
    reading = messages.READING
    end = messages.END
    writes_to = Side.ERP
    sections = ("orders", "lines", "payments", "customers", "taxes")
    tables = ("order_statuses",)
    resources = ("company:{company}:documents", "shop:{shop}:orders")

    def check(self, session: Session) -> None:
        """Every setting that an import needs is there, also when no order needs it today (spec ORD-LIN-16)."""
        check_settings(session)

    def plan(self, work: Work) -> Iterator[Sequence[PlanItem]]:
        """Draft the document of each order that is not yet written."""
        session = work.session
        company = company_facts(session, session.erp.choices(), work.shop)
        for query in order_query(work, company):
            for page in session.shop.read_orders(query):
                yield self._plan_page(session, page, company)

    def _plan_page(self, session: Session, orders: Sequence[Order], company: CompanyFacts) -> list[PlanItem]:
        claims = session.store.claims.get(RecordKind.ORDER, [order.id for order in orders])
        dismissed = session.store.quarantine.dismissed(self.name, [record_of(order) for order in orders])
        to_draft = [order for order in orders if order.status in company.statuses and not _is_written(order, claims)]
        known = _Known(company, page_facts(session, to_draft), claims, dismissed)
        return [plan_order(order, known) for order in orders]

    def batch_size(self, session: Session) -> int:
        """A batch is one transaction of ours before and one after, whatever the shop."""
        del session
        return BATCH

    def apply(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Claim, write, and hand the claims over to be finished with the batch."""
        return OrderWriter(work).write(items)

    def finish(self, work: Work) -> None:
        """Tell the shop's orders their new status and document number."""
        send_effects(work)


def record_of(order: Order) -> str:
    """Key of an order among the records of its shop."""
    return f"order:{order.id}"


def _is_written(order: Order, claims: Mapping[str, Claim]) -> bool:
    claim = claims.get(order.id)
    return claim is not None and claim.state is ClaimState.WRITTEN


def plan_order(order: Order, known: _Known) -> PlanItem:
    """Decide what one order comes to."""
    if _is_written(order, known.claims):
        return _plan_written(order, known.claims[order.id], known.dismissed)
    rule = known.company.statuses.get(order.status)
    if rule is None:
        return _item(order, Outcome.SKIPPED, problem(messages.NOT_SELECTED, order=order.id, status=order.status))
    try:
        draft = draft_document(order, rule, known.company, known.page)
    except ConfigurationError:
        raise
    except (WaitingError, RefusedError) as error:
        return _undecided(order, error, known.dismissed)
    return _plan_new(order, draft, rule)


def _undecided(order: Order, error: NavetteError, dismissed: frozenset[tuple[str, str]]) -> PlanItem:
    outcome = Outcome.WAITING if isinstance(error, WaitingError) else Outcome.REFUSED
    if (record_of(order), error.code) in dismissed:
        outcome = Outcome.SKIPPED
    return _item(order, outcome, Problem(error.message, error.values))


def _plan_written(order: Order, claim: Claim, dismissed: frozenset[tuple[str, str]]) -> PlanItem:
    if claim.source_digest == order.fingerprint():
        return _item(order, Outcome.UNCHANGED)
    if (record_of(order), messages.CHANGED_AFTER_IMPORT.code) in dismissed:
        return _item(order, Outcome.UNCHANGED)
    changed = problem(
        messages.CHANGED_AFTER_IMPORT,
        order=order.id,
        piece=claim.piece,
        before=claim.paid_total if claim.paid_total is not None else "?",
        after=order.total_paid,
    )
    return _item(order, Outcome.WAITING, changed)


def _plan_new(order: Order, draft: Draft, rule: StatusRule) -> PlanItem:
    document = draft.document
    account = document.account or (document.new_account.code if document.new_account else "")
    changes = [
        Change("document", "", f"{document.kind} {document.status.name.lower()}"),
        Change("account", "", account if document.account else f"{account} (+)"),
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
        base_digest=order.fingerprint(),
        payload=OrderIntention(order, draft, rule.next_status),
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
