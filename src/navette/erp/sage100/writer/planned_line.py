"""A line on its way to the base: what is sold, in units of sale, with the amounts that will be stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from navette.domain.document import DraftLine
from navette.domain.money import ZERO, quantise, split
from navette.domain.order_total import STORED_PLACES, LineAmount, amount_of_net, line_amount
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

    `packs` and `unit` are EU_Qte and EU_Enumere. `kit` is the reference of the kit that the line is, or belongs to.
    """

    line: DraftLine
    amount: LineAmount
    card: ArticleCard | None = None
    packs: Decimal = ZERO
    unit: str = ""
    is_valued: bool = True
    kit: str = ""
    currency_price: Decimal = ZERO
    lot: LotShare | None = None


def priced(line: DraftLine, amount: LineAmount, *, prices_include_tax: bool) -> DraftLine:
    """Give a line a price from which its amount follows: its own, else the net price without discounts.

    A part of a line, or a pack counted in units of sale, may miss the amount by a cent with the price that it has; and
    a line has room for three discounts.
    """
    computed = line_amount(line, prices_include_tax=prices_include_tax)
    wanted = amount.gross if prices_include_tax else amount.net
    is_right = wanted == (computed.gross if prices_include_tax else computed.net)
    if (is_right and len(line.discounts) <= MAX_DISCOUNTS) or not line.quantity:
        return line
    return replace(line, unit_price=quantise(wanted / line.quantity, STORED_PLACES), discounts=())


def shares(planned: PlannedLine, quantities: Sequence[Decimal], *, prices_include_tax: bool) -> list[PlannedLine]:
    """Split a line into parts by quantity; their amounts add up to those of the whole."""
    weights = [abs(quantity) for quantity in quantities]
    nets = split(planned.amount.net, weights)
    grosses = split(planned.amount.gross, weights)
    parts = []
    for quantity, net, gross in zip(quantities, nets, grosses, strict=True):
        line = replace(planned.line, quantity=quantity)
        amount = amount_of_net(line, net, gross=gross)
        packs = quantise(planned.packs * quantity / planned.line.quantity, STORED_PLACES)
        line = priced(line, amount, prices_include_tax=prices_include_tax)
        parts.append(replace(planned, line=line, amount=amount, packs=packs))
    return parts
