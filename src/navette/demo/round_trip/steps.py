"""The round trip, step by step, as a merchant and the customers of the shop would go through it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from navette.application.registry import capability_named
from navette.application.runner import run
from navette.application.session import RunReport, RunRequest, Session
from navette.bootstrap import Workspace
from navette.config.changes import Changes
from navette.demo.round_trip.assortment import choose_assortment
from navette.demo.round_trip.documents import web_documents
from navette.demo.round_trip.purchases import ENGRAVING, UNKNOWN_REFERENCE, VOUCHERS, BackOffice, Person, purchases
from navette.demo.round_trip.result import DemoOrder, DemoResult, find_faults
from navette.demo.round_trip.settings import MISCELLANEOUS, PROFILE, TRACKING_FIELD, decisions, profile_settings
from navette.demo.round_trip.shop_side import DemoShop
from navette.demo.round_trip.trade import trade_categories, trade_customer
from navette.domain.document import DocumentKind
from navette.domain.errors import NavetteError
from navette.domain.messages import demo as messages
from navette.domain.messages import orders as order_messages
from navette.domain.money import quantise
from navette.domain.run import RunStatus
from navette.ports.journal import Journal
from navette.ports.shop import EffectKind, OrderQuery
from navette.ports.store import QuarantineState

EXPORTS = ("export-categories", "export-products", "export-prices", "export-stock", "export-order-status")
Live = Callable[[], AbstractContextManager[Journal]]
Say = Callable[..., None]


@dataclass(slots=True)
class RoundTrip:
    """One round trip in a folder of its own; `live` makes the journal of a run, `say` tells a step."""

    workspace: Workspace
    company: Path
    shop: DemoShop
    live: Live
    say: Say
    reports: list[RunReport] = field(default_factory=list)
    member: Person | None = None

    def run_all(self) -> DemoResult:
        """Go through every step."""
        self._set_up()
        for capability in EXPORTS[:4]:
            self._tell_and_run(capability)
        self._customers_order()
        self._tell_and_run("import-orders")
        self._map_unknown_article()
        self._deliver_and_invoice()
        self._tell_and_run("export-order-status")
        self._tell_and_run("export-stock", full=True)
        self.say(messages.LAST_PASS)
        last_pass = tuple(self._tell_and_run(capability, full=True) for capability in EXPORTS)
        return self._result(last_pass)

    def _set_up(self) -> None:
        self.say(messages.SETTING_UP, profile=PROFILE, url=self.shop.url)
        self.workspace.settings.create(PROFILE, Changes(profile_settings(self.company, self.shop)))
        with self._session() as session:
            self.member = trade_customer(session)
            labels = trade_categories(session)
            self.workspace.settings.change(PROFILE, decisions(session.shop.choices().order_statuses))
        stock = BackOffice(groups=labels, member=self.member, vouchers=VOUCHERS, products=(ENGRAVING,))
        self.shop.open_for_business(stock)
        self._take_suggestions()

    def _take_suggestions(self) -> None:
        """Take over the mappings that are proposed from what both sides hold now."""
        suggestions = self.workspace.suggestions(PROFILE)
        number = suggestions.apply(suggestions.proposals())
        self.say(messages.MAPPED, number=number)

    def _customers_order(self) -> None:
        with self._session() as session:
            assortment = choose_assortment(session)
        placed = self.shop.place(purchases(assortment, self.member))
        self.say(messages.ORDERS_PLACED, number=len(placed))
        self._take_suggestions()

    def _map_unknown_article(self) -> None:
        """What a person does with the order that waits: map its article, replay it."""
        store = self.workspace.store.of_profile(PROFILE)
        waiting = [
            entry
            for entry in store.quarantine.entries([QuarantineState.OPEN])
            if entry.problem.message.code == order_messages.UNKNOWN_ARTICLE.code
        ]
        self.say(messages.MAPPING_ARTICLE, reference=UNKNOWN_REFERENCE, target=MISCELLANEOUS)
        self.workspace.settings.change(
            PROFILE, Changes(mappings={"order_articles": {UNKNOWN_REFERENCE: MISCELLANEOUS}})
        )
        self._run("import-orders", only=frozenset(entry.record for entry in waiting))

    def _deliver_and_invoice(self) -> None:
        """What happens in the company: an order of the shop is delivered, tracked and invoiced."""
        with self._session() as session:
            claims = session.store.claims.open_orders("", 100)
            found = session.erp.documents.find_documents([claim.web_number for claim in claims])
            orders = [document for documents in found.values() for document in documents]
            order = min(
                (document for document in orders if document.kind is DocumentKind.ORDER),
                key=lambda document: document.piece,
            )
            delivery = session.erp.writer.transform(order, DocumentKind.DELIVERY, None)
            session.erp.writer.set_fields(delivery, {TRACKING_FIELD: f"COL-{delivery.piece}"})
            invoice = session.erp.writer.transform(delivery, DocumentKind.INVOICE, None)
        self.say(messages.INVOICED, order=order.piece, delivery=delivery.piece, invoice=invoice.piece)

    def _tell_and_run(self, capability: str, *, full: bool = False) -> RunReport:
        self.say(capability_named(capability).title)
        return self._run(capability, full=full)

    def _run(self, capability: str, only: frozenset[str] = frozenset(), *, full: bool = False) -> RunReport:
        with self._session(capability) as session:
            report = run(RunRequest(capability=capability, only=only, full=full, requested_by="demo"), session)
        if report.run.status is RunStatus.FAILED and report.run.problem:
            raise NavetteError(report.run.problem.message, **report.run.problem.values)
        self.reports.append(report)
        return report

    @contextmanager
    def _session(self, capability: str = "") -> Iterator[Session]:
        with self.live() as journal, self.workspace.session(PROFILE, journal, capability) as session:
            yield session

    def _result(self, last_pass: tuple[RunReport, ...]) -> DemoResult:
        with self._session() as session:
            orders = tuple(sorted(_shop_orders(session), key=lambda order: int(order.id)))
        documents = tuple(web_documents(self.company, [order.id for order in orders]))
        return DemoResult(
            reports=tuple(self.reports),
            last_pass=last_pass,
            documents=documents,
            orders=orders,
            gap_lines=self._gap_lines(),
            faults=find_faults(documents, orders, last_pass),
            places={"company": str(self.company), "shop": self.shop.url},
        )

    def _gap_lines(self) -> int:
        store = self.workspace.store.of_profile(PROFILE)
        imports = [report for report in self.reports if report.run.capability == "import-orders"]
        return sum(
            line.message.code == order_messages.GAP_LINE.code
            for report in imports
            for _, line in store.runs.journal(report.run.id)
        )


def _shop_orders(session: Session) -> Iterator[DemoOrder]:
    """The orders as the shop shows them, with the document number that it got."""
    labels = {status.id: status.name for status in session.shop.choices().order_statuses}
    for page in session.shop.read_orders(OrderQuery()):
        present = session.shop.read_present([order.id for order in page])
        for order in page:
            shown = present[order.id].values
            yield DemoOrder(
                id=order.id,
                number=order.number,
                total_paid=quantise(order.total_paid),
                status=order.status,
                piece=shown.get(EffectKind.PIECE, ""),
                status_label=labels.get(order.status, order.status),
            )
