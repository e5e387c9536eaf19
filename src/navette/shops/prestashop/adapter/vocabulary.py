"""The words that products share: brands, suppliers, features, options and their values, found by name or made once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from navette.shops.prestashop.adapter.creation import Made, create
from navette.shops.prestashop.adapter.failures import Failure
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.capabilities import LIST_PAGE
from navette.shops.prestashop.client.xml import Record
from navette.shops.prestashop.mapper.values import to_texts
from navette.shops.prestashop.schemas.catalog import (
    FEATURE_VALUES,
    FEATURES,
    MANUFACTURERS,
    OPTION_VALUES,
    OPTIONS,
    SUPPLIERS,
)
from navette.shops.prestashop.schemas.resource import Resource

Word = tuple[str, str]
"""Id of what the word belongs to ('' for none) and the word itself."""
BATCH = 50


@dataclass(frozen=True, slots=True)
class WordKind:
    """A kind of words: where they are, which field holds them and which names what they belong to."""

    resource: Resource[Any]
    text_field: str = "name"
    parent_field: str = ""
    only: Mapping[str, str] | None = None
    is_translated: bool = True


BRANDS = WordKind(MANUFACTURERS, is_translated=False)
SUPPLIER_NAMES = WordKind(SUPPLIERS, is_translated=False)
FEATURE_NAMES = WordKind(FEATURES)
FEATURE_WORDS = WordKind(FEATURE_VALUES, "value", "id_feature", {"custom": "[0]"})
OPTION_NAMES = WordKind(OPTIONS)
OPTION_WORDS = WordKind(OPTION_VALUES, "name", "id_attribute_group")


def normal(text: str) -> str:
    """A word as it is compared: without case and superfluous blanks."""
    return " ".join(text.split()).casefold()


class Vocabulary:
    """Finds words and makes the missing ones; what is known is kept for the life of the connection."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._known: dict[tuple[str, str], dict[str, str]] = {}

    def find(self, kind: WordKind, words: Iterable[Word], *, creates: bool = True) -> Mapping[Word, str | Failure]:
        """Ids of some words, in the shop's default language or any other; why where one could not be made."""
        wanted = [word for word in dict.fromkeys(words) if normal(word[1])]
        self._load(kind, {parent for parent, _ in wanted})
        missing = {
            (parent, normal(text)): (parent, text) for parent, text in wanted if not self._id(kind, parent, text)
        }
        failures = self._make(kind, list(missing.values())) if creates and missing else {}
        found: dict[Word, str | Failure] = {}
        for parent, text in wanted:
            known = self._id(kind, parent, text) or failures.get((parent, normal(text)))
            if known:
                found[parent, text] = known
        return found

    def _id(self, kind: WordKind, parent: str, text: str) -> str:
        return self._known.get((kind.resource.name, parent), {}).get(normal(text), "")

    def _load(self, kind: WordKind, parents: Iterable[str], *, again: bool = False) -> None:
        new = [parent for parent in parents if again or (kind.resource.name, parent) not in self._known]
        for parent in new:
            filters = dict(kind.only or {})
            if kind.parent_field:
                filters[kind.parent_field] = f"[{parent}]"
            words = self._known.setdefault((kind.resource.name, parent), {})
            for page in self._session.client.pages(kind.resource, size=LIST_PAGE, filters=filters):
                for row in page:
                    self._remember(words, row, kind.text_field)

    def _remember(self, words: dict[str, str], row: Mapping[str, Any], field: str) -> None:
        texts = to_texts(row[field])
        default = texts.get(self._session.settings.default_language, "")
        for text in (default, *texts.values()):
            words.setdefault(normal(text), str(row["id"]))

    def _make(self, kind: WordKind, words: Sequence[Word]) -> Mapping[Word, Failure]:
        records = [self._record(kind, parent, text) for parent, text in words]
        batch = self._session.batch(kind.resource.name, BATCH)
        made = create(self._session.client, kind.resource, records, self._look_up(kind, words), batch)
        failures: dict[Word, Failure] = {}
        for (parent, text), result in zip(words, made, strict=True):
            if isinstance(result, Made):
                self._known[kind.resource.name, parent][normal(text)] = result.id
            else:
                failures[parent, normal(text)] = result
        return failures

    def _look_up(self, kind: WordKind, words: Sequence[Word]) -> Callable[[Sequence[int]], Mapping[int, str]]:
        def look_up(indexes: Sequence[int]) -> Mapping[int, str]:
            self._load(kind, {words[index][0] for index in indexes}, again=True)
            ids = {index: self._id(kind, *words[index]) for index in indexes}
            return {index: found for index, found in ids.items() if found}

        return look_up

    def _record(self, kind: WordKind, parent: str, text: str) -> Record:
        text = " ".join(text.split())
        value = dict.fromkeys(self._session.settings.languages, text) if kind.is_translated else text
        if kind is FEATURE_WORDS:
            return Record({"id_feature": parent, "custom": "0", "value": value})
        if kind is OPTION_WORDS:
            return Record({"id_attribute_group": parent, "name": value})
        if kind is OPTION_NAMES:
            return Record({"group_type": "select", "name": value, "public_name": value})
        return Record({"name": value} if kind is FEATURE_NAMES else {"active": "1", "name": value})
