"""The links between tables that a company keeps whole.

Sage has foreign keys for part of its links and keeps the others by triggers and by the program (sage100 §1.5). A twin
column carries the key of an internal number.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Columns of a table that must be found in another; `deferred` ones are looked at when the transaction ends."""

    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]
    deferred: bool = False


def _to(parent: str, key: str, *columns: str) -> list[Link]:
    return [Link((column,), parent, (key,)) for column in columns]


def _article() -> list[Link]:
    return _to("F_ARTICLE", "AR_Ref", "AR_Ref")


def _depot() -> list[Link]:
    return _to("F_DEPOT", "DE_No", "cbDE_No")


def _variant(*columns: str) -> list[Link]:
    return _to("F_ARTGAMME", "AG_No", *(columns or ("cbAG_No1", "cbAG_No2")))


def _account(*columns: str) -> list[Link]:
    return _to("F_COMPTET", "CT_Num", *columns)


def _taxes(pattern: str) -> list[Link]:
    return _to("F_TAXE", "TA_Code", *(pattern.format(slot) for slot in (1, 2, 3)))


# The link that Sage keeps by triggers; looked at late, since a transformation moves lines before it writes headers.
_HEADER = Link(("DO_Type", "DO_Piece"), "F_DOCENTETE", ("DO_Type", "DO_Piece"), deferred=True)

LINKS: dict[str, list[Link]] = {
    "F_ARTICLE": _to("F_CATALOGUE", "CL_No", "cbCL_No1", "cbCL_No2", "cbCL_No3", "cbCL_No4"),
    "F_CATALOGUE": _to("F_CATALOGUE", "CL_No", "cbCL_NoParent"),
    "F_ARTGLOSS": [*_article(), *_to("F_GLOSSAIRE", "GL_No", "GL_No")],
    "F_ARTICLEMEDIA": _article(),
    "F_ARTGAMME": _article(),
    "F_ARTENUMREF": [*_article(), *_variant()],
    "F_ARTPRIX": [*_article(), *_variant()],
    "F_CONDITION": _article(),
    "F_NOMENCLAT": [
        *_article(),
        *_to("F_ARTICLE", "AR_Ref", "NO_RefDet"),
        *_variant("cbAG_No1", "cbAG_No2", "cbAG_No1Comp", "cbAG_No2Comp"),
    ],
    "F_ARTFOURNISS": [*_article(), *_account("CT_Num")],
    "F_ARTSTOCK": [*_article(), *_depot(), *_to("F_DEPOTEMPL", "DP_No", "cbDP_NoPrincipal", "cbDP_NoControle")],
    "F_GAMSTOCK": [*_article(), *_depot(), *_variant()],
    "F_DEPOTEMPL": _depot(),
    "F_LOTSERIE": [*_article(), *_depot(), *_to("F_DOCLIGNE", "DL_No", "cbDL_NoIn", "cbDL_NoOut")],
    "F_CMLIEN": _to("F_DOCLIGNE", "DL_No", "cbDL_NoOut", "cbDL_NoIn"),
    "F_ARTCLIENT": [*_article(), *_account("CT_Num")],
    "F_TARIFQTE": _article(),
    "F_TARIFGAM": [*_article(), *_variant()],
    "F_TARIFCOND": [*_article(), *_to("F_CONDITION", "CO_No", "cbCO_No")],
    "F_FAMCLIENT": _account("CT_Num"),
    "F_TARIFSELECT": _to("F_TARIF", "TF_No", "TF_No"),
    "F_TARIFREMISE": _to("F_TARIF", "TF_No", "TF_No"),
    "F_ARTCOMPTA": [
        *_article(),
        *_to("F_COMPTEG", "CG_Num", "ACP_ComptaCPT_CompteG"),
        *_taxes("ACP_ComptaCPT_Taxe{}"),
        *_taxes("ACP_ComptaCPT_TaxeAnc{}"),
    ],
    "F_FAMCOMPTA": [
        *_to("F_COMPTEG", "CG_Num", "FCP_ComptaCPT_CompteG"),
        *_taxes("FCP_ComptaCPT_Taxe{}"),
        *_taxes("FCP_ComptaCPT_TaxeAnc{}"),
    ],
    "F_TAXE": _to("F_COMPTEG", "CG_Num", "CG_Num"),
    "F_COMPTET": [
        *_to("F_COMPTEG", "CG_Num", "CG_NumPrinc"),
        *_account("CT_NumPayeur", "CT_NumCentrale"),
        *_depot(),
        *_to("F_COLLABORATEUR", "CO_No", "cbCO_No"),
        *_to("F_MODELER", "MR_No", "cbMR_No"),
    ],
    "F_COMPTETG": [*_account("CT_Num"), *_to("F_COMPTEG", "CG_Num", "CG_Num")],
    "F_LIVRAISON": _account("CT_Num"),
    "F_CONTACTT": _account("CT_Num"),
    "F_REGLEMENTT": _account("CT_Num"),
    "F_EMODELER": _to("F_MODELER", "MR_No", "MR_No"),
    "F_DOCENTETE": [
        *_depot(),
        *_to("F_LIVRAISON", "LI_No", "cbLI_No"),
        *_to("F_COLLABORATEUR", "CO_No", "cbCO_No"),
        *_account("CT_NumPayeur", "CT_NumCentrale"),
        *_taxes("DO_CodeTaxe{}"),
        *_to("F_MODELER", "MR_No", "cbMR_No"),
        *_to("F_DOCENTETETEXT", "ET_No", "cbET_No"),
    ],
    "F_DOCLIGNE": [
        _HEADER,
        *_article(),
        *_depot(),
        *_variant(),
        *_taxes("DL_CodeTaxe{}"),
        *_to("F_COLLABORATEUR", "CO_No", "cbCO_No"),
        *_to("F_DOCLIGNETEXT", "DT_No", "cbDT_No"),
        *_to("F_DOCLIGNE", "DL_No", "cbDL_NoLink"),
    ],
    "F_DOCREGL": [_HEADER],
    "F_REGLECH": [
        *_to("F_DOCREGL", "DR_No", "cbDR_No"),
        *_to("F_CREGLEMENT", "RG_No", "cbRG_No"),
    ],
    "F_CREGLEMENT": [*_account("CT_NumPayeur"), *_to("F_JOURNAUX", "JO_Num", "JO_Num")],
    "F_ECRITUREC": [
        *_to("F_JOURNAUX", "JO_Num", "JO_Num"),
        *_to("F_COMPTEG", "CG_Num", "CG_Num"),
        *_account("CT_Num"),
    ],
}
