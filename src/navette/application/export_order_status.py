"""FLW-16: status, document number, tracking and delivery date of ERP documents go back to the shop's orders."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from navette.application.capability import Applied, Capability, PlanItem, Side, Work, digest_of, problem
from navette.application.effects import is_there, send_effects
from navette.application.session import Session
from navette.config.sections.order_status import OrderStatusOptions
from navette.domain.binding import Change, RecordKind
from navette.domain.document import DocumentKind, DocumentProgress
from navette.domain.errors import ConfigurationError
from navette.domain.messages import order_status as messages
from navette.domain.messages import orders as order_messages
from navette.domain.run import Outcome, Problem
from navette.ports.shop import EffectKind, OrderEffect, OrderPresent
from navette.ports.store import Claim, EffectState

PAGE = 500
BATCH = 100


@dataclass(frozen=True, slots=True)
class ProgressIntention:
    """What an order of the shop still has to get."""

    effects: tuple[OrderEffect, ...]


class ExportOrderStatus(Capability):
    """Plans and sends the progress of orders that were imported."""

    name = "export-order-status"
    flow = "FLW-16"
    title = messages.TITLE
    start = messages.START
    reading = messages.READING
    end = messages.END
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
                yield self._plan_page(work.session, chosen)

    def _plan_page(self, session: Session, claims: Sequence[Claim]) -> list[PlanItem]:
        options = session.options.order_status
        fields = tracking_fields(options)
        progress = session.erp.documents.progress([claim.web_number for claim in claims], fields)
        wished = {
            claim.external_id: wished_effects(claim.external_id, progress[claim.web_number], options)
            for claim in claims
            if claim.web_number in progress
        }
        due = _not_yet_settled(session, wished)
        present = session.shop.read_present(sorted(due)) if due else {}
        dismissed = session.store.quarantine.dismissed(self.name, [f"order:{claim.external_id}" for claim in claims])
        known = _Known(progress, due, present, dismissed)
        return [plan_order(claim, known, options) for claim in claims]

    def batch_size(self, session: Session) -> int:
        """One page of the outbox."""
        del session
        return BATCH

    def apply(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Queue the effects, then send what is due."""
        intentions = [item.payload for item in items if isinstance(item.payload, ProgressIntention)]
        work.session.store.outbox.add([effect for intention in intentions for effect in intention.effects])
        refused = send_effects(work)
        return Applied(
            results=tuple(
                item.result(Outcome.REFUSED, refused[item.label]) if item.label in refused else item.result()
                for item in items
            )
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
    record = f"order:{claim.external_id}"
    if work.request.only:
        return record in work.request.only or claim.external_id in work.request.only
    return changed is None or claim.web_number in changed or record in work.waiting


def wished_effects(order: str, progress: DocumentProgress, options: OrderStatusOptions) -> tuple[OrderEffect, ...]:
    """What a shop order shall show, from its most advanced document; a tracked order gets the status for that."""
    leading = progress.leading
    tracking = next((number for number in progress.tracking_numbers if number), "")
    effects = []
    if options.delivery_date and progress.delivery_on:
        effects.append(OrderEffect(order, EffectKind.DELIVERY_DATE, progress.delivery_on.isoformat()))
    if options.sends_piece:
        effects.append(OrderEffect(order, EffectKind.PIECE, leading.piece))
    if tracking and options.tracking_fields:
        effects.append(OrderEffect(order, EffectKind.TRACKING, tracking))
    status = (tracking and options.tracking_status) or status_of_kind(leading.kind, options)
    if status:
        effects.append(OrderEffect(order, EffectKind.STATUS, status))
    return tuple(effects)


def status_of_kind(kind: DocumentKind, options: OrderStatusOptions) -> str:
    """The shop status for a kind of document, '' for unchanged."""
    value: str = getattr(options, kind.value)
    return value


def _not_yet_settled(
    session: Session, wished: Mapping[str, tuple[OrderEffect, ...]]
) -> dict[str, tuple[OrderEffect, ...]]:
    """Effects that the outbox has not settled before, by order; orders without any are left out."""
    rows = session.store.outbox.of_orders(list(wished), list(EffectKind))
    settled = {row.effect for row in rows if row.state in {EffectState.SENT, EffectState.REFUSED}}
    due = {order: tuple(effect for effect in effects if effect not in settled) for order, effects in wished.items()}
    return {order: effects for order, effects in due.items() if effects}


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known about the orders of a page, by web number (progress) or order id."""

    progress: Mapping[str, DocumentProgress]
    due: Mapping[str, Sequence[OrderEffect]]
    present: Mapping[str, OrderPresent]
    dismissed: frozenset[tuple[str, str]]


def plan_order(claim: Claim, known: _Known, options: OrderStatusOptions) -> PlanItem:
    """Decide what one imported order comes to."""
    order = claim.external_id
    due = known.due.get(order, ())
    if claim.web_number not in known.progress:
        if (f"order:{order}", order_messages.DELETED_IN_ERP.code) in known.dismissed:
            return _item(order, Outcome.SKIPPED)
        return _item(order, Outcome.WAITING, problem(order_messages.DELETED_IN_ERP, piece=claim.piece, order=order))
    if not due:
        return _item(order, Outcome.UNCHANGED)
    shown = known.present.get(order)
    if shown is None:
        return _item(order, Outcome.SKIPPED, problem(order_messages.ORDER_GONE, order=order))
    effects = tuple(effect for effect in due if not is_there(effect, shown, allows_backwards=options.allows_backwards))
    if not effects:
        return _item(order, Outcome.UNCHANGED)
    return PlanItem(
        record=f"order:{order}",
        kind=RecordKind.ORDER,
        outcome=Outcome.UPDATED,
        label=order,
        changes=tuple(Change(effect.kind.value, shown.values.get(effect.kind, ""), effect.value) for effect in effects),
        base_digest=digest_of(effects, sorted(shown.values.items())),
        payload=ProgressIntention(effects),
        subject=f"order:{order}",
    )


def _item(order: str, outcome: Outcome, why: Problem | None = None) -> PlanItem:
    record = f"order:{order}"
    return PlanItem(record=record, kind=RecordKind.ORDER, outcome=outcome, label=order, problem=why, subject=record)


def tracking_fields(options: OrderStatusOptions) -> list[str]:
    """The header fields in which the tracking number is looked for."""
    return [name.strip() for name in options.tracking_fields.split(",") if name.strip()]


def check_statuses(session: Session) -> None:
    """Raise ConfigurationError if an option names a status that the shop does not have."""
    options = session.options.order_status
    named = {kind.value: status_of_kind(kind, options) for kind in DocumentKind}
    named["tracking_status"] = options.tracking_status
    if not any(named.values()):
        return
    known = {status.id: status.name for status in session.shop.choices().order_statuses}
    for name, value in named.items():
        if value and value not in known:
            choices = ", ".join(f"{key} ({label})" for key, label in known.items())
            option = f"order_status.{name}"
            raise ConfigurationError(messages.UNKNOWN_STATUS, value=value, option=option, known=choices)


def check_fields(session: Session) -> None:
    """Raise ConfigurationError if a tracking field does not exist on documents."""
    wanted = tracking_fields(session.options.order_status)
    if not wanted:
        return
    known = {field.name for field in session.erp.choices().document_fields}
    for name in wanted:
        if name not in known:
            raise ConfigurationError(
                messages.UNKNOWN_FIELD,
                value=name,
                option="order_status.tracking_fields",
                known=", ".join(sorted(known)),
            )
