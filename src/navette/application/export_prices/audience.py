"""Who in the shop gets prices of their own: groups by price category, customers by account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navette.application.capability import Work
from navette.application.published_prices import mapped_categories, price_choices
from navette.domain.binding import Binding, Origin, RecordKind, ShopRef
from navette.domain.customer import Account
from navette.domain.keys import AccountKey
from navette.domain.messages import prices as messages
from navette.domain.pricing import PriceChoices


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopAudience:
    """Groups by price category, customers by account code, and the links that were found on the way."""

    choices: PriceChoices
    groups: Mapping[int, str]
    customers: Mapping[str, ShopRef]
    paired: tuple[Binding, ...] = ()


def shop_audience(work: Work) -> ShopAudience:
    """Find the groups and customers of the shop that the company has prices for."""
    session = work.session
    options = session.options.prices
    groups: Mapping[int, str] = {}
    if options.groups and session.shop.capabilities.has_group_prices:
        categories = session.erp.choices().price_categories
        groups = mapped_categories(session, categories)
        for category in categories:
            if category.number not in groups:
                work.say(messages.UNMAPPED_GROUP, label=category.label)
    accounts: Sequence[Account] = ()
    if options.customers and session.shop.capabilities.has_customer_prices:
        accounts = session.erp.prices.priced_accounts()
    known, paired = _customers(work, accounts)
    present = [account for account in accounts if account.code in known]
    return ShopAudience(
        choices=price_choices(session, present, sorted(groups)), groups=groups, customers=known, paired=paired
    )


def _customers(work: Work, accounts: Sequence[Account]) -> tuple[dict[str, ShopRef], tuple[Binding, ...]]:
    """Shop customers by account: those linked, and those that the shop has under the account's e-mail."""
    if not accounts:
        return {}, ()
    keys = {str(AccountKey(account.code)): account for account in accounts}
    bound = work.session.store.bindings.by_keys(RecordKind.CUSTOMER, list(keys))
    known = {keys[key].code: binding.shop_ref for key, binding in bound.items()}
    without = {account.email.strip().lower(): account for key, account in keys.items() if key not in bound}
    without.pop("", None)
    found = work.session.shop.find_customers(sorted(without)) if without else {}
    paired = tuple(
        Binding(RecordKind.CUSTOMER, str(AccountKey(without[email].code)), ref, Origin.PAIRED)
        for email, ref in found.items()
    )
    taken = work.session.store.bindings.by_refs(RecordKind.CUSTOMER, [binding.shop_ref for binding in paired])
    paired = tuple(binding for binding in paired if binding.shop_ref not in taken)
    known |= {without[email].code: ref for email, ref in found.items()}
    return known, paired
