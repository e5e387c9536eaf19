"""Price sheets of any shape, for property tests."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st
from price_sheets import ECOTAX, TODAY, UNBOUNDED, sheet

from navette.domain.keys import VariantKey
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
from navette.domain.pricing import DiscountPolicy
from navette.domain.tax import ErpTax

VARIANTS = (VariantKey("BAOR01", 11), VariantKey("BAOR01", 12))
ACCOUNTS = ("CARAT", "TOPAZ")

cents = st.decimals("1", "5000", places=2)
prices = st.one_of(st.just(Decimal(0)), cents, st.decimals("1", "5000", places=4))
percents = st.decimals("0", "60", places=2)
rates = st.sampled_from([Decimal(20), Decimal(10), Decimal("5.5"), Decimal("2.1"), Decimal(0)])
elements = st.builds(
    DiscountElement,
    st.decimals("0", "30", places=1),
    st.sampled_from([DiscountKind.PERCENT, DiscountKind.PERCENT, DiscountKind.AMOUNT]),
)
discounts = st.lists(elements, max_size=3).map(tuple)
policies = st.sampled_from(DiscountPolicy)


@st.composite
def bands(draw: st.DrawFn, net_prices: bool) -> tuple[PriceBand, ...]:
    bounds = sorted(draw(st.sets(st.integers(1, 30), max_size=3)))
    return tuple(
        PriceBand(
            Decimal(bound),
            () if net_prices else draw(discounts),
            draw(prices) if net_prices else Decimal(0),
        )
        for bound in (*bounds, int(UNBOUNDED))
    )


@st.composite
def price_lines(draw: st.DrawFn) -> PriceLine:
    kind = draw(st.sampled_from(BandKind))
    return PriceLine(
        price=draw(prices),
        includes_tax=draw(st.booleans()),
        coefficient=draw(st.sampled_from([Decimal(0), Decimal("2.345")])),
        discount=draw(percents),
        excludes_discounts=draw(st.booleans()),
        band_kind=kind,
        bands=() if kind is BandKind.NONE else draw(bands(kind is BandKind.NET_PRICE)),
        variant_prices=draw(st.dictionaries(st.sampled_from(VARIANTS), prices, max_size=2)),
    )


families = st.builds(FamilyDiscount, discount=percents, excludes_discounts=st.booleans())
days = st.one_of(st.none(), st.integers(-5, 20).map(lambda offset: TODAY + timedelta(days=offset)))


@st.composite
def promotions(draw: st.DrawFn) -> Promotion:
    first, last = draw(days), draw(days)
    if first and last and first > last:
        first, last = last, first
    return Promotion(
        label=draw(st.sampled_from(["A", "B", "C"])),
        starts=first,
        ends=last,
        discounts=draw(discounts),
        categories=draw(st.sets(st.integers(1, 3), max_size=1).map(frozenset)),
        customers=draw(st.sets(st.sampled_from(ACCOUNTS), max_size=1).map(frozenset)),
    )


@st.composite
def price_sheets(draw: st.DrawFn) -> PriceSheet:
    return sheet(
        base_price=draw(prices),
        base_includes_tax=draw(st.booleans()),
        vat=ErpTax("V", draw(rates)),
        ecotax=draw(st.sampled_from([None, None, ECOTAX])),
        variants=draw(st.sampled_from([(), VARIANTS])),
        category_lines=draw(st.dictionaries(st.integers(1, 3), price_lines(), max_size=3)),
        customer_lines=draw(st.dictionaries(st.sampled_from([*ACCOUNTS, "GROUP"]), price_lines(), max_size=2)),
        family_by_category=draw(st.dictionaries(st.integers(1, 3), families, max_size=2)),
        family_by_customer=draw(st.dictionaries(st.sampled_from(ACCOUNTS), percents, max_size=1)),
        promotions=draw(st.lists(promotions(), max_size=2).map(tuple)),
    )


def some_days() -> st.SearchStrategy[date]:
    return st.integers(0, 25).map(lambda offset: TODAY + timedelta(days=offset))
