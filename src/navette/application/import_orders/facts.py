"""What the company and our store know about the orders of one page, found in a few bulk reads."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from navette.application.import_orders.account_codes import AccountCodes
from navette.application.import_orders.statuses import StatusRule, status_rules
from navette.application.session import Session
from navette.config.code_pattern import account_code_pattern
from navette.config.profile import Options
from navette.domain.binding import Binding, RecordKind, ShopRef
from navette.domain.customer import Account, ShopCustomer
from navette.domain.keys import AccountKey, normalise_code, parse_stock_key
from navette.domain.order import Order
from navette.domain.tax import ErpTax
from navette.ports.erp import SoldArticle
from navette.ports.shop import ShopProbe


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyFacts:
    """What holds for every order of a run: options, statuses, taxes by code, the articles that options name.

    `cancelled` gives the names of the shop's statuses of cancelled orders, asked for once and only if need be.
    `account_codes` gives the codes for the customer of an order that has no account yet.
    """

    options: Options
    statuses: Mapping[str, StatusRule]
    cancelled: Callable[[], Mapping[str, str]]
    taxes: Mapping[str, ErpTax]
    named_articles: Mapping[str, SoldArticle]
    named_accounts: Mapping[str, Account]
    account_codes: Callable[[Order], Sequence[str]]
    reference_length: int
    shop_currency: str
    web_prefix: str
    zone: ZoneInfo
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What is known about the rows and customers of one page of orders."""

    products: Mapping[ShopRef, Binding]
    articles: Mapping[str, SoldArticle]
    customers: Mapping[ShopRef, Binding]
    accounts: Mapping[str, Account]
    by_email: Mapping[str, Sequence[Account]]
    by_siret: Mapping[str, Sequence[Account]]
    by_vat_number: Mapping[str, Sequence[Account]]


def company_facts(session: Session, shop: ShopProbe, codes: AccountCodes) -> CompanyFacts:
    """Read what holds for the whole run."""
    options = session.options
    choices = session.erp.choices()
    pattern = account_code_pattern(options.customers)
    lines = options.lines
    references = [
        lines.miscellaneous_article,
        lines.gap_article,
        lines.wrapping_article,
        lines.shipping_article,
        lines.discount_article,
        *options.mappings.table("discount_articles").values(),
        *options.mappings.table("order_articles").values(),
    ]
    accounts = [options.customers.single_account, options.customers.guest_account, options.customers.template]
    payments = [value.split("|") for value in options.mappings.table("payments").values()]
    accounts += [parts[2] for parts in payments if len(parts) > 2]
    return CompanyFacts(
        options=options,
        statuses=status_rules(options.mappings.table("order_statuses")),
        cancelled=cache(lambda: _cancelled(session)),
        taxes={tax.code: tax for tax in choices.taxes},
        named_articles=session.erp.documents.sold_articles([text for text in references if text]),
        named_accounts=session.erp.parties.accounts_by_code([text for text in accounts if text]),
        account_codes=lambda order: codes.of(order, options.customers, pattern, session.store.counters),
        reference_length=choices.lengths.get("DO_Ref", 17),
        shop_currency=shop.currency,
        web_prefix=session.web_prefix,
        zone=ZoneInfo(shop.time_zone),
        today=session.erp.today(),
    )


def _cancelled(session: Session) -> Mapping[str, str]:
    return {status.id: status.name for status in session.shop.choices().order_statuses if status.is_cancelled}


def page_facts(session: Session, orders: Sequence[Order]) -> PageFacts:
    """Find the articles and accounts that a page of orders names."""
    customers = [order.customer for order in orders]
    products = _bound_products(session, orders)
    references = {normalise_code(line.reference) for order in orders for line in order.lines if line.reference}
    references |= {_reference(binding) for binding in products.values()}
    articles = _sold_articles(session, references)
    refs = [ShopRef(customer.id) for customer in customers if customer.id]
    bound = session.store.bindings.by_refs(RecordKind.CUSTOMER, refs)
    codes = sorted({binding.erp_key.removeprefix(f"{AccountKey.kind}:") for binding in bound.values()})
    parties = session.erp.parties
    options = session.options.customers
    return PageFacts(
        products=products,
        articles=articles,
        customers=bound,
        accounts=parties.accounts_by_code(codes),
        by_email=parties.accounts_by_email(_keys(customers, "email")) if options.match_email else {},
        by_siret=parties.accounts_by_siret(_keys(customers, "siret")) if options.match_siret else {},
        by_vat_number=parties.accounts_by_vat_number(vat_numbers(orders)) if options.match_vat_number else {},
    )


def _sold_articles(session: Session, references: Iterable[str]) -> Mapping[str, SoldArticle]:
    """Articles by reference, and those that replace dormant ones where the options let them."""
    documents = session.erp.documents
    found = dict(documents.sold_articles(sorted(references)))
    dormant = (article for article in found.values() if article.is_dormant)
    replacements = {normalise_code(article.replacement) for article in dormant if article.replacement}
    if session.options.lines.use_replacement and replacements - found.keys():
        found.update(documents.sold_articles(sorted(replacements)))
    return found


def vat_number_of(order: Order) -> str:
    """The VAT number of an order's customer, from the customer or the invoice address, without blanks."""
    number = order.customer.vat_number or order.invoice_address.vat_number
    return "".join(number.split()).upper()


def vat_numbers(orders: Sequence[Order]) -> list[str]:
    """The VAT numbers of some orders."""
    return sorted({number for order in orders if (number := vat_number_of(order))})


def _keys(customers: Sequence[ShopCustomer], name: str) -> list[str]:
    texts = {"".join(str(getattr(customer, name)).split()).lower() for customer in customers}
    return sorted(text for text in texts if text)


def _bound_products(session: Session, orders: Sequence[Order]) -> Mapping[ShopRef, Binding]:
    refs = {line.product for order in orders for line in order.lines}
    bindings = session.store.bindings
    found = dict(bindings.by_refs(RecordKind.PRODUCT, [ref for ref in refs if not ref.parent]))
    found.update(bindings.by_refs(RecordKind.VARIANT, [ref for ref in refs if ref.parent]))
    return found


def _reference(binding: Binding) -> str:
    return parse_stock_key(binding.erp_key).reference if ":" in binding.erp_key else binding.erp_key
