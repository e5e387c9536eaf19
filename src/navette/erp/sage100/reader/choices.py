"""The company's lists that options and mappings choose from."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, select

from navette.domain.article import FieldDescription
from navette.domain.messages import erp as messages
from navette.domain.price_sheet import PriceCategory
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.mapper.article_fields import article_fields, free_field
from navette.erp.sage100.mapper.values import text
from navette.erp.sage100.reader.company_lists import read_sales_taxes
from navette.erp.sage100.reader.tracking_fields import HEADER_FIELDS
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import (
    F_ARTICLE,
    F_COLLABORATEUR,
    F_COMPTET,
    F_CONTACTT,
    F_CREGLEMENT,
    F_DEPOT,
    F_DOCENTETE,
    F_DOCLIGNE,
    F_DOCREGL,
    F_JOURNAUX,
    F_LIVRAISON,
    P_CATCOMPTA,
    P_CATTARIF,
    P_DEVISE,
    P_EXPEDITION,
    P_INTSTATART,
    P_PARAMETRECIAL,
    P_REGLEMENT,
    P_SOUCHEVENTE,
)
from navette.ports.erp import Choice, ErpChoices

LANGUAGES = ("1", "2")
"""Sage knows two languages beside the company's own, by number."""

TREASURY = 2
"""JO_Type of the journals that payments go to."""

_ACCOUNTING_CATEGORIES = 50
_WRITTEN_TABLES = (F_COMPTET, F_LIVRAISON, F_CONTACTT, F_DOCENTETE, F_DOCLIGNE, F_DOCREGL, F_CREGLEMENT, F_ARTICLE)


def read_choices(session: ReadSession, schema: BaseSchema) -> ErpChoices:
    """Read all lists; rows without a label are those that the company does not use."""
    return ErpChoices(
        warehouses=_labelled(session, _WAREHOUSES),
        price_categories=tuple(
            PriceCategory(row.cbIndice, text(row.CT_Intitule), bool(row.CT_PrixTTC))
            for row in session.all(_PRICE_CATEGORIES)
            if text(row.CT_Intitule)
        ),
        accounting_categories=_accounting_categories(session),
        taxes=tuple(read_sales_taxes(session)),
        series=tuple(
            Choice(row.cbIndice - 1, text(row.S_Intitule), text(row.JO_Num))
            for row in session.all(_SERIES)
            if text(row.S_Intitule)
        ),
        payment_modes=_labelled(session, _PAYMENT_MODES),
        journals=tuple(
            Choice(number, text(row.JO_Intitule), text(row.JO_Num))
            for number, row in enumerate(session.all(_JOURNALS), start=1)
        ),
        shipping_methods=_labelled(session, _SHIPPING_METHODS),
        currencies=_labelled(session, _CURRENCIES),
        representatives=tuple(
            Choice(row.CO_No, f"{text(row.CO_Prenom)} {text(row.CO_Nom)}".strip())
            for row in session.all(_representatives(schema))
        ),
        languages=LANGUAGES,
        article_fields=article_fields(schema, _statistics(session)),
        document_fields=_document_fields(session, schema),
        lengths=lengths(schema),
    )


def lengths(schema: BaseSchema) -> dict[str, int]:
    """Usable lengths of texts by column name; a name that several tables have stands for the shortest."""
    found: dict[str, int] = {}
    for table in _WRITTEN_TABLES:
        for column in table.c:
            length = 0 if column.name.startswith("cb") else schema.usable_length(table.name, column.name)
            if length:
                found[column.name] = min(length, found.get(column.name, length))
    return found


def _labelled(session: ReadSession, statement: Select[Any]) -> tuple[Choice, ...]:
    """Choices from number, label and code."""
    found = (Choice(row[0], text(row[1]), text(row[2])) for row in session.all(statement))
    return tuple(choice for choice in found if choice.label)


