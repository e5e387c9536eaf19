"""One writing transaction: its connection, its moment, the base's columns, and the next internal numbers."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Executable, Insert, Select, Table, func, insert, select

from navette.erp.sage100.rows import Record
from navette.erp.sage100.writer.rows import RowShaper


class WriteSession:
    """What all parts of one transaction share; `now` is the company's local time."""

    def __init__(self, connection: Connection, shaper: RowShaper, now: datetime) -> None:
        self.connection = connection
        self.shaper = shaper
        self.now = now
        self._numbers: dict[str, int] = {}

    @property
    def today(self) -> datetime:
        """The company's date, as date columns hold it."""
        return at_midnight(self.now.date())

    @property
    def time_of_day(self) -> str:
        """The time as Sage writes it: three zeros and HHMMSS."""
        return f"000{self.now:%H%M%S}"

    def insert(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert rows that all fill the same columns."""
        shaped = [self.shaper.shape(table, row) for row in rows]
        if shaped:
            self.connection.execute(_insertion(table), shaped)

    def run(self, statement: Executable, **values: Any) -> None:
        """Execute a statement that changes rows."""
        self.connection.execute(statement, values)

    def usable_length(self, column: Column[str]) -> int:
        """The longest text that the base's column takes."""
        return self.shaper.usable_length(column)

    def first(self, statement: Executable, **values: Any) -> Record | None:
        """The first row of a query."""
        return self.connection.execute(statement, values).first()

    def one(self, statement: Executable, **values: Any) -> Record:
        """The row of a query that has exactly one."""
        return self.connection.execute(statement, values).one()

    def all(self, statement: Executable, **values: Any) -> Sequence[Record]:
        """All rows of a query."""
        return self.connection.execute(statement, values).all()

    def next_number(self, column: Column[int]) -> int:
        """Give the next internal number of a column: Sage's way is the greatest plus one, under a lock."""
        key = f"{column.table.name}.{column.name}"
        if key not in self._numbers:
            self._numbers[key] = self.one(_greatest(column)).greatest or 0
        self._numbers[key] += 1
        return self._numbers[key]


@cache
def _insertion(table: Table) -> Insert:
    return insert(table)


@cache
def _greatest(column: Column[int]) -> Select[Any]:
    return select(func.max(column).label("greatest"))


def at_midnight(day: date) -> datetime:
    """A date as date columns hold it."""
    return datetime.combine(day, time.min)
