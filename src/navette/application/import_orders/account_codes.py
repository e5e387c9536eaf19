"""Codes for customers that have no account yet: each its own, the same for all orders of one customer."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import islice

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
        self._first: dict[str, int] = {}
        self._next: dict[str, int] = {}
        self._written: dict[str, int] = {}

    def of(self, order: Order, pattern: AccountCodePattern, counters: AccountCounters) -> Sequence[str]:
        """The code for an order's customer, then those to try where it belongs to somebody else."""
        subject = CodeSubject(order.customer, order.invoice_address)
        first = self._number(order, _counter_of(pattern.stem(subject)), counters) if pattern.counter else 1
        codes = list(islice(pattern.codes(subject, first), CODES_TO_TRY))
        if not codes:
            raise RefusedError(messages.CODES_EXHAUSTED, order=order.id, code=pattern.stem(subject))
        return codes

    def note(self, order: Order, code: str, pattern: AccountCodePattern) -> None:
        """Note that an account was created under a code."""
        if not pattern.counter:
            return
        counter = _counter_of(pattern.stem(CodeSubject(order.customer, order.invoice_address)))
        number = int(code[-pattern.counter :])
        self._written[counter] = max(number, self._written.get(counter, 0))

    def settle(self, counters: AccountCounters) -> None:
        """Move the counters on: what was noted is committed by now."""
        for counter, number in self._written.items():
            counters.raise_to(counter, number)
        self._written.clear()

    def _number(self, order: Order, counter: str, counters: AccountCounters) -> int:
        who = f"{counter}/{order.customer.id or order.customer.email.strip().casefold() or order.id}"
        if who not in self._first:
            number = self._next.get(counter) or counters.last(counter) + 1
            self._first[who], self._next[counter] = number, number + 1
        return self._first[who]


def _counter_of(stem: str) -> str:
    return sha256(stem.encode()).hexdigest()[:32]
