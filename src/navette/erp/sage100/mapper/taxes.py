"""Taxes of articles: which of Sage's codes hold on a day, and what they are (sage100 §4.3)."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from navette.domain.tax import ErpTax, TaxKind
from navette.erp.sage100.mapper.values import amount, day, text
from navette.erp.sage100.rows import Record

TaxCodes = tuple[str, str, str]
Taxes = tuple[ErpTax | None, ErpTax | None, ErpTax | None]

SLOTS = 3
NO_CODES: TaxCodes = ("", "", "")

_PERCENTAGE = 0
_KINDS = {
    0: TaxKind.VAT,
    1: TaxKind.VAT,
    2: TaxKind.FIXED_NET,
    3: TaxKind.FIXED_GROSS,
    4: TaxKind.BY_WEIGHT,
    5: TaxKind.VAT,
    9: TaxKind.VAT,
}
"""F_TAXE.TA_Type: VAT on debits and on receipts, parafiscal on net, on gross and by weight, intra-EU, IGIC."""


def to_tax(row: Record) -> ErpTax:
    """Map a row of F_TAXE."""
    kind = _KINDS.get(row.TA_Type or 0, TaxKind.PERCENT)
    if kind not in {TaxKind.VAT, TaxKind.BY_WEIGHT} and (row.TA_TTaux or 0) == _PERCENTAGE:
        kind = TaxKind.PERCENT
    return ErpTax(
        code=text(row.TA_Code),
        rate=_plain(amount(row.TA_Taux)),
        kind=kind,
        label=text(row.TA_Intitule),
        is_collected=not row.TA_NP,
    )


def _plain(rate: Decimal) -> Decimal:
    """A rate without zeros at its end, so that equal taxes look alike whatever base they are from."""
    return rate.normalize() if rate % 10 else rate.quantize(Decimal(1))


def codes_on(values: Sequence[Any], today: date) -> TaxCodes:
    """Codes of the three slots on a day, from three codes, three dates of change and the three codes before them."""
    codes, dates, former = values[:SLOTS], values[SLOTS : 2 * SLOTS], values[2 * SLOTS :]
    found = []
    for code, changes, before in zip(codes, dates, former, strict=True):
        change = day(changes)
        found.append(text(before if change and today < change and text(before) else code))
    return found[0], found[1], found[2]


def article_taxes(own: TaxCodes, family: TaxCodes, known: Mapping[str, ErpTax]) -> Taxes:
    """The taxes of an article's three slots: its own row if that names any code, else its family's."""
    first, second, third = own if any(own) else family
    return known.get(first), known.get(second), known.get(third)
