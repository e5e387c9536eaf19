"""Article families: accounts, taxes and defaults by family (F_FAMILLE, F_FAMCOMPTA)."""

from dataclasses import dataclass
from decimal import Decimal

from navette.demo.company.foundations.accounts import purchase_account, sales_account
from navette.demo.company.foundations.parameter_numbers import Unit
from navette.demo.company.foundations.taxes import PURCHASE_VAT, SalesCategory, VatClass, sales_vat
from navette.demo.company.row_writer import RowWriter
from navette.erp.sage100.tables import F_FAMCOMPTA, F_FAMILLE

DETAIL, TOTAL, CENTRAL = 0, 1, 2
SALE, PURCHASE = 0, 1
INVOICE_TYPES = (0, 1, 2)
GRAMS = 3


@dataclass(frozen=True, slots=True)
class Family:
    """A family: the words that its articles are made of, its VAT, and where its articles stand in the catalogue."""

    code: str
    label: str
    english: str
    vat: VatClass = VatClass.STANDARD
    department: str = "Bijouterie"
    central: str = ""
    unit: Unit = Unit.PIECE
    is_tracked: bool = True
    is_published: bool = True
    prefix: str = ""
    noun: str = ""
    english_noun: str = ""


def _jewel(code: str, label: str, english: str, noun: str, english_noun: str) -> Family:
    return Family(code, label, english, central="BIJOUX", prefix=code[:3], noun=noun, english_noun=english_noun)


JEWELS = (
    _jewel("BAGUE", "Bagues", "Rings", "Bague", "ring"),
    _jewel("COLLIER", "Colliers", "Necklaces", "Collier", "necklace"),
    _jewel("BRACELET", "Bracelets", "Bracelets", "Bracelet", "bracelet"),
    _jewel("OREILLES", "Boucles d'oreilles", "Earrings", "Boucles d'oreilles", "earrings"),
    _jewel("PENDENTIF", "Pendentifs", "Pendants", "Pendentif", "pendant"),
    _jewel("BROCHE", "Broches", "Brooches", "Broche", "brooch"),
)
WATCHES = Family(
    "MONTRE", "Montres", "Watches", department="Horlogerie", prefix="MON", noun="Montre", english_noun="watch"
)
BATTERIES = Family("PILE", "Piles", "Batteries", department="Horlogerie")
CLOCKS = Family("PENDULE", "Pendules", "Clocks", department="Horlogerie")
CASES = Family("ECRIN", "Écrins et emballages", "Cases", department="Cadeaux et écrins")
SETS = Family("PARURE", "Parures", "Sets", central="BIJOUX")
CARE = Family("ENTRETIEN", "Produits d'entretien", "Care products", department="Cadeaux et écrins")
FLOWERS = Family(
    "FLEUR", "Fleurs et plantes", "Flowers", vat=VatClass.INTERMEDIATE, department="Cadeaux et écrins", prefix="FLE"
)
BOOKS = Family("LIVRE", "Librairie", "Books", vat=VatClass.REDUCED, department="Librairie et presse", prefix="LIV")
PRESS = Family("PRESSE", "Presse", "Press", vat=VatClass.PRESS, department="Librairie et presse")
CLOTHES = Family("MODE", "Mode", "Fashion", department="Mode")
SERVICES = Family("SERVICE", "Services", "Services", department="Services", unit=Unit.HOUR, is_tracked=False)
UTILITIES = Family("ZUTIL", "Articles utilitaires", "Utility", is_tracked=False, is_published=False, department="")

FAMILIES = (
    *JEWELS,
    WATCHES,
    BATTERIES,
    CLOCKS,
    CASES,
    SETS,
    CARE,
    FLOWERS,
    BOOKS,
    PRESS,
    CLOTHES,
    SERVICES,
    UTILITIES,
)

_WEIGHTED_AVERAGE = 2


def write_families(rows: RowWriter) -> None:
    """Write the families, the one that centralises jewels, and a total."""
    rows.add(F_FAMILLE, FA_CodeFamille="BIJOUX", FA_Type=CENTRAL, FA_Intitule="Bijoux")
    rows.add(F_FAMILLE, FA_CodeFamille="ZTOTAL", FA_Type=TOTAL, FA_Intitule="Total des ventes")
    for family in FAMILIES:
        rows.add(
            F_FAMILLE,
            FA_CodeFamille=family.code,
            FA_Type=DETAIL,
            FA_Intitule=family.label,
            FA_Central=family.central,
            FA_UniteVen=int(family.unit),
            FA_UnitePoids=GRAMS,
            FA_SuiviStock=_WEIGHTED_AVERAGE if family.is_tracked else 0,
            FA_Coef=Decimal("2.2"),
            FA_Publie=int(family.is_published),
            FA_RacineRef=family.prefix,
        )
        _write_accounting(rows, family)


def _write_accounting(rows: RowWriter, family: Family) -> None:
    for invoice_type in INVOICE_TYPES:
        for category in SalesCategory:
            rows.add(
                F_FAMCOMPTA,
                FA_CodeFamille=family.code,
                FCP_Type=SALE,
                FCP_Champ=int(category),
                FCP_TypeFacture=invoice_type,
                FCP_ComptaCPT_CompteG=sales_account(category, family.vat),
                FCP_ComptaCPT_Taxe1=sales_vat(category, family.vat).code,
            )
        rows.add(
            F_FAMCOMPTA,
            FA_CodeFamille=family.code,
            FCP_Type=PURCHASE,
            FCP_Champ=1,
            FCP_TypeFacture=invoice_type,
            FCP_ComptaCPT_CompteG=purchase_account(family.vat),
            FCP_ComptaCPT_Taxe1=PURCHASE_VAT[family.vat].code,
        )
