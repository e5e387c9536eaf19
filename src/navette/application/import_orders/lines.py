"""Rows of an order as lines of a document: articles, wrapping, shipping, vouchers (spec ORD-LIN)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from navette.application.import_orders.articles import ResolvedArticle, resolve_article
from navette.application.import_orders.facts import CompanyFacts, PageFacts
from navette.application.import_orders.taxes import discount_article, erp_taxes, tax_of_charge
from navette.domain.document import DraftLine, FooterCharge, LineRole
from navette.domain.keys import normalise_code
from navette.domain.messages import orders as messages
from navette.domain.money import ZERO, quantise
from navette.domain.order import Order, OrderLine, OrderVoucher
from navette.domain.price_sheet import DiscountElement
from navette.domain.tax import HUNDRED, ErpTax
from navette.domain.voucher import split_voucher

ONE = Decimal(1)
Bases = dict[tuple[ErpTax, ...], tuple[Decimal, Decimal]]


def draft_lines(order: Order, company: CompanyFacts, page: PageFacts) -> Iterator[DraftLine]:
    """All lines of the document but the gap line, in the order in which they stand."""
    bases: Bases = {}
    for line in order.lines:
        taxes = erp_taxes(order, line.taxes, company)
        net, gross = bases.get(taxes, (ZERO, ZERO))
        bases[taxes] = (net + line.total_net, gross + line.total_gross)
        yield _article_line(order, line, resolve_article(order, line, company, page), taxes, company)
    shipping_taxes = _charge_taxes(order, company)
    if order.wrapping.gross:
        yield _wrapping_line(order, company)
    if company.options.lines.shipping_as_line and order.shipping.gross:
        yield _shipping_line(order, shipping_taxes, company)
    for voucher in order.vouchers:
        yield from _voucher_lines(order, voucher, bases, shipping_taxes, company)


def footer_shipping(order: Order, company: CompanyFacts) -> FooterCharge:
    """Shipping in the document's footer, nothing where it stands as a line."""
    if company.options.lines.shipping_as_line or not order.shipping.gross:
        return FooterCharge()
    includes_tax = company.options.orders.includes_tax
    amount = order.shipping.gross if includes_tax else order.shipping.net
    return FooterCharge(amount=quantise(amount), includes_tax=includes_tax, taxes=_charge_taxes(order, company))


def _charge_taxes(order: Order, company: CompanyFacts) -> tuple[ErpTax, ...]:
    tax = tax_of_charge(order, order.shipping, messages.SHIPPING_TAX_UNCLEAR) if order.shipping.gross else None
    return erp_taxes(order, [tax] if tax else [], company)


def _article_line(
    order: Order, line: OrderLine, resolved: ResolvedArticle, taxes: tuple[ErpTax, ...], company: CompanyFacts
) -> DraftLine:
    article = resolved.article
    uses_own_name = company.options.lines.erp_designation and resolved.role is LineRole.ARTICLE
    unit_price, discounts = line_price(
        line, includes_tax=company.options.orders.includes_tax, as_net_price=company.options.lines.net_prices
    )
    return DraftLine(
        role=resolved.role,
        designation=article.designation if uses_own_name else line.name,
        article=article.reference,
        range_value1=article.range_value1,
        range_value2=article.range_value2,
        packaging=article.packaging,
        quantity=line.quantity,
        unit_price=unit_price,
        discounts=discounts,
        taxes=taxes,
        note=line.note,
        source=f"{order.id}/{line.id}",
    )


def line_price(
    line: OrderLine, *, includes_tax: bool, as_net_price: bool
) -> tuple[Decimal, tuple[DiscountElement, ...]]:
    """Unit price and discounts whose product is the row's own total, to the cent.

    The shop's list price with its percentage is used where it gives that total; else the price that was paid.
    """
    total = line.total_gross if includes_tax else line.total_net
    if not as_net_price and not includes_tax and line.original_net and line.discount_percent:
        reduced = line.original_net * (1 - line.discount_percent / HUNDRED)
        if quantise(line.quantity * reduced) == quantise(total):
            return quantise(line.original_net, 6), (DiscountElement(line.discount_percent),)
    unit = quantise(line.unit_gross if includes_tax else line.unit_net, 6)
    if line.quantity and quantise(line.quantity * unit) != quantise(total):
        unit = quantise(total / line.quantity, 6)
    return unit, ()


def _wrapping_line(order: Order, company: CompanyFacts) -> DraftLine:
    tax = tax_of_charge(order, order.wrapping, messages.WRAPPING_TAX_UNCLEAR)
    return _charge_line(
        LineRole.WRAPPING,
        company.options.lines.wrapping_article,
        order.wrapping.gross if company.options.orders.includes_tax else order.wrapping.net,
        erp_taxes(order, [tax] if tax else [], company),
        company,
    )


def _shipping_line(order: Order, taxes: tuple[ErpTax, ...], company: CompanyFacts) -> DraftLine:
    amount = order.shipping.gross if company.options.orders.includes_tax else order.shipping.net
    return _charge_line(LineRole.SHIPPING, company.options.lines.shipping_article, amount, taxes, company)


def _voucher_lines(
    order: Order,
    voucher: OrderVoucher,
    bases: Bases,
    shipping_taxes: tuple[ErpTax, ...],
    company: CompanyFacts,
) -> Iterator[DraftLine]:
    includes_tax = company.options.orders.includes_tax
    net, gross = voucher.net, voucher.gross
    parts: list[tuple[tuple[ErpTax, ...], Decimal]] = []
    if voucher.frees_shipping and order.shipping.gross:
        free_net, free_gross = min(net, order.shipping.net), min(gross, order.shipping.gross)
        parts.append((shipping_taxes, free_gross if includes_tax else free_net))
        net, gross = net - free_net, gross - free_gross
    if net or gross:
        parts += [(part.rate, part.gross if includes_tax else part.net) for part in split_voucher(net, gross, bases)]
    for taxes, amount in parts:
        article = discount_article(taxes, company)
        yield _charge_line(LineRole.VOUCHER, article, -amount, taxes, company, suffix=voucher.name)


def _charge_line(
    role: LineRole,
    reference: str,
    amount: Decimal,
    taxes: Sequence[ErpTax],
    company: CompanyFacts,
    suffix: str = "",
) -> DraftLine:
    article = company.named_articles.get(normalise_code(reference))
    designation = article.designation if article else reference
    return DraftLine(
        role=role,
        designation=f"{designation} - {suffix}" if suffix else designation,
        article=article.reference if article else reference,
        quantity=ONE,
        unit_price=quantise(amount),
        taxes=tuple(taxes),
    )


def gap_line(gap: Decimal, company: CompanyFacts) -> DraftLine:
    """The line that makes the ERP's total what was paid; it bears no tax."""
    return _charge_line(LineRole.GAP, company.options.lines.gap_article, gap, (), company)
