"""Values as Sage stores them: empty dates, flags, weights, texts of free fields."""

from datetime import date, datetime
from decimal import Decimal

from navette.domain.money import ZERO

_GRAMS = (Decimal(1_000_000), Decimal(100_000), Decimal(1000), Decimal(1), Decimal("0.001"))
"""Grams in the units of AR_UnitePoids: tonne, quintal, kilogram, gram, milligram."""

_FIRST_REAL_YEAR = 1901
"""1753-01-01 and 1900-01-01 both stand for no date (sage100 §1.4)."""


def day(value: datetime | date | None) -> date | None:
    """A date, None for any of Sage's empty ones."""
    if value is None or value.year < _FIRST_REAL_YEAR:
        return None
    return value.date() if isinstance(value, datetime) else value


def text(value: str | None) -> str:
    """A text without the blanks at its end, '' for none."""
    return value.rstrip() if value else ""


def amount(value: Decimal | None) -> Decimal:
    """An amount, zero for none."""
    return value or ZERO


def grams(weight: Decimal | None, unit: int | None) -> Decimal:
    """A weight in grams; a unit that Sage does not have is taken for grams."""
    known = unit is not None and 0 <= unit < len(_GRAMS)
    return amount(weight) * _GRAMS[unit if known and unit is not None else 3]


def shown(value: object) -> str:
    """A value of a free field as a text: plain numbers, dates as they are written in France."""
    match value:
        case None:
            return ""
        case Decimal():
            return format(value.normalize(), "f")
        case datetime():
            found = day(value)
            return f"{found:%d/%m/%Y}" if found else ""
        case _:
            return text(str(value))
