"""Rows of an order, with their taxes and the ecotax."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from navette.domain.binding import ShopRef
from navette.domain.money import ZERO
from navette.domain.order import OrderLine
from navette.domain.tax import HUNDRED, ShopTax, gross_of_net
from navette.shops.prestashop.mapper.values import to_amount, to_id, to_integer
from navette.shops.prestashop.schemas.order import OrderDetailJson

Taxes = Mapping[str, ShopTax]
"""Taxes of the shop by id, in the country of taxation of the order."""
_HALF_CENT = Decimal("0.005")
_RATE = Decimal("0.001")


def to_lines(
    rows: Sequence[OrderDetailJson], total_products: Decimal, taxes: Taxes, country: str
) -> tuple[OrderLine, ...]:
    """Lines of an order. Where the ecotax stands on the rows though it was not sold, it is taken off (P5)."""
    unsold = not ecotax_was_sold(rows, total_products)
    ordered = sorted(rows, key=lambda row: to_integer(row["id"]))
    return tuple(_line(row, _taxes_of(row, taxes, country), takes_off_ecotax=unsold) for row in ordered)


def rows_total(rows: Sequence[OrderDetailJson]) -> Decimal:
    """Sum of the net totals of some rows."""
    return sum((to_amount(row["total_price_tax_excl"]) for row in rows), ZERO)


def adds_up(rows: Sequence[OrderDetailJson], total_products: Decimal) -> bool:
    """Whether the rows make the order's total, within half a cent each."""
    return abs(rows_total(rows) - total_products) <= _HALF_CENT * max(len(rows), 1)


def ecotax_was_sold(rows: Sequence[OrderDetailJson], total_products: Decimal) -> bool:
    """Whether the ecotax of the rows is part of what was paid.

    A shop that has ecotax on its products but does not use it shows it on the rows and sells without: then the rows
    make the order's total only without it.
    """
    ecotax = sum((to_integer(row["product_quantity"]) * to_amount(row.get("ecotax")) for row in rows), ZERO)
    if not ecotax or adds_up(rows, total_products):
        return True
    return abs(rows_total(rows) - ecotax - total_products) > _HALF_CENT * len(rows)


def _line(row: OrderDetailJson, taxes: tuple[ShopTax, ...], *, takes_off_ecotax: bool) -> OrderLine:
    quantity = Decimal(to_integer(row["product_quantity"]))
    unit_net, unit_gross = to_amount(row["unit_price_tax_excl"]), to_amount(row["unit_price_tax_incl"])
    total_net, total_gross = to_amount(row["total_price_tax_excl"]), to_amount(row["total_price_tax_incl"])
    ecotax = to_amount(row.get("ecotax"))
    original = to_amount(row.get("original_product_price"))
    if takes_off_ecotax and ecotax:
        gross = gross_of_net(ecotax, to_amount(row.get("ecotax_tax_rate")), places=6)
        unit_net, unit_gross = unit_net - ecotax, unit_gross - gross
        total_net, total_gross = total_net - quantity * ecotax, total_gross - quantity * gross
        original, ecotax = original - ecotax, ZERO
    return OrderLine(
        id=str(row["id"]),
        product=_product(row),
        reference=(row["product_reference"] or "").strip(),
        name=(row["product_name"] or "").strip(),
        quantity=quantity,
        unit_net=unit_net,
        unit_gross=unit_gross,
        total_net=total_net,
        total_gross=total_gross,
        taxes=taxes,
        barcode=row.get("product_ean13") or "",
        supplier_reference=row.get("product_supplier_reference") or "",
        original_net=original if original > unit_net else None,
        discount_percent=to_amount(row.get("reduction_percent")),
        ecotax_net=ecotax,
    )


def _product(row: OrderDetailJson) -> ShopRef:
    product, attribute = to_id(row["product_id"]), to_id(row["product_attribute_id"])
    return ShopRef(attribute, product) if attribute else ShopRef(product)


def _taxes_of(row: OrderDetailJson, taxes: Taxes, country: str) -> tuple[ShopTax, ...]:
    """Taxes of a row; one that the shop has deleted is worked out from the prices, so that nothing is assumed."""
    ids = [str(tax["id"]) for tax in row.get("associations", {}).get("taxes", ())]
    known = tuple(taxes[tax_id] for tax_id in ids if tax_id in taxes)
    if known and len(known) == len(ids):
        return known
    net, gross = to_amount(row["unit_price_tax_excl"]), to_amount(row["unit_price_tax_incl"])
    if not net or gross == net:
        return ()
    return (ShopTax(((gross / net - 1) * HUNDRED).quantize(_RATE), country),)
