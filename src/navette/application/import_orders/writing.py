"""The exactly-once protocol for orders: claim, look up and write, finish (design: exactly-once protocol)."""

from collections.abc import Sequence
from dataclasses import dataclass

from navette.application.capability import Applied, PlanItem, Work
from navette.application.import_orders.draft import Draft
from navette.domain.binding import Binding, Change, Origin, RecordKind, ShopRef
from navette.domain.document import WrittenDocument
from navette.domain.errors import RefusedError, WaitingError
from navette.domain.keys import AccountKey
from navette.domain.messages import orders as messages
from navette.domain.order import Order
from navette.domain.run import JournalLine, Outcome, Problem, RecordResult
from navette.ports.shop import EffectKind, OrderEffect
from navette.ports.store import Claim, ClaimState


@dataclass(frozen=True, slots=True)
class OrderIntention:
    """An order with its draft, and the status that the shop's order gets afterwards."""

    order: Order
    draft: Draft
    next_status: str


class OrderWriter:
    """Writes the orders of one batch."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._session = work.session
        self._bound: set[str] = set()

    def write(self, items: Sequence[PlanItem]) -> Applied:
        """Step (a) for all, step (b) one by one; step (c) is the commit of what this returns."""
        intentions = [item.payload for item in items if isinstance(item.payload, OrderIntention)]
        wished = [self._claim(intention) for intention in intentions]
        claims = self._session.store.claims.begin(wished, self._work.token)
        results: list[RecordResult] = []
        finished: list[Claim] = []
        effects: list[OrderEffect] = []
        for item, intention in zip(items, intentions, strict=True):
            claim = claims[intention.order.id]
            try:
                written = self._session.erp.writer.write(intention.draft.document)
            except (WaitingError, RefusedError) as error:
                outcome = Outcome.WAITING if isinstance(error, WaitingError) else Outcome.REFUSED
                results.append(item.result(outcome, Problem(error.message, error.values)))
                continue
            finished.append(self._finished(claim, intention, written))
            effects += self._effects(intention, written)
            results.append(self._result(item, intention, written))
        return Applied(results=tuple(results), claims=tuple(finished), effects=tuple(effects))

    def _claim(self, intention: OrderIntention) -> Claim:
        document = intention.draft.document
        return Claim(
            kind=RecordKind.ORDER,
            external_id=intention.order.id,
            web_number=document.web_number,
            state=ClaimState.WRITING,
            intended_account=document.account or (document.new_account.code if document.new_account else ""),
            source_digest=intention.order.fingerprint(),
            paid_total=intention.order.total_paid,
            run=self._work.run,
            subject=f"order:{intention.order.id}",
        )

    def _finished(self, claim: Claim, intention: OrderIntention, written: WrittenDocument) -> Claim:
        return Claim(
            kind=claim.kind,
            external_id=claim.external_id,
            web_number=claim.web_number,
            state=ClaimState.WRITTEN,
            intended_account=written.account,
            source_digest=intention.order.fingerprint(),
            paid_total=intention.order.total_paid,
            piece=written.document.piece,
            attempts=claim.attempts,
            run=self._work.run,
            subject=claim.subject,
        )

    def _effects(self, intention: OrderIntention, written: WrittenDocument) -> list[OrderEffect]:
        order = intention.order.id
        effects = []
        if intention.next_status and intention.next_status != intention.order.status:
            effects.append(OrderEffect(order, EffectKind.STATUS, intention.next_status))
        if self._session.options.after.sends_piece:
            effects.append(OrderEffect(order, EffectKind.PIECE, written.document.piece))
        return effects

    def _result(self, item: PlanItem, intention: OrderIntention, written: WrittenDocument) -> RecordResult:
        document = written.document
        values = {"piece": document.piece, "total": str(document.total_gross), "account": written.account}
        lines = [JournalLine(message=messages.DOCUMENT_CREATED, values=values, record=item.record)]
        if written.account_was_created:
            created = {"account": written.account}
            lines.insert(0, JournalLine(message=messages.ACCOUNT_CREATED, values=created, record=item.record))
        if written.was_adopted:
            adopted = {"piece": document.piece}
            lines = [JournalLine(message=messages.DOCUMENT_ADOPTED, values=adopted, record=item.record)]
        for decision in intention.draft.document.decisions:
            if decision.code == messages.GAP_LINE.code and not written.was_adopted:
                lines.append(JournalLine(message=messages.GAP_LINE, values=decision.values, record=item.record))
        return RecordResult(
            record=item.record,
            kind=item.kind,
            outcome=Outcome.UNCHANGED if written.was_adopted else Outcome.CREATED,
            changes=(Change("document", "", document.piece), *item.changes[1:]),
            bindings=self._customer_binding(intention.order, written),
            lines=tuple(lines),
            subject=item.subject,
        )

    def _customer_binding(self, order: Order, written: WrittenDocument) -> tuple[Binding, ...]:
        """Link a shop customer to the account, unless either is linked already: guests may share one account."""
        if not order.customer.id or order.customer.is_guest:
            return ()
        key, ref = str(AccountKey(written.account)), ShopRef(order.customer.id)
        if key in self._bound:
            return ()
        self._bound.add(key)
        bindings = self._session.store.bindings
        if bindings.by_keys(RecordKind.CUSTOMER, [key]) or bindings.by_refs(RecordKind.CUSTOMER, [ref]):
            return ()
        origin = Origin.CREATED if written.account_was_created else Origin.LOOKED_UP
        return (Binding(RecordKind.CUSTOMER, key, ref, origin),)
