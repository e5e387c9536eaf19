"""Articles that changed since an instant: the latest change of all tables that a flow depends on (sage100 §1.7).

A price, stock, picture, range, long text or tax changes its own table and not the article's. What changes by date alone
counts from its day on. Deletions leave no trace.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Column, ColumnElement, DateTime, Select, Table, and_, bindparam, or_, select

from navette.domain.keys import normalise_code
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.reader.promotion_rows import IS_PROMOTION, SelectionKind
from navette.erp.sage100.tables import (
    F_ARTCLIENT,
    F_ARTCOMPTA,
    F_ARTENUMREF,
    F_ARTFOURNISS,
    F_ARTGAMME,
    F_ARTGLOSS,
    F_ARTICLE,
    F_ARTICLEMEDIA,
    F_ARTSTOCK,
    F_CATALOGUE,
    F_COMPTET,
    F_CONDITION,
    F_ENUMGAMME,
    F_FAMCLIENT,
    F_FAMCOMPTA,
    F_FAMILLE,
    F_FAMTARIF,
    F_FAMTARIFQTE,
    F_GAMSTOCK,
    F_GLOSSAIRE,
    F_NOMENCLAT,
    F_TARIF,
    F_TARIFCOND,
    F_TARIFGAM,
    F_TARIFQTE,
    F_TARIFSELECT,
    F_TAXE,
    P_ARRONDI,
    P_CATTARIF,
    P_DEVISE,
    P_GAMME,
)
from navette.ports.erp import ArticleFlow

_SINCE = bindparam("since", type_=DateTime)
_SINCE_DAY = bindparam("since_day", type_=DateTime)
_TODAY = bindparam("today", type_=DateTime)


@dataclass(frozen=True, slots=True)
class _Dependencies:
    """Queries of changed references, and queries that have a row if every article has to be looked at."""

    references: Sequence[Select[Any]]
    everything: Sequence[Select[Any]]

    def __add__(self, other: "_Dependencies") -> "_Dependencies":
        return _Dependencies((*self.references, *other.references), (*self.everything, *other.everything))


def changed_references(session: ReadSession, flow: ArticleFlow, since: datetime, today: date) -> frozenset[str] | None:
    """References of changed articles, None if all of them have to be looked at."""
    since_day = datetime.combine(since.date(), time.min)
    moments = {"since": since, "since_day": since_day, "today": datetime.combine(today, time.min)}
    dependencies = _DEPENDENCIES[flow]
    if any(session.value(statement.params(moments)) is not None for statement in dependencies.everything):
        return None
    return frozenset(
        normalise_code(reference)
        for statement in dependencies.references
        for reference in session.values(statement.params(moments))
    )


def _changed(table: Table) -> ColumnElement[bool]:
    return table.c.cbModification >= _SINCE


def _starts_or_ends(first: Column[Any], last: Column[Any]) -> ColumnElement[bool]:
    """Whether a period began since then, or ended before today."""
    return or_(and_(first > _SINCE_DAY, first <= _TODAY), and_(last >= _SINCE_DAY, last < _TODAY))


def _own(*tables: Table) -> list[Select[Any]]:
    return [select(table.c.AR_Ref).where(_changed(table)).distinct() for table in tables]


def _of_families(families: Select[Any]) -> Select[Any]:
    return select(F_ARTICLE.c.AR_Ref).where(F_ARTICLE.c.FA_CodeFamille.in_(families))


def _by_family(*tables: Table) -> list[Select[Any]]:
    return [_of_families(select(table.c.FA_CodeFamille).where(_changed(table))) for table in tables]


def _tax_dates(table: Table, prefix: str) -> ColumnElement[bool]:
    dates = (table.c[f"{prefix}_ComptaCPT_Date{slot}"] for slot in (1, 2, 3))
    return or_(*(and_(column > _SINCE_DAY, column <= _TODAY) for column in dates))


def _any_of(*tables: Table) -> list[Select[Any]]:
    return [select(table.c.cbMarq).where(_changed(table)).limit(1) for table in tables]


_MOVED_GLOSSARIES = select(F_GLOSSAIRE.c.GL_No).where(
    or_(_changed(F_GLOSSAIRE), _starts_or_ends(F_GLOSSAIRE.c.GL_PeriodeDeb, F_GLOSSAIRE.c.GL_PeriodeFin))
)
_MOVED_CATALOGUE = select(F_CATALOGUE.c.CL_No).where(_changed(F_CATALOGUE))
_MOVED_RANGES = select(F_ENUMGAMME.c.EG_Champ).where(_changed(F_ENUMGAMME))
_MOVED_ACCOUNTS = select(F_COMPTET.c.CT_Num).where(_changed(F_COMPTET))
_GROUPS_OF_MOVED_ACCOUNTS = select(F_COMPTET.c.CT_NumCentrale).where(_changed(F_COMPTET))
_MOVED_PROMOTIONS = select(F_TARIF.c.TF_No).where(
    IS_PROMOTION, or_(_changed(F_TARIF), _starts_or_ends(F_TARIF.c.TF_Debut, F_TARIF.c.TF_Fin))
)
_MOVED_SELECTIONS = select(F_TARIFSELECT.c.TF_No).where(_changed(F_TARIFSELECT))


def _promoted(kind: SelectionKind) -> Select[Any]:
    return select(F_TARIFSELECT.c.TS_Ref).where(
        F_TARIFSELECT.c.TS_Interes == kind.value,
        or_(F_TARIFSELECT.c.TF_No.in_(_MOVED_PROMOTIONS), F_TARIFSELECT.c.TF_No.in_(_MOVED_SELECTIONS)),
    )


_ABOUT_ARTICLES = select(F_TARIFSELECT.c.TF_No).where(
    F_TARIFSELECT.c.TS_Interes.in_((SelectionKind.FAMILY.value, SelectionKind.ARTICLE.value))
)
_PROMOTION_OF_EVERYTHING = (
    select(F_TARIF.c.TF_No)
    .where(
        F_TARIF.c.TF_No.in_(_MOVED_PROMOTIONS) | F_TARIF.c.TF_No.in_(_MOVED_SELECTIONS),
        F_TARIF.c.TF_No.not_in(_ABOUT_ARTICLES),
        IS_PROMOTION,
    )
    .limit(1)
)

_VARIANTS = _Dependencies(_own(F_ARTICLE, F_ARTGAMME, F_ARTENUMREF, F_CONDITION), ())

_TAXES = _Dependencies(
    [
        *_own(F_ARTCOMPTA),
        *_by_family(F_FAMCOMPTA),
        select(F_ARTCOMPTA.c.AR_Ref).where(_tax_dates(F_ARTCOMPTA, "ACP")).distinct(),
        _of_families(select(F_FAMCOMPTA.c.FA_CodeFamille).where(_tax_dates(F_FAMCOMPTA, "FCP"))),
    ],
    _any_of(F_TAXE),
)

_STOCK = _VARIANTS + _Dependencies(_own(F_ARTSTOCK, F_GAMSTOCK), ())

_PRICES = (
    _VARIANTS
    + _TAXES
    + _Dependencies(
        [
            *_own(F_ARTCLIENT, F_TARIFQTE, F_TARIFGAM, F_TARIFCOND),
            *_by_family(F_FAMTARIF, F_FAMTARIFQTE, F_FAMCLIENT),
            select(F_ARTICLE.c.AR_Ref).where(F_ARTICLE.c.AR_Ref.in_(_promoted(SelectionKind.ARTICLE))),
            _of_families(_promoted(SelectionKind.FAMILY)),
            *(
                select(F_ARTCLIENT.c.AR_Ref).where(F_ARTCLIENT.c.CT_Num.in_(accounts)).distinct()
                for accounts in (_MOVED_ACCOUNTS, _GROUPS_OF_MOVED_ACCOUNTS)
            ),
            *(
                _of_families(select(F_FAMCLIENT.c.FA_CodeFamille).where(F_FAMCLIENT.c.CT_Num.in_(accounts)))
                for accounts in (_MOVED_ACCOUNTS, _GROUPS_OF_MOVED_ACCOUNTS)
            ),
        ],
        [*_any_of(P_CATTARIF, P_ARRONDI, P_DEVISE), _PROMOTION_OF_EVERYTHING],
    )
)

_CATALOG = (
    _STOCK
    + _PRICES
    + _Dependencies(
        [
            *_own(F_NOMENCLAT, F_ARTICLEMEDIA, F_ARTGLOSS, F_ARTFOURNISS),
            *_by_family(F_FAMILLE),
            select(F_ARTGLOSS.c.AR_Ref).where(F_ARTGLOSS.c.GL_No.in_(_MOVED_GLOSSARIES)).distinct(),
            select(F_ARTICLE.c.AR_Ref).where(
                or_(*(F_ARTICLE.c[f"CL_No{level}"].in_(_MOVED_CATALOGUE) for level in (1, 2, 3, 4)))
            ),
            select(F_ARTICLE.c.AR_Ref).where(
                or_(*(F_ARTICLE.c[f"AR_Gamme{axis}"].in_(_MOVED_RANGES) for axis in (1, 2)))
            ),
            select(F_ARTFOURNISS.c.AR_Ref)
            .where(F_ARTFOURNISS.c.AF_Principal == 1, F_ARTFOURNISS.c.CT_Num.in_(_MOVED_ACCOUNTS))
            .distinct(),
        ],
        _any_of(P_GAMME),
    )
)

_DEPENDENCIES = {ArticleFlow.CATALOG: _CATALOG, ArticleFlow.STOCK: _STOCK, ArticleFlow.PRICES: _PRICES}
