"""What holds for any price sheet: cents agree with and without tax, more pieces never cost more each."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from price_sheets import TODAY, UNBOUNDED, sheet
from strategies import cents, percents, policies, price_sheets, rates

from navette.domain.money import quantise
from navette.domain.price_sheet import BandKind, DiscountElement, PriceBand, PriceLine
from navette.domain.pricing import Buyer, DiscountPolicy, Occasion, PricingRules, price_of
from navette.domain.tax import ErpTax, ecotax_net, gross_of_net

VISITOR = Buyer(price_category=1)


def price(priced, quantity=1, policy=DiscountPolicy.CUMULATE, buyer=VISITOR):
    return price_of(priced, buyer, Occasion(TODAY, Decimal(quantity)), PricingRules(policy=policy))


@given(cents, rates)
def test_tax_on_the_published_net_price_gives_the_price_with_tax_to_the_cent(gross: Decimal, rate: Decimal) -> None:
    found = price(sheet(base_price=gross, base_includes_tax=True, vat=ErpTax("V", rate)))
    assert gross_of_net(found.net, rate) == gross == found.gross


@given(price_sheets(), policies, st.integers(1, 40))
def test_net_and_gross_agree_to_the_cent_whatever_was_applied(priced, policy, quantity) -> None:
    buyer = Buyer(price_category=2, account="CARAT", discount=Decimal("3.5"))
    found = price(priced, quantity, policy, buyer)
    if found.gross is not None:
        ecotax = ecotax_net(priced.ecotax, priced.vat.rate)
        assert gross_of_net(found.net + ecotax, priced.vat.rate) == found.gross


@given(price_sheets(), policies, st.integers(1, 40))
def test_the_last_step_is_the_price(priced, policy, quantity) -> None:
    found = price(priced, quantity, policy)
    assert quantise(found.steps[-1].amount, 6) == found.net


@given(st.lists(percents, min_size=1, max_size=3))
def test_a_cascade_of_percentages_takes_off_less_than_their_sum(values: list[Decimal]) -> None:
    bands = (PriceBand(UNBOUNDED, tuple(DiscountElement(value) for value in values)),)
    found = price(sheet(category_lines={1: PriceLine(band_kind=BandKind.QUANTITY, bands=bands)}))
    assert found.net >= 100 - sum(values)
    expected = Decimal(100)
    for value in values:
        expected *= 1 - value / 100
    assert found.net == quantise(expected, 6)


@given(st.dictionaries(st.integers(1, 50), percents, min_size=1, max_size=5))
def test_growing_discounts_never_make_more_pieces_dearer(breaks: dict[int, Decimal]) -> None:
    bounds = [*sorted(breaks), int(UNBOUNDED)]
    growing = [*sorted(breaks.values()), Decimal(60)]
    bands = tuple(
        PriceBand(Decimal(bound), (DiscountElement(value),)) for bound, value in zip(bounds, growing, strict=True)
    )
    priced = sheet(category_lines={1: PriceLine(band_kind=BandKind.QUANTITY, bands=bands)})
    nets = [price(priced, quantity).net for quantity in range(1, 60)]
    assert nets == sorted(nets, reverse=True)


@given(price_sheets(), st.integers(1, 40))
def test_the_best_discount_is_never_dearer_than_the_first(priced, quantity) -> None:
    buyer = Buyer(price_category=2, account="CARAT", discount=Decimal(7))
    best = price(priced, quantity, DiscountPolicy.BEST, buyer)
    assert best.net <= price(priced, quantity, DiscountPolicy.PRIORITY, buyer).net


@given(price_sheets(), policies)
def test_rows_of_other_buyers_change_nothing(priced, policy) -> None:
    mine = {number: line for number, line in priced.category_lines.items() if number == 1}
    assert price(priced, policy=policy) == price(replace(priced, category_lines=mine, customer_lines={}), policy=policy)
