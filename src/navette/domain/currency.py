"""Quotations of currencies."""

from decimal import Decimal

from navette.domain.money import ZERO


def company_rate(quotation: Decimal, *, is_certain: bool) -> Decimal:
    """What one unit of a currency is worth in the company's own, 0 where there is no quotation.

    A certain quotation counts units of the currency for one of the company's (1 € = 1.0850 $), an uncertain one the
    other way round.
    """
    if quotation <= 0:
        return ZERO
    return 1 / quotation if is_certain else quotation
