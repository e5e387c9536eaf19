"""Taxes, and the accounts and taxes of articles and families by accounting category (sage100 §2.2)."""

from typing import Any

from sqlalchemy import Column

from navette.erp.sage100.tables.columns import amounts, code, dates, integers, numbered, smallints, text
from navette.erp.sage100.tables.declaration import sage_table


def _accounting(prefix: str) -> list[Column[Any]]:
    return [
        *smallints(f"{prefix}_Type", f"{prefix}_Champ", f"{prefix}_TypeFacture"),
        code(f"{prefix}_ComptaCPT_CompteG", 13, optional=True),
        code(f"{prefix}_ComptaCPT_CompteA", 13, optional=True),
        *(code(name, 5, optional=True) for name in numbered(f"{prefix}_ComptaCPT_Taxe{{}}", 3)),
        *dates(*numbered(f"{prefix}_ComptaCPT_Date{{}}", 3)),
        *(code(name, 5, optional=True) for name in numbered(f"{prefix}_ComptaCPT_TaxeAnc{{}}", 3)),
    ]


F_ARTCOMPTA = sage_table(
    "F_ARTCOMPTA",
    code("AR_Ref", 19, required=True),
    *_accounting("ACP"),
    keys=[("AR_Ref", "ACP_TypeFacture", "ACP_Type", "ACP_Champ")],
)

F_FAMCOMPTA = sage_table(
    "F_FAMCOMPTA",
    code("FA_CodeFamille", 11, required=True),
    *_accounting("FCP"),
    keys=[("FA_CodeFamille", "FCP_TypeFacture", "FCP_Type", "FCP_Champ")],
)

F_TAXE = sage_table(
    "F_TAXE",
    text("TA_Intitule", 35),
    *smallints("TA_TTaux", "TA_Type", "TA_NP", "TA_Sens", "TA_Provenance"),
    *amounts("TA_Taux", "TA_Assujet"),
    code("CG_Num", 13, required=True),
    *integers("TA_No", required=True),
    code("TA_Code", 5, required=True),
    code("TA_Regroup", 5),
    text("TA_GrilleBase", 3),
    text("TA_GrilleTaxe", 3),
    text("TA_EdiCode", 3),
    keys=[("TA_No",), ("TA_Code",)],
)
