"""The discounts that a buyer can claim, level by level, and how they meet (sage100 §4.2, points 5 to 9)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from navette.domain.money import ZERO
from navette.domain.order_total import discounted
from navette.domain.price_sheet import (
    BandKind,
    DiscountElement,
    DiscountKind,
    FamilyDiscount,
    PriceBand,
    PriceLine,
    PriceSheet,
    Promotion,
)
from navette.domain.pricing.basis import BuyerLines
from navette.domain.pricing.terms import Buyer, DiscountLevel, DiscountPolicy

CASCADE = (DiscountLevel.ARTICLE, DiscountLevel.FAMILY, DiscountLevel.CUSTOMER, DiscountLevel.PROMOTION)
"""Order in which cumulated discounts apply: a promotion completes what the tariff gives."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A discount of one level: a price that replaces the starting one, or elements that lower it.

    `excludes_weaker` silences promotions and the levels after this one ("hors remise").
    """

    level: DiscountLevel
    row: str
    elements: tuple[DiscountElement, ...] = ()
    replacement: Decimal | None = None
    replacement_includes_tax: bool = False
    excludes_weaker: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether the claim changes no price."""
        return self.replacement is None and not self.elements


@dataclass(frozen=True, slots=True)
class Situation:
    """What a discount depends on: the price before it, the units sold, the day."""

    price: Decimal
    units: Decimal
    on: date


def claims(sheet: PriceSheet, buyer: Buyer, lines: BuyerLines, situation: Situation) -> list[Claim]:
    """List the claims of a buyer, the strongest first; those silenced by another or empty are left out."""
    found: list[Claim] = []
    for claim in _tariff_claims(sheet, buyer, lines, situation):
        if not claim.is_empty:
            found.append(claim)
        if claim.excludes_weaker:
            return found
    promotion = _promotion_claim(sheet.promotions, buyer, situation)
    return [promotion, *found] if promotion else found


def _tariff_claims(sheet: PriceSheet, buyer: Buyer, lines: BuyerLines, situation: Situation) -> Iterator[Claim]:
    if line := lines.discount_line:
        yield _article_claim(line, lines.discount_row, situation)
    yield _family_claim(sheet, buyer, situation)
    if buyer.discount:
        yield Claim(DiscountLevel.CUSTOMER, f"customer:{buyer.account}", percent(buyer.discount))


def percent(value: Decimal) -> tuple[DiscountElement, ...]:
    """A discount of one percentage, nothing for 0."""
    return (DiscountElement(value),) if value else ()


def _article_claim(line: PriceLine, row: str, situation: Situation) -> Claim:
    claim = Claim(DiscountLevel.ARTICLE, row, excludes_weaker=line.excludes_discounts)
    if line.band_kind is BandKind.NONE:
        return replace(claim, elements=percent(line.discount))
    band = band_for(line.band_kind, line.bands, situation.units, situation.price)
    if band is None:
        return claim
    if line.band_kind is BandKind.NET_PRICE:
        price = band.net_price if band.net_price > 0 else None
        return replace(claim, replacement=price, replacement_includes_tax=line.includes_tax)
    return replace(claim, elements=band.discounts)


def _family_claim(sheet: PriceSheet, buyer: Buyer, situation: Situation) -> Claim:
    account = buyer.reference_account
    if account and (value := sheet.family_by_customer.get(account, ZERO)):
        return Claim(DiscountLevel.FAMILY, f"family:{sheet.family}/customer:{account}", percent(value))
    row = f"family:{sheet.family}/category:{buyer.price_category}"
    family = sheet.family_by_category.get(buyer.price_category, FamilyDiscount())
    if family.band_kind is BandKind.NONE:
        elements = percent(family.discount)
    else:
        band = band_for(family.band_kind, family.bands, situation.units, situation.price)
        elements = band.discounts if band else ()
    return Claim(DiscountLevel.FAMILY, row, elements, excludes_weaker=family.excludes_discounts)


def band_for(kind: BandKind, bands: Sequence[PriceBand], units: Decimal, price: Decimal) -> PriceBand | None:
    """Find the first band whose upper bound reaches the quantity, or the line amount where bands are of amounts."""
    reached = units * price if kind is BandKind.AMOUNT else units
    return next((band for band in bands if reached <= band.upper_bound), None)


def _promotion_claim(promotions: Sequence[Promotion], buyer: Buyer, situation: Situation) -> Claim | None:
    """The promotion that lowers the price most, of those open to the buyer on the day."""
    valid = [promotion for promotion in promotions if promotion.discounts and holds(promotion, buyer, situation.on)]
    if not valid:
        return None
    best = min(valid, key=lambda promotion: (discounted(situation.price, promotion.discounts), promotion.label))
    return Claim(DiscountLevel.PROMOTION, f"promotion:{best.label}", best.discounts)


def holds(promotion: Promotion, buyer: Buyer, on: date) -> bool:
    """Whether a promotion is open to a buyer on a day; both dates belong to the period."""
    if (promotion.starts and on < promotion.starts) or (promotion.ends and on > promotion.ends):
        return False
    if promotion.categories and buyer.price_category not in promotion.categories:
        return False
    return not promotion.customers or bool({buyer.account, buyer.purchasing_group} & promotion.customers)


def chosen(
    candidates: Sequence[Claim], policy: DiscountPolicy, result: Callable[[Claim], Decimal]
) -> tuple[Claim, ...]:
    """Choose the claims that apply, in the order in which they do; `result` is the price that one claim leaves."""
    if not candidates:
        return ()
    match policy:
        case DiscountPolicy.CUMULATE:
            return tuple(sorted(candidates, key=lambda claim: CASCADE.index(claim.level)))
        case DiscountPolicy.BEST:
            return (min(candidates, key=result),)
        case DiscountPolicy.PRIORITY:
            return (candidates[0],)


def per_piece(elements: Sequence[DiscountElement], pieces: Decimal) -> tuple[DiscountElement, ...]:
    """Discounts of one pack: amounts are per unit of sale."""
    return tuple(
        replace(element, value=element.value * pieces) if element.kind is DiscountKind.AMOUNT else element
        for element in elements
    )
