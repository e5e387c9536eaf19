"""Which ERP tax a tax of the shop is: by country and rate, without a silent default (spec ORD-MAP-2)."""

from collections.abc import Iterable, Sequence

from navette.application.import_orders.facts import CompanyFacts
from navette.domain.document import Decision
from navette.domain.errors import WaitingError
from navette.domain.messages import orders as messages
from navette.domain.messages.message import Message
from navette.domain.money import CENT, ZERO
from navette.domain.order import Order, OrderCharge
from navette.domain.tax import ErpTax, ShopTax, gross_of_net, plain_rate


def erp_taxes(order: Order, taxes: Iterable[ShopTax], company: CompanyFacts) -> tuple[ErpTax, ...]:
    """The ERP taxes of a row; one without tax, or at 0 %, has none unless the table maps `country|0`.

    A shop tells nothing of a tax that it did not raise: an exempt sale is one of the country of delivery.
    """
    exempt = (ShopTax(ZERO, order.delivery_address.country),)
    found = [_erp_tax(order, tax, company) for tax in tuple(taxes) or exempt]
    return tuple(tax for tax in found if tax is not None)


def _erp_tax(order: Order, tax: ShopTax, company: CompanyFacts) -> ErpTax | None:
    code = company.options.mappings.get("order_taxes", tax.mapping_key)
    if code is None:
        if not tax.rate:
            return None
        raise WaitingError(messages.UNMAPPED_TAX, order=order.id, rate=plain_rate(tax.rate), country=tax.country or "?")
    mapped = company.taxes.get(code)
    if mapped is None:
        raise WaitingError(messages.UNKNOWN_ERP_TAX, order=order.id, code=code)
    return mapped


def tax_of_charge(order: Order, charge: OrderCharge, unclear: Message) -> ShopTax | None:
    """The tax of shipping or wrapping: as told, else the rate of the order that explains both amounts.

    Raises WaitingError with the message `unclear` where no rate does.
    """
    if charge.tax is not None or charge.net == charge.gross:
        return charge.tax
    for tax in _rates_of(order):
        if abs(gross_of_net(charge.net, tax.rate) - charge.gross) <= CENT:
            return tax
    raise WaitingError(unclear, order=order.id, net=charge.net, gross=charge.gross)


def _rates_of(order: Order) -> Sequence[ShopTax]:
    taxes = [tax for line in order.lines for tax in line.taxes]
    if order.shipping.tax:
        taxes.append(order.shipping.tax)
    return sorted(set(taxes), key=lambda tax: tax.rate, reverse=True)


def country_has_tax(order: Order) -> bool:
    """Whether the order was sold with tax."""
    return any(line.total_gross != line.total_net for line in order.lines) or order.shipping.gross != order.shipping.net


def discount_article(taxes: Sequence[ErpTax], company: CompanyFacts) -> str:
    """The discount article of a VAT code, else the one for all codes."""
    table = company.options.mappings.table("discount_articles")
    code = taxes[0].code if taxes else ""
    return table.get(code) or company.options.lines.discount_article


def other_rates(order: Order, company: CompanyFacts) -> tuple[Decision, ...]:
    """The taxes of the rows that the table maps to another rate: a warning, since it can be meant (spec ORD-MAP-2)."""
    found: dict[str, Decision] = {}
    for tax in sorted({tax for line in order.lines for tax in line.taxes}, key=lambda tax: tax.mapping_key):
        mapped = company.taxes.get(company.options.mappings.get("order_taxes", tax.mapping_key) or "")
        if mapped and mapped.rate != tax.rate:
            rates = {"rate": plain_rate(tax.rate), "code": mapped.code, "erp_rate": plain_rate(mapped.rate)}
            values = {"order": order.id, "country": tax.country, **rates}
            found[tax.mapping_key] = Decision(messages.TAX_MAPPED_TO_OTHER_RATE.code, values)
    return tuple(found.values())
