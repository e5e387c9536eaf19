"""A document that is in the base, with its lines as they could be planned again."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import bindparam, select

from navette.domain.document import DocumentRef, DraftLine, FooterCharge, LineRole
from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.domain.money import ZERO
from navette.domain.order_total import amount_of_net
from navette.domain.price_sheet import DiscountElement
from navette.domain.tax import ErpTax
from navette.erp.sage100.rows import Record
from navette.erp.sage100.tables import F_DOCENTETE, F_DOCLIGNE
from navette.erp.sage100.writer.articles import read_cards
from navette.erp.sage100.writer.kinds import BY_KIND, SALES, SalesKind
from navette.erp.sage100.writer.line_rows import DISCOUNT_KINDS, GRAMS
from navette.erp.sage100.writer.planned_line import MAX_DISCOUNTS, PlannedLine
from navette.erp.sage100.writer.session import WriteSession
from navette.erp.sage100.writer.stock import StockPlace
from navette.erp.sage100.writer.taxes import company_taxes, stored_taxes

_KINDS_OF_DISCOUNT = {number: kind for kind, number in DISCOUNT_KINDS.items()}
_POSTED = 7

_HEADER = select(F_DOCENTETE).where(
    F_DOCENTETE.c.DO_Domaine == SALES,
    F_DOCENTETE.c.DO_Type == bindparam("type"),
    F_DOCENTETE.c.DO_Piece == bindparam("piece"),
)
_LINES = (
    select(F_DOCLIGNE)
    .where(
        F_DOCLIGNE.c.DO_Domaine == SALES,
        F_DOCLIGNE.c.DO_Type == bindparam("type"),
        F_DOCLIGNE.c.DO_Piece == bindparam("piece"),
    )
    .order_by(F_DOCLIGNE.c.DL_Ligne, F_DOCLIGNE.c.DL_No)
)


@dataclass(frozen=True, slots=True)
class StoredLine:
    """A line of a document: its row, and what it sells."""

    row: Record
    planned: PlannedLine

    @property
    def position(self) -> int:
        """Number of the line in its document (DL_Ligne)."""
        return int(self.row.DL_Ligne)

    @property
    def place(self) -> StockPlace:
        """Where its stock lies."""
        return StockPlace(self.row.AR_Ref.upper(), self.row.DE_No or 0, self.row.AG_No1 or 0, self.row.AG_No2 or 0)


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with its lines in their order."""

    header: Record
    kind: SalesKind
    lines: tuple[StoredLine, ...]
    shipping: FooterCharge


def read_header(session: WriteSession, document: DocumentRef) -> Record:
    """Read a header; raises RefusedError if the document is gone, closed or posted."""
    header = session.first(_HEADER, type=BY_KIND[document.kind].type, piece=document.piece)
    if header is None:
        raise RefusedError(messages.DOCUMENT_GONE, piece=document.piece)
    if header.DO_Cloture or header.DO_Type == _POSTED:
        raise RefusedError(messages.DOCUMENT_CLOSED, piece=document.piece)
    return header


def read_document(session: WriteSession, document: DocumentRef) -> StoredDocument:
    """Read a document that may be changed."""
    header = read_header(session, document)
    rows = session.all(_LINES, type=header.DO_Type, piece=header.DO_Piece)
    taxes = company_taxes(session)
    cards = read_cards(session, (row.AR_Ref.upper() for row in rows if row.AR_Ref))
    lines = []
    for row in rows:
        line = _draft_line(row, taxes)
        amount = amount_of_net(line, row.DL_MontantHT or ZERO, gross=row.DL_MontantTTC or ZERO)
        card = cards.get(row.AR_Ref.upper()) if row.AR_Ref else None
        planned = PlannedLine(
            line=line,
            amount=amount,
            card=card,
            includes_tax=bool(row.DL_TTC),
            packs=row.EU_Qte or ZERO,
            is_valued=bool(row.DL_Valorise),
            kit=row.AR_RefCompose or "",
        )
        lines.append(StoredLine(row, planned))
    return StoredDocument(header, BY_KIND[document.kind], tuple(lines), _shipping(header, taxes))


def _draft_line(row: Record, taxes: Mapping[str, ErpTax]) -> DraftLine:
    quantity = row.DL_Qte or ZERO
    weight = (row.DL_PoidsNet or ZERO) / (quantity * GRAMS) if quantity else ZERO
    return DraftLine(
        role=LineRole.ARTICLE if row.AR_Ref else LineRole.COMMENT,
        designation=row.DL_Design or "",
        article=row.AR_Ref or "",
        quantity=quantity,
        unit_price=(row.DL_PUTTC if row.DL_TTC else row.DL_PrixUnitaire) or ZERO,
        discounts=_discounts(row),
        taxes=stored_taxes(row, "DL", taxes),
        unit_weight_kg=weight,
    )


def _discounts(row: Record) -> tuple[DiscountElement, ...]:
    elements = []
    for number in range(1, MAX_DISCOUNTS + 1):
        value: Decimal = getattr(row, f"DL_Remise{number:02d}REM_Valeur") or ZERO
        kind = _KINDS_OF_DISCOUNT[getattr(row, f"DL_Remise{number:02d}REM_Type") or 0]
        elements.append(DiscountElement(value, kind))
    return tuple(element for element in elements if element.value)


def _shipping(header: Record, taxes: Mapping[str, ErpTax]) -> FooterCharge:
    return FooterCharge(
        amount=header.DO_ValFrais or ZERO,
        includes_tax=bool(header.DO_TypeLigneFrais),
        taxes=stored_taxes(header, "DO", taxes),
    )
