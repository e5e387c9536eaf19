"""Lists inside a record that are plain rows of a link table."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.problems import Crash
from navette.demo.shops.prestashop.records.database import Database
from navette.demo.shops.prestashop.records.repository import chunks, marks

Entry = dict[str, str | None]


@dataclass(frozen=True)
class LinkTable:
    """Where the entries of a list are kept: owner column, entry fields to columns, order.

    `existing` is the table that an entry must be in to be shown.
    """

    table: str
    owner: str
    columns: Mapping[str, str]
    order: str = ""
    existing: str = ""

    def entries(self, database: Database, owners: Sequence[int]) -> dict[int, list[Entry]]:
        """Return the entries of each owner."""
        found: dict[int, list[Entry]] = {owner: [] for owner in owners}
        names = "".join(f', "{column}"' for column in self.columns.values())
        first = next(iter(self.columns.values()))
        order = self.order or first
        known = f" AND {first} IN (SELECT id FROM {self.existing})" if self.existing else ""
        for part in chunks(owners):
            sql = (
                f"SELECT {self.owner}{names} FROM {self.table}"
                f" WHERE {self.owner} IN ({marks(part)}){known} ORDER BY {order}"
            )
            for owner, *values in database.rows(sql, part):
                texts = ("" if value is None else str(value) for value in values)
                found[owner].append(dict(zip(self.columns, texts, strict=True)))
        return found

    def replace(self, database: Database, owner: int, entries: Sequence[Entry]) -> None:
        """Replace the whole list; the same entry twice stops PHP."""
        self.clear(database, owner)
        names = ", ".join(self.columns.values())
        sql = f"INSERT INTO {self.table} ({self.owner}, {names}) VALUES ({marks(range(len(self.columns) + 1))})"
        try:
            for entry in entries:
                database.write(sql, [owner, *(to_int(entry.get(name)) for name in self.columns)])
        except sqlite3.IntegrityError as error:
            raise Crash from error

    def clear(self, database: Database, owner: int) -> None:
        """Remove the entries of an owner."""
        database.write(f"DELETE FROM {self.table} WHERE {self.owner} = ?", (owner,))


Links = Mapping[str, LinkTable]
"""The lists of a resource by their names."""
