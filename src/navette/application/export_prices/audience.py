"""Who in the shop gets prices of their own: groups by price category, customers by account."""

from collections import defaultdict
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
    """Shop customers by account: those linked, and those that the shop has under the account's e-mail.

    An e-mail of several accounts, and a customer that is another account's, tell nothing.
    """
    if not accounts:
        return {}, ()
    bindings = work.session.store.bindings
    keys = {str(AccountKey(account.code)): account for account in accounts}
    bound = bindings.by_keys(RecordKind.CUSTOMER, list(keys))
    known = {keys[key].code: binding.shop_ref for key, binding in bound.items()}
    unlinked = _by_email([account for key, account in keys.items() if key not in bound])
    found = work.session.shop.find_customers(sorted(unlinked)) if unlinked else {}
    taken = bindings.by_refs(RecordKind.CUSTOMER, list(found.values())) if found else {}
    free = {unlinked[email].code: ref for email, ref in found.items() if ref not in taken}
    paired = tuple(
        Binding(RecordKind.CUSTOMER, str(AccountKey(code)), ref, Origin.PAIRED) for code, ref in free.items()
    )
    return known | free, paired


def _by_email(accounts: Sequence[Account]) -> dict[str, Account]:
    found: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        found[account.email.strip().lower()].append(account)
    return {email: same[0] for email, same in found.items() if email and len(same) == 1}
