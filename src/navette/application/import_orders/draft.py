"""The pure function from a shop order to a document draft, with every decision explained."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from navette.application.import_orders.customer import account_of, new_account, written_address
from navette.application.import_orders.facts import CompanyFacts, PageFacts
from navette.application.import_orders.lines import draft_lines, footer_shipping, gap_line
from navette.application.import_orders.payment_rules import WITHOUT_METHOD, PaymentRule, payment_rule
from navette.application.import_orders.statuses import StatusRule
from navette.application.import_orders.taxes import country_has_tax, other_rates
from navette.application.import_orders.template import fill_template
from navette.config.sections.orders import DocumentDate, MessageChoice
from navette.domain.document import Decision, DocumentDraft, DraftPayment
from navette.domain.errors import RefusedError, WaitingError
from navette.domain.messages import orders as messages
from navette.domain.money import CENT, ZERO, quantise
from navette.domain.order import Order
from navette.domain.order_total import DocumentTotal, GapLimit, document_total
from navette.domain.web_number import MAX_LENGTH, order_web_number


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with the total that the ERP will compute, and the rounding gap that a line of its own closes."""

    document: DocumentDraft
    total: DocumentTotal
    gap: Decimal


LABEL_LENGTH = 35
"""Length of a payment's label (F_DOCREGL.DR_Libelle)."""


def draft_document(order: Order, rule: StatusRule, company: CompanyFacts, page: PageFacts) -> Draft:
    """Turn an order into the document to write; raises WaitingError or RefusedError with what has to be decided."""
    if not order.lines:
        raise WaitingError(messages.EMPTY_ORDER, order=order.id)
    check_rows(order)
    options = company.options
    payment = _payment_rule(order, company)
    category = accounting_category(order, company)
    account = account_of(order, payment.account if payment else "", company, page)
    document = DocumentDraft(
        web_number=_web_number(order, company.web_prefix),
        kind=rule.kind,
        status=rule.status,
        on=_document_date(order, company),
        lines=tuple(draft_lines(order, company, page)),
        reference=fill_template(options.orders.reference, order, company.reference_length),
        account=account.code if account else "",
        new_account=None if account else new_account(order, category, company),
        prices_include_tax=options.orders.includes_tax,
        series=options.orders.series,
        warehouse=options.orders.warehouse,
        accounting_category=category,
        shipping_method=_shipping_method(order, company),
        shipping=footer_shipping(order, company),
        currency=_currency(order, company),
        currency_rate=order.rate,
        delivery_on=_local(order.delivery_at, company.zone) if options.orders.delivery_date else None,
        delivery_address=written_address(order.delivery_address, options.customers),
        comments=_comments(order, options.orders.messages),
        payments=_payments(order, payment, company),
        decisions=other_rates(order, company),
    )
    return _closing_gap(order, document, company)


def check_rows(order: Order) -> None:
    """Raise WaitingError if the order's own amounts do not add up, beyond what rounding explains."""
    rows = sum((line.total_gross for line in order.lines), ZERO)
    vouchers = sum((voucher.gross for voucher in order.vouchers), ZERO)
    computed = quantise(rows + order.shipping.gross + order.wrapping.gross - vouchers)
    allowed = CENT * (len(order.lines) + len(order.vouchers) + 2)
    if abs(computed - order.total_paid) > allowed:
        raise WaitingError(
            messages.ROWS_DO_NOT_ADD_UP, order=order.id, computed=computed, paid=quantise(order.total_paid)
        )


