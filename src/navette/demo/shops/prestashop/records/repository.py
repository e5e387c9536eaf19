"""Records in and out of the database."""

from collections.abc import Iterator, Sequence

from navette.demo.shops.prestashop.records.columns import Stored, to_database, to_php
from navette.demo.shops.prestashop.records.database import Database
from navette.demo.shops.prestashop.records.definition import Field, Resource
from navette.demo.shops.prestashop.records.record import Record

CHUNK = 500


class Repository:
    """Loads, inserts and changes the records of any resource."""

    def __init__(self, database: Database, languages: Sequence[int] = (1, 2)) -> None:
        self.database = database
        self.languages = list(languages)

    def find(self, resource: Resource, key: int) -> Record | None:
        """Return one record with all its values, or None."""
        found = self.load(resource, [key])
        return found[0] if found else None

    def load(self, resource: Resource, keys: Sequence[int], fields: Sequence[Field] | None = None) -> list[Record]:
        """Return the records with these ids, in this order, with these fields or all."""
        wanted = list(resource.fields.values()) if fields is None else list(fields)
        columns = [field.name for field in wanted if field.column and not field.lang]
        found: dict[int, Record] = {}
        names = "".join(f', "{name}"' for name in columns)
        for part in chunks(keys):
            sql = f'SELECT id{names} FROM "{resource.table}" WHERE id IN ({marks(part)})'
            for key, *values in self.database.rows(sql, part):
                found[key] = Record(resource, key, dict(zip(columns, map(to_php, values), strict=True)))
        records = [found[key] for key in keys if key in found]
        self.add_texts(resource, records, wanted)
        _add_initials(records, wanted)
        return records

    def add_texts(self, resource: Resource, records: Sequence[Record], fields: Sequence[Field]) -> None:
        """Fill in the texts in every language."""
        names = [field.name for field in fields if field.column and field.lang]
        if not names:
            return
        by_key = {record.key: record for record in records}
        for record in records:
            record.values.update({name: dict.fromkeys(self.languages, "") for name in names})
        columns = "".join(f', "{name}"' for name in names)
        for part in chunks(list(by_key)):
            sql = f'SELECT id, id_lang{columns} FROM "{resource.table}_lang" WHERE id IN ({marks(part)})'
            for key, language, *texts in self.database.rows(sql, part):
                for name, text in zip(names, texts, strict=True):
                    by_key[key].texts(name)[language] = text or ""

    def insert(self, record: Record, key: int | None = None) -> int:
        """Store a new record and give it an id."""
        values: dict[str, Stored] = {} if key is None else {"id": key}
        values.update({field.name: to_database(field, record[field.name]) for field in record.resource.stored})
        record.id = self.database.insert(record.resource.table, values)
        self._write_texts(record)
        return record.id

    def update(self, record: Record) -> None:
        """Store all values of a known record."""
        values = {field.name: to_database(field, record[field.name]) for field in record.resource.stored}
        self.database.update(record.resource.table, record.key, values)
        self._write_texts(record)

    def delete(self, resource: Resource, key: int) -> None:
        """Remove a record and its texts."""
        self.database.write(f'DELETE FROM "{resource.table}" WHERE id = ?', (key,))
        if resource.translated:
            self.database.write(f'DELETE FROM "{resource.table}_lang" WHERE id = ?', (key,))

    def _write_texts(self, record: Record) -> None:
        fields = record.resource.translated
        if not fields:
            return
        names = ", ".join(f'"{field.name}"' for field in fields)
        sql = (
            f'INSERT OR REPLACE INTO "{record.resource.table}_lang" (id, id_lang, {names})'
            f" VALUES ({marks(range(len(fields) + 2))})"
        )
        for language in self.languages:
            texts = [_text(record, field, language) for field in fields]
            self.database.write(sql, [record.key, language, *texts])


def chunks(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut a list of ids into parts that one statement can carry."""
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]


def marks(values: Sequence[object]) -> str:
    """Return one question mark for each value."""
    return ", ".join("?" for _ in values)


def _text(record: Record, field: Field, language: int) -> Stored:
    """Return the text of a language; a required one that is missing falls back on the first language."""
    value = record[field.name]
    if isinstance(value, dict) and field.required and not value.get(language):
        value = value.get(1, "")
    return to_database(field, value, language)


def _add_initials(records: Sequence[Record], fields: Sequence[Field]) -> None:
    initials = {field.name: field.initial for field in fields if field.initial is not None and not field.column}
    if initials:
        for record in records:
            record.values.update(initials)
