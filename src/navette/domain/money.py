"""Exact amounts: quantising and splitting, with no cent lost."""

from collections.abc import Sequence
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Decimal,
)
from enum import StrEnum

ZERO = Decimal(0)
CENT = Decimal("0.01")


class Rounding(StrEnum):
    """How a tie or a remainder is rounded; ours is HALF_UP, the others replay a shop's own mode."""

    HALF_UP = ROUND_HALF_UP
    HALF_DOWN = ROUND_HALF_DOWN
    HALF_EVEN = ROUND_HALF_EVEN
    UP = ROUND_UP
    DOWN = ROUND_DOWN
    CEILING = ROUND_CEILING


def quantise(amount: Decimal, places: int = 2, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
    """Round an amount to a number of decimal places, never returning a negative zero."""
    rounded = amount.quantize(Decimal(1).scaleb(-places), rounding=rounding.value)
    return abs(rounded) if rounded.is_zero() else rounded


def split(amount: Decimal, weights: Sequence[Decimal], places: int = 2) -> list[Decimal]:
    """Split an amount in proportion to weights by the largest remainder: the parts add up exactly.

    The amount has at most `places` decimals; weights are not negative. Weights that are all zero share equally.
    Ties go to the earlier part, so the same input gives the same parts.
    """
    if not weights:
        raise ValueError("An amount cannot be split into no parts.")
    if any(weight < 0 for weight in weights):
        raise ValueError("Weights may not be negative.")
    unit = Decimal(1).scaleb(-places)
    total = sum(weights, ZERO)
    shares = list(weights) if total else [Decimal(1)] * len(weights)
    total = total or Decimal(len(weights))
    sign = -1 if amount < 0 else 1
    exact = [abs(amount) * share / total for share in shares]
    parts = [value.quantize(unit, rounding=ROUND_DOWN) for value in exact]
    missing = int(((abs(amount) - sum(parts, ZERO)) / unit).to_integral_value())
    by_remainder = sorted(range(len(parts)), key=lambda index: (parts[index] - exact[index], index))
    for index in by_remainder[:missing]:
        parts[index] += unit
    return [sign * part if part else part for part in parts]
