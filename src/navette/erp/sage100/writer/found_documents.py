"""Documents that the company already holds under a web number, and the reference that is given back for one."""

from typing import Any

from sqlalchemy import Row, bindparam, select

from navette.domain.document import DocumentRef
from navette.domain.money import ZERO
from navette.erp.sage100.tables import F_DOCENTETE
from navette.erp.sage100.writer.kinds import BY_TYPE, SALES, SALES_TYPES
from navette.erp.sage100.writer.session import WriteSession

_RETURN, _CREDIT = 1, 2
_HEADER = F_DOCENTETE.c

_REFERENCE_COLUMNS = (
    _HEADER.DO_Type,
    _HEADER.DO_Piece,
    _HEADER.DO_NoWeb,
    _HEADER.DO_Tiers,
    _HEADER.DO_TotalHTNet,
    _HEADER.DO_TotalTTC,
    _HEADER.DO_Statut,
    _HEADER.DO_Date,
)
# By the web number alone: with more conditions SQLite prefers the index of domain and type, which reads all documents.
_BY_WEB_NUMBER = select(*_REFERENCE_COLUMNS, _HEADER.DO_Domaine, _HEADER.DO_Provenance).where(
    _HEADER.DO_NoWeb == bindparam("web_number")
)
_BY_PIECE = select(*_REFERENCE_COLUMNS).where(
    _HEADER.DO_Type == bindparam("type"), _HEADER.DO_Piece == bindparam("piece")
)


def find_by_web_number(session: WriteSession, web_number: str) -> DocumentRef | None:
    """Find the most advanced document of a web number among all sales types; returns and credits do not count."""
    found = [_reference(row) for row in session.all(_BY_WEB_NUMBER, web_number=web_number) if _is_sale(row)]
    return max(found, key=lambda document: (document.kind.rank, document.piece), default=None)


def read_reference(session: WriteSession, type_: int, piece: str) -> DocumentRef:
    """Give the reference of a document that is there."""
    return _reference(session.one(_BY_PIECE, type=type_, piece=piece))


def _is_sale(row: Row[Any]) -> bool:
    is_returned = row.DO_Provenance in {_RETURN, _CREDIT}
    return row.DO_Domaine == SALES and row.DO_Type in SALES_TYPES and not is_returned


def _reference(row: Row[Any]) -> DocumentRef:
    return DocumentRef(
        kind=BY_TYPE[row.DO_Type].kind,
        piece=row.DO_Piece,
        web_number=row.DO_NoWeb or "",
        account=row.DO_Tiers or "",
        total_gross=row.DO_TotalTTC or ZERO,
        total_net=row.DO_TotalHTNet or ZERO,
        status=row.DO_Statut or 0,
        on=row.DO_Date.date() if row.DO_Date else None,
    )
