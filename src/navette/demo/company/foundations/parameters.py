"""Parameter tables that name things: categories, units, shipping, payment modes, risk codes, series."""

from decimal import Decimal
from typing import Any

from sqlalchemy import Table

from navette.demo.company.foundations.accounts import SALES_JOURNAL
from navette.demo.company.foundations.parameter_numbers import UNIT_LABELS
from navette.demo.company.foundations.taxes import PURCHASE_LABELS, SALES_LABELS
from navette.demo.company.row_writer import RowWriter
from navette.erp.sage100.tables import (
    P_ARRONDI,
    P_CATCOMPTA,
    P_CATTARIF,
    P_CONDITIONNEMENT,
    P_CONDLIVR,
    P_CONTACT,
    P_CRISQUE,
    P_DEVISE,
    P_EXPEDITION,
    P_INTSTATART,
    P_PERIOD,
    P_REGLEMENT,
    P_SERVICECPTA,
    P_SOUCHEACHAT,
    P_SOUCHEINTERNE,
    P_SOUCHEVENTE,
    P_STATISTIQUE,
    P_UNITE,
)

_SIZES = {
    P_CATTARIF: 32,
    P_EXPEDITION: 50,
    P_CONDLIVR: 30,
    P_PERIOD: 10,
    P_REGLEMENT: 30,
    P_SOUCHEVENTE: 50,
    P_SOUCHEACHAT: 50,
    P_SOUCHEINTERNE: 50,
    P_DEVISE: 32,
    P_CRISQUE: 10,
    P_UNITE: 30,
    P_CONDITIONNEMENT: 10,
    P_ARRONDI: 10,
    P_CONTACT: 10,
    P_SERVICECPTA: 30,
    P_STATISTIQUE: 10,
    P_INTSTATART: 5,
}


def fill(rows: RowWriter, table: Table, *used: dict[str, Any], size: int = 0) -> None:
    """Write all the rows of a parameter table: those in use, then empty ones."""
    for index in range(1, (size or _SIZES[table]) + 1):
        values = used[index - 1] if index <= len(used) else {}
        rows.add(table, cbIndice=index, **values)


def write_parameters(rows: RowWriter) -> None:
    """Write the parameter tables of this module."""
    _write_categories(rows)
    _write_logistics(rows)
    _write_money(rows)
    _write_labels(rows)
    _write_series(rows)


def _write_categories(rows: RowWriter) -> None:
    fill(
        rows,
        P_CATTARIF,
        {"CT_Intitule": "Particuliers", "CT_PrixTTC": 1},
        {"CT_Intitule": "Collaborateurs", "CT_PrixTTC": 1},
        {"CT_Intitule": "Grossistes"},
        {"CT_Intitule": "Détaillants"},
    )
    labels = {f"CA_ComptaVen{category:02d}": label for category, label in SALES_LABELS.items()}
    labels |= {f"CA_ComptaAch{number:02d}": label for number, label in enumerate(PURCHASE_LABELS, start=1)}
    rows.add(P_CATCOMPTA, cbIndice=1, CA_ComptaSto01="Stock", **labels)


def _write_logistics(rows: RowWriter) -> None:
    fee = {"E_TypeFrais": 0, "E_TypeLigneFrais": 0, "E_TypeFranco": 0, "E_TypeLigneFranco": 0}
    fill(
        rows,
        P_EXPEDITION,
        {"E_Intitule": "Retrait en boutique", "E_Mode": "RET"},
        {"E_Intitule": "Colis à domicile", "E_Mode": "COL", "E_ValFrais": Decimal("5.75"), **fee},
        {"E_Intitule": "Point relais", "E_Mode": "REL", "E_ValFrais": Decimal("3.90"), "E_ValFranco": 60, **fee},
        {"E_Intitule": "Express 24 h", "E_Mode": "EXP", "E_ValFrais": Decimal("12.50"), "AR_Ref": "ZPORT", **fee},
        {"E_Intitule": "Transporteur", "E_Mode": "TRA", "E_ValFrais": Decimal("29.00"), "E_ValFranco": 1500, **fee},
    )
    fill(
        rows,
        P_CONDLIVR,
        {"C_Intitule": "Franco de port", "C_Mode": "FRA"},
        {"C_Intitule": "Départ magasin", "C_Mode": "EXW"},
        {"C_Intitule": "Port dû", "C_Mode": "PDU"},
    )
    units = [{"U_Intitule": label} for label in UNIT_LABELS.values()]
    fill(rows, P_UNITE, *units)
    fill(rows, P_CONDITIONNEMENT, {"P_Conditionnement": "Par Ecrin"}, {"P_Conditionnement": "Par lot"})


