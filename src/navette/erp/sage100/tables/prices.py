"""Prices, discounts and promotions (sage100 §2.2)."""

from navette.erp.sage100.tables.columns import (
    amounts,
    band_bound,
    code,
    dates,
    discounts,
    integers,
    numbers_with_twin,
    price_owner,
    smallints,
    text,
)
from navette.erp.sage100.tables.declaration import sage_table

F_ARTCLIENT = sage_table(
    "F_ARTCLIENT",
    code("AR_Ref", 19, required=True),
    *smallints("AC_Categorie", "AC_PrixTTC", "AC_Arrondi", "AC_QteMont", "EG_Champ", "AC_Devise"),
    *amounts("AC_PrixVen", "AC_Coef", "AC_PrixDev", "AC_Remise"),
    code("CT_Num", 17, optional=True),
    *smallints("AC_Calcul", "AC_TypeRem"),
    code("AC_RefClient", 19),
    *amounts("AC_CoefNouv", "AC_PrixVenNouv", "AC_PrixDevNouv", "AC_RemiseNouv"),
    *dates("AC_DateApplication"),
    indexes=[("AR_Ref", "AC_Categorie", "CT_Num"), ("CT_Num",)],
)

F_TARIFQTE = sage_table(
    "F_TARIFQTE",
    code("AR_Ref", 19, required=True),
    price_owner("TQ_RefCF"),
    band_bound("TQ_BorneSup"),
    *discounts("TQ_Remise"),
    *amounts("TQ_PrixNet"),
    indexes=[("AR_Ref", "TQ_RefCF", "TQ_BorneSup")],
)

F_TARIFGAM = sage_table(
    "F_TARIFGAM",
    code("AR_Ref", 19, required=True),
    price_owner("TG_RefCF"),
    *numbers_with_twin("AG_No1", "AG_No2"),
    *amounts("TG_Prix", "TG_PrixNouv"),
    code("TG_Ref", 19),
    code("TG_CodeBarre", 19),
    keys=[("AR_Ref", "TG_RefCF", "AG_No1", "AG_No2")],
)

F_TARIFCOND = sage_table(
    "F_TARIFCOND",
    code("AR_Ref", 19, required=True),
    price_owner("TC_RefCF"),
    *numbers_with_twin("CO_No"),
    *amounts("TC_Prix", "TC_PrixNouv"),
    keys=[("AR_Ref", "TC_RefCF", "CO_No")],
)

F_FAMTARIF = sage_table(
    "F_FAMTARIF",
    code("FA_CodeFamille", 11, required=True),
    *smallints("FT_Categorie", "FT_PrixTTC", "FT_Arrondi", "FT_QteMont", "EG_Champ", "FT_Devise"),
    *amounts("FT_Coef", "FT_Remise"),
    *smallints("FT_Calcul", "FT_TypeRem"),
    keys=[("FA_CodeFamille", "FT_Categorie")],
)

F_FAMTARIFQTE = sage_table(
    "F_FAMTARIFQTE",
    code("FA_CodeFamille", 11, required=True),
    price_owner("FQ_RefCF"),
    band_bound("FQ_BorneSup"),
    *discounts("FQ_Remise"),
    indexes=[("FA_CodeFamille", "FQ_RefCF", "FQ_BorneSup")],
)

F_FAMCLIENT = sage_table(
    "F_FAMCLIENT",
    code("FA_CodeFamille", 11, required=True),
    code("CT_Num", 17, required=True),
    *amounts("FC_Remise"),
    keys=[("FA_CodeFamille", "CT_Num")],
)

F_TARIF = sage_table(
    "F_TARIF",
    *integers("TF_No", required=True),
    text("TF_Intitule", 35),
    *smallints("TF_Interes", "TF_Objectif", "TF_Domaine", "TF_Base", "TF_Calcul", "TF_Type"),
    *dates("TF_Debut", "TF_Fin"),
    code("AR_Ref", 19, optional=True),
    *discounts("TF_Remise"),
    code("CT_Num", 17, optional=True),
    keys=[("TF_No",), ("TF_Type", "TF_Intitule", "TF_Interes")],
)

F_TARIFSELECT = sage_table(
    "F_TARIFSELECT",
    *integers("TF_No", required=True),
    *smallints("TS_Interes"),
    code("TS_Ref", 19),
    keys=[("TF_No", "TS_Interes", "TS_Ref")],
    indexes=[("TS_Interes", "TS_Ref")],
)

F_TARIFREMISE = sage_table(
    "F_TARIFREMISE",
    *integers("TF_No", required=True),
    band_bound("TR_BorneSup"),
    *discounts("TR_Remise"),
    keys=[("TF_No", "TR_BorneSup")],
)
