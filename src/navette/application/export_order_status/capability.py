"""FLW-16: plans and sends the progress of orders that were imported."""

from collections.abc import Iterator, Mapping, Sequence

from navette.application.capability import Applied, Capability, PlanItem, Side, Work
from navette.application.effects import OrderSent, say_sent, send_effects
from navette.application.export_order_status.checks import check_fields, check_statuses
from navette.application.export_order_status.plan import KnownProgress, ProgressIntention, plan_order
from navette.application.export_order_status.wished import tracking_fields, wished_effects
from navette.application.session import Session
from navette.application.status_ladder import StatusLadder
from navette.domain.binding import RecordKind
from navette.domain.document import DocumentProgress
from navette.domain.messages import order_status as messages
from navette.domain.run import RecordResult
from navette.ports.shop import EffectKind, OrderEffect
from navette.ports.store import Claim, EffectState

PAGE = 500
BATCH = 100


class ExportOrderStatus(Capability):
    """Status, document number, tracking number and delivery date."""

    name = "export-order-status"
    flow = "FLW-16"
    title = messages.TITLE
    start = messages.START
    reading = messages.READING
    end = messages.END
    heading = messages.ORDER
    numbered_heading = messages.NUMBERED_ORDER
    writes_to = Side.SHOP
    sections = ("order_status",)
    resources = ("shop:{shop}:orders",)

    def check(self, session: Session) -> None:
        """Statuses and fields that the options name exist."""
        check_statuses(session)
        check_fields(session)

    def plan(self, work: Work) -> Iterator[Sequence[PlanItem]]:
        """Compare the documents of each imported order with what its shop order has got."""
        changed = _changed_numbers(work)
        for claims in _claim_pages(work):
            chosen = [claim for claim in claims if _is_chosen(claim, work, changed)]
            if chosen:
                yield _plan_page(work.session, chosen)

    def batch_size(self, session: Session) -> int:
        """One page of the outbox."""
        del session
        return BATCH

    def apply(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Queue the effects, then send what is due on these orders."""
        intentions = [item.payload for item in items if isinstance(item.payload, ProgressIntention)]
        work.session.store.outbox.renew([effect for intention in intentions for effect in intention.effects])
        sent = send_effects(work, {item.label for item in items})
        return Applied(results=tuple(_result(item, sent.get(item.label, OrderSent())) for item in items))

    def finish(self, work: Work) -> None:
        """Send what another run left due."""
        say_sent(work, send_effects(work), self.heading)


def _plan_page(session: Session, claims: Sequence[Claim]) -> list[PlanItem]:
    options = session.options.order_status
    ladder = StatusLadder(options)
    progress = session.erp.documents.progress([claim.web_number for claim in claims], tracking_fields(options))
    wished = _wished(session, claims, progress, ladder)
    sent = _sent(session, list(wished))
    unsure = sorted(order for order, effects in wished.items() if not sent.issuperset(effects))
    present = session.shop.read_present(unsure) if unsure else {}
    known = KnownProgress(frozenset(progress), wished, sent, present, ladder)
    return [plan_order(claim, known) for claim in claims]


def _wished(
    session: Session, claims: Sequence[Claim], progress: Mapping[str, DocumentProgress], ladder: StatusLadder
) -> dict[str, tuple[OrderEffect, ...]]:
    return {
        claim.external_id: wished_effects(
            claim.external_id, progress[claim.web_number], session.options.order_status, ladder
        )
        for claim in claims
        if claim.web_number in progress
    }


def _sent(session: Session, orders: Sequence[str]) -> frozenset[OrderEffect]:
    """Effects that were sent before; where a status may go back it can be sent more than once."""
    rows = session.store.outbox.of_orders(orders, list(EffectKind))
    may_go_back = session.options.order_status.allows_backwards
    return frozenset(
        row.effect
        for row in rows
        if row.state is EffectState.SENT and not (may_go_back and row.effect.kind is EffectKind.STATUS)
    )


def _claim_pages(work: Work) -> Iterator[Sequence[Claim]]:
    after = ""
    while page := work.session.store.claims.open_orders(after, PAGE):
        yield page
        after = page[-1].web_number


def _changed_numbers(work: Work) -> frozenset[str] | None:
    """Web numbers whose documents changed since the mark; None when everything is looked at."""
    if work.since is None:
        return None
    pages = work.session.erp.documents.changed_web_numbers(work.since)
    return frozenset(number for page in pages for number in page)


def _is_chosen(claim: Claim, work: Work, changed: frozenset[str] | None) -> bool:
    record = f"{RecordKind.ORDER}:{claim.external_id}"
    if work.request.only:
        return record in work.request.only or claim.external_id in work.request.only
    return changed is None or claim.web_number in changed or record in work.waiting


def _result(item: PlanItem, sent: OrderSent) -> RecordResult:
    return item.result(sent.outcome, sent.problem, lines=tuple(sent.lines))
