"""What other tables say of a page of articles: one query for each table."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Select, bindparam, or_, select

from navette.domain.keys import normalise_code
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.rows import Record
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import (
    F_ARTENUMREF,
    F_ARTFOURNISS,
    F_ARTGAMME,
    F_ARTGLOSS,
    F_ARTICLE,
    F_ARTICLEMEDIA,
    F_COMPTET,
    F_CONDITION,
    F_GLOSSAIRE,
    F_NOMENCLAT,
)

Grouped = Mapping[str, Sequence[Record]]
"""Rows by article reference, in the order of the query."""

ARTICLE_GLOSSARY = 0
"""GL_Domaine of texts for articles; 1 is for documents."""

LAST_EMPTY_DATE = datetime(1900, 1, 1)  # noqa: DTZ001 (Sage's dates have no zone)


def of_page(column: ColumnElement[str]) -> ColumnElement[bool]:
    """The condition that a row belongs to an article of the page."""
    return column.in_(bindparam("references", expanding=True))


def grouped(session: ReadSession, statement: Select[Any], references: Sequence[str], **values: object) -> Grouped:
    """Run a query over a page and group its rows by their first column."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    if references:
        for row in session.all(statement.params(references=references, **values)):
            found[normalise_code(row[0])].append(row)
    return found


def glossaries(session: ReadSession, references: Sequence[str], today: date) -> Grouped:
    """Long texts that are valid on a day, in the order of the card."""
    return grouped(session, _GLOSSARIES, references, today=datetime.combine(today, time.min))


_TODAY = bindparam("today", type_=DateTime)
_GLOSSARIES = (
    select(F_ARTGLOSS.c.AR_Ref, F_GLOSSAIRE.c.GL_Text, F_GLOSSAIRE.c.GL_TextLangue1, F_GLOSSAIRE.c.GL_TextLangue2)
    .join(F_GLOSSAIRE, F_GLOSSAIRE.c.GL_No == F_ARTGLOSS.c.GL_No)
    .where(
        of_page(F_ARTGLOSS.c.AR_Ref),
        F_GLOSSAIRE.c.GL_Domaine == ARTICLE_GLOSSARY,
        or_(F_GLOSSAIRE.c.GL_PeriodeDeb.is_(None), F_GLOSSAIRE.c.GL_PeriodeDeb <= _TODAY),
        or_(
            F_GLOSSAIRE.c.GL_PeriodeFin.is_(None),
            F_GLOSSAIRE.c.GL_PeriodeFin <= LAST_EMPTY_DATE,
            F_GLOSSAIRE.c.GL_PeriodeFin >= _TODAY,
        ),
    )
    .order_by(F_ARTGLOSS.c.AR_Ref, F_ARTGLOSS.c.AGL_Num, F_ARTGLOSS.c.GL_No)
)


def media(session: ReadSession, references: Sequence[str]) -> Grouped:
    """Files of the cards, in the order in which they were added."""
    return grouped(session, _MEDIA, references)


_MEDIA = (
    select(
        F_ARTICLEMEDIA.c.AR_Ref,
        F_ARTICLEMEDIA.c.ME_Fichier,
        F_ARTICLEMEDIA.c.ME_Commentaire,
        F_ARTICLEMEDIA.c.ME_TypeMIME,
    )
    .where(of_page(F_ARTICLEMEDIA.c.AR_Ref))
    .order_by(F_ARTICLEMEDIA.c.AR_Ref, F_ARTICLEMEDIA.c.cbMarq)
)


def main_suppliers(session: ReadSession, references: Sequence[str]) -> Grouped:
    """The main supplier of each article, with its name and its reference of the article."""
    return grouped(session, _SUPPLIERS, references)


_SUPPLIERS = (
    select(F_ARTFOURNISS.c.AR_Ref, F_ARTFOURNISS.c.CT_Num, F_ARTFOURNISS.c.AF_RefFourniss, F_COMPTET.c.CT_Intitule)
    .join(F_COMPTET, F_COMPTET.c.CT_Num == F_ARTFOURNISS.c.CT_Num)
    .where(of_page(F_ARTFOURNISS.c.AR_Ref), F_ARTFOURNISS.c.AF_Principal == 1)
)


def related(session: ReadSession, references: Sequence[str]) -> Grouped:
    """Articles that are suggested with an article (linked articles)."""
    return grouped(session, _RELATED, references)


_RELATED = (
    select(F_NOMENCLAT.c.AR_Ref, F_NOMENCLAT.c.NO_RefDet)
    .where(of_page(F_NOMENCLAT.c.AR_Ref))
    .order_by(F_NOMENCLAT.c.AR_Ref, F_NOMENCLAT.c.NO_Ordre, F_NOMENCLAT.c.cbMarq)
)


def packed(session: ReadSession, references: Sequence[str]) -> frozenset[str]:
    """References of the articles that are sold in packagings."""
    return frozenset(grouped(session, _PACKED, references))


_PACKED = select(F_CONDITION.c.AR_Ref).where(of_page(F_CONDITION.c.AR_Ref)).distinct()


def range_values(session: ReadSession, references: Sequence[str]) -> Grouped:
    """Values of the ranges of articles."""
    return grouped(session, _RANGE_VALUES, references)


_RANGE_VALUES = select(F_ARTGAMME.c.AR_Ref, F_ARTGAMME.c.AG_No, F_ARTGAMME.c.AG_Type, F_ARTGAMME.c.EG_Enumere).where(
    of_page(F_ARTGAMME.c.AR_Ref)
)


def combinations(session: ReadSession, schema: BaseSchema, references: Sequence[str]) -> Grouped:
    """Rows of combinations that have a reference, barcode, price or state of their own."""
    columns = schema.pick(
        F_ARTENUMREF.c.AR_Ref,
        F_ARTENUMREF.c.AG_No1,
        F_ARTENUMREF.c.AG_No2,
        F_ARTENUMREF.c.AE_Ref,
        F_ARTENUMREF.c.AE_CodeBarre,
        F_ARTENUMREF.c.AE_PrixAch,
        F_ARTENUMREF.c.AE_Sommeil,
    )
    return grouped(session, select(*columns).where(of_page(F_ARTENUMREF.c.AR_Ref)), references)


def free_values(
    session: ReadSession, schema: BaseSchema, references: Sequence[str]
) -> Mapping[str, Mapping[str, object]]:
    """Values of the free fields of articles, by reference and field name."""
    fields = schema.free_fields.get(F_ARTICLE.name, ())
    if not fields:
        return {}
    extended = schema.free_table(F_ARTICLE, F_ARTICLE.c.AR_Ref)
    rows = grouped(session, select(extended).where(of_page(extended.c.AR_Ref)), references)
    names = [field.name for field in fields]
    return {reference: dict(zip(names, found[0][1:], strict=True)) for reference, found in rows.items()}
