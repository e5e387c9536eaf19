"""What a document line needs to know of the articles that it sells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from sqlalchemy import bindparam, select

from navette.domain.money import ZERO
from navette.erp.sage100.mapper.values import grams
from navette.erp.sage100.rows import Record
from navette.erp.sage100.tables import F_ARTICLE, P_UNITE
from navette.erp.sage100.writer.session import WriteSession


class Composition(IntEnum):
    """What an article's bill of materials is for (AR_Nomencl)."""

    NONE = 0
    MANUFACTURED = 1
    PRICED_AS_WHOLE = 2
    PRICED_BY_COMPONENTS = 3
    LINKED_ARTICLES = 4


class StockTracking(IntEnum):
    """How stock is followed, as far as lines differ (AR_SuiviStock)."""

    NONE = 0
    SERIAL_NUMBERS = 1
    LOTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCard:
    """An article; weights in grams per unit of sale, cost is what stock is worth where no average cost is known."""

    reference: str
    designation: str
    unit: str
    tracking: int
    composition: int
    compound_quantity: Decimal
    is_back_to_back: bool
    is_dormant: bool
    has_ranges: bool
    excludes_cash_discount: int
    is_billed_by_weight: int
    net_grams: Decimal
    gross_grams: Decimal
    cost: Decimal
    sale_price: Decimal

    @property
    def is_tracked(self) -> bool:
        """Whether lines of the article move stock."""
        return self.tracking != StockTracking.NONE

    @property
    def needs_lots(self) -> bool:
        """Whether goods that leave are named by lot or serial number."""
        return self.tracking in {StockTracking.SERIAL_NUMBERS, StockTracking.LOTS}


_CARDS = (
    select(
        F_ARTICLE.c.AR_Ref,
        F_ARTICLE.c.AR_Design,
        F_ARTICLE.c.AR_SuiviStock,
        F_ARTICLE.c.AR_Nomencl,
        F_ARTICLE.c.AR_QteComp,
        F_ARTICLE.c.AR_Contremarque,
        F_ARTICLE.c.AR_Sommeil,
        F_ARTICLE.c.AR_Gamme1,
        F_ARTICLE.c.AR_Escompte,
        F_ARTICLE.c.AR_FactPoids,
        F_ARTICLE.c.AR_UnitePoids,
        F_ARTICLE.c.AR_PoidsNet,
        F_ARTICLE.c.AR_PoidsBrut,
        F_ARTICLE.c.AR_PUNet,
        F_ARTICLE.c.AR_PrixAch,
        F_ARTICLE.c.AR_PrixVen,
        P_UNITE.c.U_Intitule,
    )
    .outerjoin(P_UNITE, P_UNITE.c.cbIndice == F_ARTICLE.c.AR_UniteVen)
    .where(F_ARTICLE.c.AR_Ref.in_(bindparam("references", expanding=True)))
)


def read_cards(session: WriteSession, references: Iterable[str]) -> Mapping[str, ArticleCard]:
    """Read articles by reference, upper-case; those that do not exist are left out."""
    wanted = sorted(set(references))
    if not wanted:
        return {}
    rows = session.all(_CARDS, references=wanted)
    return {row.AR_Ref.upper(): _card(row) for row in rows}


def _card(row: Record) -> ArticleCard:
    return ArticleCard(
        reference=row.AR_Ref,
        designation=row.AR_Design,
        unit=row.U_Intitule or "",
        tracking=row.AR_SuiviStock or 0,
        composition=row.AR_Nomencl or 0,
        compound_quantity=row.AR_QteComp or Decimal(1),
        is_back_to_back=bool(row.AR_Contremarque),
        is_dormant=bool(row.AR_Sommeil),
        has_ranges=bool(row.AR_Gamme1),
        excludes_cash_discount=row.AR_Escompte or 0,
        is_billed_by_weight=row.AR_FactPoids or 0,
        net_grams=grams(row.AR_PoidsNet, row.AR_UnitePoids),
        gross_grams=grams(row.AR_PoidsBrut, row.AR_UnitePoids),
        cost=row.AR_PUNet or row.AR_PrixAch or ZERO,
        sale_price=row.AR_PrixVen or ZERO,
    )
