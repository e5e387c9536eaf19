"""Column types of Sage's tables that need care: exact amounts."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Numeric
from sqlalchemy.types import TypeDecorator, TypeEngine, UserDefinedType

PLACES = Decimal("0.000001")


class AmountOutOfRangeError(ValueError):
    """An amount is not a finite number below the limit of its column."""


class _SqliteNumeric(UserDefinedType[float]):
    """NUMERIC(24, 6) as SQLite stores it: a whole number or a double, exact for 15 significant digits."""

    cache_ok = True

    def get_col_spec(self, **_options: Any) -> str:
        return "NUMERIC(24, 6)"


class Amount(TypeDecorator[Decimal]):
    """Sage's numeric(24,6): `Decimal` with six places in and out, on SQLite too.

    Values of a thousand million and more are refused: below it six places fit the 15 digits that a double keeps, so
    SQLite gives back what was written. Sums and comparisons of prices are made in Python, never in SQL.
    """

    impl = Numeric(24, 6)
    cache_ok = True
    limit = Decimal(10) ** 9

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Keep doubles on SQLite, numeric(24,6) elsewhere."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(_SqliteNumeric())
        return dialect.type_descriptor(Numeric(24, 6))

    def process_bind_param(self, value: Decimal | int | None, dialect: Dialect) -> Decimal | float | None:
        """Quantise to six places and refuse what the column cannot hold exactly."""
        if value is None:
            return None
        amount = self.exact(value)
        return float(amount) if dialect.name == "sqlite" else amount

    def exact(self, value: object) -> Decimal:
        """Check an amount and give it six places; a float is refused, since it is not exact."""
        if isinstance(value, bool) or not isinstance(value, Decimal | int):
            raise TypeError(f"An amount is a Decimal or an int, not {type(value).__name__}.")
        amount = Decimal(value)
        if not amount.is_finite() or abs(amount) >= self.limit:
            raise AmountOutOfRangeError(f"{value} is not an amount below {self.limit}.")
        return amount.quantize(PLACES, rounding=ROUND_HALF_UP)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 (signature of the base)
        """Give six places, as SQL Server does."""
        return six_places(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Decimal | None]:  # noqa: ARG002 (signature of the base)
        """Read values straight through one cached function: a page holds thousands of them, mostly alike."""
        return six_places


@lru_cache(maxsize=16_384)
def six_places(value: Decimal | float | None) -> Decimal | None:
    """Give a stored amount six places."""
    if value is None:
        return None
    return Decimal(f"{value:.6f}") if isinstance(value, float) else Decimal(value).quantize(PLACES)


class BandBound(Amount):
    """The upper bound of a band: the last one is a number larger than any quantity (99999999999999 in Sage)."""

    cache_ok = True
    limit = Decimal(10) ** 15


UNBOUNDED = Decimal(99_999_999_999_999)
"""Upper bound of the last band of a scale."""
