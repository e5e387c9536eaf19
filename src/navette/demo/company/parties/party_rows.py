"""Rows of third parties: card, accounts, addresses, contacts, terms."""

from typing import Any

from navette.demo.company.check_digits import french_vat_number, siret
from navette.demo.company.foundations.accounts import CUSTOMERS, SUPPLIERS
from navette.demo.company.foundations.places import Depot
from navette.demo.company.foundations.staff import TERMS
from navette.demo.company.parties.party import Contact, Party, Place
from navette.demo.company.row_writer import RowWriter, with_twins
from navette.demo.company.sample_calendar import SampleCalendar
from navette.erp.sage100.tables import F_COMPTET, F_COMPTETG, F_CONTACTT, F_LIVRAISON, F_REGLEMENTT

CUSTOMER, SUPPLIER = 0, 1
_BALANCE = 1


class PartyRows:
    """Writes third parties and remembers the number of each one's main delivery address."""

    def __init__(self, rows: RowWriter, calendar: SampleCalendar) -> None:
        self._rows = rows
        self._created = calendar.day(-380)
        self.main_address: dict[str, int] = {}

    def write(self, party: Party) -> None:
        """Write a third party."""
        self._write_card(party)
        account = SUPPLIERS if party.is_supplier else CUSTOMERS
        self._rows.add(F_COMPTETG, CT_Num=party.code, CG_Num=account)
        _, mode, days, condition = TERMS[party.terms - 1]
        self._rows.add(
            F_REGLEMENTT,
            CT_Num=party.code,
            N_Reglement=int(mode),
            RT_NbJour=days,
            RT_Condition=condition,
            RT_TRepart=_BALANCE,
        )
        if not party.is_supplier:
            for position, place in enumerate((party.place, *party.other_places)):
                self._write_address(party, place, is_main=position == 0)
        for contact in party.contacts:
            self._write_contact(party, contact)

    def _write_card(self, party: Party) -> None:
        registered: dict[str, Any] = {"CT_Identifiant": party.vat_number}
        if party.register_number:
            registered = {
                "CT_Siret": siret(party.register_number),
                "CT_Identifiant": french_vat_number(party.register_number),
                "CT_Ape": "4777Z",
            }
        self._rows.add(
            F_COMPTET,
            CT_Num=party.code,
            CT_Intitule=party.title,
            CT_Type=SUPPLIER if party.is_supplier else CUSTOMER,
            CG_NumPrinc=SUPPLIERS if party.is_supplier else CUSTOMERS,
            CT_NumPayeur=party.code,
            CT_NumCentrale=party.purchasing_group,
            CT_Qualite=party.courtesy,
            CT_Classement=party.title[:17].upper(),
            CT_Contact=party.contacts[0].last_name if party.contacts else "",
            CT_Telephone=party.phone,
            CT_EMail=party.email,
            N_CatTarif=int(party.price_category),
            N_CatCompta=int(party.sales_category),
            N_Expedition=party.shipping_method,
            CT_Taux01=party.discount,
            CT_Taux02=party.early_payment_discount,
            CT_Encours=party.credit_limit,
            CT_Assurance=party.insured,
            CT_ControlEnc=int(party.control),
            N_Risque=party.risk,
            CT_Sommeil=int(party.is_dormant),
            CT_Prospect=int(party.is_prospect),
            CT_ExclureTrait=int(party.is_erased),
            CT_GDPR=int(party.is_erased),
            CT_DateCreate=self._created,
            **_address("CT", party.place),
            **_CONSTANTS,
            **with_twins(CO_No=party.representative, DE_No=int(Depot.BESANCON), MR_No=party.terms),
            **registered,
        )

    def _write_address(self, party: Party, place: Place, *, is_main: bool) -> None:
        number = self._rows.next_number("LI_No")
        if is_main:
            self.main_address[party.code] = number
        self._rows.add(
            F_LIVRAISON,
            LI_No=number,
            CT_Num=party.code,
            LI_Intitule=party.title if is_main else f"{party.title} - {place.town}"[:69],
            LI_Principal=int(is_main),
            N_Expedition=party.shipping_method,
            N_Condition=1,
            LI_Telephone=party.phone,
            LI_EMail=party.email,
            **_address("LI", place),
        )

    def _write_contact(self, party: Party, contact: Contact) -> None:
        self._rows.add(
            F_CONTACTT,
            CT_No=self._rows.next_number("CT_No"),
            CT_Num=party.code,
            CT_Nom=contact.last_name,
            CT_Prenom=contact.first_name,
            CT_EMail=contact.email,
            CT_Telephone=contact.phone,
            CT_Fonction=contact.function,
            CT_Civilite=contact.courtesy,
            N_Service=1,
            N_Contact=1,
        )


_CONSTANTS = {
    "N_Devise": 0,
    "N_Period": 1,
    "N_Condition": 1,
    "CT_Facture": 1,
    "CT_BLFact": 0,
    "CT_Saut": 1,
    "CT_Lettrage": 1,
    "CT_LivrPartielle": 1,
    "CT_EchangeCR": 1,
    "CT_AnnulationCR": 1,
}


def _address(prefix: str, place: Place) -> dict[str, str]:
    return {
        f"{prefix}_Adresse": place.street,
        f"{prefix}_Complement": place.more,
        f"{prefix}_CodePostal": place.postcode,
        f"{prefix}_Ville": place.town,
        f"{prefix}_Pays": place.country,
    }
