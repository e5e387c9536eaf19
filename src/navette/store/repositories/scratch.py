"""A temporary table on disk."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from navette.store.repositories.chunks import chunks

ROWS_AT_ONCE = 2000


class Scratch:
    """Implements navette.ports.store.Scratch, in a private file that SQLite removes by itself."""

    def __init__(self) -> None:
        # An empty name is a database on disk, in the temporary folder, that no other connection can see.
        self._rows = sqlite3.connect("", isolation_level=None)
        self._rows.execute("PRAGMA journal_mode=OFF")
        self._rows.execute("PRAGMA synchronous=OFF")
        self._rows.execute("CREATE TABLE row (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")

    def put(self, rows: Iterable[tuple[str, str]]) -> None:
        """Add rows; a later value replaces an earlier one."""
        for chunk in chunks(rows, ROWS_AT_ONCE):
            self._rows.execute("BEGIN")
            self._rows.executemany("INSERT OR REPLACE INTO row VALUES (?, ?)", chunk)
            self._rows.execute("COMMIT")

    def get(self, keys: Sequence[str]) -> Mapping[str, str]:
        """Values of the keys that are there."""
        found: dict[str, str] = {}
        for chunk in chunks(keys):
            places = ",".join("?" * len(chunk))
            found.update(self._rows.execute(f"SELECT key, value FROM row WHERE key IN ({places})", chunk))  # noqa: S608
        return found

    def close(self) -> None:
        """Forget everything."""
        self._rows.close()
