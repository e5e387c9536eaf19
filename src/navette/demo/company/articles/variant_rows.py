"""Rows of what an article is sold as: ranges with their combinations, packagings, components."""

from dataclasses import dataclass
from decimal import Decimal

from navette.demo.company.articles.article import Bill, SampleArticle
from navette.demo.company.articles.prices import category_code
from navette.demo.company.foundations.parameter_numbers import PriceCategory
from navette.demo.company.row_writer import RowWriter, with_twins
from navette.erp.sage100.tables import (
    F_ARTENUMREF,
    F_ARTGAMME,
    F_ARTPRIX,
    F_CONDITION,
    F_NOMENCLAT,
    F_TARIFCOND,
    F_TARIFGAM,
)

_FIXED_QUANTITY = 0


@dataclass(frozen=True, slots=True)
class VariantNumbers:
    """AG_No1 and AG_No2 of a combination, with its opening quantity."""

    numbers: tuple[int, int]
    quantity: int


class VariantRows:
    """Writes ranges, packagings and components."""

    def __init__(self, rows: RowWriter) -> None:
        self._rows = rows

    def write(self, article: SampleArticle) -> list[VariantNumbers]:
        """Write them, and give the numbers of the combinations."""
        variants = self._write_ranges(article) if article.ranges else []
        for position, pack in enumerate(article.packs):
            number = self._rows.next_number("CO_No")
            self._rows.add(
                F_CONDITION,
                AR_Ref=article.reference,
                CO_No=number,
                EC_Enumere=pack.label,
                EC_Quantite=pack.quantity,
                CO_Ref=pack.reference,
                CO_CodeBarre=pack.barcode,
                CO_Principal=int(position == 0),
            )
            if pack.consumer_price:
                self._rows.add(
                    F_TARIFCOND,
                    AR_Ref=article.reference,
                    TC_RefCF=category_code(PriceCategory.CONSUMERS),
                    TC_Prix=pack.consumer_price,
                    **with_twins(CO_No=number),
                )
        self._write_parts(article)
        return variants

    def _write_ranges(self, article: SampleArticle) -> list[VariantNumbers]:
        numbers: dict[tuple[int, str], int] = {}
        for axis in range(len(article.ranges)):
            for value in dict.fromkeys(variant.values[axis] for variant in article.variants):
                number = self._rows.next_number("AG_No")
                numbers[axis, value] = number
                self._rows.add(F_ARTGAMME, AR_Ref=article.reference, AG_No=number, EG_Enumere=value, AG_Type=axis)
        written = []
        for variant in article.variants:
            first = numbers[0, variant.values[0]]
            second = numbers[1, variant.values[1]] if len(article.ranges) > 1 else 0
            twins = with_twins(AG_No1=first, AG_No2=second)
            if variant.has_row:
                self._rows.add(
                    F_ARTENUMREF,
                    AR_Ref=article.reference,
                    AE_Ref=variant.reference,
                    AE_CodeBarre=variant.barcode,
                    AE_PrixAch=article.cost,
                    AE_Sommeil=int(variant.is_dormant),
                    **twins,
                )
                self._rows.add(
                    F_ARTPRIX, AR_Ref=article.reference, AR_PUNet=article.cost, AR_CoutStd=article.cost, **twins
                )
            if variant.consumer_price:
                self._rows.add(
                    F_TARIFGAM,
                    AR_Ref=article.reference,
                    TG_RefCF=category_code(PriceCategory.CONSUMERS),
                    TG_Prix=variant.consumer_price,
                    **twins,
                )
            written.append(VariantNumbers((first, second), variant.quantity))
        return written

    def _write_parts(self, article: SampleArticle) -> None:
        whole = sum((part.quantity for part in article.parts), Decimal(0))
        for order, part in enumerate(article.parts, start=1):
            share = Decimal(100) * part.quantity / whole if article.bill is not Bill.LINKED else Decimal(0)
            self._rows.add(
                F_NOMENCLAT,
                AR_Ref=article.reference,
                NO_RefDet=part.reference,
                NO_Qte=part.quantity,
                NO_Type=_FIXED_QUANTITY,
                NO_Repartition=share.quantize(Decimal("0.01")),
                NO_Ordre=order,
                **with_twins(DE_No=0),
            )
