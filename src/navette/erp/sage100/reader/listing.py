"""Sales documents as a person looks them up: latest first, or one with its lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from navette.domain.document import DocumentKind, DocumentRef
from navette.domain.keys import normalise_code
from navette.erp.sage100.database import Database, ReadSession
from navette.erp.sage100.mapper.document import SALES_TYPES, to_document
from navette.erp.sage100.mapper.values import amount, text
from navette.erp.sage100.reader.document_headers import IS_SALE
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_DOCENTETE, F_DOCLIGNE


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A line of a document; a comment has neither article nor amounts."""

    reference: str
    designation: str
    quantity: Decimal
    unit_price: Decimal
    total_net: Decimal
    total_gross: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which documents to list: of one kind, of web orders only, at most so many."""

    kind: DocumentKind | None = None
    web_only: bool = False
    limit: int = 50


def list_documents(database: Database, schema: BaseSchema, wanted: Wanted) -> Sequence[DocumentRef]:
    """The latest documents first; older bases store no totals, and show none."""
    with database.reading() as session:
        statement = select(*_columns(schema)).where(IS_SALE)
        if wanted.kind:
            types = [number for number, kind in SALES_TYPES.items() if kind is wanted.kind]
            statement = statement.where(F_DOCENTETE.c.DO_Type.in_(types))
        if wanted.web_only:
            statement = statement.where(F_DOCENTETE.c.DO_NoWeb != "")
        latest = statement.order_by(F_DOCENTETE.c.DO_Date.desc(), F_DOCENTETE.c.cbMarq.desc()).limit(wanted.limit)
        return _documents(session, latest)


def find_document(database: Database, schema: BaseSchema, name: str) -> Sequence[DocumentRef]:
    """The documents with a piece number, else those of a web number."""
    with database.reading() as session:
        statement = select(*_columns(schema)).where(IS_SALE)
        of_piece = _documents(session, statement.where(F_DOCENTETE.c.DO_Piece == name))
        return of_piece or _documents(session, statement.where(F_DOCENTETE.c.DO_NoWeb == name))


def read_lines(database: Database, document: DocumentRef) -> Sequence[ListedLine]:
    """The lines of a document in their order."""
    number = next(number for number, kind in SALES_TYPES.items() if kind is document.kind)
    statement = (
        select(
            F_DOCLIGNE.c.AR_Ref,
            F_DOCLIGNE.c.DL_Design,
            F_DOCLIGNE.c.DL_Qte,
            F_DOCLIGNE.c.DL_PrixUnitaire,
            F_DOCLIGNE.c.DL_MontantHT,
            F_DOCLIGNE.c.DL_MontantTTC,
        )
        .where(F_DOCLIGNE.c.DO_Type == number, F_DOCLIGNE.c.DO_Piece == document.piece)
        .order_by(F_DOCLIGNE.c.DL_Ligne)
    )
    with database.reading() as session:
        return [
            ListedLine(
                normalise_code(row.AR_Ref or ""),
                text(row.DL_Design),
                amount(row.DL_Qte),
                amount(row.DL_PrixUnitaire),
                amount(row.DL_MontantHT),
                amount(row.DL_MontantTTC),
            )
            for row in session.all(statement)
        ]


def _documents(session: ReadSession, statement: Select[Any]) -> list[DocumentRef]:
    return [to_document(row, amount(row.DO_TotalHTNet), amount(row.DO_TotalTTC)) for row in session.all(statement)]


def _columns(schema: BaseSchema) -> list[ColumnElement[Any]]:
    return schema.pick(
        F_DOCENTETE.c.DO_Type,
        F_DOCENTETE.c.DO_Piece,
        F_DOCENTETE.c.DO_NoWeb,
        F_DOCENTETE.c.DO_Tiers,
        F_DOCENTETE.c.DO_Statut,
        F_DOCENTETE.c.DO_Date,
        F_DOCENTETE.c.DO_TotalHTNet,
        F_DOCENTETE.c.DO_TotalTTC,
    )
