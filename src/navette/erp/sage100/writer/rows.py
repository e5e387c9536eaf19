"""Rows in the form that the base takes: texts fitted, codes checked, twins filled, absent columns left out."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Column, ColumnClause, String, Table

from navette.domain.errors import RefusedError
from navette.domain.messages import erp_writing as messages
from navette.erp.sage100.schema import BaseSchema, FreeField
from navette.erp.sage100.tables import facts
from navette.erp.sage100.writer import text

Row = dict[str, Any]
_Shape = Callable[[Any], Any]


class RowShaper:
    """Shapes rows for the tables of one base; what a column needs is worked out once."""

    def __init__(self, schema: BaseSchema) -> None:
        self._schema = schema
        self._shapes: dict[str, dict[str, _Shape]] = {}
        self._twins: dict[str, dict[str, str]] = {}

    def shape(self, table: Table, values: Mapping[str, Any]) -> Row:
        """Give the row to write; raises RefusedError for a code that is too long, since a code is never cut."""
        shapes = self._shapes.get(table.name)
        if shapes is None:
            shapes = self._prepare(table)
        twins = self._twins[table.name]
        row: Row = {}
        for name, value in values.items():
            shape = shapes.get(name)
            if shape is None:
                continue
            row[name] = shape(value)
            twin = twins.get(name)
            if twin is not None:
                row[twin] = value or None
        return row

    def usable_length(self, column: Column[str]) -> int:
        """The longest text that the base's column takes."""
        return self._schema.usable_length(column.table.name, column.name)

    def columns(self, table: Table) -> list[ColumnClause[Any]]:
        """The columns of a table that make its records: the base's own, those of free fields, no system columns."""
        own: list[ColumnClause[Any]] = [
            column
            for column in table.c
            if self._schema.has_column(table.name, column.name)
            and (not column.name.startswith("cb") or facts(column).twin_of)
        ]
        return own + [field.column for field in self._schema.free_fields.get(table.name, ())]

    def free_field(self, table: Table, name: str) -> FreeField | None:
        """A free field of a table by its name."""
        return next((field for field in self._schema.free_fields.get(table.name, ()) if field.name == name), None)

    def has_column(self, table: Table, name: str) -> bool:
        """Whether the base has a column."""
        return self._schema.has_column(table.name, name)

    def _prepare(self, table: Table) -> dict[str, _Shape]:
        present = [column for column in table.c if self._schema.has_column(table.name, column.name)]
        names = {column.name for column in present}
        self._twins[table.name] = {
            known.twin_of: column.name for column in present if (known := facts(column)).twin_of in names
        }
        self._shapes[table.name] = {column.name: self._shape_of(table.name, column) for column in present}
        return self._shapes[table.name]

    def _shape_of(self, table: str, column: Column[Any]) -> _Shape:
        if not isinstance(column.type, String):
            return _unchanged
        length = self._schema.usable_length(table, column.name)
        if facts(column).is_code:
            return _code_shape(column.name, length, optional=facts(column).optional)
        if not length:
            return text.long_text
        return lambda value: text.fit(value, length)


def _unchanged(value: Any) -> Any:
    return value


def _code_shape(column: str, length: int, *, optional: bool) -> _Shape:
    empty = None if optional else ""

    def shape(value: str | None) -> str | None:
        stored = text.code(value) if value else ""
        if len(stored) > length:
            raise RefusedError(messages.TOO_LONG, value=stored, column=column, length=length)
        return stored or empty

    return shape
