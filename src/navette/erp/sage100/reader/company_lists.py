"""The company's small tables that many articles share: families, catalogue, ranges, taxes; read once for a run."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam, select

from navette.domain.keys import normalise_code
from navette.domain.tax import ErpTax
from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.mapper.nodes import CatalogueNode, Family
from navette.erp.sage100.mapper.taxes import SLOTS, TaxCodes, codes_on, to_tax
from navette.erp.sage100.mapper.values import text
from navette.erp.sage100.mapper.variants import Ranges
from navette.erp.sage100.schema import BaseSchema
from navette.erp.sage100.tables import F_CATALOGUE, F_ENUMGAMME, F_FAMCOMPTA, F_FAMILLE, F_TAXE, P_GAMME

SALE = 0
"""ACP_Type and FCP_Type of sales; 1 is for purchases, 2 for stock."""

INVOICE = 0
"""ACP_TypeFacture and FCP_TypeFacture of invoices; 1 is for returns, 2 for credit notes."""

VARIANT_RANGE = 0
"""P_GAMME.G_Type of ranges of variants; the others are discount scales."""


def read_families(session: ReadSession) -> Mapping[str, Family]:
    """Families by code; those that only total others are left out."""
    return {
        normalise_code(row.FA_CodeFamille): Family(
            code=text(row.FA_CodeFamille),
            label=text(row.FA_Intitule) or text(row.FA_CodeFamille),
            parent=normalise_code(row.FA_Central or ""),
            is_detail=row.FA_Type == _DETAIL,
            is_published=bool(row.FA_Publie),
        )
        for row in session.all(_FAMILIES)
    }


_DETAIL, _TOTAL = 0, 1
_FAMILIES = (
    select(
        F_FAMILLE.c.FA_CodeFamille,
        F_FAMILLE.c.FA_Type,
        F_FAMILLE.c.FA_Intitule,
        F_FAMILLE.c.FA_Central,
        F_FAMILLE.c.FA_Publie,
    )
    .where(F_FAMILLE.c.FA_Type != _TOTAL)
    .order_by(F_FAMILLE.c.FA_Type, F_FAMILLE.c.FA_CodeFamille)
)


def read_catalogue(session: ReadSession) -> Mapping[int, CatalogueNode]:
    """Catalogue nodes by number, upper levels first."""
    return {
        row.CL_No: CatalogueNode(
            number=row.CL_No, label=text(row.CL_Intitule), code=text(row.CL_Code), parent=row.CL_NoParent or 0
        )
        for row in session.all(_CATALOGUE)
    }


_CATALOGUE = select(
    F_CATALOGUE.c.CL_No,
    F_CATALOGUE.c.CL_Intitule,
    F_CATALOGUE.c.CL_Code,
    F_CATALOGUE.c.CL_NoParent,
).order_by(F_CATALOGUE.c.CL_Niveau, F_CATALOGUE.c.CL_No)


def read_ranges(session: ReadSession) -> Ranges:
    """Ranges of variants with the order of their values."""
    return Ranges(
        {row.cbIndice: text(row.G_Intitule) for row in session.all(_RANGES)},
        {(row.EG_Champ, text(row.EG_Enumere).casefold()): row.EG_Ligne or 0 for row in session.all(_RANGE_VALUES)},
    )


_RANGES = select(P_GAMME.c.cbIndice, P_GAMME.c.G_Intitule).where(P_GAMME.c.G_Type == VARIANT_RANGE)
_RANGE_VALUES = select(F_ENUMGAMME.c.EG_Champ, F_ENUMGAMME.c.EG_Enumere, F_ENUMGAMME.c.EG_Ligne).where(
    F_ENUMGAMME.c.EG_Champ.in_(select(P_GAMME.c.cbIndice).where(P_GAMME.c.G_Type == VARIANT_RANGE))
)


def read_taxes(session: ReadSession) -> Mapping[str, ErpTax]:
    """Taxes by code."""
    found = [to_tax(row) for row in session.all(_TAXES)]
    return {tax.code: tax for tax in found}


def read_sales_taxes(session: ReadSession) -> Sequence[ErpTax]:
    """Taxes that sales bear: those of purchases (TA_Sens 0, deductible) have the same rates and other accounts."""
    return [to_tax(row) for row in session.all(_TAXES.where(F_TAXE.c.TA_Sens == COLLECTED))]


COLLECTED = 1
"""TA_Sens of a tax that is collected."""

_TAXES = select(
    F_TAXE.c.TA_Code, F_TAXE.c.TA_Intitule, F_TAXE.c.TA_Taux, F_TAXE.c.TA_TTaux, F_TAXE.c.TA_Type, F_TAXE.c.TA_NP
).order_by(F_TAXE.c.TA_Code)


def tax_columns(schema: BaseSchema, table: Table, prefix: str) -> list[ColumnElement[Any]]:
    """Codes, dates of change and former codes of the three slots; older bases have codes only."""
    parts = ("Taxe", "Date", "TaxeAnc")
    return schema.pick(*(table.c[f"{prefix}_ComptaCPT_{part}{slot}"] for part in parts for slot in range(1, SLOTS + 1)))


def read_family_taxes(session: ReadSession, schema: BaseSchema, category: int, today: date) -> Mapping[str, TaxCodes]:
    """Tax codes of families for sales invoices of an accounting category."""
    statement = select(F_FAMCOMPTA.c.FA_CodeFamille, *tax_columns(schema, F_FAMCOMPTA, "FCP")).where(
        F_FAMCOMPTA.c.FCP_Type == SALE,
        F_FAMCOMPTA.c.FCP_TypeFacture == INVOICE,
        F_FAMCOMPTA.c.FCP_Champ == bindparam("category"),
    )
    rows = session.all(statement.params(category=category))
    return {normalise_code(row[0]): codes_on(row[1:], today) for row in rows}
