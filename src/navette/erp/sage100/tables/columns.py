"""Columns in Sage's own terms: codes, texts, flags, amounts, dates, internal numbers.

`Column.info` keeps what the database type does not say; see `ColumnFacts`.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import CHAR, Column, DateTime, Integer, SmallInteger, String, Uuid

from navette.erp.sage100.tables.types import Amount, BandBound

_USABLE_CODES = {19: 18, 11: 10}


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """What Sage knows of a column beside its type.

    `usable` is the longest text that Sage takes, sometimes one less than the column's length. A code is stored trimmed
    and upper-case (`mixed_case` ones as they are). An optional column is NULL when it is empty; the others hold '', 0 or
    Sage's empty date. `twin_of` names the XX_No column that a cbXX_No column repeats, NULL for 0.
    """

    usable: int = 0
    is_code: bool = False
    mixed_case: bool = False
    optional: bool = False
    twin_of: str = ""


def facts(column: Column[Any]) -> ColumnFacts:
    """What Sage knows of a column of these tables."""
    known = column.info.get("sage", ColumnFacts())
    if not isinstance(known, ColumnFacts):
        raise TypeError(f"{column} carries other facts than these tables gave it.")
    return known


def _column(name: str, type_: Any, *, required: bool = False, **known: Any) -> Column[Any]:
    return Column(name, type_, nullable=not required, info={"sage": ColumnFacts(**known)})


def code(name: str, length: int, *, required: bool = False, optional: bool = False) -> Column[str]:
    """Make the column of a code: trimmed, upper-case, compared without regard to case.

    References are 18 long in a column of 19, family codes 10 in one of 11.
    """
    usable = _USABLE_CODES.get(length, length)
    return _column(name, String(length), required=required, usable=usable, is_code=True, optional=optional)


def price_owner(name: str) -> Column[str]:
    """Make an XX_RefCF column: an account code, or a price category as `a01` in lower case."""
    return _column(name, String(17), usable=17, is_code=True, mixed_case=True)


def text(name: str, length: int, *, usable: int = 0, required: bool = False, optional: bool = False) -> Column[str]:
    """Make the column of a short text of Windows-1252."""
    return _column(name, String(length), required=required, usable=usable or length, optional=optional)


def texts(length: int, *names: str) -> list[Column[str]]:
    """Make several short texts of one length."""
    return [text(name, length) for name in names]


def long_text(name: str) -> Column[str]:
    """Make a varchar(max)."""
    return _column(name, String())


def time_of_day(name: str) -> Column[str]:
    """Make a time as Sage writes it: three zeros and HHMMSS."""
    return _column(name, CHAR(9), usable=9)


def smallints(*names: str, required: bool = False, optional: bool = False) -> list[Column[int]]:
    """Make flags, enumerations and parameter numbers."""
    return [_column(name, SmallInteger, required=required, optional=optional) for name in names]


def integers(*names: str, required: bool = False, optional: bool = False) -> list[Column[int]]:
    """Make whole numbers that have no twin."""
    return [_column(name, Integer, required=required, optional=optional) for name in names]


def amounts(*names: str) -> list[Column[Decimal]]:
    """Make exact amounts, prices, quantities and rates."""
    return [_column(name, Amount) for name in names]


def band_bound(name: str) -> Column[Decimal]:
    """Make the upper bound of a band."""
    return _column(name, BandBound)


def dates(*names: str) -> list[Column[Any]]:
    """Make dates and times, 1753-01-01 when empty."""
    return [_column(name, DateTime) for name in names]


def identifiers(*names: str) -> list[Column[Any]]:
    """Make globally unique identifiers."""
    return [_column(name, Uuid, optional=True) for name in names]


def numbers_with_twin(*names: str, required: bool = False) -> list[Column[int]]:
    """Make internal numbers (XX_No) with the twins (cbXX_No) that carry their foreign keys."""
    columns = []
    for name in names:
        columns.append(_column(name, Integer, required=required))
        columns.append(_column(f"cb{name}", Integer, optional=True, twin_of=name))
    return columns


def discounts(prefix: str) -> list[Column[Any]]:
    """Make the three cascaded elements of a discount: value and kind."""
    return [
        *amounts(*numbered(f"{prefix}{{:02d}}REM_Valeur", 3)),
        *smallints(*numbered(f"{prefix}{{:02d}}REM_Type", 3)),
    ]


def numbered(pattern: str, last: int) -> list[str]:
    """Name columns that differ by a number from 1, written where the pattern has its braces."""
    return [pattern.format(number) for number in range(1, last + 1)]
