"""Documents that the company already holds under a web number, and the reference that is given back for one."""

from sqlalchemy import bindparam, select

from navette.domain.document import DocumentRef
from navette.erp.sage100.mapper.document import RETURN_PROVENANCES, SALES_TYPES, to_document
from navette.erp.sage100.mapper.values import amount
from navette.erp.sage100.rows import Record
from navette.erp.sage100.tables import F_DOCENTETE
from navette.erp.sage100.writer.kinds import SALES
from navette.erp.sage100.writer.session import WriteSession

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
    found = [_to_reference(row) for row in session.all(_BY_WEB_NUMBER, web_number=web_number) if _is_sale(row)]
    return max(found, key=lambda document: (document.kind.rank, document.piece), default=None)


def read_reference(session: WriteSession, type_: int, piece: str) -> DocumentRef:
    """Give the reference of a document that is there."""
    return _to_reference(session.one(_BY_PIECE, type=type_, piece=piece))


def _is_sale(row: Record) -> bool:
    is_taken_back = row.DO_Provenance in RETURN_PROVENANCES
    return row.DO_Domaine == SALES and row.DO_Type in SALES_TYPES and not is_taken_back


def _to_reference(row: Record) -> DocumentRef:
    return to_document(row, amount(row.DO_TotalHTNet), amount(row.DO_TotalTTC))