def _closing_gap(order: Order, document: DocumentDraft, company: CompanyFacts) -> Draft:
    total = document_total(document)
    paid = quantise(order.total_paid)
    gap = paid - total.gross
    if not gap:
        return Draft(document, total, ZERO)
    options = company.options.lines
    limit = GapLimit(at_most=options.gap_at_most)
    if not limit.allows(gap, len(document.lines)):
        taxes = ", ".join(f"{tax.code} {tax.base} -> {tax.amount}" for tax in total.taxes)
        raise WaitingError(
            messages.TOTAL_DIFFERS,
            order=order.id,
            paid=paid,
            computed=total.gross,
            net=total.net,
            taxes=taxes,
            gap=gap,
        )
    if not options.gap_line:
        raise WaitingError(messages.GAP_SWITCHED_OFF, order=order.id, computed=total.gross, paid=paid)
    values = {"gap": str(gap), "computed": str(total.gross), "paid": str(paid)}
    closed = replace(
        document,
        lines=(*document.lines, gap_line(gap, company)),
        decisions=(*document.decisions, Decision(messages.GAP_LINE.code, values)),
    )
    return Draft(closed, document_total(closed), gap)


def _web_number(order: Order, prefix: str) -> str:
    try:
        return order_web_number(order.id, prefix)
    except ValueError as error:
        raise RefusedError(messages.WEB_NUMBER_TOO_LONG, order=order.id, limit=MAX_LENGTH) from error


def accounting_category(order: Order, company: CompanyFacts) -> int:
    """The accounting category of the delivery country, with or without tax (spec ORD-MAP-1)."""
    country = order.delivery_address.country
    table = company.options.mappings.table("countries")
    key = country if country_has_tax(order) else f"{country}|0"
    text = table.get(key) or table.get(country)
    category = int(text) if text else company.options.orders.default_accounting_category
    if not category:
        raise WaitingError(messages.UNMAPPED_COUNTRY, order=order.id, country=country or "?")
    return category


def _payment_rule(order: Order, company: CompanyFacts) -> PaymentRule | None:
    options = company.options
    rule = payment_rule(options.mappings.table("payments"), order.payment_key, options.orders.default_payment_mode)
    if rule is None and options.payments.create and order.payments:
        key = order.payment_key or WITHOUT_METHOD
        raise WaitingError(messages.UNMAPPED_PAYMENT, order=order.id, method=order.payment_label or key, key=key)
    return rule


def _payments(order: Order, rule: PaymentRule | None, company: CompanyFacts) -> tuple[DraftPayment, ...]:
    options = company.options.payments
    if not (options.create and rule and rule.creates and order.payments):
        return ()
    label = fill_template(options.label, order, LABEL_LENGTH)
    first = order.payments[0]
    received = order.payments if options.each else (replace(first, amount=order.total_paid),)
    return tuple(
        DraftPayment(
            amount=quantise(payment.amount),
            mode=rule.mode,
            on=_local(payment.at, company.zone) or company.today,
            label=label,
            reference=payment.transaction,
            journal=rule.journal or company.options.orders.default_payment_journal,
            general_account=rule.general_account,
        )
        for payment in received
        if payment.amount
    )


def _currency(order: Order, company: CompanyFacts) -> int:
    if order.currency == company.shop_currency:
        return 0
    mapped = company.options.mappings.get("currencies", order.currency)
    if mapped is None:
        raise WaitingError(messages.UNMAPPED_CURRENCY, order=order.id, currency=order.currency)
    return int(mapped)


def _shipping_method(order: Order, company: CompanyFacts) -> int | None:
    table = company.options.mappings.table("carriers")
    text = table.get(order.carrier) or table.get(order.carrier_name)
    return int(text) if text else company.options.orders.default_shipping_method or None


def _document_date(order: Order, company: CompanyFacts) -> date:
    match company.options.orders.date:
        case DocumentDate.TODAY:
            instant = None
        case DocumentDate.INVOICE:
            instant = order.invoiced_at or order.created_at
        case DocumentDate.ORDER:
            instant = order.created_at
    return _local(instant, company.zone) or company.today


def _local(instant: datetime | None, zone: ZoneInfo) -> date | None:
    return instant.astimezone(zone).date() if instant else None


def _comments(order: Order, choice: MessageChoice) -> tuple[str, ...]:
    chosen = {
        MessageChoice.NONE: (),
        MessageChoice.FIRST: order.messages[:1],
        MessageChoice.LAST: order.messages[-1:],
        MessageChoice.ALL: order.messages,
    }[choice]
    gift = (order.gift_message,) if order.gift_message else ()
    return (*chosen, *gift)
