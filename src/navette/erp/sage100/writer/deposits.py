"""Payments of a document that is turned into a later one: they go as far as they pay it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, select, update

from navette.domain.money import ZERO, quantise
from navette.erp.sage100.rows import Record
from navette.erp.sage100.tables import F_DOCREGL, F_REGLECH
from navette.erp.sage100.writer.kinds import SalesKind
from navette.erp.sage100.writer.moved_lines import Move
from navette.erp.sage100.writer.payments import DEPOSIT
from navette.erp.sage100.writer.row_copies import copy_row
from navette.erp.sage100.writer.session import WriteSession

_OF_DOCUMENT = (
    select(F_DOCREGL.c.cbMarq, F_DOCREGL.c.DR_No, F_DOCREGL.c.DR_TypeRegl, F_DOCREGL.c.DR_Montant)
    .add_columns(F_DOCREGL.c.DR_MontantDev)
    .where(F_DOCREGL.c.DO_Type == bindparam("type"), F_DOCREGL.c.DO_Piece == bindparam("piece"))
    .order_by(F_DOCREGL.c.DR_No)
)
_ALLOCATIONS = (
    select(F_REGLECH.c.cbMarq, F_REGLECH.c.RC_Montant)
    .where(F_REGLECH.c.DR_No == bindparam("deposit"))
    .order_by(F_REGLECH.c.RG_No)
)


@dataclass(frozen=True, slots=True)
class PaidAmounts:
    """What is paid on the new document, and what stays paid on the old one."""

    moved: Decimal
    staying: Decimal


def move_deposits(session: WriteSession, move: Move, total: Decimal, *, is_whole: bool) -> PaidAmounts:
    """Move the due dates and deposits of a document.

    With the whole document all go. With a part, deposits go up to the part's total and a deposit that is larger is
    split, so that neither document is overpaid by the other's money.
    """
    header = move.source.header
    rows = session.all(_OF_DOCUMENT, type=header.DO_Type, piece=header.DO_Piece)
    deposits = [row for row in rows if row.DR_TypeRegl == DEPOSIT]
    paid = sum((row.DR_Montant for row in deposits), ZERO)
    if is_whole:
        for row in rows:
            _move_row(session, row, move)
        return PaidAmounts(paid, ZERO)
    moved = ZERO
    for row in deposits:
        part = min(row.DR_Montant, max(total - moved, ZERO))
        if part == row.DR_Montant:
            _move_row(session, row, move)
        elif part:
            _split(session, row, move, part)
        moved += part
    return PaidAmounts(moved, paid - moved)


def _place(into: SalesKind, piece: str) -> dict[str, Any]:
    return {"DO_Type": into.type, "DO_Piece": piece}


def _move_row(session: WriteSession, row: Record, move: Move) -> None:
    place = _place(move.into, move.piece)
    deposit = update(F_DOCREGL).where(F_DOCREGL.c.cbMarq == row.cbMarq)
    session.connection.execute(deposit.values(place | {"DO_DocType": move.into.type}))
    session.connection.execute(update(F_REGLECH).where(F_REGLECH.c.DR_No == row.DR_No).values(place))


def _split(session: WriteSession, row: Record, move: Move, part: Decimal) -> None:
    """Leave the rest of a deposit where it is and put a part of it on the new document; the payment stays one."""
    place = _place(move.into, move.piece)
    foreign = quantise((row.DR_MontantDev or ZERO) * part / row.DR_Montant)
    number = session.next_number(F_DOCREGL.c.DR_No)
    amounts = {"DR_Montant": part, "DR_MontantDev": foreign}
    copy_row(session, F_DOCREGL, row.cbMarq, place | amounts | {"DR_No": number, "DO_DocType": move.into.type})
    rest = {"DR_Montant": row.DR_Montant - part, "DR_MontantDev": (row.DR_MontantDev or ZERO) - foreign}
    session.connection.execute(update(F_DOCREGL).where(F_DOCREGL.c.cbMarq == row.cbMarq).values(rest))
    missing = part
    for allocation in session.all(_ALLOCATIONS, deposit=row.DR_No):
        taken = min(allocation.RC_Montant, missing)
        if taken <= 0:
            break
        missing -= taken
        copy_row(session, F_REGLECH, allocation.cbMarq, place | {"DR_No": number, "RC_Montant": taken})
        remaining = {"RC_Montant": allocation.RC_Montant - taken}
        session.connection.execute(update(F_REGLECH).where(F_REGLECH.c.cbMarq == allocation.cbMarq).values(remaining))