def _write_money(rows: RowWriter) -> None:
    # R_ModePaieDebit: 1 cash, 2 cheque, 3 card, 0 another way.
    modes = [("Chèque", "CHQ", 2), ("Carte bancaire", "CB", 3), ("Virement", "VIR", 0), ("Espèces", "ESP", 1)]
    modes += [("Portefeuille en ligne", "PPL", 0), ("Prélèvement", "PRL", 0)]
    fill(
        rows,
        P_REGLEMENT,
        *({"R_Intitule": label, "R_Code": code, "R_ModePaieDebit": kind} for label, code, kind in modes),
    )
    currencies = [
        ("Euro", "EUR", "€", "1"),
        ("Dollar US", "USD", "$", "1.0842"),
        ("Livre sterling", "GBP", "£", "0.8431"),
    ]
    currencies.append(("Franc suisse", "CHF", "CHF", "0.9415"))
    fill(
        rows,
        P_DEVISE,
        *(
            {"D_Intitule": label, "D_CodeISO": code, "D_Sigle": sign, "D_Cours": Decimal(rate), "D_Mode": 0}
            for label, code, sign, rate in currencies
        ),
    )
    fill(
        rows,
        P_CRISQUE,
        {"R_Intitule": "Sans risque", "R_Type": 0, "R_Max": 0},
        {"R_Intitule": "À surveiller", "R_Type": 1, "R_Min": 0, "R_Max": 1000},
        {"R_Intitule": "À bloquer", "R_Type": 2, "R_Min": 1000, "R_Max": 999_999},
    )
    fill(rows, P_ARRONDI, {"AR_Valeur": Decimal("0.01")}, {"AR_Valeur": Decimal("0.5"), "AR_Type": 1}, {"AR_Valeur": 1})


def _write_labels(rows: RowWriter) -> None:
    fill(rows, P_PERIOD, {"P_Period": "Quotidienne"}, {"P_Period": "Hebdomadaire"}, {"P_Period": "Mensuelle"})
    fill(rows, P_CONTACT, {"C_Intitule": "Contact principal"}, {"C_Intitule": "Acheteur"}, {"C_Intitule": "Comptable"})
    services = [("Direction", "DIR"), ("Achats", "ACH"), ("Comptabilité", "CPT"), ("Magasin", "MAG")]
    fill(rows, P_SERVICECPTA, *({"S_Intitule": label, "S_Abrege": short} for label, short in services))
    fill(rows, P_STATISTIQUE, {"S_Intitule": "Secteur"}, {"S_Intitule": "Enseigne"}, {"S_Intitule": "Origine"})
    labels = ("Marque", "Collection", "Genre", "Saison", "Pierre")
    fill(rows, P_INTSTATART, *({"P_IntStatArt": label} for label in labels))


def _write_series(rows: RowWriter) -> None:
    journal = {"S_Valide": 1, "JO_Num": SALES_JOURNAL}
    fill(rows, P_SOUCHEVENTE, {"S_Intitule": "N° Pièce", **journal}, {"S_Intitule": "Boutique web", **journal})
    fill(rows, P_SOUCHEACHAT, {"S_Intitule": "N° Pièce", "S_Valide": 1, "JO_Num": "ACH"})
    fill(rows, P_SOUCHEINTERNE, {"S_Intitule": "N° Pièce", "S_Valide": 1})
