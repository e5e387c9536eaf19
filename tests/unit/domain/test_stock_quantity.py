"""The quantity that a shop is told (spec ART-STK-2 to 4)."""

from decimal import Decimal

import pytest
from builders import a_level
from hypothesis import given
from hypothesis import strategies as st

from navette.domain.stock import StockBasis, StockLevel, StockPolicy, quantity_on_basis, quantity_to_publish

quantities = st.decimals("0", "1000", places=2)


@st.composite
def levels(draw: st.DrawFn) -> StockLevel:
    names = ("reserved", "prepared", "ordered", "reserved_back_to_back", "ordered_back_to_back")
    return a_level("BAOR01", draw(quantities), **{name: draw(quantities) for name in names})


@pytest.mark.spec("ART-STK-2")
@given(levels())
def test_what_the_bases_have_in_common(level: StockLevel) -> None:
    on = {basis: quantity_on_basis(level, basis) for basis in StockBasis}
    assert on[StockBasis.PROJECTED] - on[StockBasis.PROJECTED_LESS_SUPPLIER_ORDERS] == level.ordered
    assert on[StockBasis.PHYSICAL] - on[StockBasis.PHYSICAL_LESS_ORDERS] == level.reserved
    assert on[StockBasis.PHYSICAL_LESS_ORDERS] - on[StockBasis.PROJECTED_LESS_SUPPLIER_ORDERS] == level.prepared


@pytest.mark.spec("ART-STK-4")
@given(levels(), st.sampled_from(StockBasis))
def test_a_negative_quantity_is_zero_unless_wished(level: StockLevel, basis: StockBasis) -> None:
    exact = quantity_on_basis(level, basis)
    assert quantity_to_publish(level, StockPolicy(basis=basis)) == max(int(exact // 1), 0)
    assert quantity_to_publish(level, StockPolicy(basis=basis, sends_negative=True)) <= exact


def test_a_part_of_a_unit_is_not_sold() -> None:
    assert quantity_to_publish(a_level("BAOR01", "3.99"), StockPolicy()) == 3
    below_zero = a_level("BAOR01", 0, reserved="0.5")
    assert quantity_to_publish(below_zero, StockPolicy(sends_negative=True)) == -1


@pytest.mark.spec("ART-STK-3")
@pytest.mark.parametrize(("physical", "quantity"), [(5, 5), (0, 7), (-2, 7)])
def test_back_to_back_articles_without_stock_have_their_own_quantity(physical: int, quantity: int) -> None:
    level = a_level("BAOR01", physical, is_back_to_back=True)
    assert quantity_to_publish(level, StockPolicy(back_to_back_quantity=7)) == quantity


@pytest.mark.spec("ART-STK-3")
def test_articles_that_are_not_followed_have_theirs_whatever_their_stock() -> None:
    level = a_level("BAOR01", Decimal(3), is_tracked=False)
    assert quantity_to_publish(level, StockPolicy(untracked_quantity=42)) == 42
