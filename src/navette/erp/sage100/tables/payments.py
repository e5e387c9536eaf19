"""Due dates and deposits of documents, payments and their allocation (sage100 §2.4)."""

from navette.erp.sage100.tables.columns import (
    amounts,
    code,
    dates,
    identifiers,
    integers,
    numbers_with_twin,
    smallints,
    text,
    time_of_day,
)
from navette.erp.sage100.tables.declaration import sage_table

F_DOCREGL = sage_table(
    "F_DOCREGL",
    *integers("DR_No", required=True),
    *smallints("DO_Domaine", "DO_Type", "DR_TypeRegl", "DR_Equil", "DR_Regle", "N_Reglement", "DO_DocType"),
    code("DO_Piece", 13),
    *dates("DR_Date"),
    text("DR_Libelle", 35),
    *amounts("DR_Pourcent", "DR_Montant", "DR_MontantDev"),
    *numbers_with_twin("EC_No", "CA_No"),
    *identifiers("DR_RefPaiement"),
    text("DR_AdressePaiement", 255),
    keys=[("DR_No",)],
    indexes=[("DO_Type", "DO_Piece")],
    hashed=True,
)

F_CREGLEMENT = sage_table(
    "F_CREGLEMENT",
    *integers("RG_No", required=True),
    code("CT_NumPayeur", 17, optional=True),
    *dates("RG_Date", "RG_Impaye", "RG_DateEchCont"),
    text("RG_Reference", 17),
    text("RG_Libelle", 35),
    *amounts("RG_Montant", "RG_MontantDev", "RG_Cours", "RG_MontantEcart", "RG_Anterieur"),
    *amounts("RG_MontantCommission", "RG_MontantNet"),
    *smallints("N_Reglement", "RG_Impute", "RG_Compta", "RG_Type", "N_Devise", "RG_TypeReg", "RG_Banque"),
    *smallints("RG_Transfere", "RG_Ticket", "RG_Souche", "RG_Valide"),
    *smallints("RG_Cloture", required=True),
    *numbers_with_twin("EC_No", "CA_No", "CO_NoCaissier"),
    code("JO_Num", 7, required=True),
    *(code(name, 13, optional=True) for name in ("CG_NumCont", "CG_Num", "CG_NumEcart")),
    code("JO_NumEcart", 7, optional=True),
    code("RG_Piece", 13),
    time_of_day("RG_Heure"),
    code("CT_NumPayeurOrig", 17, optional=True),
    *integers("RG_NoBonAchat"),
    keys=[("RG_No",)],
    indexes=[("CT_NumPayeur",)],
    hashed=True,
)

F_REGLECH = sage_table(
    "F_REGLECH",
    *numbers_with_twin("RG_No", "DR_No", required=True),
    *smallints("DO_Domaine", "DO_Type", "RG_TypeReg"),
    code("DO_Piece", 13),
    *amounts("RC_Montant"),
    keys=[("RG_No", "DR_No")],
    indexes=[("DR_No",)],
)
