"""Amounts with and without tax, and the shop's ways of rounding."""

from dataclasses import dataclass
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
)

ZERO = Decimal(0)
ROUND_UP, ROUND_DOWN, HALF_UP, HALF_DOWN, HALF_EVEN, HALF_ODD = range(6)
PER_ITEM, PER_LINE, PER_TOTAL = 1, 2, 3

_DECIMAL_MODES = {
    ROUND_UP: ROUND_CEILING,
    ROUND_DOWN: ROUND_FLOOR,
    HALF_DOWN: ROUND_HALF_DOWN,
    HALF_EVEN: ROUND_HALF_EVEN,
}
# PHP rounds to the 15 digits that a float is sure of before it looks at the half.
_SURE_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)


def shop_round(value: Decimal, places: int, mode: int = HALF_UP) -> Decimal:
    """Round as the setting PS_PRICE_ROUND_MODE says."""
    step = Decimal(1).scaleb(-places)
    sure = _SURE_DIGITS.create_decimal(value)
    if mode == HALF_ODD:
        even = sure.quantize(step, rounding=ROUND_HALF_EVEN)
        is_half = abs(sure - sure.quantize(step, rounding=ROUND_FLOOR)) * 2 == step
        return sure.quantize(step, rounding=ROUND_FLOOR) * 2 + step - even if is_half else even
    return sure.quantize(step, rounding=_DECIMAL_MODES.get(mode, ROUND_HALF_UP)) + ZERO


@dataclass(frozen=True)
class Amount:
    """A sum with tax and without."""

    incl: Decimal = ZERO
    excl: Decimal = ZERO

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.incl + other.incl, self.excl + other.excl)

    def __sub__(self, other: "Amount") -> "Amount":
        return Amount(self.incl - other.incl, self.excl - other.excl)

    def __mul__(self, factor: Decimal | int) -> "Amount":
        return Amount(self.incl * factor, self.excl * factor)

    def __truediv__(self, divisor: Decimal | int) -> "Amount":
        return Amount(self.incl / divisor, self.excl / divisor)

    def floor(self) -> "Amount":
        """Return the amount with nothing below zero."""
        return Amount(max(self.incl, ZERO), max(self.excl, ZERO))

    def rounded(self, rounding: "Rounding") -> "Amount":
        """Round both sums."""
        return Amount(rounding.money(self.incl), rounding.money(self.excl))

    def exceeds(self, other: "Amount") -> bool:
        """Compare the sums with tax first, and only if they are equal those without."""
        return (self.incl, self.excl) > (other.incl, other.excl)


@dataclass(frozen=True)
class Rounding:
    """The settings of rounding: mode, item or line or total, and the places of the currency."""

    mode: int = HALF_UP
    kind: int = PER_LINE
    places: int = 2

    def money(self, value: Decimal) -> Decimal:
        """Round to the places of the currency."""
        return shop_round(value, self.places, self.mode)

    def price(self, value: Decimal) -> Decimal:
        """Round to the six places of a unit price."""
        return shop_round(value, 6, self.mode)
