"""What one article is sold as: ranges, packagings, bills of materials, supplier conditions (sage100 §2.1)."""

from navette.erp.sage100.tables.columns import (
    amounts,
    band_bound,
    code,
    dates,
    integers,
    numbers_with_twin,
    smallints,
    text,
)
from navette.erp.sage100.tables.declaration import sage_table

F_ARTGAMME = sage_table(
    "F_ARTGAMME",
    code("AR_Ref", 19, required=True),
    *integers("AG_No", required=True),
    text("EG_Enumere", 35),
    *smallints("AG_Type"),
    keys=[("AG_No",), ("AR_Ref", "AG_Type", "EG_Enumere")],
)

F_ENUMGAMME = sage_table(
    "F_ENUMGAMME",
    *smallints("EG_Champ", "EG_Ligne"),
    text("EG_Enumere", 35),
    band_bound("EG_BorneSup"),
    indexes=[("EG_Champ", "EG_Ligne")],
)

F_ARTENUMREF = sage_table(
    "F_ARTENUMREF",
    code("AR_Ref", 19, required=True),
    *numbers_with_twin("AG_No1", "AG_No2"),
    code("AE_Ref", 19),
    *amounts("AE_PrixAch", "AE_PrixAchNouv"),
    code("AE_CodeBarre", 19),
    text("AE_EdiCode", 45),
    *smallints("AE_Sommeil"),
    keys=[("AR_Ref", "AG_No1", "AG_No2")],
    indexes=[("AE_Ref",), ("AE_CodeBarre",)],
)

F_ARTPRIX = sage_table(
    "F_ARTPRIX",
    code("AR_Ref", 19, required=True),
    *numbers_with_twin("AG_No1", "AG_No2"),
    *amounts("AR_PUNet", "AR_CoutStd"),
    keys=[("AR_Ref", "AG_No1", "AG_No2")],
)

F_CONDITION = sage_table(
    "F_CONDITION",
    code("AR_Ref", 19, required=True),
    *integers("CO_No", required=True),
    text("EC_Enumere", 35),
    *amounts("EC_Quantite"),
    code("CO_Ref", 19),
    code("CO_CodeBarre", 19),
    *smallints("CO_Principal"),
    text("CO_EdiCode", 3),
    keys=[("CO_No",), ("AR_Ref", "EC_Enumere", "EC_Quantite")],
    indexes=[("CO_Ref",), ("CO_CodeBarre",)],
)

F_ENUMCOND = sage_table(
    "F_ENUMCOND",
    *smallints("EC_Champ"),
    text("EC_Enumere", 21),
    *amounts("EC_Quantite"),
    text("EC_EdiCode", 3),
    indexes=[("EC_Champ",)],
)

F_NOMENCLAT = sage_table(
    "F_NOMENCLAT",
    code("AR_Ref", 19, required=True),
    code("NO_RefDet", 19, required=True),
    *amounts("NO_Qte", "NO_Repartition"),
    *numbers_with_twin("AG_No1", "AG_No2", "AG_No1Comp", "AG_No2Comp", "DE_No"),
    *smallints("NO_Type", "NO_Ordre", "NO_SousTraitance"),
    code("NO_Operation", 11),
    text("NO_Commentaire", 69),
    keys=[("AR_Ref", "AG_No1Comp", "AG_No2Comp", "NO_RefDet", "AG_No1", "AG_No2", "NO_Operation")],
    indexes=[("NO_RefDet",)],
)

F_ARTFOURNISS = sage_table(
    "F_ARTFOURNISS",
    code("AR_Ref", 19, required=True),
    code("CT_Num", 17, required=True),
    code("AF_RefFourniss", 19),
    *amounts("AF_PrixAch", "AF_Conversion", "AF_ConvDiv", "AF_Colisage", "AF_QteMini", "AF_PrixDev", "AF_Remise"),
    *smallints("AF_Unite", "AF_DelaiAppro", "AF_Garantie", "AF_QteMont", "EG_Champ", "AF_Principal", "AF_Devise"),
    *smallints("AF_TypeRem"),
    code("AF_CodeBarre", 19),
    *amounts("AF_PrixAchNouv", "AF_PrixDevNouv", "AF_RemiseNouv"),
    *dates("AF_DateApplication"),
    keys=[("AR_Ref", "CT_Num")],
    indexes=[("AF_RefFourniss",)],
)
