"""Headers of the documents of a sale, with their totals; older bases do not store these."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import and_, bindparam, or_, select

from navette.domain.document import DocumentRef, FooterCharge
from navette.domain.money import ZERO
from navette.domain.order_total import footer_net
from navette.domain.tax import ErpTax, gross_of_net
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.mapper.document import RETURN_PROVENANCES, SALES_TYPES, to_document
from navette.erp.sage100.mapper.values import amount, text
from navette.erp.sage100.rows import Record
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_DOCENTETE, F_DOCLIGNE

SALES = 0
"""DO_Domaine of sales."""

IS_SALE = and_(
    F_DOCENTETE.c.DO_Domaine == SALES,
    F_DOCENTETE.c.DO_Type.in_(tuple(SALES_TYPES)),
    or_(F_DOCENTETE.c.DO_Provenance.is_(None), F_DOCENTETE.c.DO_Provenance.not_in(RETURN_PROVENANCES)),
)
OF_WEB_NUMBERS = and_(IS_SALE, F_DOCENTETE.c.DO_NoWeb.in_(bindparam("web_numbers", expanding=True)))

LINE_OF_HEADER = and_(
    F_DOCLIGNE.c.DO_Domaine == F_DOCENTETE.c.DO_Domaine,
    F_DOCLIGNE.c.DO_Type == F_DOCENTETE.c.DO_Type,
    F_DOCLIGNE.c.DO_Piece == F_DOCENTETE.c.DO_Piece,
)
"""Sage has no foreign key between lines and headers (sage100 §1.5)."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header's row and the document that it is."""

    row: Record
    document: DocumentRef


def read_headers(
    session: ReadSession, schema: BaseSchema, web_numbers: Sequence[str]
) -> Mapping[str, Sequence[Header]]:
    """Headers by web number, as asked for, in the order of their kinds."""
    asked = {comparable(number): number for number in web_numbers}
    columns = schema.pick(
        F_DOCENTETE.c.DO_Type,
        F_DOCENTETE.c.DO_Piece,
        F_DOCENTETE.c.DO_NoWeb,
        F_DOCENTETE.c.DO_Tiers,
        F_DOCENTETE.c.DO_Statut,
        F_DOCENTETE.c.DO_Date,
        F_DOCENTETE.c.DO_DateLivr,
        F_DOCENTETE.c.DO_DateLivrRealisee,
        F_DOCENTETE.c.DO_DateExpedition,
        F_DOCENTETE.c.DO_ValFrais,
        F_DOCENTETE.c.DO_TypeLigneFrais,
        F_DOCENTETE.c.DO_Taxe1,
        F_DOCENTETE.c.DO_TotalHTNet,
        F_DOCENTETE.c.DO_TotalTTC,
        F_DOCENTETE.c.cbModification,
    )
    statement = select(*columns).where(OF_WEB_NUMBERS).order_by(F_DOCENTETE.c.DO_Type, F_DOCENTETE.c.DO_Piece)
    rows = session.all(statement.params(web_numbers=list(web_numbers)))
    totals = {} if schema.has_column("F_DOCENTETE", "DO_TotalTTC") else _line_totals(session, web_numbers)
    found: dict[str, list[Header]] = {}
    for row in rows:
        net, gross = _totals(row, totals.get((row.DO_Type, row.DO_Piece)))
        number = asked.get(comparable(row.DO_NoWeb), text(row.DO_NoWeb))
        found.setdefault(number, []).append(Header(row, to_document(row, net, gross)))
    return found


def comparable(web_number: str) -> str:
    """A web number as the base compares it: without regard to case and blanks at the end."""
    return web_number.rstrip().casefold()


def _totals(row: Record, of_lines: tuple[Decimal, Decimal] | None) -> tuple[Decimal, Decimal]:
    """Net and gross total: the stored ones, else lines and shipping cost added up."""
    if row.DO_TotalTTC is not None or of_lines is None:
        return amount(row.DO_TotalHTNet), amount(row.DO_TotalTTC)
    rate = amount(row.DO_Taxe1)
    shipping = footer_net(
        FooterCharge(
            amount=amount(row.DO_ValFrais), includes_tax=bool(row.DO_TypeLigneFrais), taxes=(ErpTax("", rate),)
        )
    )
    return of_lines[0] + shipping, of_lines[1] + gross_of_net(shipping, rate)


def _line_totals(session: ReadSession, web_numbers: Sequence[str]) -> Mapping[tuple[int, str], tuple[Decimal, Decimal]]:
    found: defaultdict[tuple[int, str], tuple[Decimal, Decimal]] = defaultdict(lambda: (ZERO, ZERO))
    for row in session.all(_LINE_AMOUNTS.params(web_numbers=list(web_numbers))):
        net, gross = found[row.DO_Type, row.DO_Piece]
        found[row.DO_Type, row.DO_Piece] = (net + amount(row.DL_MontantHT), gross + amount(row.DL_MontantTTC))
    return found


_LINE_AMOUNTS = (
    select(F_DOCENTETE.c.DO_Type, F_DOCENTETE.c.DO_Piece, F_DOCLIGNE.c.DL_MontantHT, F_DOCLIGNE.c.DL_MontantTTC)
    .join(F_DOCLIGNE, LINE_OF_HEADER)
    .where(OF_WEB_NUMBERS, F_DOCLIGNE.c.DL_Valorise == 1)
)
