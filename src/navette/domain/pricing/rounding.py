"""Rounding rules of the ERP (P_ARRONDI), and the way from a price with tax to one without."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from navette.domain.money import Rounding, quantise
from navette.domain.price_sheet import RoundingRule
from navette.domain.tax import HUNDRED

NET_PLACES = 6

_MODES = {
    RoundingRule.NEAREST: ROUND_HALF_UP,
    RoundingRule.UP: ROUND_CEILING,
    RoundingRule.DOWN: ROUND_FLOOR,
    RoundingRule.ENDING_NEAREST: ROUND_HALF_UP,
    RoundingRule.ENDING_UP: ROUND_CEILING,
    RoundingRule.ENDING_DOWN: ROUND_FLOOR,
}
_ENDINGS = {RoundingRule.ENDING_NEAREST, RoundingRule.ENDING_UP, RoundingRule.ENDING_DOWN}


def apply_rounding(price: Decimal, rule: tuple[RoundingRule, Decimal] | None) -> Decimal:
    """Round a computed price to a multiple of the rule's value, or so that it ends with it (0.99, 9.90).

    A price never becomes negative, and an ending larger than the price is its smallest result.
    """
    if rule is None or rule[1] <= 0:
        return price
    kind, value = rule
    if kind not in _ENDINGS:
        return (price / value).to_integral_value(rounding=_MODES[kind]) * value
    span = _span_above(value)
    steps = ((price - value) / span).to_integral_value(rounding=_MODES[kind])
    return max(steps, Decimal(0)) * span + value


def _span_above(value: Decimal) -> Decimal:
    """The smallest power of ten, from 1, that is larger than a value: prices end alike once in each span."""
    span = Decimal(1)
    while span <= value:
        span *= 10
    return span


def net_matching_gross(gross: Decimal, rate: Decimal, ecotax: Decimal) -> Decimal:
    """Net price without ecotax, at 6 decimals, of an exact gross price.

    Adding the tax gives the gross price back to the cent: of the two neighbouring values of 6 decimals, at least one
    lies on the same side of the half cent.
    """
    exact = gross / (1 + rate / HUNDRED) - ecotax
    cents = quantise(gross)
    for mode in (Rounding.HALF_UP, Rounding.DOWN, Rounding.UP):
        net = quantise(exact, NET_PLACES, mode)
        if gross_of(net, rate, ecotax) == cents:
            return net
    return quantise(exact, NET_PLACES)


def gross_of(net: Decimal, rate: Decimal, ecotax: Decimal) -> Decimal:
    """Gross price to the cent of a net price and its net ecotax."""
    return quantise((net + ecotax) * (1 + rate / HUNDRED))
