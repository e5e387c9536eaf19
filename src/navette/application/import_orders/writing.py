"""The exactly-once protocol for orders: claim, look up and write, finish (design: exactly-once protocol)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from navette.application.capability import Applied, PlanItem, Work
from navette.application.import_orders.account_codes import AccountCodes
from navette.application.import_orders.plan import OrderIntention, record_of
from navette.config.code_pattern import account_code_pattern
from navette.domain.binding import Binding, Change, Origin, RecordKind, ShopRef
from navette.domain.document import LineRole, WrittenDocument
from navette.domain.errors import RefusedError, WaitingError
from navette.domain.keys import AccountKey
from navette.domain.messages import orders as messages
from navette.domain.messages.catalogue import message_of
from navette.domain.messages.message import Message
from navette.domain.order import Order
from navette.domain.run import JournalLine, Outcome, Problem, RecordResult
from navette.ports.shop import EffectKind, OrderEffect
from navette.ports.store import Bindings, Claim, ClaimState


class OrderWriter:
    """Writes the orders of one run.

    It remembers what it wrote: a batch that is tried again after a failure does not take its own documents for others'.
    `sold` are the references of the articles on its documents.
    """

    def __init__(self, codes: AccountCodes) -> None:
        self._codes = codes
        self._written: dict[str, WrittenDocument] = {}
        self.sold: set[str] = set()

    def write(self, work: Work, items: Sequence[PlanItem]) -> Applied:
        """Step (a) for all, step (b) one by one; step (c) is the commit of what this returns."""
        intentions = [item.payload for item in items if isinstance(item.payload, OrderIntention)]
        claims = work.session.store.claims.begin([_claim(work, one) for one in intentions], work.token)
        results: list[RecordResult] = []
        finished: list[Claim] = []
        effects: list[OrderEffect] = []
        sold: list[tuple[int, Order, WrittenDocument]] = []
        for item, intention in zip(items, intentions, strict=True):
            order = intention.order
            try:
                written = self._write_one(work, intention)
            except WaitingError as error:
                results.append(item.result(Outcome.WAITING, Problem(error.message, error.values)))
                continue
            except RefusedError as error:
                results.append(item.result(Outcome.REFUSED, Problem(error.message, error.values)))
                continue
            finished.append(_finished(work, claims[order.id], intention, written))
            effects += _effects(work, intention, written)
            sold.append((len(results), order, written))
            results.append(_result(item, intention, written))
        for index, link in customer_links(work.session.store.bindings, sold):
            results[index] = replace(results[index], bindings=(link,))
        return Applied(results=tuple(results), claims=tuple(finished), effects=tuple(effects))

    def _write_one(self, work: Work, intention: OrderIntention) -> WrittenDocument:
        order = intention.order
        if order.id not in self._written:
            written = work.session.erp.writer.write(intention.draft.document)
            if written.account_was_created:
                self._codes.note(order, written.account, account_code_pattern(work.session.options.customers))
            self._written[order.id] = written
            self.sold.update(line.article for line in intention.draft.document.lines if line.role is LineRole.ARTICLE)
        return self._written[order.id]


def customer_links(
    bindings: Bindings, sold: Sequence[tuple[int, Order, WrittenDocument]]
) -> Iterator[tuple[int, Binding]]:
    """New links of customers to accounts, with the place of their order; guests have none.

    A customer or account that is linked already keeps its link: several customers may share one account.
    """
    named = [item for item in sold if item[1].customer.id and not item[1].customer.is_guest]
    if not named:
        return
    known_keys = bindings.by_keys(RecordKind.CUSTOMER, sorted({_account(written) for _, _, written in named}))
    known_refs = bindings.by_refs(RecordKind.CUSTOMER, list({_customer(order) for _, order, _ in named}))
    linked = {*known_keys, *(ref.id for ref in known_refs)}
    for index, order, written in named:
        key, ref = _account(written), _customer(order)
        if linked.isdisjoint({key, ref.id}):
            linked |= {key, ref.id}
            origin = Origin.CREATED if written.account_was_created else Origin.LOOKED_UP
            yield index, Binding(RecordKind.CUSTOMER, key, ref, origin)


def _account(written: WrittenDocument) -> str:
    return str(AccountKey(written.account))


def _customer(order: Order) -> ShopRef:
    return ShopRef(order.customer.id)


def _claim(work: Work, intention: OrderIntention) -> Claim:
    """The claim to begin; it keeps what an earlier try was made of, since that may have left a document behind."""
    document, order, former = intention.draft.document, intention.order, intention.former
    return Claim(
        kind=RecordKind.ORDER,
        external_id=order.id,
        web_number=document.web_number,
        state=ClaimState.WRITING,
        intended_account=document.account or (document.new_account.code if document.new_account else ""),
        source_digest=former.source_digest if former else order.fingerprint(),
        paid_total=former.paid_total if former else order.total_paid,
        run=work.run,
        subject=record_of(order),
    )


def _finished(work: Work, claim: Claim, intention: OrderIntention, written: WrittenDocument) -> Claim:
    """The claim of a document that stands; an adopted one was made of the order as the claim has it."""
    order = intention.order
    return replace(
        claim,
        state=ClaimState.WRITTEN,
        intended_account=written.account,
        source_digest=claim.source_digest if written.was_adopted else order.fingerprint(),
        paid_total=claim.paid_total if written.was_adopted else order.total_paid,
        piece=written.document.piece,
        run=work.run,
    )


def _effects(work: Work, intention: OrderIntention, written: WrittenDocument) -> list[OrderEffect]:
    order = intention.order.id
    effects = []
    if intention.next_status and intention.next_status != intention.order.status:
        effects.append(OrderEffect(order, EffectKind.STATUS, intention.next_status))
    if work.session.options.after.sends_piece:
        effects.append(OrderEffect(order, EffectKind.PIECE, written.document.piece))
    return effects


def _result(item: PlanItem, intention: OrderIntention, written: WrittenDocument) -> RecordResult:
    lines = tuple(_lines(item, intention, written))
    if written.was_adopted:
        changed = intention.changed_since(written.document.piece)
        result = item.result(Outcome.WAITING if changed else Outcome.UNCHANGED, changed, lines=lines)
        return replace(result, changes=())
    return RecordResult(
        record=item.record,
        kind=item.kind,
        outcome=item.outcome,
        changes=(Change("document", "", written.document.piece), *item.changes[1:]),
        lines=lines,
        subject=item.subject,
    )


def _lines(item: PlanItem, intention: OrderIntention, written: WrittenDocument) -> Iterator[JournalLine]:
    def line(message: Message, **values: object) -> JournalLine:
        texts = {name: str(value) for name, value in values.items()}
        return JournalLine(message=message, values=texts, record=item.record, subject=item.subject)

    document = written.document
    if written.was_adopted:
        yield line(messages.DOCUMENT_ADOPTED, piece=document.piece)
        return
    if written.account_was_created:
        yield line(messages.ACCOUNT_CREATED, customer=intention.order.customer.id or "-", account=written.account)
    yield line(messages.DOCUMENT_CREATED, piece=document.piece, total=document.total_gross, account=written.account)
    for decision in intention.draft.document.decisions:
        yield line(message_of(decision.code), **decision.values)
