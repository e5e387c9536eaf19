"""Between net and gross, and ecotax (sage100 §4.3)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navette.domain.money import CENT
from navette.domain.tax import (
    ErpTax,
    ShopTax,
    TaxKind,
    ecotax_net,
    gross_of_net,
    net_of_gross,
    plain_rate,
    tax_of_net,
)

amounts = st.integers(0, 10**8).map(lambda cents: Decimal(cents) / 100)
rates = st.decimals("0", "30", places=2)


@given(amounts, rates)
def test_net_and_tax_make_the_gross_amount(net: Decimal, rate: Decimal) -> None:
    assert net + tax_of_net(net, rate) == gross_of_net(net, rate)


@given(amounts, rates)
def test_taking_a_tax_out_and_adding_it_is_at_most_a_cent_off(gross: Decimal, rate: Decimal) -> None:
    assert abs(gross_of_net(net_of_gross(gross, rate), rate) - gross) <= CENT


@given(amounts, rates)
def test_with_six_decimals_the_gross_amount_comes_back_exactly(gross: Decimal, rate: Decimal) -> None:
    assert gross_of_net(net_of_gross(gross, rate, 6), rate) == gross


@pytest.mark.parametrize(
    ("rate", "text"), [("20.000", "20"), ("5.50", "5.5"), ("2.1", "2.1"), ("0", "0"), ("100", "100")]
)
def test_rates_are_written_without_trailing_zeros(rate: str, text: str) -> None:
    assert plain_rate(Decimal(rate)) == text
    assert ShopTax(Decimal(rate), "FR").mapping_key == f"FR|{text}"


@pytest.mark.spec("ART-TAX-2")
@pytest.mark.parametrize(
    ("tax", "net"),
    [
        (None, "0"),
        (ErpTax("E", Decimal("1.20"), TaxKind.FIXED_NET), "1.2"),
        (ErpTax("E", Decimal("1.20"), TaxKind.FIXED_GROSS), "1"),
        (ErpTax("E", Decimal("0.50"), TaxKind.BY_WEIGHT), "1.25"),
        (ErpTax("E", Decimal(2), TaxKind.PERCENT), "0"),
        (ErpTax("E", Decimal(20), TaxKind.VAT), "0"),
    ],
)
def test_ecotax_per_unit_by_its_kind(tax: ErpTax | None, net: str) -> None:
    assert ecotax_net(tax, Decimal(20), weight_kg=Decimal("2.5")) == Decimal(net)
