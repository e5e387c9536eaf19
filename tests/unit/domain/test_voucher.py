"""Vouchers over several rates (spec ORD-LIN-14)."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from navette.domain.money import CENT, ZERO, quantise
from navette.domain.voucher import split_voucher

pytestmark = pytest.mark.spec("ORD-LIN-14")

RATES = {"C20": Decimal(20), "C10": Decimal(10), "C55": Decimal("5.5"), "C21": Decimal("2.1")}
cents = st.integers(0, 10**6).map(lambda number: Decimal(number) / 100)


@st.composite
def bases(draw: st.DrawFn) -> dict[str, tuple[Decimal, Decimal]]:
    nets = draw(st.dictionaries(st.sampled_from(list(RATES)), cents, min_size=1))
    return {code: (net, quantise(net * (1 + RATES[code] / 100))) for code, net in nets.items()}


@given(cents, cents, bases())
def test_both_amounts_add_up_to_the_cent(net: Decimal, gross: Decimal, found: dict) -> None:
    parts = split_voucher(net, gross, found)
    assert sum((part.net for part in parts), ZERO) == net
    assert sum((part.gross for part in parts), ZERO) == gross


FOUR_RATES = (
    ("C20", "0.93", "1.12"),
    ("C10", "2.66", "2.93"),
    ("C55", "11.64", "12.28"),
    ("C21", "5105.07", "5212.28"),
)


@given(st.integers(1, 100), bases())
@example(55, {rate: (Decimal(net), Decimal(gross)) for rate, net, gross in FOUR_RATES})
def test_a_percentage_takes_the_same_share_of_every_rate(percent: int, found: dict) -> None:
    share = Decimal(percent) / 100
    net = quantise(sum((base for base, _ in found.values()), ZERO) * share)
    gross = quantise(sum((base for _, base in found.values()), ZERO) * share)
    for part in split_voucher(net, gross, found):
        base_net, base_gross = found[part.rate]
        # Less than a cent by largest remainder, and up to half a cent because the whole was rounded before.
        assert abs(part.net - base_net * share) < CENT * Decimal("1.5")
        assert abs(part.gross - base_gross * share) < CENT * Decimal("1.5")


@given(cents, bases())
def test_a_rate_without_base_gets_nothing(amount: Decimal, found: dict) -> None:
    found = {**found, "FULL": (Decimal(100), Decimal(120)), "EMPTY": (ZERO, ZERO)}
    assert "EMPTY" not in [part.rate for part in split_voucher(amount, amount, found)]


def test_without_any_base_the_rates_share() -> None:
    parts = split_voucher(Decimal("1.00"), Decimal("1.00"), {"C20": (ZERO, ZERO), "C55": (ZERO, ZERO)})
    assert [part.net for part in parts] == [Decimal("0.50"), Decimal("0.50")]
