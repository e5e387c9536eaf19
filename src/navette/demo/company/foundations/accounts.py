"""General accounts and journals of the sample company."""

from enum import IntEnum

from navette.demo.company.foundations.taxes import SalesCategory, VatClass, all_taxes, sales_vat
from navette.demo.company.row_writer import RowWriter
from navette.erp.sage100.tables import F_COMPTEG, F_JOURNAUX

CUSTOMERS = "4110000"
SUPPLIERS = "4010000"
SHIPPING_SOLD = "7085000"
DISCOUNTS_GRANTED = "7097000"
CASH_DISCOUNTS_GRANTED = "6650000"
GAP_LOSS = "6580000"
GAP_GAIN = "7580000"
STOCK = "3700000"

SALES_JOURNAL = "VTE"
PURCHASE_JOURNAL = "ACH"
BANK_JOURNAL = "BQ1"
CARD_JOURNAL = "CB"
CASH_JOURNAL = "CAI"
WALLET_JOURNAL = "PPL"
GENERAL_JOURNAL = "OD"

TREASURY_ACCOUNTS = {
    BANK_JOURNAL: "5121000",
    CARD_JOURNAL: "5115000",
    CASH_JOURNAL: "5300000",
    WALLET_JOURNAL: "5124000",
}


class Nature(IntEnum):
    """N_Nature of a general account."""

    NONE = 0
    CUSTOMER = 1
    SUPPLIER = 2
    BANK = 4
    CASH = 5


_RATE_DIGITS = {vat_class: digit for digit, vat_class in enumerate(VatClass, start=1)}


def sales_account(category: SalesCategory, vat_class: VatClass) -> str:
    """Give the account that a sale of goods is booked on."""
    return f"707{_RATE_DIGITS[vat_class]}{category:02d}0"


def purchase_account(vat_class: VatClass) -> str:
    """Give the account that a purchase of goods is booked on."""
    return f"607{_RATE_DIGITS[vat_class]}000"


def write_accounts(rows: RowWriter) -> None:
    """Write F_COMPTEG and F_JOURNAUX."""
    _write_parties_and_treasury(rows)
    for tax_account, label in {tax.account: tax.label for tax in all_taxes()}.items():
        _account(rows, tax_account, label)
    for vat_class in VatClass:
        rate = f"{sales_vat(SalesCategory.FRANCE, vat_class).rate.normalize():f}".replace(".", ",")
        _account(rows, purchase_account(vat_class), f"Achats de marchandises {rate} %")
        for category in SalesCategory:
            place = category.name.removeprefix("OSS_").capitalize()
            tax = sales_vat(category, vat_class).code
            _account(rows, sales_account(category, vat_class), f"Ventes {rate} % - {place}", tax=tax)
    _write_journals(rows)


def _write_parties_and_treasury(rows: RowWriter) -> None:
    _account(rows, CUSTOMERS, "Clients", nature=Nature.CUSTOMER, matched=True)
    _account(rows, SUPPLIERS, "Fournisseurs", nature=Nature.SUPPLIER, matched=True)
    _account(rows, STOCK, "Stocks de marchandises")
    _account(rows, SHIPPING_SOLD, "Ports et frais accessoires facturés")
    _account(rows, DISCOUNTS_GRANTED, "Rabais, remises, ristournes accordés")
    _account(rows, CASH_DISCOUNTS_GRANTED, "Escomptes accordés")
    _account(rows, GAP_LOSS, "Écarts de règlement débiteurs")
    _account(rows, GAP_GAIN, "Écarts de règlement créditeurs")
    for journal, treasury in TREASURY_ACCOUNTS.items():
        nature = Nature.CASH if journal == CASH_JOURNAL else Nature.BANK
        _account(rows, treasury, f"Trésorerie {journal}", nature=nature)


def _account(
    rows: RowWriter,
    number: str,
    label: str,
    *,
    nature: int = Nature.NONE,
    matched: bool = False,
    tax: str | None = None,
) -> None:
    rows.add(
        F_COMPTEG,
        CG_Num=number,
        CG_Intitule=label,
        CG_Classement=label[:17].upper(),
        N_Nature=int(nature),
        CG_Lettrage=int(matched),
        CG_Tiers=int(matched),
        TA_Code=tax,
    )


def _write_journals(rows: RowWriter) -> None:
    for journal, label, kind in (
        (PURCHASE_JOURNAL, "Journal des achats", 0),
        (SALES_JOURNAL, "Journal des ventes", 1),
        (BANK_JOURNAL, "Banque", 2),
        (CARD_JOURNAL, "Cartes bancaires", 2),
        (CASH_JOURNAL, "Caisse", 2),
        (WALLET_JOURNAL, "Portefeuille en ligne", 2),
        (GENERAL_JOURNAL, "Opérations diverses", 3),
    ):
        treasury = TREASURY_ACCOUNTS.get(journal)
        rows.add(
            F_JOURNAUX,
            JO_Num=journal,
            JO_Intitule=label,
            JO_Type=kind,
            CG_Num=treasury,
            JO_Reglement=int(treasury is not None),
            JO_NumPiece=1,
        )
