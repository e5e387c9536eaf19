"""The three tax slots of lines and of the shipping cost, copied from the company's taxes."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, select

from navette.domain.document import DocumentDraft
from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.domain.money import ZERO
from navette.domain.tax import ErpTax, TaxKind, plain_rate
from navette.erp.sage100.tables import F_TAXE
from navette.erp.sage100.writer.session import WriteSession

SLOTS = 3

_PERCENTAGE = 0
_VAT_TYPES = frozenset({0, 1, 5})
_UNIT_TAXES = {2: TaxKind.FIXED_NET, 3: TaxKind.FIXED_GROSS}
_BY_WEIGHT = 4

_UNCOLLECTED = select(F_TAXE.c.TA_Code).where(F_TAXE.c.TA_NP == 1)
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


def uncollected_codes(session: WriteSession) -> frozenset[str]:
    """The codes of taxes whose amount is not collected, only the VAT on it (TA_NP)."""
    return frozenset(row.TA_Code.upper() for row in session.all(_UNCOLLECTED))


def stored_taxes(row: Any, prefix: str, uncollected: frozenset[str]) -> tuple[ErpTax, ...]:
    """Read the taxes that a stored row carries in its slots."""
    taxes = []
    for slot in range(1, SLOTS + 1):
        code = getattr(row, f"{prefix}_CodeTaxe{slot}")
        if code:
            rate_kind, kind = getattr(row, f"{prefix}_TypeTaux{slot}"), getattr(row, f"{prefix}_TypeTaxe{slot}")
            rate = getattr(row, f"{prefix}_Taxe{slot}") or ZERO
            taxes.append(ErpTax(code, rate, tax_kind(rate_kind, kind), is_collected=code.upper() not in uncollected))
    return tuple(taxes)


def tax_kind(rate_kind: int, kind: int) -> TaxKind:
    """What a tax is computed on, from TA_TTaux and TA_Type."""
    if kind in _VAT_TYPES:
        return TaxKind.VAT
    if kind == _BY_WEIGHT:
        return TaxKind.BY_WEIGHT
    return TaxKind.PERCENT if rate_kind == _PERCENTAGE else _UNIT_TAXES.get(kind, TaxKind.PERCENT)


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
