"""Customers by e-mail, and customer groups."""

from collections.abc import Mapping, Sequence

from navette.domain.binding import ShopRef
from navette.domain.errors import RefusedError
from navette.domain.run import Outcome
from navette.ports.shop import GroupWrite, WriteResult
from navette.shops.prestashop.adapter.changing import change
from navette.shops.prestashop.adapter.creation import LookUp, Made, create
from navette.shops.prestashop.adapter.failures import Failure, raise_if_all_wait
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.client.xml import Record, Value
from navette.shops.prestashop.mapper.texts import GROUP_NAME, checked
from navette.shops.prestashop.mapper.values import from_flag, to_flag, to_text
from navette.shops.prestashop.schemas.catalog import GROUPS
from navette.shops.prestashop.schemas.customer import CUSTOMER_MAILS

BATCH = 50


class Customers:
    """Implements `find_customers` and `write_groups`."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._batch = session.batch("groups", BATCH)

    def find(self, emails: Sequence[str]) -> Mapping[str, ShopRef]:
        """Customers with an account, by lower-case e-mail; guests and deleted ones are none."""
        wanted = {email.strip().lower() for email in emails if email.strip()}
        found: dict[str, ShopRef] = {}
        for row in self._session.client.matching(CUSTOMER_MAILS, "email", sorted(wanted)):
            email = row["email"].strip().lower()
            if email in wanted and not to_flag(row["is_guest"]) and not to_flag(row["deleted"]):
                found.setdefault(email, ShopRef(str(row["id"])))
        return found

    def write_groups(self, writes: Sequence[GroupWrite]) -> list[WriteResult]:
        """Create or update groups; without a reduction of their own, which would lower every price (P12)."""
        records = [self._record(write) for write in writes]
        outcomes: dict[int, str | Failure] = {
            index: record for index, record in enumerate(records) if isinstance(record, Failure)
        }
        good = {index: record for index, record in enumerate(records) if isinstance(record, Record)}
        old = {index: record for index, record in good.items() if record.id}
        new = {index: record for index, record in good.items() if not record.id}
        for index, failure in zip(old, change(self._session, GROUPS, list(old.values()), self._batch), strict=True):
            outcomes[index] = failure or old[index].id
        made = create(self._session.client, GROUPS, list(new.values()), self._look_up(list(new.values())), self._batch)
        for index, result in zip(new, made, strict=True):
            outcomes[index] = result.id if isinstance(result, Made) else result
        ordered = [outcomes[index] for index in range(len(writes))]
        raise_if_all_wait(ordered)
        return [_result(write, outcome) for write, outcome in zip(writes, ordered, strict=True)]

    def _record(self, write: GroupWrite) -> Record | Failure:
        try:
            name = checked("group", write.label.strip(), GROUP_NAME, cleans=self._session.policy.cleans_texts)
        except RefusedError as error:
            return Failure(error)
        fields: dict[str, Value] = {
            "reduction": "0",
            "price_display_method": from_flag(value=write.shows_net_prices),
            "show_prices": "1",
            "name": dict.fromkeys(self._session.settings.languages, name),
        }
        return Record({"id": write.ref.id, **fields} if write.ref else fields)

    def _look_up(self, records: Sequence[Record]) -> LookUp:
        language = self._session.settings.default_language

        def look_up(indexes: Sequence[int]) -> Mapping[int, str]:
            ids = {to_text(row["name"], language): str(row["id"]) for row in self._session.client.rows(GROUPS)}
            names = {index: _name(records[index], language) for index in indexes}
            return {index: ids[name] for index, name in names.items() if name in ids}

        return look_up


def _name(record: Record, language: str) -> str:
    names = record.fields["name"]
    return names if isinstance(names, str) else names[language]


def _result(write: GroupWrite, outcome: str | Failure) -> WriteResult:
    if isinstance(outcome, Failure):
        return outcome.result
    return WriteResult(outcome=Outcome.UPDATED if write.ref else Outcome.CREATED, ref=ShopRef(outcome))
