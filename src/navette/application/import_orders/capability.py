"""FLW-14: reads orders, drafts their documents, writes them under the exactly-once protocol."""

from collections.abc import Iterator, Sequence

from navette.application.capability import Applied, Capability, PlanItem, Side, Work
from navette.application.effects import say_sent, send_effects
from navette.application.export_stock import ExportStock
from navette.application.import_orders.account_codes import AccountCodes
from navette.application.import_orders.checks import check_settings
from navette.application.import_orders.facts import CompanyFacts, company_facts, page_facts
from navette.application.import_orders.plan import KnownOrders, is_written, plan_order
from navette.application.import_orders.selection import order_query
from navette.application.import_orders.writing import OrderWriter
from navette.application.session import RunRequest, Session
from navette.domain.binding import RecordKind
from navette.domain.messages import orders as messages
from navette.domain.order import Order

BATCH = 50


class ImportOrders(Capability):
    """Plans and writes the documents of orders."""

    name = "import-orders"
    flow = "FLW-14"
    title = messages.TITLE
    start = messages.START
    reading = messages.READING
    end = messages.END
    heading = messages.ORDER
    numbered_heading = messages.NUMBERED_ORDER
    writes_to = Side.ERP
    sections = ("orders", "lines", "payments", "customers", "taxes")
    tables = ("order_statuses",)
    resources = ("company:{company}:documents", "shop:{shop}:orders")

    def __init__(self) -> None:
        self._codes = AccountCodes()
        self._writer = OrderWriter(self._codes)

    def check(self, session: Session) -> None:
        """Every setting that an import needs is there, also when no order needs it today (spec ORD-LIN-16)."""
        check_settings(session)

    def plan(self, work: Work) -> Iterator[Sequence[PlanItem]]:
        """Draft the document of each order that is not yet written; an order that comes twice is looked at once."""
        company = company_facts(work.session, work.shop, self._codes)
        seen: set[str] = set()
        for query in order_query(work, company):
            for page in work.session.shop.read_orders(query):
                orders = [order for order in page if order.id not in seen]
                seen.update(order.id for order in orders)
                yield _plan_page(work.session, orders, company)

    def batch_size(self, session: Session) -> int:
        """A batch is one transaction of ours before and one after, whatever the shop."""
        del session
        return BATCH

    def apply(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Claim, write, and hand the claims over to be finished with the batch."""
        self._codes.settle(work.session.store.counters)
        return self._writer.write(work, items)

    def finish(self, work: Work) -> None:
        """Tell the shop's orders their new status and document number."""
        self._codes.settle(work.session.store.counters)
        say_sent(work, send_effects(work), self.heading)

    def follow_up(self, request: RunRequest, session: Session) -> RunRequest | None:
        """The stock of what was sold goes to the shop at once, where the options say so (spec ORD-AFT)."""
        if not (session.options.after.sends_stock and self._writer.sold):
            return None
        return RunRequest(
            capability=ExportStock.name,
            only=frozenset(self._writer.sold),
            requested_by=request.requested_by,
            trigger="follow-up",
            should_stop=request.should_stop,
        )


def _plan_page(session: Session, orders: Sequence[Order], company: CompanyFacts) -> list[PlanItem]:
    claims = session.store.claims.get(RecordKind.ORDER, [order.id for order in orders])
    to_draft = [order for order in orders if order.status in company.statuses and not is_written(order, claims)]
    known = KnownOrders(company, page_facts(session, to_draft), claims)
    return [plan_order(order, known) for order in orders]
