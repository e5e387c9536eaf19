"""What all tables share."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from django.db import connection, models

# Kinds of columns whose values each database wants in a form of its own.
ADAPTED = (models.DateTimeField, models.JSONField, models.DecimalField)


class Row(models.Model):
    """A row of our memory.

    Texts from outside (keys, ids, values) are TextField: PostgreSQL checks lengths that SQLite does not, and a value
    that is longer than anybody thought must not stop a run. Words of our own are CharField.
    """

    class Meta:  # noqa: D106 (Django's own word)
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"

    @classmethod
    def write_many(
        cls,
        columns: Sequence[str],
        rows: Iterable[Sequence[Any]],
        *,
        unique: Sequence[str] = (),
        updated: Sequence[str] = (),
    ) -> None:
        """Insert rows by one prepared statement; where `unique` columns meet a row, `updated` ones replace its own.

        Five times as quick as `bulk_create`, whose model instances took most of the time of a batch. A row that is
        met twice is updated twice.
        """
        by_name = {field.attname: field for field in cls._meta.concrete_fields}
        fields = [by_name[name] for name in columns]
        quote = connection.ops.quote_name
        names = ", ".join(quote(field.attname) for field in fields)
        places = ", ".join("%s" for _ in fields)
        statement = f"INSERT INTO {quote(cls._meta.db_table)} ({names}) VALUES ({places})"  # noqa: S608 (our names)
        if unique:
            keys = ", ".join(quote(name) for name in unique)
            changes = ", ".join(f"{quote(name)} = EXCLUDED.{quote(name)}" for name in updated)
            statement += f" ON CONFLICT ({keys}) DO UPDATE SET {changes}"
        adapters = [(place, _adapter(field)) for place, field in enumerate(fields) if isinstance(field, ADAPTED)]
        with connection.cursor() as cursor:
            cursor.executemany(statement, [_adapted(row, adapters) for row in rows])


def _adapter(field: "models.Field[Any, Any]") -> Callable[[Any], Any]:
    return lambda value: field.get_db_prep_save(value, connection)


def _adapted(row: Sequence[Any], adapters: Sequence[tuple[int, Callable[[Any], Any]]]) -> Sequence[Any]:
    if not adapters:
        return row
    values = list(row)
    for place, adapter in adapters:
        values[place] = adapter(values[place])
    return values


class CountedRow(Row):
    """A row with the counts and requests of a batch or run."""

    COUNTS: ClassVar[tuple[str, ...]] = ("read", "created", "updated", "unchanged", "skipped", "waiting", "refused")

    read = models.IntegerField(default=0)
    created = models.IntegerField(default=0)
    updated = models.IntegerField(default=0)
    unchanged = models.IntegerField(default=0)
    skipped = models.IntegerField(default=0)
    waiting = models.IntegerField(default=0)
    refused = models.IntegerField(default=0)
    requests_read = models.IntegerField(default=0)
    requests_write = models.IntegerField(default=0)

    class Meta:  # noqa: D106
        abstract = True
