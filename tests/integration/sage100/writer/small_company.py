"""A company of a few records, each of which stands for one rule of writing."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert

from navette.erp.sage100.embedded import FreeField, FreeFieldType, add_free_field, building_company
from navette.erp.sage100.tables import (
    F_ARTENUMREF,
    F_ARTGAMME,
    F_ARTICLE,
    F_ARTSTOCK,
    F_COLLABORATEUR,
    F_COMPTEG,
    F_COMPTET,
    F_COMPTETG,
    F_CONDITION,
    F_DEPOT,
    F_DOCCURRENTPIECE,
    F_FAMILLE,
    F_GAMSTOCK,
    F_JOURNAUX,
    F_LIVRAISON,
    F_LOTSERIE,
    F_MODELER,
    F_NOMENCLAT,
    F_PAYS,
    F_REGLEMENTT,
    F_TAXE,
    P_COLREGLEMENT,
    P_CRISQUE,
    P_DEVISE,
    P_EXPEDITION,
    P_PREFERENCES,
    P_REGLEMENT,
    P_SOUCHEVENTE,
    P_UNITE,
)

TEN = Decimal(10)


def build(path: Path) -> None:
    """Make the company at a path."""
    with building_company(path) as connection:
        _parameters(connection)
        _accounting(connection)
        _parties(connection)
        _articles(connection)
        _sold_forms(connection)
        _stock(connection)
        add_free_field(connection, FreeField("F_DOCENTETE", "N° de suivi", length=30, file_number=35))
        add_free_field(connection, FreeField("F_DOCENTETE", "Expédié le", FreeFieldType.LONG_DATE))
        add_free_field(connection, FreeField("F_DOCLIGNE", "Gravure", length=20))


def add(connection: Connection, table: Table, *rows: dict[str, Any]) -> None:
    """Insert rows of one shape each."""
    for row in rows:
        connection.execute(insert(table).values(**row))


def _parameters(connection: Connection) -> None:
    add(
        connection,
        P_SOUCHEVENTE,
        {"cbIndice": 1, "S_Intitule": "Principale", "S_Valide": 1},
        {"cbIndice": 2, "S_Intitule": "Web", "S_Valide": 1},
        {"cbIndice": 3, "S_Intitule": "Ancienne", "S_Valide": 0},
    )
    firsts = {0: "DE00001", 1: "BC00001", 2: "PL00001", 3: "BL00001", 6: "FA00001"}
    for column, piece in firsts.items():
        row = {"DC_Domaine": 0, "DC_IdCol": column, "DC_Souche": 0, "DC_Piece": piece}
        add(connection, F_DOCCURRENTPIECE, row)
    add(connection, F_DOCCURRENTPIECE, {"DC_Domaine": 0, "DC_IdCol": 1, "DC_Souche": 1, "DC_Piece": "WEB099"})
    add(connection, P_EXPEDITION, {"cbIndice": 1, "E_Intitule": "Colissimo"}, {"cbIndice": 2, "E_Intitule": "Retrait"})
    add(connection, P_REGLEMENT, {"cbIndice": 1, "R_Intitule": "Chèque"}, {"cbIndice": 2, "R_Intitule": "Carte"})
    add(connection, P_COLREGLEMENT, {"cbIndice": 1, "CR_Numero01": "41"})
    add(connection, P_DEVISE, {"cbIndice": 1, "D_Intitule": "Euro"}, {"cbIndice": 2, "D_Intitule": "Dollar"})
    add(
        connection,
        P_CRISQUE,
        {"cbIndice": 1, "R_Intitule": "A livrer", "R_Type": 0},
        {"cbIndice": 2, "R_Intitule": "A bloquer", "R_Type": 2},
    )
    add(connection, P_UNITE, {"cbIndice": 1, "U_Intitule": "Pièce"})
    add(connection, P_PREFERENCES, {"cbIndice": 1, "PR_StockNeg": 0})


def _accounting(connection: Connection) -> None:
    for account in ("4110000", "4110100", "4457100", "5121000", "5112000"):
        add(connection, F_COMPTEG, {"CG_Num": account})
    taxes = {
        "C20": (Decimal(20), 0, 0),
        "C55": (Decimal("5.5"), 0, 0),
        "C10": (TEN, 0, 0),
        "C00": (Decimal(0), 0, 0),
        "ECO": (Decimal("0.50"), 1, 2),
    }
    for number, (code, (rate, rate_kind, kind)) in enumerate(taxes.items(), start=1):
        row = {"TA_No": number, "TA_Code": code, "TA_Taux": rate, "TA_TTaux": rate_kind, "TA_Type": kind}
        add(connection, F_TAXE, row | {"CG_Num": "4457100", "TA_Sens": 1})
    add(
        connection,
        F_JOURNAUX,
        {"JO_Num": "BNP", "JO_Type": 2, "CG_Num": "5121000"},
        {"JO_Num": "CHQ", "JO_Type": 2, "CG_Num": "5112000"},
        {"JO_Num": "VTE", "JO_Type": 1},
    )
    add(connection, F_PAYS, {"PA_No": 1, "PA_Intitule": "France", "PA_CodeISO2": "FR"})
    add(connection, F_PAYS, {"PA_No": 2, "PA_Intitule": "Belgique", "PA_CodeISO2": "BE"})


def _parties(connection: Connection) -> None:
    add(
        connection,
        F_DEPOT,
        {"DE_No": 1, "DE_Intitule": "Atelier", "DE_Principal": 0},
        {"DE_No": 2, "DE_Intitule": "Boutique", "DE_Principal": 1},
    )
    add(connection, F_COLLABORATEUR, {"CO_No": 4, "CO_Nom": "MARTIN", "CO_Prenom": "Ada"})
    add(connection, F_MODELER, {"MR_No": 3, "MR_Intitule": "Comptant"})
    _account(connection, "CLIENT", CT_EMail="client@example.org", CT_Siret="73282932000074", N_CatCompta=2)
    _account(connection, "DORMEUR", CT_Sommeil=1)
    _account(connection, "BLOQUE", CT_ControlEnc=2)
    _account(connection, "RISQUE", CT_ControlEnc=1, N_Risque=2)
    _account(connection, "CENTRALE")
    add(connection, F_COMPTET, {"CT_Num": "FOURN", "CT_Type": 1, "CG_NumPrinc": "4110000"})
    inherited = {
        "CG_NumPrinc": "4110100",
        "CO_No": 4,
        "cbCO_No": 4,
        "N_CatCompta": 3,
        "N_CatTarif": 2,
        "CT_NumCentrale": "CENTRALE",
        "DE_No": 1,
        "cbDE_No": 1,
        "MR_No": 3,
        "cbMR_No": 3,
        "N_Period": 2,
        "CT_Taux01": Decimal(5),
        "CT_BLFact": 1,
        "CT_Langue": 1,
        "CT_LivrPartielle": 1,
        "CT_Statistique01": "Internet",
        "CT_EMail": "template@example.org",
        "CT_Encours": Decimal(500),
    }
    _account(connection, "MODELE", **inherited)
    term = {"CT_Num": "MODELE", "N_Reglement": 2, "RT_TRepart": 1, "RT_NbJour": 30}
    add(connection, F_REGLEMENTT, term)


def _account(connection: Connection, code: str, **values: Any) -> None:
    card = {"CT_Num": code, "CT_Type": 0, "CG_NumPrinc": "4110000", "CT_NumPayeur": code, "CT_Intitule": code.title()}
    add(connection, F_COMPTET, card | values)
    add(connection, F_COMPTETG, {"CT_Num": code, "CG_Num": (card | values)["CG_NumPrinc"]})
    if code == "CLIENT":
        address = {"LI_Intitule": "Client", "LI_Adresse": "1 rue du Port", "LI_CodePostal": "69001", "LI_Ville": "Lyon"}
        address |= {"LI_Pays": "France", "LI_Contact": "Jean Client"}
        add(connection, F_LIVRAISON, address | {"LI_No": 7, "CT_Num": code, "LI_Principal": 1})


def _articles(connection: Connection) -> None:
    add(connection, F_FAMILLE, {"FA_CodeFamille": "BIJOU", "FA_Type": 0})
    cards: dict[str, dict[str, Any]] = {
        "BAGUE": {"AR_SuiviStock": 2, "AR_PoidsNet": Decimal("4.5"), "AR_PoidsBrut": Decimal(20), "AR_UnitePoids": 3},
        "LIVRE": {"AR_SuiviStock": 2, "AR_PrixAch": Decimal(3)},
        "PORT": {"AR_SuiviStock": 0},
        "DIVERS": {"AR_SuiviStock": 0},
        "DORMANT": {"AR_SuiviStock": 2, "AR_Sommeil": 1},
        "COMMANDE": {"AR_SuiviStock": 2, "AR_Contremarque": 1},
        "CHAINE": {"AR_SuiviStock": 2, "AR_Type": 1, "AR_Gamme1": 1, "AR_Gamme2": 2},
        "PERLE": {"AR_SuiviStock": 2, "AR_Condition": 1},
        "PARURE": {"AR_SuiviStock": 0, "AR_Nomencl": 2},
        "COFFRET": {"AR_SuiviStock": 0, "AR_Nomencl": 3},
        "MONTRE": {"AR_SuiviStock": 2, "AR_Nomencl": 4},
        "CREME": {"AR_SuiviStock": 5},
        "CHRONO": {"AR_SuiviStock": 1},
    }
    for reference, values in cards.items():
        card = {"AR_Ref": reference, "FA_CodeFamille": "BIJOU", "AR_Design": reference.title(), "AR_UniteVen": 1}
        add(connection, F_ARTICLE, card | {"AR_PrixVen": TEN, "AR_PUNet": Decimal(4)} | values)


def _sold_forms(connection: Connection) -> None:
    for number, (kind, value) in enumerate([(0, "Or"), (0, "Argent"), (1, "42 cm"), (1, "45 cm")], start=11):
        add(connection, F_ARTGAMME, {"AR_Ref": "CHAINE", "AG_No": number, "AG_Type": kind, "EG_Enumere": value})
    dormant = {"AR_Ref": "CHAINE", "AG_No1": 12, "cbAG_No1": 12, "AG_No2": 14, "cbAG_No2": 14, "AE_Sommeil": 1}
    add(connection, F_ARTENUMREF, dormant)
    add(connection, F_CONDITION, {"AR_Ref": "PERLE", "CO_No": 5, "EC_Enumere": "Ecrin de 7", "EC_Quantite": Decimal(7)})
    parts = [("PARURE", "BAGUE", 1), ("PARURE", "LIVRE", 2), ("COFFRET", "BAGUE", 1), ("COFFRET", "PARURE", 2)]
    for order, (kit, part, quantity) in enumerate([*parts, ("MONTRE", "LIVRE", 1)]):
        row = {"AR_Ref": kit, "NO_RefDet": part, "NO_Qte": Decimal(quantity), "NO_Ordre": order}
        add(connection, F_NOMENCLAT, row)


def _stock(connection: Connection) -> None:
    for reference in ("BAGUE", "LIVRE", "CHAINE", "PERLE", "CREME", "CHRONO", "MONTRE"):
        quantity = Decimal(60) if reference in {"CHAINE", "PERLE"} else TEN
        row = {"AR_Ref": reference, "AS_QteSto": quantity, "AS_MontSto": quantity * 4, "AS_Principal": 1}
        add(connection, F_ARTSTOCK, row | {"DE_No": 2, "cbDE_No": 2})
    place = {"AR_Ref": "CHAINE", "DE_No": 2, "cbDE_No": 2, "AG_No1": 11, "cbAG_No1": 11, "AG_No2": 13, "cbAG_No2": 13}
    add(connection, F_GAMSTOCK, place | {"GS_QteSto": Decimal(60), "GS_MontSto": Decimal(240)})
    lots = [
        ("L-JUIN", datetime(2027, 6, 1), datetime(2025, 1, 1)),
        ("L-MARS", datetime(2027, 3, 1), datetime(2025, 2, 1)),
    ]
    for name, expiry, made in lots:
        _lot(connection, "CREME", name, 5, LS_Peremption=expiry, LS_Fabrication=made)
    for number in range(1, 4):
        _lot(connection, "CHRONO", f"S{number}", 1)


def _lot(connection: Connection, reference: str, name: str, quantity: int, **values: Any) -> None:
    row = {"AR_Ref": reference, "LS_NoSerie": name, "DE_No": 2, "cbDE_No": 2, "LS_MvtStock": 1, "LS_LotEpuise": 0}
    amounts = {"LS_Qte": Decimal(quantity), "LS_QteRestant": Decimal(quantity)}
    add(connection, F_LOTSERIE, row | amounts | values)
