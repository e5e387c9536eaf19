"""Turning a document into a later one: order, preparation, delivery note, invoice (sage100 §4.5)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, update

from navette.domain.document import DocumentKind, DocumentRef, FooterCharge
from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.domain.money import ZERO
from navette.domain.order_total import DocumentTotal, footer_net, total_of_lines
from navette.erp.sage100.tables import F_DOCENTETE
from navette.erp.sage100.writer.deposits import PaidAmounts, move_deposits
from navette.erp.sage100.writer.found_documents import read_reference
from navette.erp.sage100.writer.kinds import BY_KIND
from navette.erp.sage100.writer.lots import LotChoice, LotLedger
from navette.erp.sage100.writer.moved_lines import Move, MovedLines, valued
from navette.erp.sage100.writer.numbering import take_piece
from navette.erp.sage100.writer.portions import Portion, portions
from navette.erp.sage100.writer.row_copies import copy_row
from navette.erp.sage100.writer.session import WriteSession
from navette.erp.sage100.writer.stock import StockLedger, moves_goods
from navette.erp.sage100.writer.stored_document import StoredDocument, read_document


def transform_document(
    session: WriteSession,
    document: DocumentRef,
    into: DocumentKind,
    quantities: Mapping[int, Decimal] | None,
    lots: LotChoice,
) -> DocumentRef:
    """Turn a document, or quantities of its lines, into a later kind; what is left stays on it as a remainder."""
    if into is DocumentKind.POSTED_INVOICE or into.rank <= document.kind.rank:
        raise RefusedError(messages.NOT_A_LATER_KIND, kind=document.kind.value, into=into.value)
    source = read_document(session, document)
    chosen = portions(source, quantities)
    kind = BY_KIND[into]
    move = Move(source=source, into=kind, piece=take_piece(session, kind, source.header.DO_Souche or 0))
    is_whole = len(chosen) == len(source.lines) and not any(portion.rest for portion in chosen)
    moved = _move_lines(session, move, chosen, lots)
    going = total_of_lines(moved.going, source.shipping)
    paid = move_deposits(session, move, going.gross, is_whole=is_whole)
    copy_row(session, F_DOCENTETE, source.header.cbMarq, _new_header(session, move, going, paid.moved))
    if is_whole:
        session.connection.execute(delete(F_DOCENTETE).where(F_DOCENTETE.c.cbMarq == source.header.cbMarq))
    else:
        _keep_remainder(session, source, chosen, moved, paid)
    return read_reference(session, kind.type, move.piece)


def _move_lines(session: WriteSession, move: Move, chosen: Sequence[Portion], choice: LotChoice) -> MovedLines:
    cards = [portion.line.planned.card for portion in chosen if portion.line.planned.card]
    stock = StockLedger(session, (portion.line.place for portion in chosen if portion.line.planned.card))
    needing = [card.reference.upper() for card in cards if card.needs_lots] if move.takes_goods_out else []
    lots = LotLedger(session, needing, choice)
    moved = MovedLines(session, move, stock, lots)
    for portion in chosen:
        moved.move(portion)
    lots.save()
    stock.save()
    return moved


def _new_header(session: WriteSession, move: Move, total: DocumentTotal, paid: Decimal) -> dict[str, Any]:
    values = {
        "DO_Type": move.into.type,
        "DO_DocType": move.into.type,
        "DO_Piece": move.piece,
        "DO_Date": session.today,
        "DO_Heure": session.time_of_day,
        "DO_Reliquat": 0,
        "DO_Imprim": 0,
        "DO_Transfere": 0,
    }
    if moves_goods(move.into.kind):
        values["DO_DateLivrRealisee"] = session.today
    return values | _totals(total, move.source.shipping, paid)


def _keep_remainder(
    session: WriteSession, source: StoredDocument, chosen: Sequence[Portion], moved: MovedLines, paid: PaidAmounts
) -> None:
    """Leave what did not go on the document; shipping was charged with the part that went."""
    gone = {portion.line.row.cbMarq for portion in chosen}
    untouched = (line.planned for line in source.lines if line.row.cbMarq not in gone)
    total = total_of_lines([*valued(untouched), *moved.staying], FooterCharge())
    values = {"DO_Reliquat": 1, "DO_ValFrais": ZERO} | _totals(total, FooterCharge(), paid.staying)
    header = update(F_DOCENTETE).where(F_DOCENTETE.c.cbMarq == source.header.cbMarq)
    session.connection.execute(header.values(session.shaper.shape(F_DOCENTETE, values)))


def _totals(total: DocumentTotal, shipping: FooterCharge, paid: Decimal) -> dict[str, Any]:
    return {
        "DO_TotalHT": total.net - footer_net(shipping),
        "DO_TotalHTNet": total.net,
        "DO_TotalTTC": total.gross,
        "DO_NetAPayer": total.gross - paid,
        "DO_MontantRegle": paid,
    }