_WAREHOUSES = select(F_DEPOT.c.DE_No, F_DEPOT.c.DE_Intitule, F_DEPOT.c.DE_Code).order_by(F_DEPOT.c.DE_No)
_PRICE_CATEGORIES = select(P_CATTARIF.c.cbIndice, P_CATTARIF.c.CT_Intitule, P_CATTARIF.c.CT_PrixTTC).order_by(
    P_CATTARIF.c.cbIndice
)
_SERIES = (
    select(P_SOUCHEVENTE.c.cbIndice, P_SOUCHEVENTE.c.S_Intitule, P_SOUCHEVENTE.c.JO_Num)
    .where(P_SOUCHEVENTE.c.S_Valide == 1)
    .order_by(P_SOUCHEVENTE.c.cbIndice)
)
_PAYMENT_MODES = select(P_REGLEMENT.c.cbIndice, P_REGLEMENT.c.R_Intitule, P_REGLEMENT.c.R_Code).order_by(
    P_REGLEMENT.c.cbIndice
)
_JOURNALS = (
    select(F_JOURNAUX.c.JO_Num, F_JOURNAUX.c.JO_Intitule)
    .where(F_JOURNAUX.c.JO_Type == TREASURY, F_JOURNAUX.c.JO_Sommeil == 0)
    .order_by(F_JOURNAUX.c.JO_Num)
)
_SHIPPING_METHODS = select(P_EXPEDITION.c.cbIndice, P_EXPEDITION.c.E_Intitule, P_EXPEDITION.c.E_Mode).order_by(
    P_EXPEDITION.c.cbIndice
)
_CURRENCIES = select(P_DEVISE.c.cbIndice, P_DEVISE.c.D_Intitule, P_DEVISE.c.D_CodeISO).order_by(P_DEVISE.c.cbIndice)


def _representatives(schema: BaseSchema) -> Select[Any]:
    statement = (
        select(F_COLLABORATEUR.c.CO_No, F_COLLABORATEUR.c.CO_Nom, F_COLLABORATEUR.c.CO_Prenom)
        .where(F_COLLABORATEUR.c.CO_Vendeur == 1)
        .order_by(F_COLLABORATEUR.c.CO_No)
    )
    if schema.has_column(F_COLLABORATEUR.name, "CO_Sommeil"):
        return statement.where(F_COLLABORATEUR.c.CO_Sommeil == 0)
    return statement


def _accounting_categories(session: ReadSession) -> tuple[Choice, ...]:
    """The columns of the one row of P_CATCOMPTA that carry a label."""
    columns = [P_CATCOMPTA.c[f"CA_ComptaVen{number:02d}"] for number in range(1, _ACCOUNTING_CATEGORIES + 1)]
    rows = session.all(select(*columns).limit(1))
    labels: Iterable[str | None] = rows[0] if rows else ()
    return tuple(Choice(number, text(label)) for number, label in enumerate(labels, start=1) if text(label))


def _statistics(session: ReadSession) -> dict[int, str]:
    rows = session.all(select(P_INTSTATART.c.cbIndice, P_INTSTATART.c.P_IntStatArt))
    return {row.cbIndice: text(row.P_IntStatArt) for row in rows}


def _document_fields(session: ReadSession, schema: BaseSchema) -> tuple[FieldDescription, ...]:
    """Header fields under the labels that the company gave them, and free fields of documents."""
    labels = _header_labels(session)
    own = (
        FieldDescription(name, labels.get(name) or name, "text", schema.usable_length(F_DOCENTETE.name, name))
        for name in HEADER_FIELDS
        if schema.has_column(F_DOCENTETE.name, name)
    )
    return (*own, *(free_field(field) for field in schema.free_fields.get(F_DOCENTETE.name, ())))


def _header_labels(session: ReadSession) -> dict[str, str]:
    names = ("P_LibelleEntete1", "P_LibelleEntete2", "P_LibelleEntete3", "P_LibelleEntete4", "P_LibelleReference")
    rows = session.all(select(*(P_PARAMETRECIAL.c[name] for name in names)).limit(1))
    found: Sequence[str | None] = rows[0] if rows else [None] * len(names)
    labels = [text(label) for label in found]
    headers = {f"DO_Coord{number:02d}": labels[number - 1] for number in range(1, 5)}
    return {"DO_Ref": labels[4] or messages.FIELD_REFERENCE.text, **headers}
