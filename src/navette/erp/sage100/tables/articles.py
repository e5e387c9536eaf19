"""Articles: cards, families, catalogue, long texts, media (sage100 §2.1)."""

from navette.erp.sage100.tables.columns import (
    amounts,
    code,
    dates,
    discounts,
    integers,
    long_text,
    numbered,
    numbers_with_twin,
    smallints,
    text,
    texts,
)
from navette.erp.sage100.tables.declaration import sage_table

F_ARTICLE = sage_table(
    "F_ARTICLE",
    code("AR_Ref", 19, required=True),
    text("AR_Design", 69),
    code("FA_CodeFamille", 11, required=True),
    code("AR_Substitut", 19, optional=True),
    text("AR_Raccourci", 7),
    *smallints("AR_Garantie", "AR_UnitePoids", "AR_UniteVen"),
    *amounts("AR_PoidsNet", "AR_PoidsBrut", "AR_PrixAch", "AR_Coef", "AR_PrixVen"),
    *smallints("AR_PrixTTC", "AR_Gamme1", "AR_Gamme2", "AR_SuiviStock", "AR_Nomencl", "AR_Escompte", "AR_Delai"),
    *texts(21, *numbered("AR_Stat{:02d}", 5)),
    *smallints("AR_HorsStat", "AR_VteDebit", "AR_NotImp", "AR_Sommeil"),
    *texts(69, "AR_Langue1", "AR_Langue2"),
    code("AR_CodeBarre", 19),
    text("AR_CodeFiscal", 25),
    text("AR_Pays", 35),
    *texts(21, *numbered("AR_Frais{:02d}FR_Denomination", 3)),
    *discounts("AR_Frais01FR_Rem"),
    *discounts("AR_Frais02FR_Rem"),
    *discounts("AR_Frais03FR_Rem"),
    *smallints("AR_Condition", "AR_Contremarque", "AR_FactPoids", "AR_FactForfait", "AR_SaisieVar", "AR_Transfere"),
    *amounts("AR_PUNet", "AR_PrixAchNouv", "AR_CoefNouv", "AR_PrixVenNouv", "AR_CoutStd"),
    *dates("AR_DateCreation", "AR_DateModif", "AR_DateApplication"),
    *smallints("AR_Publie", "AR_Prevision", "AR_Type"),
    text("AR_Photo", 259),
    *amounts("AR_QteComp", "AR_QteOperatoire"),
    *numbers_with_twin("CO_No", *numbered("CL_No{}", 4)),
    code("RP_CodeDefaut", 11, optional=True),
    text("AR_EdiCode", 45),
    *smallints("AR_Nature", "AR_DelaiFabrication", "AR_NbColis", "AR_DelaiPeremption", "AR_DelaiSecurite"),
    *smallints("AR_Fictif", "AR_SousTraitance", "AR_TypeLancement", "AR_Cycle", "AR_Criticite"),
    *smallints("AR_InterdireCommande", "AR_Exclure"),
    keys=[("AR_Ref",)],
    indexes=[("AR_CodeBarre",), ("FA_CodeFamille",)],
)

F_FAMILLE = sage_table(
    "F_FAMILLE",
    code("FA_CodeFamille", 11, required=True),
    *smallints("FA_Type"),
    text("FA_Intitule", 69),
    *smallints("FA_UniteVen", "FA_SuiviStock", "FA_Garantie", "FA_UnitePoids", "FA_Escompte", "FA_Delai"),
    *amounts("FA_Coef"),
    code("FA_Central", 11),
    *texts(21, *numbered("FA_Stat{:02d}", 5)),
    text("FA_CodeFiscal", 25),
    text("FA_Pays", 35),
    *smallints("FA_HorsStat", "FA_VteDebit", "FA_NotImp", "FA_Contremarque", "FA_FactPoids", "FA_FactForfait"),
    *texts(21, *numbered("FA_Frais{:02d}FR_Denomination", 3)),
    *discounts("FA_Frais01FR_Rem"),
    *discounts("FA_Frais02FR_Rem"),
    *discounts("FA_Frais03FR_Rem"),
    *smallints("FA_Publie", "FA_Nature", "FA_NbColis", "FA_SousTraitance", "FA_Fictif", "FA_Criticite"),
    *texts(19, "FA_RacineRef", "FA_RacineCB"),
    *numbers_with_twin(*numbered("CL_No{}", 4)),
    keys=[("FA_CodeFamille", "FA_Type")],
)

F_CATALOGUE = sage_table(
    "F_CATALOGUE",
    *integers("CL_No", required=True),
    text("CL_Intitule", 35, required=True),
    text("CL_Code", 3),
    *smallints("CL_Stock", "CL_Niveau"),
    *numbers_with_twin("CL_NoParent"),
    keys=[("CL_No",), ("CL_NoParent", "CL_Intitule")],
)

F_GLOSSAIRE = sage_table(
    "F_GLOSSAIRE",
    *integers("GL_No", required=True),
    *smallints("GL_Domaine"),
    text("GL_Intitule", 35),
    text("GL_Raccourci", 7),
    *dates("GL_PeriodeDeb", "GL_PeriodeFin"),
    long_text("GL_Text"),
    long_text("GL_TextLangue1"),
    long_text("GL_TextLangue2"),
    keys=[("GL_No",)],
)

F_ARTGLOSS = sage_table(
    "F_ARTGLOSS",
    code("AR_Ref", 19, required=True),
    *integers("GL_No", required=True),
    *smallints("AGL_Num"),
    keys=[("AR_Ref", "GL_No")],
)

F_ARTICLEMEDIA = sage_table(
    "F_ARTICLEMEDIA",
    code("AR_Ref", 19, required=True),
    text("ME_Commentaire", 69),
    text("ME_Fichier", 259),
    *texts(255, "ME_TypeMIME", "ME_Origine", "ME_GedId"),
    indexes=[("AR_Ref",)],
)

F_ENUMSTATART = sage_table(
    "F_ENUMSTATART",
    *smallints("SA_Champ"),
    text("SA_Enumere", 21),
    keys=[("SA_Champ", "SA_Enumere")],
)
