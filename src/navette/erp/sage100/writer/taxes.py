"""The three tax slots of lines and of the shipping cost, copied from the company's taxes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, select

from navette.domain.document import DocumentDraft
from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.domain.money import ZERO
from navette.domain.tax import ErpTax, plain_rate
from navette.erp.sage100.mapper.taxes import to_tax
from navette.erp.sage100.rows import Record
from navette.erp.sage100.tables import F_TAXE
from navette.erp.sage100.writer.session import WriteSession

SLOTS = 3

_ALL_TAXES = select(
    F_TAXE.c.TA_Code, F_TAXE.c.TA_Intitule, F_TAXE.c.TA_Taux, F_TAXE.c.TA_TTaux, F_TAXE.c.TA_Type, F_TAXE.c.TA_NP
)
_TAXES = select(F_TAXE.c.TA_Code, F_TAXE.c.TA_Taux, F_TAXE.c.TA_TTaux, F_TAXE.c.TA_Type).where(
    F_TAXE.c.TA_Code.in_(bindparam("codes", expanding=True))
)


class TaxSlots:
    """Gives the tax columns of a row (DL_TaxeN or DO_TaxeN with kind, type and code)."""

    def __init__(self, session: WriteSession, draft: DocumentDraft) -> None:
        lists = [line.taxes for line in draft.lines] + [draft.shipping.taxes]
        for taxes in lists:
            if len(taxes) > SLOTS:
                raise RefusedError(messages.TOO_MANY_TAXES, number=len(taxes))
        self._kinds = _read(session, {tax for taxes in lists for tax in taxes})

    def columns(self, prefix: str, taxes: Sequence[ErpTax]) -> dict[str, Any]:
        """The columns of all three slots; empty slots are zero, without code."""
        values: dict[str, Any] = {}
        for slot in range(SLOTS):
            tax = taxes[slot] if slot < len(taxes) else None
            rate_kind, kind = self._kinds[tax.code] if tax else (0, 0)
            values[f"{prefix}_Taxe{slot + 1}"] = tax.rate if tax else ZERO
            values[f"{prefix}_TypeTaux{slot + 1}"] = rate_kind
            values[f"{prefix}_TypeTaxe{slot + 1}"] = kind
            values[f"{prefix}_CodeTaxe{slot + 1}"] = tax.code if tax else None
        return values


def company_taxes(session: WriteSession) -> Mapping[str, ErpTax]:
    """The company's taxes by code."""
    return {row.TA_Code.upper(): to_tax(row) for row in session.all(_ALL_TAXES)}


def stored_taxes(row: Record, prefix: str, known: Mapping[str, ErpTax]) -> tuple[ErpTax, ...]:
    """Read the taxes that a stored row carries in its slots, at the rates that it carries."""
    slots = (f"{slot}" for slot in range(1, SLOTS + 1))
    return tuple(
        replace(known[code.upper()], rate=getattr(row, f"{prefix}_Taxe{slot}") or ZERO)
        for slot in slots
        if (code := getattr(row, f"{prefix}_CodeTaxe{slot}"))
    )


def _read(session: WriteSession, taxes: Iterable[ErpTax]) -> dict[str, tuple[int, int]]:
    used = {tax.code.upper(): tax for tax in taxes}
    if not used:
        return {}
    rows = {row.TA_Code.upper(): row for row in session.all(_TAXES, codes=sorted(used))}
    kinds = {}
    for code, tax in used.items():
        row = rows.get(code)
        if row is None:
            raise RefusedError(messages.UNKNOWN_TAX, tax=tax.code)
        if row.TA_Taux != tax.rate:
            raise RefusedError(
                messages.TAX_RATE_DIFFERS, tax=tax.code, rate=plain_rate(row.TA_Taux), drafted=plain_rate(tax.rate)
            )
        kinds[tax.code] = (row.TA_TTaux or 0, row.TA_Type or 0)
    return kinds
