"""Representatives and payment-terms models."""

from navette.demo.company.foundations.parameter_numbers import PaymentMode
from navette.demo.company.row_writer import RowWriter
from navette.demo.company.sample_calendar import SampleCalendar
from navette.erp.sage100.tables import F_COLLABORATEUR, F_EMODELER, F_MODELER

REPRESENTATIVES = (("Vautrin", "Élise"), ("Moreau", "Gaspard"), ("Perrenot", "Colette"))

TERMS = (
    ("Comptant", PaymentMode.CARD, 0, 0),
    ("30 jours fin de mois", PaymentMode.TRANSFER, 30, 1),
    ("45 jours nets", PaymentMode.CHEQUE, 45, 0),
)
"""Label, payment mode, days, condition (RT_Condition: 0 net, 1 end of month); MR_No counts from 1."""

_BALANCE = 1


def write_staff(rows: RowWriter, calendar: SampleCalendar) -> None:
    """Write F_COLLABORATEUR, F_MODELER and F_EMODELER."""
    for number, (name, first_name) in enumerate(REPRESENTATIVES, start=1):
        rows.add(
            F_COLLABORATEUR,
            CO_No=number,
            CO_Nom=name,
            CO_Prenom=first_name,
            CO_Fonction="Commercial",
            CO_Vendeur=1,
            CO_Ville="Besançon",
            CO_Pays="France",
            CO_DateCreation=calendar.day(-900),
            CO_EMail=f"{name.lower()}@clairveil.example.com",
        )
    for number, (label, mode, days, condition) in enumerate(TERMS, start=1):
        rows.add(F_MODELER, MR_No=number, MR_Intitule=label)
        rows.add(
            F_EMODELER,
            MR_No=number,
            N_Reglement=int(mode),
            ER_NbJour=days,
            ER_Condition=condition,
            ER_TRepart=_BALANCE,
        )
