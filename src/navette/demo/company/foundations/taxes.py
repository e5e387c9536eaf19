"""Taxes of the sample company: French rates, exempt sales, one-stop-shop rates, ecotax."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum

from navette.demo.company.row_writer import RowWriter
from navette.erp.sage100.tables import F_TAXE


class VatClass(StrEnum):
    """Which French rate an article falls under; the rates of other countries follow from it."""

    STANDARD = "standard"
    INTERMEDIATE = "intermediate"
    REDUCED = "reduced"
    PRESS = "press"
    EXEMPT = "exempt"


class SalesCategory(IntEnum):
    """Accounting categories of sales (columns of P_CATCOMPTA)."""

    FRANCE = 1
    EUROPE = 2
    EXPORT = 3
    OSS_GERMANY = 4
    OSS_BELGIUM = 5
    OSS_ITALY = 6
    OSS_SPAIN = 7


SALES_LABELS = {
    SalesCategory.FRANCE: "Ventes France",
    SalesCategory.EUROPE: "Ventes CE",
    SalesCategory.EXPORT: "Ventes export",
    SalesCategory.OSS_GERMANY: "Ventes OSS Allemagne",
    SalesCategory.OSS_BELGIUM: "Ventes OSS Belgique",
    SalesCategory.OSS_ITALY: "Ventes OSS Italie",
    SalesCategory.OSS_SPAIN: "Ventes OSS Espagne",
}
PURCHASE_LABELS = ("Achats France", "Achats CE", "Achats import")


@dataclass(frozen=True, slots=True)
class Tax:
    """A tax of the sample; `per_unit` ones are amounts (TA_TTaux 2) that VAT is added to (TA_Type 2)."""

    code: str
    label: str
    rate: Decimal
    account: str
    per_unit: bool = False
    is_collected_from_customer: bool = True
    is_deductible: bool = False
    origin: int = 0

    @property
    def rate_kind(self) -> int:
        """TA_TTaux, DL_TypeTaux."""
        return 2 if self.per_unit else 0

    @property
    def kind(self) -> int:
        """TA_Type, DL_TypeTaxe: VAT on debits, or parafiscal on the net amount."""
        return 2 if self.per_unit else 0


def _vat(code: str, rate: str, account: str, place: str = "") -> Tax:
    percent = rate.replace(".", ",")
    return Tax(code, f"TVA {place}collectée {percent} %", Decimal(rate), account)


def _deductible(code: str, rate: str, account: str) -> Tax:
    percent = rate.replace(".", ",")
    return Tax(code, f"TVA déductible {percent} %", Decimal(rate), account, is_deductible=True)


FRENCH_VAT = {
    VatClass.STANDARD: _vat("V20", "20", "4457120"),
    VatClass.INTERMEDIATE: _vat("V10", "10", "4457110"),
    VatClass.REDUCED: _vat("V55", "5.5", "4457155"),
    VatClass.PRESS: _vat("V21", "2.1", "4457121"),
}
PURCHASE_VAT = {
    VatClass.STANDARD: _deductible("D20", "20", "4456620"),
    VatClass.INTERMEDIATE: _deductible("D10", "10", "4456610"),
    VatClass.REDUCED: _deductible("D55", "5.5", "4456655"),
    VatClass.PRESS: _deductible("D21", "2.1", "4456621"),
}
EUROPE_EXEMPT = Tax("V0C", "Livraison intracommunautaire", Decimal(0), "4457100", origin=1)
EXPORT_EXEMPT = Tax("V0E", "Exportation exonérée", Decimal(0), "4457100", origin=2)
NO_VAT = Tax("V00", "Hors champ de la TVA", Decimal(0), "4457100")

_OSS_RATES = {
    SalesCategory.OSS_GERMANY: ("A", "Allemagne ", "4457801", ("19", "7", "7", "7")),
    SalesCategory.OSS_BELGIUM: ("B", "Belgique ", "4457802", ("21", "6", "6", "6")),
    SalesCategory.OSS_ITALY: ("I", "Italie ", "4457803", ("22", "10", "4", "4")),
    SalesCategory.OSS_SPAIN: ("E", "Espagne ", "4457804", ("21", "10", "4", "4")),
}


def _oss(letter: str, place: str, account: str, rates: tuple[str, ...]) -> dict[VatClass, Tax]:
    return {
        vat_class: _vat(f"O{letter}{int(rate):02d}", rate, account, place)
        for vat_class, rate in zip(FRENCH_VAT, rates, strict=True)
    }


OSS_VAT = {category: _oss(*country) for category, country in _OSS_RATES.items()}

ECOTAX_SMALL = Tax("ECO02", "Éco-participation DEEE 0,02", Decimal("0.02"), "4458010", per_unit=True)
ECOTAX_LARGE = Tax("ECO50", "Éco-participation DEEE 0,50", Decimal("0.50"), "4458010", per_unit=True)
ECOTAX_UNCOLLECTED = Tax(
    "ECONP", "Éco-participation non perçue", Decimal(1), "4458010", per_unit=True, is_collected_from_customer=False
)


def sales_vat(category: SalesCategory, vat_class: VatClass) -> Tax:
    """Give the VAT of a sale of an accounting category."""
    if vat_class is VatClass.EXEMPT:
        return NO_VAT
    match category:
        case SalesCategory.FRANCE:
            return FRENCH_VAT[vat_class]
        case SalesCategory.EUROPE:
            return EUROPE_EXEMPT
        case SalesCategory.EXPORT:
            return EXPORT_EXEMPT
        case _:
            return OSS_VAT[category][vat_class]


def all_taxes() -> list[Tax]:
    """Give each tax once, in the order of their numbers."""
    groups = [FRENCH_VAT.values(), PURCHASE_VAT.values(), *(rates.values() for rates in OSS_VAT.values())]
    others = [EUROPE_EXEMPT, EXPORT_EXEMPT, NO_VAT, ECOTAX_SMALL, ECOTAX_LARGE, ECOTAX_UNCOLLECTED]
    return list({tax.code: tax for tax in [*(tax for group in groups for tax in group), *others]}.values())


def write_taxes(rows: RowWriter) -> None:
    """Write F_TAXE."""
    for number, tax in enumerate(all_taxes(), start=1):
        rows.add(
            F_TAXE,
            TA_No=number,
            TA_Code=tax.code,
            TA_Intitule=tax.label,
            TA_Taux=tax.rate,
            TA_TTaux=tax.rate_kind,
            TA_Type=tax.kind,
            TA_NP=int(not tax.is_collected_from_customer),
            TA_Sens=int(not tax.is_deductible),
            TA_Provenance=tax.origin,
            TA_Assujet=100,
            CG_Num=tax.account,
        )
