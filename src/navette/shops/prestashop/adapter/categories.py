"""The category tree."""

from collections.abc import Callable, Mapping, Sequence

from navette.domain.binding import ShopRef
from navette.domain.errors import RefusedError
from navette.domain.run import Outcome
from navette.ports.shop import CategoryWrite, FoundCategory, WriteResult
from navette.shops.prestashop.adapter.changing import change
from navette.shops.prestashop.adapter.creation import Made, create
from navette.shops.prestashop.adapter.failures import Failure, gone, raise_if_all_wait
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.capabilities import LIST_PAGE
from navette.shops.prestashop.client.xml import Record, Value
from navette.shops.prestashop.mapper.category import from_category, from_new_category, to_categories
from navette.shops.prestashop.mapper.texts import lacks_language
from navette.shops.prestashop.mapper.values import to_id, to_text, to_texts
from navette.shops.prestashop.schemas.catalog import CATEGORIES

BATCH = 50
Outcomes = dict[int, str | Failure]


class Categories:
    """Implements `read_categories` and `write_categories`."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._batch = session.batch("categories", BATCH)

    def read(self) -> list[FoundCategory]:
        """All categories below the home category, parents before children."""
        rows = [row for page in self._session.client.pages(CATEGORIES, size=LIST_PAGE) for row in page]
        settings = self._session.settings
        return to_categories(rows, settings.home_category, settings.languages)

    def write(self, writes: Sequence[CategoryWrite]) -> list[WriteResult]:
        """Create or update categories, level by level: a parent made here gives its id to its children."""
        outcomes: Outcomes = {}
        self._update({index: write for index, write in enumerate(writes) if write.ref}, outcomes)
        known = {str(writes[index].category.key): outcome for index, outcome in outcomes.items()}
        pending = {index: write for index, write in enumerate(writes) if not write.ref}
        while pending:
            keys = {str(write.category.key) for write in pending.values()}
            level = {
                index: write for index, write in pending.items() if str(write.category.parent) not in keys
            } or pending
            self._create(level, known, outcomes)
            known |= {str(write.category.key): outcomes[index] for index, write in level.items()}
            pending = {index: write for index, write in pending.items() if index not in outcomes}
        ordered = [outcomes[index] for index in range(len(writes))]
        raise_if_all_wait(ordered)
        return [_result(write, outcome) for write, outcome in zip(writes, ordered, strict=True)]

    def _update(self, writes: Mapping[int, CategoryWrite], outcomes: Outcomes) -> None:
        ids = {index: write.ref.id for index, write in writes.items() if write.ref}
        present = self._present(list(writes.values()))
        languages, cleans = self._session.settings.languages, self._session.policy.cleans_texts
        records: dict[int, Record] = {}
        for index, write in writes.items():
            names = present.get(ids[index], {})
            try:
                fields = from_category(write.category, languages, names, cleans=cleans)
            except RefusedError as error:
                outcomes[index] = Failure(error)
                continue
            records[index] = Record({"id": ids[index], **fields})
        failures = change(self._session, CATEGORIES, list(records.values()), self._batch)
        for index, failure in zip(records, failures, strict=True):
            outcomes[index] = failure or ids[index]

    def _present(self, writes: Sequence[CategoryWrite]) -> Mapping[str, Mapping[str, str]]:
        """Names that the shop has now, of categories that are not named in all of its languages."""
        languages = self._session.settings.languages
        ids = [write.ref.id for write in writes if write.ref and lacks_language(dict(write.category.names), languages)]
        rows = self._session.client.matching(CATEGORIES, "id", ids)
        return {str(row["id"]): to_texts(row["name"]) for row in rows}

    def _create(
        self, writes: Mapping[int, CategoryWrite], known: Mapping[str, str | Failure], outcomes: Outcomes
    ) -> None:
        languages, cleans = self._session.settings.languages, self._session.policy.cleans_texts
        records: dict[int, Record] = {}
        for index, write in writes.items():
            parent = self._parent(write, known)
            if isinstance(parent, Failure):
                outcomes[index] = parent
                continue
            try:
                fields = from_new_category(write.category, languages, cleans=cleans)
            except RefusedError as error:
                outcomes[index] = Failure(error)
                continue
            records[index] = Record({"id_parent": parent, **fields})
        new = list(records.values())
        made = create(self._session.client, CATEGORIES, new, self._look_up(new), self._batch)
        for index, result in zip(records, made, strict=True):
            outcomes[index] = result.id if isinstance(result, Made) else result

    def _parent(self, write: CategoryWrite, known: Mapping[str, str | Failure]) -> str | Failure:
        if write.parent_ref:
            return write.parent_ref.id
        if write.category.parent is None:
            return self._session.settings.home_category
        key = str(write.category.parent)
        return known.get(key) or gone(CATEGORIES.name, key)

    def _look_up(self, records: Sequence[Record]) -> Callable[[Sequence[int]], Mapping[int, str]]:
        """By parent and name, in the shop's default language."""
        language = self._session.settings.default_language

        def look_up(indexes: Sequence[int]) -> Mapping[int, str]:
            parents = [str(records[index].fields["id_parent"]) for index in indexes]
            rows = self._session.client.matching(CATEGORIES, "id_parent", parents)
            ids = {(to_id(row["id_parent"]), to_text(row["name"], language)): str(row["id"]) for row in rows}
            keys = {
                index: (parent, _name(records[index].fields["name"], language))
                for index, parent in zip(indexes, parents, strict=True)
            }
            return {index: ids[key] for index, key in keys.items() if key in ids}

        return look_up


def _name(value: Value, language: str) -> str:
    return value if isinstance(value, str) else value.get(language, "")


def _result(write: CategoryWrite, outcome: str | Failure) -> WriteResult:
    if isinstance(outcome, Failure):
        return outcome.result
    return WriteResult(outcome=Outcome.UPDATED if write.ref else Outcome.CREATED, ref=ShopRef(outcome))
