"""Documents: headers, lines, line texts, next numbers (sage100 §2.4)."""

from typing import Any

from sqlalchemy import Column

from navette.erp.sage100.tables.columns import (
    amounts,
    code,
    dates,
    discounts,
    identifiers,
    integers,
    long_text,
    numbered,
    numbers_with_twin,
    smallints,
    text,
    texts,
    time_of_day,
)
from navette.erp.sage100.tables.declaration import sage_table

PIECE_LENGTH = 13
"""Piece numbers: 9 before Sage 100c V3, 13 since."""


def _taxes(prefix: str) -> list[Column[Any]]:
    return [
        *amounts(*numbered(f"{prefix}_Taxe{{}}", 3)),
        *smallints(*numbered(f"{prefix}_TypeTaux{{}}", 3), *numbered(f"{prefix}_TypeTaxe{{}}", 3)),
        *(code(name, 5, optional=True) for name in numbered(f"{prefix}_CodeTaxe{{}}", 3)),
    ]


F_DOCENTETE = sage_table(
    "F_DOCENTETE",
    *smallints("DO_Domaine", "DO_Type", required=True),
    code("DO_Piece", PIECE_LENGTH, required=True),
    *dates("DO_Date"),
    text("DO_Ref", 17),
    code("DO_Tiers", 17),
    *numbers_with_twin("CO_No", "DE_No", "LI_No", "AB_No", "CA_No", "CO_NoCaissier", "MR_No", "ET_No"),
    *smallints("DO_Period", "DO_Devise", "DO_Expedit", "DO_NbFacture", "DO_BLFact", "DO_Reliquat", "DO_Imprim"),
    *amounts("DO_Cours", "DO_TxEscompte", "DO_Ecart"),
    code("CT_NumPayeur", 17, optional=True),
    code("CT_NumCentrale", 17, optional=True),
    code("CA_Num", 13),
    code("CA_NumIFRS", 13),
    *texts(25, *numbered("DO_Coord{:02d}", 4)),
    *smallints("DO_Souche", "DO_Condition", "DO_Tarif", "DO_Colisage", "DO_TypeColis", "DO_Transaction"),
    *dates("DO_DateLivr", "DO_DebutAbo", "DO_FinAbo", "DO_DebutPeriod", "DO_FinPeriod"),
    *smallints("DO_Langue", "DO_Regime", "N_CatCompta", "DO_Ventile", "DO_Statut", "DO_Transfere", "DO_Cloture"),
    code("CG_Num", 13, optional=True),
    time_of_day("DO_Heure"),
    text("DO_NoWeb", 17),
    *smallints("DO_Attente", "DO_Provenance", "DO_TypeFrais", "DO_TypeLigneFrais", "DO_TypeFranco"),
    *smallints("DO_TypeLigneFranco", "DO_MajCpta", "DO_FactureElec", "DO_TypeTransac"),
    *amounts("DO_ValFrais", "DO_ValFranco"),
    *_taxes("DO"),
    text("DO_Motif", 69),
    *texts(35, "DO_Contact", "DO_FactureFrs"),
    *dates("DO_DateLivrRealisee", "DO_DateExpedition"),
    code("DO_PieceOrig", PIECE_LENGTH),
    *identifiers("DO_GUID", "DO_FactureFile", "DO_RefPaiement"),
    *smallints("DO_EStatut", "DO_DemandeRegul", "DO_Valide", "DO_Coffre", "DO_StatutBAP", "DO_Escompte"),
    *smallints("DO_DocType", "DO_TypeCalcul", "DO_PaiementLigne", "DO_MotifDevis", "DO_Conversion"),
    *amounts("DO_TotalHT", "DO_TotalHTNet", "DO_TotalTTC", "DO_NetAPayer", "DO_MontantRegle"),
    text("DO_AdressePaiement", 255),
    text("DO_RefExterne", 51),
    *smallints("DO_TVADebit", "DO_Exclure"),
    keys=[("DO_Type", "DO_Piece")],
    indexes=[("DO_NoWeb", "DO_Domaine", "DO_Type"), ("DO_Tiers",), ("DO_Domaine", "DO_Type", "DO_Date")],
    hashed=True,
)

F_DOCLIGNE = sage_table(
    "F_DOCLIGNE",
    *smallints("DO_Domaine", "DO_Type", required=True),
    code("CT_Num", 17),
    code("DO_Piece", PIECE_LENGTH, required=True),
    *(code(f"DL_Piece{stage}", PIECE_LENGTH) for stage in ("BC", "BL", "PL", "DE")),
    *dates("DO_Date", "DL_DateBC", "DL_DateBL", "DL_DatePL", "DL_DateDE", "DO_DateLivr", "DL_DateAvancement"),
    *integers("DL_Ligne"),
    text("DO_Ref", 17),
    *smallints("DL_TNomencl", "DL_TRemPied", "DL_TRemExep", "DL_MvtStock", "DL_TTC", "DL_NoRef", "DL_TypePL"),
    code("AR_Ref", 19, optional=True),
    text("DL_Design", 69),
    *amounts("DL_Qte", "DL_QteBC", "DL_QteBL", "DL_QtePL", "DL_QteDE", "DL_PoidsNet", "DL_PoidsBrut", "EU_Qte"),
    *discounts("DL_Remise"),
    *amounts("DL_PrixUnitaire", "DL_PUBC", "DL_PUDevise", "DL_PUTTC", "DL_PrixRU", "DL_CMUP", "DL_Frais"),
    *amounts("DL_MontantHT", "DL_MontantTTC"),
    *_taxes("DL"),
    *numbers_with_twin("CO_No", "AG_No1", "AG_No2", "DT_No", "DE_No", "DL_NoLink", "CA_No", "DL_NoSousTotal"),
    code("AF_RefFourniss", 19),
    text("EU_Enumere", 21),
    *integers("DL_No", required=True),
    code("CA_Num", 13),
    *smallints("DL_Valorise", "DL_NonLivre", "DL_FactPoids", "DL_Escompte", "DO_DocType"),
    code("AR_RefCompose", 19, optional=True),
    code("AC_RefClient", 19),
    text("DL_NoColis", 19),
    *(code(name, 11, optional=True) for name in ("RP_Code", "DL_Operation")),
    *integers("DL_QteRessource", "DL_PieceOFProd"),
    code("PF_Num", 9, required=True),
    text("DL_RefExterne", 51),
    keys=[("DL_No",)],
    indexes=[
        ("DO_Type", "DO_Piece", "DL_Ligne"),
        ("AR_Ref", "DO_Type", "AG_No1", "AG_No2"),
        ("DL_PieceBC",),
        ("DL_PiecePL",),
        ("DL_PieceBL",),
    ],
    hashed=True,
)

F_DOCLIGNETEXT = sage_table(
    "F_DOCLIGNETEXT",
    *integers("DT_No", required=True),
    long_text("DT_Text"),
    keys=[("DT_No",)],
)

F_DOCENTETETEXT = sage_table(
    "F_DOCENTETETEXT",
    *integers("ET_No", required=True),
    text("ET_Text", 255),
    keys=[("ET_No",)],
)

F_DOCCURRENTPIECE = sage_table(
    "F_DOCCURRENTPIECE",
    *smallints("DC_Domaine", "DC_IdCol", "DC_Souche", required=True),
    code("DC_Piece", PIECE_LENGTH),
    keys=[("DC_Domaine", "DC_IdCol", "DC_Souche")],
)
