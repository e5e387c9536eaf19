"""The account of an order: named by a setting, found, or to be created (spec CUS-IMP)."""

import unicodedata
from dataclasses import replace

from navette.application.import_orders.facts import CompanyFacts, PageFacts, vat_number_of
from navette.config.sections.customers import CustomerImportOptions, PhoneSource
from navette.domain.binding import ShopRef
from navette.domain.customer import Account, Address, NewAccount
from navette.domain.errors import WaitingError
from navette.domain.keys import AccountKey, normalise_code
from navette.domain.messages import customers as messages
from navette.domain.order import Order


def account_of(order: Order, payment_account: str, company: CompanyFacts, page: PageFacts) -> Account | None:
    """The existing account of an order, None if one has to be created.

    An account of the payment method comes first, then that of guests, then the single one, then the look-ups in the
    order of the specification, then the stored link.
    """
    options = company.options.customers
    guests = options.guest_account if order.customer.is_guest or not order.customer.id else ""
    for code in (payment_account, guests, options.single_account):
        if code:
            return _usable(order, _named(order, code, company))
    found = _looked_up(order, page) or _linked(order, page)
    return _usable(order, found) if found else None


def _named(order: Order, code: str, company: CompanyFacts) -> Account:
    account = company.named_accounts.get(normalise_code(code))
    if account is None:
        raise WaitingError(messages.UNKNOWN_ACCOUNT, order=order.id, account=code)
    return account


def _usable(order: Order, account: Account) -> Account:
    if account.is_dormant:
        raise WaitingError(messages.ACCOUNT_DORMANT, order=order.id, account=account.code)
    if account.is_blocked:
        raise WaitingError(messages.ACCOUNT_BLOCKED, order=order.id, account=account.code)
    return account


def _looked_up(order: Order, page: PageFacts) -> Account | None:
    customer = order.customer
    for text, found, several in (
        ("".join(customer.siret.split()), page.by_siret, messages.SAME_SIRET),
        (customer.email.strip().lower(), page.by_email, messages.SAME_EMAIL),
        (vat_number_of(order), page.by_vat_number, messages.SAME_VAT_NUMBER),
    ):
        accounts = found.get(text, ()) if text else ()
        if len(accounts) > 1:
            codes = ", ".join(account.code for account in accounts)
            raise WaitingError(several, order=order.id, accounts=codes)
        if accounts:
            return accounts[0]
    return None


def _linked(order: Order, page: PageFacts) -> Account | None:
    if not order.customer.id:
        return None
    binding = page.customers.get(ShopRef(order.customer.id))
    return page.accounts.get(binding.erp_key.removeprefix(f"{AccountKey.kind}:")) if binding else None


def new_account(order: Order, accounting_category: int, company: CompanyFacts) -> NewAccount:
    """The account to create for an order's customer, from the template."""
    options = company.options.customers
    customer, address = order.customer, order.invoice_address
    codes = company.account_codes(order)
    title = customer.company or address.company or f"{customer.last_name} {customer.first_name}".strip()
    return NewAccount(
        code=codes[0],
        alternatives=tuple(codes[1:]),
        template=options.template,
        title=_written(title, options, upper=options.upper_case_title),
        email=customer.email,
        invoice=written_address(address, options),
        delivery=written_address(order.delivery_address, options),
        phone=_number(address, options.phone),
        fax=_number(address, options.fax),
        siret="".join(customer.siret.split()),
        vat_number=vat_number_of(order),
        ape=customer.ape,
        contact_first_name=customer.first_name or address.first_name,
        contact_last_name=customer.last_name or address.last_name,
        accounting_category=accounting_category if options.category_from_document else None,
        sales_representative=options.representative or None,
    )


def _number(address: Address, source: PhoneSource) -> str:
    match source:
        case PhoneSource.PHONE:
            return address.phone
        case PhoneSource.MOBILE:
            return address.mobile
        case PhoneSource.PHONE_OR_MOBILE:
            return address.phone or address.mobile
        case PhoneSource.MOBILE_OR_PHONE:
            return address.mobile or address.phone
        case PhoneSource.NONE:
            return ""


def written_address(address: Address, options: CustomerImportOptions) -> Address:
    """An address as the options have it written in the company (spec CUS-IMP-6)."""
    names = ("company", "first_name", "last_name", "line1", "line2", "city", "region")
    texts = {name: _written(getattr(address, name), options, upper=options.upper_case_addresses) for name in names}
    return replace(address, **texts)


def _written(text: str, options: CustomerImportOptions, *, upper: bool) -> str:
    if options.strip_accents:
        letters = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return text.upper() if upper else text
