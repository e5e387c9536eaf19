"""Writing one document inside a transaction: look-up, account, lines, header, stock, payments, in this order."""

from collections.abc import Sequence
from dataclasses import replace

from navette.domain.document import DocumentDraft, DocumentKind, DocumentRef, WrittenDocument
from navette.domain.document_currency import in_company_currency
from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.domain.money import ZERO
from navette.erp.sage100.tables import F_DOCENTETE
from navette.erp.sage100.writer.accounts import DocumentAccount, resolve_account
from navette.erp.sage100.writer.found_documents import find_by_web_number
from navette.erp.sage100.writer.header import HeaderParts, check_choices, choose_depot, header_row
from navette.erp.sage100.writer.kinds import BY_KIND, SalesKind
from navette.erp.sage100.writer.line_rows import LineContext, LineRows, place_of
from navette.erp.sage100.writer.lots import LotChoice, LotLedger
from navette.erp.sage100.writer.numbering import take_piece
from navette.erp.sage100.writer.payments import PaidDocument, add_payments
from navette.erp.sage100.writer.planned_line import PlannedLine, shares
from navette.erp.sage100.writer.planning import plan_lines, planned_total
from navette.erp.sage100.writer.session import WriteSession, at_midnight
from navette.erp.sage100.writer.stock import StockLedger, moves_goods
from navette.erp.sage100.writer.taxes import TaxSlots


def write_document(session: WriteSession, draft: DocumentDraft, lots: LotChoice) -> WrittenDocument:
    """Write a draft, or adopt the document that has its web number already."""
    _require_web_number(session, draft)
    found = find_by_web_number(session, draft.web_number)
    if found is not None:
        return WrittenDocument(found, found.account, account_was_created=False, was_adopted=True)
    account = resolve_account(session, draft)
    document = _insert(session, draft, account, lots)
    return WrittenDocument(document, account.code, account_was_created=account.was_created)


def _require_web_number(session: WriteSession, draft: DocumentDraft) -> None:
    length = session.usable_length(F_DOCENTETE.c.DO_NoWeb)
    if not draft.web_number.strip():
        raise RefusedError(messages.NO_WEB_NUMBER)
    if len(draft.web_number) > length:
        raise RefusedError(messages.TOO_LONG, value=draft.web_number, column="DO_NoWeb", length=length)


def _insert(session: WriteSession, original: DocumentDraft, account: DocumentAccount, choice: LotChoice) -> DocumentRef:
    kind = BY_KIND[original.kind]
    if kind.kind is DocumentKind.POSTED_INVOICE:
        raise RefusedError(messages.NOT_CREATED_DIRECTLY, kind=kind.kind.value)
    draft = in_company_currency(original)
    check_choices(session, draft)
    taxes = TaxSlots(session, draft)
    lines = plan_lines(session, draft, original)
    total = planned_total(draft, lines)
    depot = choose_depot(session, draft)
    stock = StockLedger(session, (place_of(one, depot) for one in lines if one.card))
    lots = LotLedger(session, lot_articles(kind, lines), choice)
    lines = with_lots(lines, lots, depot)
    piece = take_piece(session, kind, draft.series)
    paid = sum((payment.amount for payment in draft.payments), ZERO)
    parts = HeaderParts(kind=kind, piece=piece, account=account, depot=depot, total=total, paid=paid)
    session.insert(F_DOCENTETE, [header_row(session, draft, parts, taxes)])
    _insert_lines(session, lines, _context(draft, parts), taxes, stock, lots)
    add_payments(
        session,
        PaidDocument(kind=kind, piece=piece, account=account, draft=draft, foreign=original.payments),
    )
    return DocumentRef(
        kind=kind.kind,
        piece=piece,
        web_number=draft.web_number,
        account=account.code,
        total_gross=total.gross,
        total_net=total.net,
        status=int(draft.status),
        on=draft.on,
    )


def _context(draft: DocumentDraft, parts: HeaderParts) -> LineContext:
    card = parts.account.card
    return LineContext(
        kind=parts.kind,
        piece=parts.piece,
        on=at_midnight(draft.on),
        account=parts.account.code,
        reference=draft.reference,
        depot=parts.depot,
        representative=card.CO_No or 0,
        project=card.CA_Num or "",
        delivery_on=at_midnight(draft.delivery_on) if draft.delivery_on else None,
    )


def _insert_lines(
    session: WriteSession,
    lines: Sequence[PlannedLine],
    context: LineContext,
    taxes: TaxSlots,
    stock: StockLedger,
    lots: LotLedger,
) -> None:
    rows = LineRows(session, context, taxes, stock)
    built = rows.build(lines)
    rows.insert(built)
    for planned, row in zip(lines, built, strict=True):
        if planned.lot is not None:
            lots.leave(planned.lot, row["DL_No"])
        if planned.card is not None:
            quantity = planned.line.quantity
            stock.move(place_of(planned, context.depot), planned.card, quantity, source=None, into=context.kind.kind)
    lots.save()
    stock.save()


def lot_articles(kind: SalesKind, lines: Sequence[PlannedLine]) -> list[str]:
    """The articles whose lots a document of a kind has to name."""
    if not moves_goods(kind.kind):
        return []
    return [one.card.reference.upper() for one in lines if one.card and one.card.needs_lots and one.line.quantity > 0]


def with_lots(lines: Sequence[PlannedLine], lots: LotLedger, depot: int) -> list[PlannedLine]:
    """Give the lines with the lots that they take, one lot a line."""
    allotted: list[PlannedLine] = []
    for planned in lines:
        if planned.card is None or planned.card.reference.upper() not in lots.articles or planned.line.quantity <= 0:
            allotted.append(planned)
            continue
        taken = lots.take(planned.card.reference, depot, planned.line.quantity)
        parts = [planned]
        if len(taken) > 1:
            parts = shares(planned, [share.quantity for share in taken])
        allotted.extend(replace(part, lot=share) for part, share in zip(parts, taken, strict=True))
    return allotted
