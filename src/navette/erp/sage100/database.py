"""The door to the company's database for reading: short sessions, whole results, errors that people can act on."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Executable

from navette.erp.sage100.dialect import Location, open_engine
from navette.erp.sage100.errors import READING_FAULTS, translated
from navette.erp.sage100.rows import Record


class ReadSession:
    """One connection; each query is read to its end before the next one starts.

    A second statement on one connection of pymssql while the first is still read ends the first silently.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def connection(self) -> Connection:
        """The connection itself, for questions about the database."""
        return self._connection

    def all(self, statement: Executable) -> Sequence[Record]:
        """All rows of a query."""
        return self._connection.execute(statement).all()

    def values(self, statement: Executable) -> Sequence[Any]:
        """The first column of all rows."""
        return self._connection.execute(statement).scalars().all()

    def value(self, statement: Executable) -> Any:
        """The first column of the first row, None without one."""
        return self._connection.execute(statement).scalar()


class Database:
    """A company's database."""

    def __init__(self, place: Location, engine: Engine | None = None) -> None:
        self.place = place
        try:
            self.engine = engine or open_engine(place)
        except (*READING_FAULTS, PermissionError) as error:
            raise translated(error, place) from error

    @contextmanager
    def reading(self) -> Iterator[ReadSession]:
        """Open a session for a handful of queries; it is never kept open while others do something else."""
        try:
            with self.engine.connect() as connection:
                yield ReadSession(connection)
        except READING_FAULTS as error:
            raise translated(error, self.place) from error

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()
