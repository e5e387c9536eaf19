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
        """Insert rows; where `unique` columns meet a row, `updated` ones replace its own. The last of equal rows wins.

        Four times as quick as `bulk_create`, whose model instances took most of the time of a batch. Columns are
        named as in the table (`binding_id`).
        """
        by_name = {field.attname: field for field in cls._meta.concrete_fields}
        fields = [by_name[name] for name in columns]
        adapters = [(place, _adapter(field)) for place, field in enumerate(fields) if isinstance(field, ADAPTED)]
        values = [_adapted(row, adapters) for row in rows]
        if unique:
            places = [columns.index(name) for name in unique]
            values = list({tuple(row[place] for place in places): row for row in values}.values())
        insert = f"INSERT INTO {_quoted([cls._meta.db_table])} ({_quoted(columns)})"
        if values:
            _execute(insert, _on_conflict(unique, updated), fields, values)


def _execute(
    insert: str, on_conflict: str, fields: "Sequence[models.Field[Any, Any]]", rows: Sequence[Sequence[Any]]
) -> None:
    """Execute for all rows, the way each database likes best: one prepared statement, or one array per column."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            places = ", ".join(["%s"] * len(fields))
            cursor.executemany(f"{insert} VALUES ({places}){on_conflict}", rows)
        else:
            arrays = ", ".join(f"%s::{field.rel_db_type(connection)}[]" for field in fields)
            columns = [list(column) for column in zip(*rows, strict=True)]
            select = f"SELECT * FROM unnest({arrays})"  # noqa: S608 (types of our own columns)
            cursor.execute(f"{insert} {select}{on_conflict}", columns)


def _on_conflict(unique: Sequence[str], updated: Sequence[str]) -> str:
    if not unique:
        return ""
    changes = ", ".join(f"{name} = EXCLUDED.{name}" for name in map(connection.ops.quote_name, updated))
    return f" ON CONFLICT ({_quoted(unique)}) DO UPDATE SET {changes}"


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(map(connection.ops.quote_name, names))


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
