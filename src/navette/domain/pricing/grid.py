"""Where a price can change: the quantities and the periods at which it has to be looked at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from navette.domain.keys import StockKey
from navette.domain.price_sheet import BandKind, PriceBand, PriceSheet, Promotion
from navette.domain.pricing.basis import lines_for, starting_price
from navette.domain.pricing.terms import ONE, Buyer

LARGEST_BREAK = Decimal(10) ** 9
"""An upper bound from here on means that the band is open."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `starts` to `ends`, both included; None is an open end. The period open on both sides is ordinary."""

    starts: date | None = None
    ends: date | None = None

    @property
    def is_ordinary(self) -> bool:
        """Whether it stands for all days that no dated period covers."""
        return self.starts is None and self.ends is None

    @property
    def first_day(self) -> date:
        """A day of the period."""
        return self.starts or self.ends or date.min


ORDINARY = Period()


def break_quantities(sheet: PriceSheet, key: StockKey, buyer: Buyer) -> frozenset[int]:
    """Whole quantities, from 1, at which a band begins for a buyer."""
    lines = lines_for(sheet, buyer)
    pieces = sheet.pack_quantities.get(key, ONE)
    price = starting_price(sheet, key, lines).amount / pieces
    found = {1}
    if line := lines.discount_line:
        found.update(_breaks(line.band_kind, line.bands, price, pieces))
    if family := sheet.family_by_category.get(buyer.price_category):
        found.update(_breaks(family.band_kind, family.bands, price, pieces))
    return frozenset(found)


def _breaks(kind: BandKind, bands: Iterable[PriceBand], price: Decimal, pieces: Decimal) -> Iterator[int]:
    if kind is BandKind.NONE:
        return
    unit = pieces * price if kind is BandKind.AMOUNT else pieces
    for band in bands:
        if band.upper_bound < LARGEST_BREAK and unit > 0:
            yield int((band.upper_bound / unit).to_integral_value(rounding=ROUND_FLOOR)) + 1


def periods(promotions: Sequence[Promotion], on: date) -> tuple[Period, ...]:
    """The ordinary period, then the stretches of days from `on` over which the same dated promotions hold."""
    dated = [promotion for promotion in promotions if promotion.starts or promotion.ends]
    starts = {promotion.starts for promotion in dated if promotion.starts}
    starts |= {promotion.ends + DAY for promotion in dated if promotion.ends}
    cuts = sorted(starts)
    edges: list[date | None] = [None, *cuts, None]
    stretches = [Period(start, end - DAY if end else None) for start, end in pairwise(edges) if start != end]
    return (ORDINARY, *(stretch for stretch in stretches if _matters(stretch, dated, on)))


def _matters(stretch: Period, dated: Sequence[Promotion], on: date) -> bool:
    if stretch.ends and stretch.ends < on:
        return False
    day = stretch.first_day
    return any(
        (promotion.starts is None or promotion.starts <= day) and (promotion.ends is None or promotion.ends >= day)
        for promotion in dated
    )
