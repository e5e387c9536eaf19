"""What can be sold under a reference: an article, a combination of its ranges, a packaging."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, bindparam, select

from navette.domain.keys import normalise_code
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.mapper.article import bill_of_materials
from navette.erp.sage100.mapper.values import text
from navette.erp.sage100.reader.selection import LARGEST_PAGE
from navette.erp.sage100.rows import Record
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_ARTENUMREF, F_ARTICLE, F_CONDITION
from navette.ports.erp import SoldArticle

_CARD = (
    F_ARTICLE.c.AR_Ref,
    F_ARTICLE.c.AR_Design,
    F_ARTICLE.c.AR_Sommeil,
    F_ARTICLE.c.AR_Gamme1,
    F_ARTICLE.c.AR_SuiviStock,
    F_ARTICLE.c.AR_Substitut,
    F_ARTICLE.c.AR_Nomencl,
)


def read_sold_articles(
    session: ReadSession, schema: BaseSchema, references: Sequence[str]
) -> Mapping[str, SoldArticle]:
    """Find what references name; an article's own reference comes before that of a combination or a packaging."""
    wanted = sorted({normalise_code(reference) for reference in references if reference.strip()})
    found: dict[str, SoldArticle] = {}
    for start in range(0, len(wanted), LARGEST_PAGE):
        chunk = wanted[start : start + LARGEST_PAGE]
        found |= dict(_packagings(session, chunk))
        found |= dict(_combinations(session, schema, chunk))
        found |= dict(_articles(session, chunk))
    return found


def _one_of(column: Column[str]) -> Any:
    return column.in_(bindparam("wanted", expanding=True))


def _articles(session: ReadSession, chunk: Sequence[str]) -> Iterator[tuple[str, SoldArticle]]:
    for row in session.all(_ARTICLES.params(wanted=chunk)):
        yield normalise_code(row.AR_Ref), _sold(row)


_ARTICLES = select(*_CARD).where(_one_of(F_ARTICLE.c.AR_Ref))


def _combinations(session: ReadSession, schema: BaseSchema, chunk: Sequence[str]) -> Iterator[tuple[str, SoldArticle]]:
    own = schema.pick(F_ARTENUMREF.c.AE_Ref, F_ARTENUMREF.c.AG_No1, F_ARTENUMREF.c.AG_No2, F_ARTENUMREF.c.AE_Sommeil)
    statement = (
        select(*_CARD, *own)
        .join(F_ARTICLE, F_ARTICLE.c.AR_Ref == F_ARTENUMREF.c.AR_Ref)
        .where(_one_of(F_ARTENUMREF.c.AE_Ref))
        .order_by(F_ARTENUMREF.c.AE_Ref, F_ARTENUMREF.c.AR_Ref.desc(), F_ARTENUMREF.c.AG_No1.desc())
    )
    for row in session.all(statement.params(wanted=chunk)):
        yield (
            normalise_code(row.AE_Ref),
            _sold(row, values=(row.AG_No1, row.AG_No2 or 0), is_dormant=bool(row.AE_Sommeil)),
        )


def _packagings(session: ReadSession, chunk: Sequence[str]) -> Iterator[tuple[str, SoldArticle]]:
    for row in session.all(_PACKAGINGS.params(wanted=chunk)):
        yield normalise_code(row.CO_Ref), _sold(row, packaging=row.CO_No)


_PACKAGINGS = (
    select(*_CARD, F_CONDITION.c.CO_Ref, F_CONDITION.c.CO_No)
    .join(F_ARTICLE, F_ARTICLE.c.AR_Ref == F_CONDITION.c.AR_Ref)
    .where(_one_of(F_CONDITION.c.CO_Ref))
    .order_by(F_CONDITION.c.CO_Ref, F_CONDITION.c.CO_No.desc())
)


def _sold(
    row: Record, values: tuple[int, int] = (0, 0), packaging: int = 0, *, is_dormant: bool = False
) -> SoldArticle:
    return SoldArticle(
        reference=normalise_code(row.AR_Ref),
        designation=text(row.AR_Design),
        range_value1=values[0],
        range_value2=values[1],
        packaging=packaging,
        is_dormant=is_dormant or bool(row.AR_Sommeil),
        has_ranges=bool(row.AR_Gamme1),
        is_tracked=bool(row.AR_SuiviStock),
        replacement=normalise_code(row.AR_Substitut or ""),
        bill_of_materials=bill_of_materials(row.AR_Nomencl),
    )
