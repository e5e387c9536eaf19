"""From an audience's prices to the fewest rules that give them."""

from dataclasses import dataclass
from decimal import Decimal

from navette.domain.money import ZERO, quantise
from navette.domain.price_sheet import DiscountKind, PriceSheet
from navette.domain.pricing.grid import ORDINARY, Period
from navette.domain.pricing.rounding import NET_PLACES, gross_of
from navette.domain.pricing.terms import ONE, SalePrice
from navette.domain.pricing.timeline import Cell, Timeline
from navette.domain.tax import HUNDRED

PERCENT_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class RuleTerms:
    """What a rule says: from which quantity, when, and a net price or a percentage off the default price."""

    period: Period
    from_quantity: int
    net: Decimal | None = None
    percent: Decimal | None = None


def terms_of(sheet: PriceSheet, default: SalePrice, own: Timeline, above: Timeline | None) -> tuple[RuleTerms, ...]:
    """Work out the rules of an audience; none where it pays in every case what the audience above it pays.

    Above everybody there is only the default price, and no rule that could win over it.
    """
    nets = own.nets
    if all(net == (above.cells[cell] if above else default).net for cell, net in nets.items()):
        return ()
    stated = _needed(nets, ORDINARY, own.quantities, above.quantities if above else frozenset())
    if above is None and nets[ORDINARY, 1] == default.net:
        stated -= {1}
    found = [(ORDINARY, quantity) for quantity in sorted(stated)]
    for period in _other_periods(nets):
        needed = _needed(nets, period, own.quantities, stated)
        if 1 not in stated and nets[period, 1] == default.net:
            needed -= {1}
        found += [(period, quantity) for quantity in sorted(needed)]
    return tuple(_terms(sheet, default, own.cells[cell], cell) for cell in found)


def _other_periods(nets: dict[Cell, Decimal]) -> list[Period]:
    """The dated periods in which some price differs from the ordinary one."""
    differing = (period for (period, quantity), net in nets.items() if net != nets[ORDINARY, quantity])
    return list(dict.fromkeys(differing))


def _needed(
    nets: dict[Cell, Decimal], period: Period, quantities: frozenset[int], ruled: frozenset[int]
) -> frozenset[int]:
    """The quantities at which the price changes, and those at which a weaker rule could win."""
    needed: set[int] = set()
    last: Decimal | None = None
    for quantity in sorted(quantities):
        net = nets[period, quantity]
        if net != last or quantity in ruled:
            needed.add(quantity)
        last = net
    return frozenset(needed)


def _terms(sheet: PriceSheet, default: SalePrice, price: SalePrice, cell: Cell) -> RuleTerms:
    period, quantity = cell
    percent = _percent_off(sheet, default, price)
    if percent is not None:
        return RuleTerms(period, quantity, percent=percent)
    return RuleTerms(period, quantity, net=price.net)


def _percent_off(sheet: PriceSheet, default: SalePrice, price: SalePrice) -> Decimal | None:
    """The percentage off the default price, where it says the price exactly.

    With an ecotax there is none: a shop would take the percentage off the ecotax too.
    """
    if not price.discounts or price.list_net != default.net or sheet.ecotax:
        return None
    if any(element.kind is not DiscountKind.PERCENT for element in price.discounts):
        return None
    left = ONE
    for element in price.discounts:
        left *= 1 - element.value / HUNDRED
    percent = (1 - left) * HUNDRED
    if percent != percent.quantize(PERCENT_PLACES) or not 0 < percent <= HUNDRED:
        return None
    return percent.normalize() if _is_exact(sheet, default, price, left) else None


def _is_exact(sheet: PriceSheet, default: SalePrice, price: SalePrice, left: Decimal) -> bool:
    net = quantise(default.net * left, NET_PLACES)
    if price.gross is None:
        return net == price.net
    return gross_of(net, sheet.vat.rate if sheet.vat else ZERO, ZERO) == price.gross
