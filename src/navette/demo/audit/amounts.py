"""Reading amounts and taxes from rows."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import RowMapping

ZERO, ONE, HUNDRED, THOUSAND = Decimal(0), Decimal(1), Decimal(100), Decimal(1000)
SLOTS = (1, 2, 3)
VAT_KINDS = (0, 1)

Vat = tuple[str, Decimal]
"""A VAT code and its rate in percent."""


def exact(value: Any) -> Decimal:
    """Read an amount: exact from SQL Server, a double of six places from SQLite."""
    if value is None:
        return ZERO
    return Decimal(f"{value:.6f}") if isinstance(value, float) else Decimal(value)


def cents(amount: Decimal) -> Decimal:
    """Round to the cent."""
    return amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def find_vat(row: RowMapping, prefix: str) -> Vat | None:
    """Find the VAT among three tax slots: its code and its rate in percent."""
    for slot in SLOTS:
        if row[f"{prefix}_CodeTaxe{slot}"] and row[f"{prefix}_TypeTaxe{slot}"] in VAT_KINDS:
            return row[f"{prefix}_CodeTaxe{slot}"], exact(row[f"{prefix}_Taxe{slot}"])
    return None
