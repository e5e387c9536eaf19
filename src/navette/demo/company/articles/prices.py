"""Rows of an article's prices: category lines, exceptions of customers, bands."""

from decimal import Decimal
from typing import Any

from navette.demo.company.articles.article import PriceLine, SampleArticle
from navette.demo.company.foundations.parameter_numbers import PriceCategory
from navette.demo.company.foundations.ranges import Scale
from navette.demo.company.row_writer import RowWriter
from navette.erp.sage100.tables import F_ARTCLIENT, F_TARIFQTE

_PERCENT = 1
_BAND_KINDS = {Scale.BY_QUANTITY: 1, Scale.BY_AMOUNT: 2, Scale.NET_PRICE: 3}


def category_code(category: PriceCategory) -> str:
    """Give a price category as the XX_RefCF columns write it."""
    return f"a{category:02d}"


def write_prices(rows: RowWriter, article: SampleArticle) -> None:
    """Write the price lines of an article."""
    for line in article.prices:
        rows.add(
            F_ARTCLIENT,
            AR_Ref=article.reference,
            AC_Categorie=int(line.category or 0),
            CT_Num=line.account or None,
            AC_PrixVen=line.price,
            AC_PrixTTC=int(line.includes_tax),
            AC_Coef=line.coefficient,
            AC_Calcul=int(bool(line.coefficient)),
            AC_Remise=line.discount,
            AC_TypeRem=int(line.excludes_discounts),
            AC_QteMont=_BAND_KINDS[line.scale] if line.scale else 0,
            EG_Champ=int(line.scale or 0),
            AC_RefClient=line.their_reference,
        )
        owner = line.account or (category_code(line.category) if line.category else "")
        for bound, value in line.bands:
            rows.add(F_TARIFQTE, AR_Ref=article.reference, TQ_RefCF=owner, TQ_BorneSup=bound, **_band(line, value))


def _band(line: PriceLine, value: Decimal) -> dict[str, Any]:
    if line.scale is Scale.NET_PRICE:
        return {"TQ_PrixNet": value}
    return {"TQ_Remise01REM_Valeur": value, "TQ_Remise01REM_Type": _PERCENT}
