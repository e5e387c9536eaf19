"""Stock: quantities per depot and per variant, depots and their places, lots and serial numbers (sage100 §2.1)."""

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
from navette.erp.sage100.tables.declaration import sage_table

_QUANTITIES = ("QteMini", "QteMaxi", "MontSto", "QteSto", "QteRes", "QteCom", "QteResCM", "QteComCM", "QtePrepa")

F_ARTSTOCK = sage_table(
    "F_ARTSTOCK",
    code("AR_Ref", 19, required=True),
    *numbers_with_twin("DE_No", required=True),
    *amounts(*(f"AS_{quantity}" for quantity in (*_QUANTITIES, "QteAControler"))),
    *smallints("AS_Principal", "AS_Mouvemente"),
    *numbers_with_twin("DP_NoPrincipal", "DP_NoControle"),
    keys=[("AR_Ref", "DE_No")],
)

F_GAMSTOCK = sage_table(
    "F_GAMSTOCK",
    code("AR_Ref", 19, required=True),
    *numbers_with_twin("AG_No1", "AG_No2"),
    *numbers_with_twin("DE_No", required=True),
    *amounts(*(f"GS_{quantity}" for quantity in (*_QUANTITIES, "QteAControler"))),
    *numbers_with_twin("DP_NoPrincipal", "DP_NoControle"),
    keys=[("AR_Ref", "DE_No", "AG_No1", "AG_No2")],
)

F_DEPOT = sage_table(
    "F_DEPOT",
    *integers("DE_No", required=True),
    text("DE_Intitule", 35, required=True),
    *texts(35, "DE_Adresse", "DE_Complement", "DE_Ville", "DE_Contact", "DE_Pays"),
    text("DE_CodePostal", 9),
    text("DE_Region", 25),
    text("DE_EMail", 69),
    code("DE_Code", 9),
    *texts(21, "DE_Telephone", "DE_Telecopie"),
    *smallints("DE_Principal", "DE_CatCompta", "DE_Exclure", *numbered("DE_Souche{:02d}", 3)),
    *integers("DE_Replication"),
    *numbers_with_twin("DP_NoDefaut"),
    keys=[("DE_No",), ("DE_Intitule",)],
)

F_DEPOTEMPL = sage_table(
    "F_DEPOTEMPL",
    *numbers_with_twin("DE_No", required=True),
    *integers("DP_No", required=True),
    code("DP_Code", 13),
    text("DP_Intitule", 35),
    *smallints("DP_Zone", "DP_Type"),
    keys=[("DP_No",), ("DE_No", "DP_Code")],
)

F_LOTSERIE = sage_table(
    "F_LOTSERIE",
    code("AR_Ref", 19, required=True),
    text("LS_NoSerie", 31, usable=30),
    *dates("LS_Peremption", "LS_Fabrication"),
    *amounts("LS_Qte", "LS_QteRestant", "LS_QteRes"),
    *smallints("LS_LotEpuise", "LS_MvtStock"),
    *numbers_with_twin("DE_No", required=True),
    *numbers_with_twin("DL_NoIn", "DL_NoOut"),
    text("LS_Complement", 31, usable=30),
    indexes=[("AR_Ref", "DE_No"), ("LS_NoSerie",)],
)

F_CMLIEN = sage_table(
    "F_CMLIEN",
    *numbers_with_twin("DL_NoOut", "DL_NoIn", required=True),
    *amounts("CM_Qte"),
    keys=[("DL_NoOut", "DL_NoIn")],
)
