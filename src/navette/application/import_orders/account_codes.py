"""Codes for customers that have no account yet: each its own, the same for all orders of one customer.

Guests are a new customer of the shop with each order: those whom a later run would take for one by SIRET or e-mail
are one in this run already.
"""

from collections.abc import Sequence
from hashlib import sha256
from itertools import islice

from navette.config.sections.customers import CustomerImportOptions
from navette.domain.account_code import AccountCodePattern, CodeSubject
from navette.domain.errors import RefusedError
from navette.domain.messages import customers as messages
from navette.domain.order import Order
from navette.ports.store import AccountCounters

CODES_TO_TRY = 50


class AccountCodes:
    """Gives codes during one run; the counters move on once the accounts are known to be written.

    A counter is kept for each beginning of codes, under a digest: the beginning may hold a customer's name.
    """

    def __init__(self) -> None:
        self._subjects: dict[str, CodeSubject] = {}
        self._first: dict[str, int] = {}
        self._next: dict[str, int] = {}
        self._written: dict[str, int] = {}

    def of(
        self, order: Order, options: CustomerImportOptions, pattern: AccountCodePattern, counters: AccountCounters
    ) -> Sequence[str]:
        """The code for an order's customer, then those to try where it belongs to somebody else."""
        subject = self._known_subject(order)
        for name in _names(order, options):
            self._subjects.setdefault(name, subject)
        first = self._number(order, subject, pattern, counters) if pattern.counter else 1
        codes = list(islice(pattern.codes(subject, first), CODES_TO_TRY))
        if not codes:
            raise RefusedError(messages.CODES_EXHAUSTED, order=order.id, code=pattern.stem(subject))
        return codes

    def note(self, order: Order, code: str, pattern: AccountCodePattern) -> None:
        """Note that an account was created under a code."""
        if not pattern.counter:
            return
        counter = _counter_of(pattern.stem(self._known_subject(order)))
        number = int(code[-pattern.counter :])
        self._written[counter] = max(number, self._written.get(counter, 0))

    def settle(self, counters: AccountCounters) -> None:
        """Move the counters on: what was noted is committed by now."""
        for counter, number in self._written.items():
            counters.raise_to(counter, number)
        self._written.clear()

    def _known_subject(self, order: Order) -> CodeSubject:
        """The customer as an earlier order of the run had it, else as this one has it."""
        known = (self._subjects[name] for name in _all_names(order) if name in self._subjects)
        return next(known, CodeSubject(order.customer, order.invoice_address))

    def _number(
        self, order: Order, subject: CodeSubject, pattern: AccountCodePattern, counters: AccountCounters
    ) -> int:
        counter = _counter_of(pattern.stem(subject))
        who = f"{counter}/{subject.customer.id or subject.customer.email.strip().casefold() or order.id}"
        if who not in self._first:
            number = self._next.get(counter) or counters.last(counter) + 1
            self._first[who], self._next[counter] = number, number + 1
        return self._first[who]


def _names(order: Order, options: CustomerImportOptions) -> list[str]:
    """What the customer is known by, as far as the options look for it."""
    siret, email = _siret(order), _email(order)
    return [name for name, is_used in ((siret, options.match_siret), (email, options.match_email)) if name and is_used]


def _all_names(order: Order) -> list[str]:
    return [name for name in (_siret(order), _email(order)) if name]


def _siret(order: Order) -> str:
    return "".join(order.customer.siret.split())


def _email(order: Order) -> str:
    return order.customer.email.strip().casefold()


def _counter_of(stem: str) -> str:
    return sha256(stem.encode()).hexdigest()[:32]
