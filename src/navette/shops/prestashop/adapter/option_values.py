"""The option values that make a variant, found by name or made once."""

from collections.abc import Mapping, Sequence

from navette.domain.catalog import Variant
from navette.domain.errors import RefusedError
from navette.shops.prestashop.adapter.failures import Failure
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.adapter.vocabulary import OPTION_NAMES, OPTION_WORDS, Vocabulary, Word
from navette.shops.prestashop.mapper.texts import OPTION_NAME, checked

Values = frozenset[str]
"""Ids of the option values of one combination."""


class OptionValues:
    """Finds the option values of variants."""

    def __init__(self, session: ShopSession, vocabulary: Vocabulary) -> None:
        self._session = session
        self._vocabulary = vocabulary

    def of(self, variants: Sequence[Variant]) -> list[Values | Failure]:
        """Option values of each variant, in their order, or why one cannot be had."""
        pairs = [self._pairs(variant) for variant in variants]
        attributes = [("", attribute) for group in pairs if isinstance(group, list) for attribute, _ in group]
        options = self._vocabulary.find(OPTION_NAMES, attributes)
        words = [_replaced(group, options) for group in pairs]
        wanted = [word for group in words if isinstance(group, list) for word in group]
        found = self._vocabulary.find(OPTION_WORDS, wanted)
        return [_ids(group, found) for group in words]

    def _pairs(self, variant: Variant) -> list[Word] | Failure:
        """Attribute and value of a variant, as the shop takes them."""
        cleans = self._session.policy.cleans_texts
        try:
            return [
                (
                    checked("option_name", value.attribute, OPTION_NAME, cleans=cleans),
                    checked("option_value", value.value, OPTION_NAME, cleans=cleans),
                )
                for value in variant.values
            ]
        except RefusedError as error:
            return Failure(error)


def _replaced(pairs: list[Word] | Failure, options: Mapping[Word, str | Failure]) -> list[Word] | Failure:
    """The pairs with the option's id instead of its name."""
    if isinstance(pairs, Failure):
        return pairs
    words: list[Word] = []
    for attribute, value in pairs:
        option = options["", attribute]
        if isinstance(option, Failure):
            return option
        words.append((option, value))
    return words


def _ids(words: list[Word] | Failure, found: Mapping[Word, str | Failure]) -> Values | Failure:
    if isinstance(words, Failure):
        return words
    ids: list[str] = []
    for word in words:
        value = found[word]
        if isinstance(value, Failure):
            return value
        ids.append(value)
    return frozenset(ids)
