"""Dated sales and promotions, and the articles and families that they hold for (F_TARIF, F_TARIFSELECT)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import DateTime, bindparam, or_, select

from navette.domain.keys import normalise_code
from navette.domain.price_sheet import Promotion
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.mapper.price_sheet import to_promotion
from navette.erp.sage100.reader.article_details import LAST_EMPTY_DATE, grouped, of_page
from navette.erp.sage100.reader.discount_columns import discount_columns
from navette.erp.sage100.reader.promotion_rows import IS_PROMOTION, SelectionKind
from navette.erp.sage100.tables import F_TARIF, F_TARIFSELECT

_CURRENT = (
    IS_PROMOTION,
    or_(
        F_TARIF.c.TF_Fin.is_(None),
        F_TARIF.c.TF_Fin <= LAST_EMPTY_DATE,
        F_TARIF.c.TF_Fin >= bindparam("today", type_=DateTime),
    ),
)
_PROMOTIONS = (
    select(
        F_TARIF.c.TF_No,
        F_TARIF.c.TF_Intitule,
        F_TARIF.c.TF_Debut,
        F_TARIF.c.TF_Fin,
        *discount_columns(F_TARIF, "TF_Remise"),
    )
    .where(*_CURRENT)
    .order_by(F_TARIF.c.TF_No)
)
_SELECTIONS = select(F_TARIFSELECT.c.TF_No, F_TARIFSELECT.c.TS_Interes, F_TARIFSELECT.c.TS_Ref).where(
    F_TARIFSELECT.c.TF_No.in_(select(F_TARIF.c.TF_No).where(*_CURRENT)),
    F_TARIFSELECT.c.TS_Interes != SelectionKind.ARTICLE.value,
)
_OF_SOME_ARTICLES = (
    select(F_TARIFSELECT.c.TF_No).where(F_TARIFSELECT.c.TS_Interes == SelectionKind.ARTICLE.value).distinct()
)
_OF_PAGE = select(F_TARIFSELECT.c.TS_Ref, F_TARIFSELECT.c.TF_No).where(
    of_page(F_TARIFSELECT.c.TS_Ref), F_TARIFSELECT.c.TS_Interes == SelectionKind.ARTICLE.value
)


@dataclass(frozen=True, slots=True)
class PromotionBook:
    """The promotions that are not over, by number, and which families they name; some are for all articles."""

    promotions: Mapping[int, Promotion]
    by_family: Mapping[str, frozenset[int]]
    for_all: frozenset[int]

    @classmethod
    def read(cls, session: ReadSession, today: date) -> "PromotionBook":
        """Read them; a promotion that names neither articles nor families is for all articles."""
        day = datetime.combine(today, time.min)
        rows = session.all(_PROMOTIONS.params(today=day))
        if not rows:
            return cls({}, {}, frozenset())
        named: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        for selected in session.all(_SELECTIONS.params(today=day)):
            named[selected.TF_No, selected.TS_Interes].add(normalise_code(selected.TS_Ref or ""))
        of_some = set(session.values(_OF_SOME_ARTICLES))
        promotions = {
            row.TF_No: to_promotion(
                row, named[row.TF_No, SelectionKind.CATEGORY], named[row.TF_No, SelectionKind.CUSTOMER]
            )
            for row in rows
        }
        by_family: defaultdict[str, set[int]] = defaultdict(set)
        for number in promotions:
            for family in named[number, SelectionKind.FAMILY]:
                by_family[family].add(number)
        for_all = {number for number in promotions if number not in of_some and not named[number, SelectionKind.FAMILY]}
        families = {family: frozenset(numbers) for family, numbers in by_family.items()}
        return cls(promotions, families, frozenset(for_all))

    def of_page(self, session: ReadSession, families: Mapping[str, str]) -> Mapping[str, tuple[Promotion, ...]]:
        """Promotions of a page of articles, given with their families."""
        if not self.promotions:
            return {}
        named = grouped(session, _OF_PAGE, list(families))
        return {
            reference: self._chosen({row.TF_No for row in named.get(reference, ())}, family)
            for reference, family in families.items()
        }

    def _chosen(self, named: set[int], family: str) -> tuple[Promotion, ...]:
        numbers: Sequence[int] = sorted(named | self.by_family.get(normalise_code(family), frozenset()) | self.for_all)
        found = (self.promotions[number] for number in numbers if number in self.promotions)
        return tuple(promotion for promotion in found if promotion.discounts)
