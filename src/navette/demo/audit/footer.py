"""What a document's footer adds and takes off: shipping cost, early-payment discount."""

from collections import defaultdict
from collections.abc import Collection
from decimal import Decimal

from sqlalchemy import RowMapping

from navette.demo.audit.amounts import HUNDRED, ONE, SLOTS, THOUSAND, ZERO, Vat, cents, exact, find_vat
from navette.demo.audit.lines import Line

COLUMNS = ", ".join(
    [
        *("DO_TxEscompte", "DO_TypeFrais", "DO_ValFrais", "DO_TypeLigneFrais"),
        *("DO_TypeFranco", "DO_ValFranco", "DO_TypeLigneFranco"),
        *(f"DO_{name}{slot}" for name in ("Taxe", "TypeTaux", "TypeTaxe", "CodeTaxe") for slot in SLOTS),
    ]
)

_WEIGHTS = {2: "DL_PoidsNet", 3: "DL_PoidsBrut"}


def shipping(header: RowMapping, rows: Collection[RowMapping], lines: Collection[Line]) -> tuple[Decimal, Vat | None]:
    """Give the footer's shipping cost before tax, and its VAT; nothing once its threshold is reached."""
    quantity = sum((exact(row["DL_Qte"]) for row in rows), ZERO)
    threshold = exact(header["DO_ValFranco"])
    if threshold:
        gross = bool(header["DO_TypeLigneFranco"])
        amount = sum((line.stored_gross if gross else line.stored_net for line in lines), ZERO)
        if (quantity if header["DO_TypeFranco"] else amount) >= threshold:
            return ZERO, None
    weights = {kind: sum((exact(row[column]) for row in rows), ZERO) / THOUSAND for kind, column in _WEIGHTS.items()}
    units = {0: ONE, 1: quantity, **weights}[header["DO_TypeFrais"] or 0]
    vat = find_vat(header, "DO")
    cost = exact(header["DO_ValFrais"]) * units
    if header["DO_TypeLigneFrais"] and vat:
        cost /= ONE + vat[1] / HUNDRED
    return cents(cost), vat


def early_payment_discounts(header: RowMapping, lines: Collection[Line]) -> dict[Vat | None, Decimal]:
    """Give the early-payment discount of each VAT code, on the lines that are subject to it."""
    nets: dict[Vat | None, Decimal] = defaultdict(lambda: ZERO)
    for line in lines:
        if line.is_subject_to_early_payment_discount:
            nets[line.vat] += line.stored_net
    rate = exact(header["DO_TxEscompte"]) / HUNDRED
    return {vat: cents(net * rate) for vat, net in nets.items()}
