"""Piece numbers by series (sage100 §4.4): the next number, checked to be free, and the one after it."""

import re
from typing import Any

from sqlalchemy import CompoundSelect, and_, bindparam, literal, select, union_all, update

from navette.domain.document import DocumentKind
from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.erp.sage100.tables import F_DOCCURRENTPIECE, F_DOCENTETE, F_DOCLIGNE, P_SOUCHEVENTE
from navette.erp.sage100.writer.kinds import BY_KIND, SALES, SalesKind
from navette.erp.sage100.writer.session import WriteSession

_TRAILING_DIGITS = re.compile(r"\d+$", re.ASCII)
_INVOICE_TYPES = (BY_KIND[DocumentKind.INVOICE].type, BY_KIND[DocumentKind.POSTED_INVOICE].type)

_NUMBER_OF_KIND = and_(
    F_DOCCURRENTPIECE.c.DC_Domaine == SALES,
    F_DOCCURRENTPIECE.c.DC_IdCol == bindparam("id_column"),
    F_DOCCURRENTPIECE.c.DC_Souche == bindparam("series"),
)
_CURRENT = (
    select(F_DOCCURRENTPIECE.c.cbMarq, F_DOCCURRENTPIECE.c.DC_Piece)
    .select_from(P_SOUCHEVENTE.outerjoin(F_DOCCURRENTPIECE, _NUMBER_OF_KIND))
    .where(P_SOUCHEVENTE.c.cbIndice == bindparam("index"), P_SOUCHEVENTE.c.S_Valide == 1)
)
_MOVE_ON = (
    update(F_DOCCURRENTPIECE)
    .where(F_DOCCURRENTPIECE.c.cbMarq == bindparam("row"))
    .values(DC_Piece=bindparam("following"))
)


def next_piece(piece: str) -> str | None:
    """Give the number after a piece number: the digits at its end count on, prefix and zeros stay.

    None where there are no digits at the end.
    """
    digits = _TRAILING_DIGITS.search(piece)
    if digits is None:
        return None
    number = digits.group()
    return piece[: digits.start()] + str(int(number) + 1).zfill(len(number))


def take_piece(session: WriteSession, kind: SalesKind, series: int) -> str:
    """Take the next free number of a kind of document and move the numbering on."""
    current = session.first(_CURRENT, index=series + 1, id_column=kind.id_column, series=series)
    if current is None:
        raise RefusedError(messages.UNKNOWN_SERIES, series=series)
    if not current.DC_Piece:
        raise RefusedError(messages.NO_NEXT_NUMBER, series=series, kind=kind.kind.value)
    piece = str(current.DC_Piece)
    taken = _TAKEN[kind.kind]
    while session.first(taken, piece=piece) is not None:
        piece = _following(session, piece, kind, series)
    following = _following(session, piece, kind, series)
    session.run(_MOVE_ON, row=current.cbMarq, following=following)
    return piece


def _following(session: WriteSession, piece: str, kind: SalesKind, series: int) -> str:
    following = next_piece(piece)
    if following is None:
        raise RefusedError(messages.NO_NEXT_NUMBER, series=series, kind=kind.kind.value)
    if len(following) > session.usable_length(F_DOCENTETE.c.DO_Piece):
        raise RefusedError(messages.NUMBERS_EXHAUSTED, series=series, piece=piece)
    return following


def _taken_statement(kind: SalesKind) -> CompoundSelect[Any]:
    """Find a number among documents of a kind and, since a transformed one leaves it, among ancestors of lines."""
    types = _INVOICE_TYPES if kind.type in _INVOICE_TYPES else (kind.type,)
    header, line = F_DOCENTETE.c, F_DOCLIGNE.c
    found = [select(literal(1)).where(header.DO_Type.in_(types), header.DO_Piece == bindparam("piece"))]
    if kind.stage:
        found.append(
            select(literal(1)).where(line[f"DL_Piece{kind.stage}"] == bindparam("piece"), line.DO_Domaine == SALES)
        )
    return union_all(*found).limit(1)


_TAKEN = {kind.kind: _taken_statement(kind) for kind in BY_KIND.values()}
