"""Parameter tables: a fixed number of rows each; other tables store cbIndice (sage100 §2.6)."""

from navette.erp.sage100.tables.columns import (
    amounts,
    code,
    dates,
    integers,
    numbered,
    numbers_with_twin,
    smallints,
    text,
    texts,
)
from navette.erp.sage100.tables.declaration import parameter_table

P_CATTARIF = parameter_table("P_CATTARIF", text("CT_Intitule", 35), *smallints("CT_PrixTTC"))

P_CATCOMPTA = parameter_table(
    "P_CATCOMPTA",
    *texts(35, *numbered("CA_ComptaVen{:02d}", 50)),
    *texts(35, *numbered("CA_ComptaAch{:02d}", 50)),
    *texts(35, *numbered("CA_ComptaSto{:02d}", 50)),
)

P_EXPEDITION = parameter_table(
    "P_EXPEDITION",
    text("E_Intitule", 35),
    text("E_Mode", 3),
    code("AR_Ref", 19, optional=True),
    *smallints("E_TypeFrais", "E_TypeLigneFrais", "E_TypeFranco", "E_TypeLigneFranco", "E_TypeCalcul"),
    *amounts("E_ValFrais", "E_ValFranco"),
)

P_CONDLIVR = parameter_table("P_CONDLIVR", text("C_Intitule", 35), text("C_Mode", 5))

P_PERIOD = parameter_table("P_PERIOD", text("P_Period", 35))

P_REGLEMENT = parameter_table(
    "P_REGLEMENT",
    text("R_Intitule", 35),
    *texts(3, "R_Code", "IB_AFBDecaissPrinc", "IB_AFBEncaissPrinc", "R_EdiCode"),
    *smallints("R_ModePaieDebit", "R_ModePaieCredit", "R_PaiementLigne"),
    *numbers_with_twin("EB_NoDecaiss", "EB_NoEncaiss"),
)


P_SOUCHEVENTE = parameter_table(
    "P_SOUCHEVENTE",
    text("S_Intitule", 35),
    *smallints("S_Valide"),
    code("JO_Num", 7, optional=True),
    code("JO_NumSituation", 7, optional=True),
)

P_SOUCHEACHAT = parameter_table(
    "P_SOUCHEACHAT",
    text("S_Intitule", 35),
    *smallints("S_Valide"),
    code("JO_Num", 7, optional=True),
    code("JO_NumSituation", 7, optional=True),
)

P_SOUCHEINTERNE = parameter_table("P_SOUCHEINTERNE", text("S_Intitule", 35), *smallints("S_Valide"))

P_DEVISE = parameter_table(
    "P_DEVISE",
    text("D_Intitule", 35),
    text("D_CodeISO", 3),
    *amounts("D_Cours"),
    text("D_Sigle", 5),
    *smallints("D_Mode"),
)

P_CRISQUE = parameter_table("P_CRISQUE", text("R_Intitule", 35), *smallints("R_Type"), *amounts("R_Min", "R_Max"))

P_UNITE = parameter_table(
    "P_UNITE",
    text("U_Intitule", 21),
    *smallints("U_Correspondance", "U_NbUnite", "U_UniteTemps"),
    text("U_EdiCode", 3),
)

P_CONDITIONNEMENT = parameter_table("P_CONDITIONNEMENT", text("P_Conditionnement", 35))

P_GAMME = parameter_table("P_GAMME", text("G_Intitule", 35), *smallints("G_Type"))

P_ARRONDI = parameter_table("P_ARRONDI", *amounts("AR_Valeur"), *smallints("AR_Type"))

P_CONTACT = parameter_table("P_CONTACT", text("C_Intitule", 35))

P_SERVICECPTA = parameter_table("P_SERVICECPTA", text("S_Intitule", 35), text("S_Abrege", 3))

P_STATISTIQUE = parameter_table("P_STATISTIQUE", text("S_Intitule", 35))

P_INTSTATART = parameter_table("P_INTSTATART", text("P_IntStatArt", 35))

P_COLREGLEMENT = parameter_table(
    "P_COLREGLEMENT", *smallints("CR_NumPiece01", "CR_NumPiece02"), code("CR_Numero01", 13), code("CR_Numero02", 13)
)

P_ORGAVEN = parameter_table(
    "P_ORGAVEN",
    *smallints("D_Saisie", "D_Confirme", "D_Valide"),
    *texts(21, "D_LibelleSaisie", "D_LibelleConfirme", "D_LibelleValide"),
)

P_TIERS = parameter_table(
    "P_TIERS",
    *smallints("T_Principal", "T_Numerotation", "T_Lg"),
    *texts(17, *numbered("T_Val{:02d}T_Intitule", 10)),
    *smallints(*numbered("T_Val{:02d}T_TCompte", 10)),
    *(code(name, 13) for name in numbered("T_Val{:02d}T_Compte", 10)),
    code("T_Racine", 17),
)

P_COMMUNICATION = parameter_table(
    "P_COMMUNICATION",
    *smallints("N_CatTarif", "N_CatCompta", "CO_SoucheSite", "N_Condition", "N_Expedition", "N_Period", "CO_Statut"),
    *smallints("CO_Regime", "CO_Transaction", "CO_NbFacture", "CO_Colisage", "CO_TypeColis", "CO_Accuse"),
    *integers("DE_No"),
    code("AR_RefAttente", 19, optional=True),
    text("CO_CdeLast", 17),
    text("CO_Modele", 255),
    text("CO_NomSite", 101),
    text("CO_MotPasseSite", 21),
)

P_PREFERENCES = parameter_table(
    "P_PREFERENCES",
    *smallints("PR_UnitePoids", "PR_StockNeg", "PR_Souche", "PR_CreeTiers", "PR_CreeArticle", "PR_DelaiLivr"),
    code("PR_RefEsc", 19, optional=True),
    code("PR_RefTaxeNP", 19, optional=True),
    *(code(name, 13, optional=True) for name in ("CG_NumCli", "CG_NumFrs")),
    code("CT_Num", 17, optional=True),
    *numbers_with_twin("DE_No"),
)

P_PARAMETRECIAL = parameter_table(
    "P_PARAMETRECIAL",
    *smallints("P_BaseEncours", "P_InterditSommeil", "P_GestionMulti", "P_Priorite", "P_UniciteLot"),
    code("P_JournEcartRegl", 7, optional=True),
    code("P_DebitRegl", 13, optional=True),
    code("P_CreditRegl", 13, optional=True),
    *amounts("P_MaxEcart"),
    *texts(21, *numbered("P_LibelleEntete{}", 4), "P_LibelleReference"),
)

P_DOSSIER = parameter_table(
    "P_DOSSIER",
    *texts(35, "D_RaisonSoc", "D_Adresse", "D_Complement", "D_Ville", "D_Pays"),
    text("D_CodePostal", 9),
    text("D_Siret", 15),
    text("D_Identifiant", 25),
    text("D_Ape", 7),
    text("D_EMail", 69),
    *dates(*numbered("D_DebutExo{:02d}", 5), *numbered("D_FinExo{:02d}", 5)),
    *smallints("N_DeviseCompte"),
)

P_DOSSIERCIAL = parameter_table(
    "P_DOSSIERCIAL",
    *texts(31, "D_FormatQte", "D_FormatPrix"),
    *smallints("N_DeviseCompte"),
)
