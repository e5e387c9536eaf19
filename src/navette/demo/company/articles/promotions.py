"""Discounts by family and dated promotions (F_FAMTARIF, F_FAMCLIENT, F_TARIF)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import IntEnum

from navette.demo.company.articles.prices import category_code
from navette.demo.company.foundations.parameter_numbers import PriceCategory
from navette.demo.company.foundations.ranges import Scale
from navette.demo.company.row_writer import RowWriter
from navette.demo.company.sample_calendar import SampleCalendar
from navette.erp.sage100.tables import (
    F_FAMCLIENT,
    F_FAMTARIF,
    F_FAMTARIFQTE,
    F_TARIF,
    F_TARIFREMISE,
    F_TARIFSELECT,
    UNBOUNDED,
)

_PERCENT = 1
_PROMOTION, _REBATE = 0, 1
_EMPTY_DATE = datetime(1753, 1, 1)  # noqa: DTZ001 (Sage's empty date has no zone)


class Interest(IntEnum):
    """TS_Interes: what a line of a promotion's selection names."""

    FAMILY = 0
    ARTICLE = 1
    PRICE_CATEGORY = 2
    CUSTOMER = 3


@dataclass(frozen=True, slots=True)
class Promotion:
    """A dated discount; its first and last day count from today, None where it is open."""

    label: str
    discount: int
    first: int | None
    last: int | None
    selection: tuple[tuple[Interest, str], ...]


PROMOTIONS = (
    Promotion("Soldes d'hiver", 20, -5, 25, ((Interest.FAMILY, "BROCHE"), (Interest.ARTICLE, "COLAR01"))),
    Promotion("Fête des mères", 10, 120, 140, ((Interest.FAMILY, "PENDENTIF"),)),
    Promotion("Rentrée passée", 15, -120, -90, ((Interest.FAMILY, "MONTRE"),)),
    Promotion("Prix permanents accessoires", 5, None, None, ((Interest.ARTICLE, "PILE01"),)),
    Promotion(
        "Grossistes de janvier",
        8,
        -10,
        20,
        ((Interest.FAMILY, "ECRIN"), (Interest.PRICE_CATEGORY, str(int(PriceCategory.WHOLESALERS)))),
    ),
    Promotion("Offre Bellecombe", 12, -1, 60, ((Interest.ARTICLE, "BAGOR01"), (Interest.CUSTOMER, "DETALYON"))),
)


def write_family_discounts(rows: RowWriter) -> None:
    """Write discounts of categories and of customers on families, one with bands."""
    for family, category, discount in (
        ("BRACELET", PriceCategory.RETAILERS, 10),
        ("OREILLES", PriceCategory.WHOLESALERS, 25),
        ("MONTRE", PriceCategory.STAFF, 30),
    ):
        rows.add(F_FAMTARIF, FA_CodeFamille=family, FT_Categorie=int(category), FT_Remise=discount)
    rows.add(
        F_FAMTARIF,
        FA_CodeFamille="ECRIN",
        FT_Categorie=int(PriceCategory.RETAILERS),
        FT_QteMont=1,
        EG_Champ=int(Scale.BY_QUANTITY),
    )
    for bound, discount in ((Decimal(9), 0), (Decimal(49), 6), (UNBOUNDED, 11)):
        rows.add(
            F_FAMTARIFQTE,
            FA_CodeFamille="ECRIN",
            FQ_RefCF=category_code(PriceCategory.RETAILERS),
            FQ_BorneSup=bound,
            FQ_Remise01REM_Valeur=discount,
            FQ_Remise01REM_Type=_PERCENT,
        )
    rows.add(F_FAMCLIENT, FA_CodeFamille="BAGUE", CT_Num="DETADIJON", FC_Remise=Decimal("7.5"))
    rows.add(F_FAMCLIENT, FA_CodeFamille="COLLIER", CT_Num="GROSBESAN", FC_Remise=12)


def write_promotions(rows: RowWriter, calendar: SampleCalendar) -> None:
    """Write the promotions, and a year-end rebate that is not one."""
    for promotion in PROMOTIONS:
        number = rows.next_number("TF_No")
        rows.add(
            F_TARIF,
            TF_No=number,
            TF_Intitule=promotion.label,
            TF_Type=_PROMOTION,
            TF_Debut=_EMPTY_DATE if promotion.first is None else calendar.day(promotion.first),
            TF_Fin=_EMPTY_DATE if promotion.last is None else calendar.day(promotion.last),
            TF_Remise01REM_Valeur=promotion.discount,
            TF_Remise01REM_Type=_PERCENT,
        )
        for interest, reference in promotion.selection:
            rows.add(F_TARIFSELECT, TF_No=number, TS_Interes=int(interest), TS_Ref=reference)
    number = rows.next_number("TF_No")
    rows.add(F_TARIF, TF_No=number, TF_Intitule="Ristourne annuelle", TF_Type=_REBATE, TF_Interes=2, AR_Ref="ZREMISE")
    rows.add(F_TARIFSELECT, TF_No=number, TS_Interes=int(Interest.CUSTOMER), TS_Ref="GROSBESAN")
    for bound, discount in ((Decimal(10_000), 0), (UNBOUNDED, 2)):
        rows.add(
            F_TARIFREMISE,
            TF_No=number,
            TR_BorneSup=bound,
            TR_Remise01REM_Valeur=discount,
            TR_Remise01REM_Type=_PERCENT,
        )
