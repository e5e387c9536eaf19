"""Writing the rows of the sample company in bulk."""

from collections import Counter
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert

_BATCH = 1000


class RowWriter:
    """Collects rows by table and writes them a thousand at a time; gives internal numbers.

    Every row gets the same change mark. Columns left out take the defaults of the company.
    """

    def __init__(self, connection: Connection, change_mark: datetime) -> None:
        self._connection = connection
        self._mark = change_mark
        self._batches: dict[tuple[str, tuple[str, ...]], tuple[Table, list[dict[str, Any]]]] = {}
        self._numbers: Counter[str] = Counter()
        self.written: Counter[str] = Counter()

    def add(self, table: Table, **values: Any) -> None:
        """Add a row; rows of one table may name different columns."""
        shape = (table.name, tuple(values))
        if shape not in self._batches:
            self._batches[shape] = (table, [])
        rows = self._batches[shape][1]
        if "cbModification" in table.c:
            values["cbModification"] = values["cbCreation"] = self._mark
        rows.append(values)
        if len(rows) >= _BATCH:
            self._write(table, rows)

    def add_all(self, table: Table, *rows: dict[str, Any]) -> None:
        """Add several rows."""
        for row in rows:
            self.add(table, **row)

    def next_number(self, counter: str) -> int:
        """Give the next internal number of a counter, named after its column (AG_No, DL_No, EC_No…)."""
        self._numbers[counter] += 1
        return self._numbers[counter]

    def flush(self) -> None:
        """Write what is left."""
        for table, rows in self._batches.values():
            if rows:
                self._write(table, rows)

    def _write(self, table: Table, rows: list[dict[str, Any]]) -> None:
        self._connection.execute(insert(table), rows)
        self.written[table.name] += len(rows)
        rows.clear()


def with_twins(**numbers: int) -> dict[str, int | None]:
    """Give internal numbers together with their twins, which are NULL for 0."""
    return {**numbers, **{f"cb{name}": number or None for name, number in numbers.items()}}
