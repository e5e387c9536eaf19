"""A line on its way to the base: what is sold, in units of sale, with the amounts that will be stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from navette.domain.document import DraftLine
from navette.domain.money import ZERO, quantise, split
from navette.domain.order_total import STORED_PLACES, LineAmount, amount_of_net, line_amount, unit_prices
from navette.erp.sage100.writer.articles import ArticleCard

MAX_DISCOUNTS = 3
"""Elements of a discount that a line can carry."""


@dataclass(frozen=True, slots=True)
class LotShare:
    """The part of a lot or serial number that a line takes: the entry row that it comes from (F_LOTSERIE.cbMarq)."""

    entry: int
    quantity: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLine:
    """A line to write; a comment has no card.

    `includes_tax` tells how the line's price is meant. `packs` and `unit` are EU_Qte and EU_Enumere. `kit` is the
    reference of the kit that the line is, or belongs to.
    """

    line: DraftLine
    amount: LineAmount
    card: ArticleCard | None = None
    includes_tax: bool = False
    packs: Decimal = ZERO
    unit: str = ""
    is_valued: bool = True
    kit: str = ""
    currency_price: Decimal = ZERO
    lot: LotShare | None = None


def priced(line: DraftLine, amount: LineAmount, *, includes_tax: bool) -> DraftLine:
    """Give a line a price from which its amount follows: its own, else the net price without discounts.

    A part of a line, or a pack counted in units of sale, may miss the amount by a cent with the price that it has; and
    a line has room for three discounts.
    """
    computed = line_amount(line, prices_include_tax=includes_tax)
    wanted = amount.gross if includes_tax else amount.net
    is_right = wanted == (computed.gross if includes_tax else computed.net)
    if (is_right and len(line.discounts) <= MAX_DISCOUNTS) or not line.quantity:
        return line
    return replace(line, unit_price=quantise(wanted / line.quantity, STORED_PLACES), discounts=())


def shares(planned: PlannedLine, quantities: Sequence[Decimal]) -> list[PlannedLine]:
    """Split a line into parts by quantity, whose net amounts add up to that of the whole.

    Parts keep the price where rounding allows it. Otherwise their net amounts are shared out to the cent, and they are
    lines without tax: a gross amount cannot be shared without changing the sum of the net ones.
    """
    parts = [_part(planned, quantity) for quantity in quantities]
    net = sum((part.amount.net for part in parts), ZERO)
    gross = sum((part.amount.gross for part in parts), ZERO)
    if net == planned.amount.net and (gross == planned.amount.gross or not planned.includes_tax):
        return parts
    return net_shares(parts, planned.amount.net, quantities)


def net_shares(parts: Sequence[PlannedLine], net: Decimal, weights: Sequence[Decimal]) -> list[PlannedLine]:
    """Share a net amount among lines in proportion to weights; they become lines without tax."""
    shared = split(net, [abs(weight) for weight in weights])
    return [_net_line(part, amount) for part, amount in zip(parts, shared, strict=True)]


def _net_line(part: PlannedLine, net: Decimal) -> PlannedLine:
    price, _ = unit_prices(part.line, prices_include_tax=part.includes_tax)
    amount = amount_of_net(part.line, net)
    line = priced(replace(part.line, unit_price=price), amount, includes_tax=False)
    return replace(part, line=line, amount=amount, includes_tax=False)


def _part(planned: PlannedLine, quantity: Decimal) -> PlannedLine:
    line = replace(planned.line, quantity=quantity)
    amount = line_amount(line, prices_include_tax=planned.includes_tax)
    packs = quantise(planned.packs * quantity / planned.line.quantity, STORED_PLACES)
    return replace(planned, line=line, amount=amount, packs=packs)
