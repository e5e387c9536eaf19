"""Exact amounts (design rule 7)."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navette.domain.money import CENT, ZERO, Rounding, quantise, split

pytestmark = pytest.mark.spec("design:7")

amounts = st.integers(-(10**9), 10**9).map(lambda cents: Decimal(cents) / 100)
weights = st.lists(st.decimals("0", "100000", places=4), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("amount", "rounding", "cents"),
    [
        ("0.125", Rounding.HALF_UP, "0.13"),
        ("-0.125", Rounding.HALF_UP, "-0.13"),
        ("0.125", Rounding.HALF_DOWN, "0.12"),
        ("0.125", Rounding.HALF_EVEN, "0.12"),
        ("0.121", Rounding.UP, "0.13"),
        ("0.129", Rounding.DOWN, "0.12"),
        ("-0.129", Rounding.CEILING, "-0.12"),
    ],
)
def test_ties_and_remainders_go_by_the_mode(amount: str, rounding: Rounding, cents: str) -> None:
    assert quantise(Decimal(amount), rounding=rounding) == Decimal(cents)


def test_there_is_no_negative_zero() -> None:
    assert str(quantise(Decimal("-0.001"))) == "0.00"


@given(st.decimals("-100000", "100000", places=6), st.integers(0, 6))
def test_rounding_moves_by_half_a_unit_at_most(amount: Decimal, places: int) -> None:
    unit = Decimal(1).scaleb(-places)
    rounded = quantise(amount, places)
    assert abs(rounded - amount) <= unit / 2
    assert rounded == quantise(rounded, places)


@given(amounts, weights)
def test_parts_add_up_exactly(amount: Decimal, shares: list[Decimal]) -> None:
    parts = split(amount, shares)
    assert sum(parts, ZERO) == amount
    assert len(parts) == len(shares)


@given(amounts, weights)
def test_each_part_is_less_than_a_cent_from_its_share(amount: Decimal, shares: list[Decimal]) -> None:
    total = sum(shares, ZERO)
    for part, share in zip(split(amount, shares), shares, strict=True):
        exact = amount * share / total if total else amount / len(shares)
        assert abs(part - exact) < CENT


@given(amounts, weights)
def test_no_part_has_the_other_sign(amount: Decimal, shares: list[Decimal]) -> None:
    assert all(part * amount >= 0 for part in split(amount, shares))


@given(amounts, weights)
def test_a_larger_weight_never_gets_less(amount: Decimal, shares: list[Decimal]) -> None:
    parts = split(abs(amount), shares)
    by_weight = sorted(zip(shares, parts, strict=True), key=lambda pair: pair[0])
    for (small, less), (large, more) in pairwise(by_weight):
        assert small == large or less <= more


def test_the_largest_remainder_gets_the_cent_the_earlier_one_at_a_tie() -> None:
    assert split(Decimal("0.05"), [Decimal(1)] * 3) == [Decimal("0.02"), Decimal("0.02"), Decimal("0.01")]
    assert split(Decimal("10.00"), [Decimal("66.67"), Decimal("33.33")]) == [Decimal("6.67"), Decimal("3.33")]


def test_weights_that_are_all_zero_share_equally() -> None:
    assert split(Decimal("1.00"), [ZERO, ZERO]) == [Decimal("0.50"), Decimal("0.50")]


@pytest.mark.parametrize("shares", [[], [Decimal(1), Decimal(-1)]])
def test_no_parts_or_negative_weights_are_a_mistake_of_the_caller(shares: list[Decimal]) -> None:
    with pytest.raises(ValueError, match=r"[Ww]eights|no parts"):
        split(Decimal(1), shares)
