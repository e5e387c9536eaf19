"""Vouchers split over VAT rates: in proportion to each rate's base, to the cent (spec ORD-LIN-14)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from navette.domain.money import ZERO, quantise, split

Rate = TypeVar("Rate")


@dataclass(frozen=True, slots=True)
class VoucherPart(Generic[Rate]):
    """The part of a voucher that falls on one rate, as positive amounts without and with tax."""

    rate: Rate
    net: Decimal
    gross: Decimal


def split_voucher(
    net: Decimal, gross: Decimal, bases: Mapping[Rate, tuple[Decimal, Decimal]]
) -> Sequence[VoucherPart[Rate]]:
    """Split both amounts of a voucher over rates, each in proportion to that rate's own base.

    `bases` are net and gross totals of the rows by rate; rates without a base get nothing. Parts add up exactly.
    """
    rates = [rate for rate, (base, _) in bases.items() if base > 0]
    if not rates:
        rates = list(bases)
    nets = split(quantise(net), [max(bases[rate][0], ZERO) for rate in rates])
    grosses = split(quantise(gross), [max(bases[rate][1], ZERO) for rate in rates])
    return [
        VoucherPart(rate, net_part, gross_part)
        for rate, net_part, gross_part in zip(rates, nets, grosses, strict=True)
        if net_part or gross_part
    ]
