"""A small company that is written, and what the tests look at in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.clock import FixedClock
from small_company import build
from sqlalchemy import Engine, Table, select

from navette.erp.sage100.database import ReadSession
from navette.erp.sage100.embedded import open_company, write_transaction
from navette.erp.sage100.schema import BaseSchema, read_schema
from navette.erp.sage100.writer import SqlWriter


class Books:
    """Looks into a company, and changes it as a person with Sage would."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def rows(self, table: Table, **wanted):
        """Rows of a table as dictionaries, in the order in which they were written."""
        statement = select(table).order_by(table.c.cbMarq)
        for name, value in wanted.items():
            statement = statement.where(table.c[name] == value)
        with self.engine.connect() as connection:
            return [dict(row) for row in connection.execute(statement).mappings()]

    def row(self, table: Table, **wanted):
        """The only row that there is."""
        (row,) = self.rows(table, **wanted)
        return row

    def change(self, statement) -> None:
        with write_transaction(self.engine) as connection:
            connection.execute(statement)

    def sql(self, text: str, **values):
        with self.engine.connect() as connection:
            return connection.exec_driver_sql(text, values).all()


@pytest.fixture(scope="session")
def small_company_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "bijoux.company"
    build(path)
    return path


@pytest.fixture
def company_file(tmp_path: Path, small_company_file: Path) -> Path:
    path = tmp_path / "bijoux.company"
    shutil.copy(small_company_file, path)
    return path


@pytest.fixture
def books(company_file: Path) -> Iterator[Books]:
    engine = open_company(company_file, busy_seconds=10)
    yield Books(engine)
    engine.dispose()


@pytest.fixture
def schema(books: Books) -> BaseSchema:
    with books.engine.connect() as connection:
        return read_schema(ReadSession(connection))


@pytest.fixture
def writer(books: Books, schema: BaseSchema, clock: FixedClock) -> SqlWriter:
    return SqlWriter(books.engine, schema, clock)
