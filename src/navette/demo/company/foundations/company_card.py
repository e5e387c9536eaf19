"""The company itself: card, preferences, document organisation, numbering of third parties."""

from datetime import datetime

from navette.demo.company.check_digits import french_vat_number, siret
from navette.demo.company.foundations.accounts import CUSTOMERS, GAP_GAIN, GAP_LOSS, GENERAL_JOURNAL, SUPPLIERS
from navette.demo.company.foundations.parameters import fill
from navette.demo.company.foundations.places import Depot
from navette.demo.company.row_writer import RowWriter, with_twins
from navette.demo.company.sample_calendar import SampleCalendar
from navette.erp.sage100.tables import (
    P_COMMUNICATION,
    P_DOSSIER,
    P_DOSSIERCIAL,
    P_ORGAVEN,
    P_PARAMETRECIAL,
    P_PREFERENCES,
    P_TIERS,
    cbSysLink,
)

COMPANY_NAME = "Bijouterie Clairveil"
TEMPLATE_CUSTOMER = "COMPTOIR"
_REGISTER_NUMBER = 1
_WEIGHT_IN_GRAMS = 3


def write_company_card(rows: RowWriter, calendar: SampleCalendar) -> None:
    """Write the one-row tables of the company."""
    years: dict[str, datetime] = {}
    for number in range(3):
        first, last = calendar.fiscal_year(number)
        years |= {f"D_DebutExo{number + 1:02d}": first, f"D_FinExo{number + 1:02d}": last}
    rows.add(
        P_DOSSIER,
        cbIndice=1,
        D_RaisonSoc=COMPANY_NAME,
        D_Adresse="14 rue des Orfèvres",
        D_CodePostal="25000",
        D_Ville="Besançon",
        D_Pays="France",
        D_Siret=siret(_REGISTER_NUMBER),
        D_Identifiant=french_vat_number(_REGISTER_NUMBER),
        D_Ape="4777Z",
        D_EMail="contact@clairveil.example.com",
        N_DeviseCompte=1,
        **years,
    )
    rows.add(P_DOSSIERCIAL, cbIndice=1, D_FormatQte="# ##0.00", D_FormatPrix="# ##0.00", N_DeviseCompte=1)
    rows.add_all(
        cbSysLink, {"CB_Type": "CIAL", "CB_Path": "Clairveil.gcm"}, {"CB_Type": "CPTA", "CB_Path": "Clairveil.mae"}
    )
    _write_preferences(rows)
    _write_document_organisation(rows)
    _write_third_party_types(rows)


def _write_preferences(rows: RowWriter) -> None:
    rows.add(
        P_PREFERENCES,
        cbIndice=1,
        PR_UnitePoids=_WEIGHT_IN_GRAMS,
        PR_StockNeg=1,
        PR_RefEsc="ZREMISE",
        CG_NumCli=CUSTOMERS,
        CG_NumFrs=SUPPLIERS,
        CT_Num=TEMPLATE_CUSTOMER,
        **with_twins(DE_No=int(Depot.BESANCON)),
    )
    rows.add(
        P_PARAMETRECIAL,
        cbIndice=1,
        P_BaseEncours=4,
        P_InterditSommeil=1,
        P_JournEcartRegl=GENERAL_JOURNAL,
        P_DebitRegl=GAP_LOSS,
        P_CreditRegl=GAP_GAIN,
        P_MaxEcart=1,
        P_LibelleEntete1="Nom",
        P_LibelleEntete2="Adresse",
        P_LibelleEntete3="N° de suivi",
        P_LibelleEntete4="Divers",
        P_LibelleReference="Référence",
    )
    rows.add(
        P_COMMUNICATION,
        cbIndice=1,
        N_CatTarif=1,
        N_CatCompta=1,
        DE_No=int(Depot.BESANCON),
        AR_RefAttente="ZDIVERS",
        N_Condition=1,
        N_Expedition=2,
        N_Period=1,
        CO_NbFacture=1,
        CO_Colisage=1,
        CO_TypeColis=1,
        CO_Regime=21,
        CO_Transaction=11,
    )


def _write_document_organisation(rows: RowWriter) -> None:
    statuses = {
        "D_Saisie": 1,
        "D_Confirme": 1,
        "D_Valide": 1,
        "D_LibelleSaisie": "Saisi",
        "D_LibelleConfirme": "Confirmé",
    }
    last = ("Accepté", "À préparer", "À livrer", "À facturer", "À rembourser", "À rembourser", "À comptabiliser", "")
    fill(rows, P_ORGAVEN, *({**statuses, "D_LibelleValide": label} for label in last), size=len(last))


def _write_third_party_types(rows: RowWriter) -> None:
    automatic = {"T_Principal": 1, "T_Numerotation": 2, "T_Lg": 9, "T_Val01T_TCompte": 1}
    customers = {**automatic, "T_Racine": "C", "T_Val01T_Intitule": "Clients", "T_Val01T_Compte": CUSTOMERS}
    suppliers = {**automatic, "T_Racine": "F", "T_Val01T_Intitule": "Fournisseurs", "T_Val01T_Compte": SUPPLIERS}
    fill(rows, P_TIERS, customers, suppliers, {}, {}, size=4)
