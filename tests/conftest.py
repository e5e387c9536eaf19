"""What all tests share: a data folder of their own, and our memory opened in it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from fakes.clock import FixedClock
from fakes.missing import lacking
from fakes.outside_guard import watch_outside_calls
from fakes.postgres import own_database, start_postgres

from navette.store import OpenStore, close_connections, open_store


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kills", type=int, default=50, help="how often the crash tests kill a run")
    parser.addoption("--seed", type=int, help="from which the crash tests draw the writes at which they kill")


@pytest.fixture(scope="session", autouse=True)
def no_data_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the data folder or database of the person who runs it."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NAVETTE_DATA_DIR", str(tmp_path_factory.mktemp("default-data")))
        environment.delenv("NAVETTE_DATABASE_URL", raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_outside_in_transactions() -> Iterator[None]:
    """No test calls a shop or an ERP inside a transaction of our memory."""
    with pytest.MonkeyPatch.context() as patch:
        end = watch_outside_calls(patch)
        yield
        end()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables and no rows: copying it is quicker than making one."""
    store = open_store(tmp_path_factory.mktemp("empty"), "")
    close_connections()
    return store.place.database


@pytest.fixture
def clock() -> FixedClock:
    """A clock that a test moves."""
    return FixedClock()


@pytest.fixture
def data_folder(tmp_path: Path, empty_database: Path) -> Path:
    """A data folder with an empty database, not opened."""
    folder = tmp_path / "données"
    folder.mkdir()
    shutil.copy(empty_database, folder)
    return folder


@pytest.fixture
def opened(data_folder: Path, clock: FixedClock) -> Iterator[OpenStore]:
    """Our memory on SQLite, empty, with the test's clock."""
    yield open_store(data_folder, "", clock)
    close_connections()


@pytest.fixture
def opened_postgres(tmp_path: Path, postgres_url: str, clock: FixedClock) -> Iterator[OpenStore]:
    """Our memory on PostgreSQL, empty, with the test's clock."""
    store = open_store(tmp_path, postgres_url, clock)
    _empty()
    yield store
    close_connections()


def _empty() -> None:
    from django.apps import apps
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for model in apps.get_models():  # in any order: foreign keys are checked at the end
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database of this test process, on the server that is named or on one started from the wheel."""
    with ExitStack() as cleanup:
        server_url = os.environ.get("NAVETTE_TEST_POSTGRES_URL")
        if not server_url:
            try:
                server_url = start_postgres(_shared_folder(tmp_path_factory) / "postgres", cleanup)
            except Exception as error:  # noqa: BLE001 (whatever the reason, it is told)
                lacking(f"PostgreSQL cannot be started here: {error!r}")
        cleanup.callback(close_connections)
        yield own_database(server_url)


def _shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the processes of one test run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
