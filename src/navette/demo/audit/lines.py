"""The amounts of a document line, computed from quantity, price, discounts and taxes."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import RowMapping

from navette.demo.audit.amounts import HUNDRED, ONE, SLOTS, THOUSAND, VAT_KINDS, ZERO, Vat, cents, exact, find_vat

_ON_NET, _ON_GROSS, _BY_WEIGHT = 2, 3, 4
_REBATE_AMOUNT, _REBATE_PERCENT, _REBATE_UNITS = 0, 1, 2
_SIX_PLACES = Decimal("0.000001")

COLUMNS = ", ".join(
    [
        *("DO_Piece", "DL_Ligne", "DL_Valorise", "DL_TTC", "DL_Qte", "DL_PrixUnitaire", "DL_PUTTC", "DL_Escompte"),
        *("DL_MontantHT", "DL_MontantTTC", "DL_PoidsNet", "DL_PoidsBrut"),
        *(f"DL_{name}{slot}" for name in ("Taxe", "TypeTaux", "TypeTaxe", "CodeTaxe") for slot in SLOTS),
        *(f"DL_Remise0{slot}REM_{name}" for name in ("Valeur", "Type") for slot in SLOTS),
    ]
)


@dataclass(frozen=True, slots=True)
class Line:
    """The amounts of a line: stored ones for the sum, computed ones to compare with."""

    number: int
    vat: Vat | None
    stored_net: Decimal
    stored_gross: Decimal
    net: Decimal
    gross: Decimal
    collected: Decimal
    uncollected: Decimal
    is_subject_to_early_payment_discount: bool


def read_line(row: RowMapping, uncollected: frozenset[str]) -> Line:
    """Read a line and compute its amounts; `uncollected` are the codes of taxes that the customer does not pay."""
    vat = find_vat(row, "DL")
    rate = vat[1] / HUNDRED if vat else ZERO
    flat = {True: ZERO, False: ZERO}
    share = {True: ZERO, False: ZERO}
    for slot in SLOTS:
        is_collected = row[f"DL_CodeTaxe{slot}"] not in uncollected
        amount, percent = _parafiscal(row, slot, rate)
        flat[is_collected] += amount
        share[is_collected] += percent
    amount = cents(_billed(row) * _discounted(row))
    if row["DL_TTC"]:
        taxed = flat[True] * (ONE + rate) + flat[False] * rate
        net = cents((amount - taxed) / (ONE + share[True] + rate * (ONE + share[True] + share[False])))
    else:
        net = amount
    collected = flat[True] + cents(net * share[True])
    rest = flat[False] + cents(net * share[False])
    gross = amount if row["DL_TTC"] else net + collected + cents((net + collected + rest) * rate)
    return Line(
        number=row["DL_Ligne"],
        vat=vat,
        stored_net=exact(row["DL_MontantHT"]),
        stored_gross=exact(row["DL_MontantTTC"]),
        net=net,
        gross=gross,
        collected=collected,
        uncollected=rest,
        is_subject_to_early_payment_discount=not row["DL_Escompte"],
    )


def _parafiscal(row: RowMapping, slot: int, vat_rate: Decimal) -> tuple[Decimal, Decimal]:
    """Give what another tax than VAT adds to a line: an amount, or a share of the net amount."""
    value, kind = exact(row[f"DL_Taxe{slot}"]), row[f"DL_TypeTaxe{slot}"]
    if not value or kind in VAT_KINDS:
        return ZERO, ZERO
    if kind == _BY_WEIGHT:
        return cents(value * exact(row["DL_PoidsNet"]) / THOUSAND), ZERO
    if kind not in (_ON_NET, _ON_GROSS):
        raise ValueError(f"A tax of kind {kind} on {row['DO_Piece']} is none that this audit knows.")
    if not row[f"DL_TypeTaux{slot}"]:
        return ZERO, value / HUNDRED
    per_unit = value / (ONE + vat_rate) if kind == _ON_GROSS else value
    return cents(exact(row["DL_Qte"]) * per_unit.quantize(_SIX_PLACES, rounding=ROUND_HALF_UP)), ZERO


def _discounted(row: RowMapping) -> Decimal:
    price = exact(row["DL_PUTTC"] if row["DL_TTC"] else row["DL_PrixUnitaire"])
    for slot in SLOTS:
        value, kind = _rebate(row, slot)
        if kind == _REBATE_PERCENT:
            price *= ONE - value / HUNDRED
        elif kind == _REBATE_AMOUNT:
            price -= value
    return price


def _billed(row: RowMapping) -> Decimal:
    """Take free units off the quantity."""
    quantity = exact(row["DL_Qte"])
    rebates = (_rebate(row, slot) for slot in SLOTS)
    free = sum((value for value, kind in rebates if kind == _REBATE_UNITS), ZERO)
    return max(quantity - free, ZERO) if quantity > 0 else min(quantity + free, ZERO)


def _rebate(row: RowMapping, slot: int) -> tuple[Decimal, int]:
    return exact(row[f"DL_Remise0{slot}REM_Valeur"]), row[f"DL_Remise0{slot}REM_Type"] or 0
