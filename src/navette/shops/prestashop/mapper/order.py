"""An order put together from what the web service gives in pieces; amounts are carried, never worked out anew."""

from collections.abc import Sequence
from decimal import Decimal
from zoneinfo import ZoneInfo

from navette.domain.money import CENT, quantise, split
from navette.domain.order import Order, OrderCharge, OrderPayment, OrderVoucher
from navette.domain.tax import HUNDRED, ShopTax
from navette.shops.prestashop.mapper.customer import to_address, to_customer
from navette.shops.prestashop.mapper.order_line import to_lines
from navette.shops.prestashop.mapper.order_parts import OrderParts, OrderWords
from navette.shops.prestashop.mapper.times import to_instant
from navette.shops.prestashop.mapper.values import to_amount, to_flag, to_id
from navette.shops.prestashop.schemas.order import OrderCartRuleJson, OrderJson


def to_order(row: OrderJson, parts: OrderParts, words: OrderWords, zone: ZoneInfo) -> Order:
    """Put an order together."""
    created = to_instant(row["date_add"], zone)
    updated = to_instant(row["date_upd"], zone) or created
    if created is None or updated is None:
        raise ValueError(f"Order {row['id']} has no date")
    return Order(
        id=str(row["id"]),
        number=row["reference"],
        status=to_id(row["current_state"]),
        created_at=created,
        updated_at=updated,
        customer=to_customer(parts.customer, to_id(row["id_customer"]), parts.invoice_address, words.language),
        invoice_address=to_address(parts.invoice_address, words.invoice_country, words.invoice_region),
        delivery_address=to_address(parts.delivery_address, words.delivery_country, words.delivery_region),
        lines=to_lines(parts.details, to_amount(row["total_products"]), words.taxes, words.country),
        total_paid=to_amount(row["total_paid"]),
        total_net=to_amount(row["total_paid_tax_excl"]),
        currency=words.currency,
        rate=to_amount(row["conversion_rate"]) or Decimal(1),
        invoiced_at=to_instant(row["invoice_date"], zone),
        invoice_number=to_id(row["invoice_number"]),
        delivery_at=to_instant(row["delivery_date"], zone),
        shipping=_shipping(row, words.country),
        wrapping=_wrapping(row, words),
        vouchers=to_vouchers(row, parts),
        payments=to_payments(row, parts, zone),
        payment_key=(row["module"] or "").strip() or (row["payment"] or "").strip(),
        payment_label=(row["payment"] or "").strip(),
        carrier=words.carrier,
        carrier_name=words.carrier_name,
        store=to_id(row["id_shop"]),
        language=words.language,
        messages=tuple(parts.messages),
        gift_message=(row["gift_message"] or "").strip() if to_flag(row["gift"]) else "",
    )


def to_vouchers(row: OrderJson, parts: OrderParts) -> tuple[OrderVoucher, ...]:
    """Vouchers of an order, made to add up to its discounts: their own amounts have parts of cents.

    A version that does not tell vouchers gives one without a name for all discounts.
    """
    gross, net = to_amount(row["total_discounts_tax_incl"]), to_amount(row["total_discounts_tax_excl"])
    used = [voucher for voucher in parts.vouchers if not to_flag(voucher["deleted"])]
    if not used:
        return (OrderVoucher(name="", net=net, gross=gross),) if gross or net else ()
    all_gross = _shared(gross, [to_amount(voucher["value"]) for voucher in used])
    all_net = _shared(net, [to_amount(voucher["value_tax_excl"]) for voucher in used])
    return tuple(
        _voucher(voucher, voucher_net, voucher_gross, parts)
        for voucher, voucher_net, voucher_gross in zip(used, all_net, all_gross, strict=True)
    )


def to_payments(row: OrderJson, parts: OrderParts, zone: ZoneInfo) -> tuple[OrderPayment, ...]:
    """Payments of an order; those of several orders of one reference are shared by what each cost."""
    totals = [to_amount(sibling["total_paid"]) for sibling in parts.siblings]
    own = next((i for i, sibling in enumerate(parts.siblings) if str(sibling["id"]) == str(row["id"])), None)
    payments: list[OrderPayment] = []
    for payment in sorted(parts.payments, key=lambda one: int(one["id"] or 0)):
        amount = to_amount(payment["amount"])
        if own is not None and len(totals) > 1:
            amount = split(quantise(amount), totals)[own]
        if not amount:
            continue
        payments.append(
            OrderPayment(
                amount=amount,
                method=(payment["payment_method"] or "").strip(),
                at=to_instant(payment["date_add"], zone),
                transaction=(payment["transaction_id"] or "").strip(),
                id=str(payment["id"]),
            )
        )
    return tuple(payments)


def _voucher(voucher: OrderCartRuleJson, net: Decimal, gross: Decimal, parts: OrderParts) -> OrderVoucher:
    rule = parts.cart_rules.get(to_id(voucher["id_cart_rule"]))
    return OrderVoucher(
        name=(voucher["name"] or "").strip(),
        net=net,
        gross=gross,
        code=(rule["code"] or "").strip() if rule else "",
        description=(rule["description"] or "").strip() if rule else "",
        frees_shipping=to_flag(voucher["free_shipping"]),
    )


def _shared(total: Decimal, values: Sequence[Decimal]) -> list[Decimal]:
    """The values, as they are if they are the total, else the total shared in their proportion."""
    if sum(values) == total or any(value < 0 for value in values):
        return list(values)
    if total != quantise(total) or abs(sum(values) - total) > CENT * len(values):
        return list(values)
    return split(total, values)


def _shipping(row: OrderJson, country: str) -> OrderCharge:
    net, gross = to_amount(row["total_shipping_tax_excl"]), to_amount(row["total_shipping_tax_incl"])
    rate = to_amount(row["carrier_tax_rate"])
    return OrderCharge(net=net, gross=gross, tax=ShopTax(rate, country) if gross != net and rate else None)


def _wrapping(row: OrderJson, words: OrderWords) -> OrderCharge:
    """Wrapping with the rate of its tax rule, if that gives the amounts of the order."""
    net, gross = to_amount(row["total_wrapping_tax_excl"]), to_amount(row["total_wrapping_tax_incl"])
    rate = words.wrapping_rate
    fits = rate is not None and gross != net and abs(net * (1 + rate / HUNDRED) - gross) <= CENT
    return OrderCharge(net=net, gross=gross, tax=ShopTax(rate, words.country) if fits and rate is not None else None)
