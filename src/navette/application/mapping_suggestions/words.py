"""Finds the label that says the same thing as another one, in French or in English."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")

# Words that name one means of payment, as shops, their payment modules and Sage call it.
MEANS_OF_PAYMENT = (
    frozenset({"carte", "carteb", "cb", "card", "visa", "mastercard", "stripe", "payplug", "monetico", "systempay"}),
    frozenset({"cheque", "check", "checkpayment"}),
    frozenset({"virement", "wire", "wirepayment", "bankwire", "transfer", "sepa"}),
    frozenset({"especes", "espece", "cash", "cashondelivery"}),
    frozenset({"paypal"}),
    frozenset({"traite", "lcr", "bor"}),
    frozenset({"prelevement", "debit"}),
)
# Words that say nothing about which one is meant.
_EMPTY = frozenset(
    {"de", "la", "le", "les", "du", "des", "par", "the", "of", "by", "and", "et", "ps", "payment", "paiement"}
)


def words_of(text: str) -> frozenset[str]:
    """The words of a label, without accents, case, and those that mean nothing."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(re.findall(r"[a-z0-9]+", letters)) - _EMPTY


def nearest(text: str, items: Iterable[Item], label: Callable[[Item], str]) -> Item | None:
    """The item whose label shares most words with a text; None if none shares any, or two share as many."""
    wanted = words_of(text)
    scored = sorted(((len(wanted & words_of(label(item))), item) for item in items), key=lambda pair: -pair[0])
    if not scored or not scored[0][0]:
        return None
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        return _exact(wanted, [item for score, item in scored if score == scored[0][0]], label)
    return scored[0][1]


def _exact(wanted: frozenset[str], items: Sequence[Item], label: Callable[[Item], str]) -> Item | None:
    same = [item for item in items if words_of(label(item)) == wanted]
    return same[0] if len(same) == 1 else None


def means_of_payment(text: str) -> frozenset[str] | None:
    """The group of words that names the means of payment in a label."""
    words = words_of(text)
    return next((group for group in MEANS_OF_PAYMENT if group & words), None)
