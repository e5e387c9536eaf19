"""Depots with their places, countries."""

from dataclasses import dataclass
from enum import IntEnum

from navette.demo.company.row_writer import RowWriter, with_twins
from navette.erp.sage100.tables import F_DEPOT, F_DEPOTEMPL, F_PAYS


class Depot(IntEnum):
    """Depots (DE_No); repairs are left out of availability (DE_Exclure)."""

    BESANCON = 1
    DIJON = 2
    DOLE = 3
    REPAIRS = 4


@dataclass(frozen=True, slots=True)
class _DepotCard:
    label: str
    code: str
    street: str
    postcode: str
    town: str


DEPOT_CARDS = {
    Depot.BESANCON: _DepotCard("Clairveil Besançon", "BES", "14 rue des Orfèvres", "25000", "Besançon"),
    Depot.DIJON: _DepotCard("Boutique Dijon", "DIJ", "3 place des Ducs", "21000", "Dijon"),
    Depot.DOLE: _DepotCard("Entrepôt Dole", "DOL", "27 avenue du Rail", "39100", "Dole"),
    Depot.REPAIRS: _DepotCard("Atelier SAV", "SAV", "14 rue des Orfèvres", "25000", "Besançon"),
}

PLACES_PER_DEPOT = 6

COUNTRIES = (
    ("France", "FR", 1),
    ("Allemagne", "DE", 1),
    ("Belgique", "BE", 1),
    ("Italie", "IT", 1),
    ("Espagne", "ES", 1),
    ("Luxembourg", "LU", 1),
    ("Pays-Bas", "NL", 1),
    ("Autriche", "AT", 1),
    ("Portugal", "PT", 1),
    ("Irlande", "IE", 1),
    ("Croatie", "HR", 1),
    ("Suisse", "CH", 1),
    ("Royaume-Uni", "GB", 1),
    ("États-Unis", "US", 0),
    ("Canada", "CA", 0),
    ("Japon", "JP", 0),
)


def place_number(depot: Depot, place: int) -> int:
    """Give the DP_No of a place, counted from 0, in a depot."""
    return (depot - 1) * PLACES_PER_DEPOT + place + 1


def write_places(rows: RowWriter) -> None:
    """Write F_DEPOT, F_DEPOTEMPL and F_PAYS."""
    for depot, card in DEPOT_CARDS.items():
        rows.add(
            F_DEPOT,
            DE_No=depot,
            DE_Intitule=card.label,
            DE_Code=card.code,
            DE_Adresse=card.street,
            DE_CodePostal=card.postcode,
            DE_Ville=card.town,
            DE_Pays="France",
            DE_Principal=int(depot is Depot.BESANCON),
            DE_Exclure=int(depot is Depot.REPAIRS),
            DE_CatCompta=1,
            **with_twins(DP_NoDefaut=place_number(depot, 0)),
        )
        for place in range(PLACES_PER_DEPOT):
            code = f"{'AB'[place // 3]}{place % 3 + 1:02d}"
            number = place_number(depot, place)
            rows.add(
                F_DEPOTEMPL, DP_No=number, DP_Code=code, DP_Intitule=f"Casier {code}", **with_twins(DE_No=int(depot))
            )
    for number, (label, code, sepa) in enumerate(COUNTRIES, start=1):
        rows.add(F_PAYS, PA_No=number, PA_Intitule=label, PA_Code=code, PA_CodeISO2=code, PA_SEPA=sepa)
