"""Price rows of a page of articles, and the rows that all articles share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from navette.domain.price_sheet import FamilyDiscount
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.mapper.price_lines import LineRows, LineTerms, currency_rates, rounding_rules
from navette.erp.sage100.mapper.price_sheet import customer_family_discounts, family_discounts
from navette.erp.sage100.reader.article_details import Grouped, grouped, of_page
from navette.erp.sage100.reader.discount_columns import discount_columns
from navette.erp.sage100.reader.promotions import PromotionBook
from navette.erp.sage100.tables import (
    F_ARTCLIENT,
    F_CONDITION,
    F_FAMCLIENT,
    F_FAMTARIF,
    F_FAMTARIFQTE,
    F_TARIFCOND,
    F_TARIFGAM,
    F_TARIFQTE,
    P_ARRONDI,
    P_CATTARIF,
    P_DEVISE,
)


@dataclass(frozen=True, slots=True)
class SharedPrices:
    """What price lines point to, discounts of families, promotions; read once for a run."""

    terms: LineTerms
    by_category: Mapping[str, Mapping[int, FamilyDiscount]]
    by_customer: Mapping[str, Mapping[str, Decimal]]
    promotions: PromotionBook

    @classmethod
    def read(cls, session: ReadSession, today: date) -> "SharedPrices":
        """Read them."""
        terms = LineTerms(
            rounding_rules(session.all(_ROUNDINGS)),
            currency_rates(session.all(_CURRENCIES)),
            frozenset(session.values(_CATEGORIES_WITH_TAX)),
        )
        return cls(
            terms,
            family_discounts(session.all(_FAMILY_LINES), session.all(_FAMILY_BANDS)),
            customer_family_discounts(session.all(_CUSTOMERS_OF_FAMILIES)),
            PromotionBook.read(session, today),
        )


_ROUNDINGS = select(P_ARRONDI.c.cbIndice, P_ARRONDI.c.AR_Type, P_ARRONDI.c.AR_Valeur)
_CURRENCIES = select(P_DEVISE.c.cbIndice, P_DEVISE.c.D_Cours, P_DEVISE.c.D_Mode)
_CATEGORIES_WITH_TAX = select(P_CATTARIF.c.cbIndice).where(P_CATTARIF.c.CT_PrixTTC == 1)
_FAMILY_LINES = select(
    F_FAMTARIF.c.FA_CodeFamille,
    F_FAMTARIF.c.FT_Categorie,
    F_FAMTARIF.c.FT_Coef,
    F_FAMTARIF.c.FT_Remise,
    F_FAMTARIF.c.FT_TypeRem,
    F_FAMTARIF.c.FT_QteMont,
)
_FAMILY_BANDS = select(
    F_FAMTARIFQTE.c.FA_CodeFamille,
    F_FAMTARIFQTE.c.FQ_RefCF,
    F_FAMTARIFQTE.c.FQ_BorneSup,
    *discount_columns(F_FAMTARIFQTE, "FQ_Remise"),
)
_CUSTOMERS_OF_FAMILIES = select(F_FAMCLIENT.c.FA_CodeFamille, F_FAMCLIENT.c.CT_Num, F_FAMCLIENT.c.FC_Remise)


@dataclass(frozen=True, slots=True)
class PagePrices:
    """Price rows of the articles of a page."""

    lines: Grouped
    bands: Grouped
    variants: Grouped
    packs: Grouped
    packagings: Grouped

    @classmethod
    def read(cls, session: ReadSession, references: Sequence[str], ranged: Sequence[str]) -> "PagePrices":
        """Read them, each table once; packs of articles that have packagings."""
        packagings = grouped(session, _PACKAGINGS, references)
        return cls(
            grouped(session, _LINES, references),
            grouped(session, _BANDS, references),
            grouped(session, _VARIANTS, ranged),
            grouped(session, _PACKS, list(packagings)),
            packagings,
        )

    def of(self, reference: str) -> LineRows:
        """The rows of one article."""
        return LineRows(
            self.lines.get(reference, ()),
            self.bands.get(reference, ()),
            self.variants.get(reference, ()),
            self.packs.get(reference, ()),
        )


_LINES = select(
    F_ARTCLIENT.c.AR_Ref,
    F_ARTCLIENT.c.AC_Categorie,
    F_ARTCLIENT.c.CT_Num,
    F_ARTCLIENT.c.AC_PrixVen,
    F_ARTCLIENT.c.AC_PrixTTC,
    F_ARTCLIENT.c.AC_Coef,
    F_ARTCLIENT.c.AC_Arrondi,
    F_ARTCLIENT.c.AC_QteMont,
    F_ARTCLIENT.c.AC_PrixDev,
    F_ARTCLIENT.c.AC_Devise,
    F_ARTCLIENT.c.AC_Remise,
    F_ARTCLIENT.c.AC_TypeRem,
).where(of_page(F_ARTCLIENT.c.AR_Ref))
_BANDS = select(
    F_TARIFQTE.c.AR_Ref,
    F_TARIFQTE.c.TQ_RefCF,
    F_TARIFQTE.c.TQ_BorneSup,
    F_TARIFQTE.c.TQ_PrixNet,
    *discount_columns(F_TARIFQTE, "TQ_Remise"),
).where(of_page(F_TARIFQTE.c.AR_Ref))
_VARIANTS = select(
    F_TARIFGAM.c.AR_Ref, F_TARIFGAM.c.TG_RefCF, F_TARIFGAM.c.AG_No1, F_TARIFGAM.c.AG_No2, F_TARIFGAM.c.TG_Prix
).where(of_page(F_TARIFGAM.c.AR_Ref), F_TARIFGAM.c.TG_Prix > 0)
_PACKS = select(F_TARIFCOND.c.AR_Ref, F_TARIFCOND.c.TC_RefCF, F_TARIFCOND.c.CO_No, F_TARIFCOND.c.TC_Prix).where(
    of_page(F_TARIFCOND.c.AR_Ref), F_TARIFCOND.c.TC_Prix > 0
)
_PACKAGINGS = (
    select(F_CONDITION.c.AR_Ref, F_CONDITION.c.CO_No, F_CONDITION.c.EC_Quantite)
    .where(of_page(F_CONDITION.c.AR_Ref))
    .order_by(F_CONDITION.c.AR_Ref, F_CONDITION.c.EC_Quantite, F_CONDITION.c.CO_No)
)
