"""Opening our memory: settings, upgrade after a backup, and what is refused with its remedy."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from navette.domain.errors import ConfigurationError
from navette.store import OpenStore, close_connections, in_transaction, open_store


@pytest.fixture(autouse=True)
def closed_at_the_end():
    yield
    close_connections()


def execute(database: Path, *statements: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def refusal(folder: Path, url: str = "") -> ConfigurationError:
    with pytest.raises(ConfigurationError) as failure:
        open_store(folder, url)
    return failure.value


class TestPlace:
    def test_a_new_folder_is_made_for_its_owner_alone(self, tmp_path: Path) -> None:
        store = open_store(tmp_path / "a" / "b", "")
        assert store.place.folder.stat().st_mode & 0o777 == 0o700
        assert store.place.database.exists()
        assert store.profiles.all() == []

    def test_the_environment_names_the_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NAVETTE_DATA_DIR", str(tmp_path / "named"))
        assert open_store().place.folder == tmp_path / "named"

    def test_without_a_name_the_platform_decides(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("NAVETTE_DATA_DIR")
        monkeypatch.setattr("platformdirs.user_data_path", lambda name, **_: tmp_path / name)
        assert open_store().place.folder == tmp_path / "navette"

    def test_another_folder_can_be_opened_later(self, tmp_path: Path) -> None:
        from navette.store.profile_record import Connection

        one = open_store(tmp_path / "one", "")
        one.profiles.create("bijou", Connection("sage100", "c"), Connection("prestashop", "http://s"))
        assert open_store(tmp_path / "two", "").profiles.all() == []
        assert len(open_store(tmp_path / "one", "").profiles.all()) == 1

    def test_a_file_in_the_place_of_the_folder_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        error = refusal(tmp_path / "file")
        assert (error.code, error.values["folder"]) == ("STO-FOLDER-001", str(tmp_path / "file"))


class TestSettings:
    def test_sqlite_is_durable_and_waits(self, opened: OpenStore) -> None:
        from django.db import connection

        def pragma(name: str) -> object:
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA {name}")
                return cursor.fetchone()[0]

        assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == ("wal", 2, 1)
        assert pragma("busy_timeout") == 30_000
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
        assert not connection.settings_dict["ATOMIC_REQUESTS"]

    def test_models_and_migrations_agree(self, opened: OpenStore) -> None:
        from django.core.management import call_command

        call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)

    def test_a_password_shows_in_no_repr(self, tmp_path: Path) -> None:
        from navette.store.place import Place

        assert "hunter2" not in repr(Place(tmp_path, "postgresql://u:hunter2@h/d"))


class TestUpgrade:
    def test_an_older_database_is_backed_up_then_upgraded(self, data_folder: Path) -> None:
        database = data_folder / "navette.sqlite3"
        execute(
            database,
            "INSERT INTO store_company (name, kind, url, identity) VALUES ('BIJOU', 'sage100', 'c', '')",
            "DELETE FROM django_migrations WHERE name = (SELECT max(name) FROM django_migrations)",
            *(f"DROP TABLE {table}" for table in tables(database) - {"store_company", "django_migrations"}),
            "ALTER TABLE store_company RENAME TO former_company",
        )
        open_store(data_folder, "")
        [backup] = (data_folder / "backups").iterdir()
        assert "former_company" in tables(backup)
        assert "store_binding" not in tables(backup)
        assert "store_binding" in tables(database)

    def test_a_new_database_needs_no_backup(self, tmp_path: Path) -> None:
        assert not open_store(tmp_path, "").place.backups.exists()

    def test_a_newer_database_is_refused(self, data_folder: Path) -> None:
        execute(
            data_folder / "navette.sqlite3",
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '0999_future', '2030-01-01')",
        )
        error = refusal(data_folder)
        assert error.code == "STO-DATA-005"
        assert error.values == {"migration": "store.0999_future", "backups": str(data_folder / "backups")}

    def test_a_damaged_file_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "navette.sqlite3").write_bytes(b"this is no database, and long enough to be read as one" * 50)
        assert refusal(tmp_path).code == "STO-DATA-004"


class TestPostgres:
    def test_another_scheme_is_refused(self, tmp_path: Path) -> None:
        error = refusal(tmp_path, "mysql://user:hunter2@host/db")
        assert (error.code, error.values) == ("STO-DATA-001", {"scheme": "mysql"})

    def test_an_address_that_makes_no_sense_is_refused_without_its_password(self, tmp_path: Path) -> None:
        error = refusal(tmp_path, "postgresql://u:hunter2@h/d?no_such_thing=1")
        assert error.code == "STO-DATA-001"
        assert "hunter2" not in str(error)

    def test_a_server_that_is_not_there_is_named_without_its_password(self, tmp_path: Path) -> None:
        error = refusal(tmp_path, "postgresql://u:hunter2@127.0.0.1:1/navette?connect_timeout=2")
        assert (error.code, error.values["database"]) == ("STO-DATA-003", "navette")
        assert "hunter2" not in str(error)


class TestInTransaction:
    def test_it_tells_whether_a_transaction_is_open(self, opened: OpenStore) -> None:
        from navette.store.transaction import writing

        assert not in_transaction()
        with writing():
            assert in_transaction()
        assert not in_transaction()

    def test_a_transaction_is_not_opened_inside_another(self, opened: OpenStore) -> None:
        from navette.store.transaction import writing

        with writing(), pytest.raises(RuntimeError), writing():
            pass

    def test_importing_the_package_loads_no_django(self) -> None:
        import subprocess
        import sys

        code = "import sys, navette.store; print('django' in sys.modules, navette.store.in_transaction())"
        said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        assert said.split() == ["False", "False"]


def tables(database: Path) -> set[str]:
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return {name for (name,) in rows}
