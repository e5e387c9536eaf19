"""Accounting: entries, journals, general accounts (sage100 §2.5)."""

from navette.erp.sage100.tables.columns import amounts, code, dates, identifiers, integers, smallints, text
from navette.erp.sage100.tables.declaration import sage_table

F_ECRITUREC = sage_table(
    "F_ECRITUREC",
    *integers("EC_No", required=True),
    *integers("EC_NoLink", "EC_NoCloture"),
    code("JO_Num", 7, required=True),
    *dates("JM_Date", "EC_Date", "EC_Echeance", "EC_DateRelance", "EC_DateRegle"),
    *smallints("EC_Jour", "N_Reglement", "EC_Sens", "N_Devise", "EC_Lettre", "EC_Point", "EC_LettreQ", "EC_Rappel"),
    *smallints("EC_ANType", "EC_CType", "EC_Norme", "EC_Cloture", "EC_Impression", "EC_StatusRegle"),
    code("EC_Piece", 13),
    *(text(name, 17) for name in ("EC_RefPiece", "EC_TresoPiece", "EC_Reference")),
    code("CG_Num", 13, required=True),
    code("CG_NumCont", 13, optional=True),
    code("CT_Num", 17, optional=True),
    code("CT_NumCont", 17, optional=True),
    text("EC_Intitule", 69),
    *amounts("EC_Montant", "EC_Devise", "EC_Parite", "EC_Quantite", "EC_MontantRegle"),
    *(text(name, 3) for name in ("EC_Lettrage", "EC_Pointage", "EC_LettrageQ")),
    code("TA_Code", 5, optional=True),
    *identifiers("EC_FactureGUID"),
    keys=[("EC_No",)],
    indexes=[("CT_Num", "EC_Lettre"), ("JO_Num", "JM_Date")],
    hashed=True,
)

F_JOURNAUX = sage_table(
    "F_JOURNAUX",
    code("JO_Num", 7, required=True),
    text("JO_Intitule", 35),
    code("CG_Num", 13, optional=True),
    *smallints("JO_Type", "JO_NumPiece", "JO_Contrepartie", "JO_SaisAnal", "JO_NotCalcTot", "JO_Rappro"),
    *smallints("JO_Sommeil", "JO_IFRS", "JO_Reglement", "JO_SuiviTreso", "JO_LettrageSaisie", "JO_Protec"),
    keys=[("JO_Num",)],
)

F_COMPTEG = sage_table(
    "F_COMPTEG",
    code("CG_Num", 13, required=True),
    *smallints("CG_Type", "N_Nature", "CG_Lettrage", "CG_Tiers", "CG_Sommeil"),
    text("CG_Intitule", 69),
    text("CG_Classement", 17),
    code("TA_Code", 5, optional=True),
    keys=[("CG_Num",)],
)
