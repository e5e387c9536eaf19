"""Opening a company that cannot be used: each fault has its own message, and nothing stays open."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from navette.domain.errors import ConfigurationError, NavetteError, TransientError
from navette.erp.sage100.company import SageCompany
from navette.erp.sage100.database import Database
from navette.erp.sage100.dialect import EmbeddedFile, SqlServer
from navette.erp.sage100.embedded import open_company
from navette.erp.sage100.embedded.connection import company_engine
from navette.erp.sage100.reader.probe import require_company
from navette.erp.sage100.schema import read_schema
from navette.ports.erp import ArticleSelection


def fault_of(path: Path) -> NavetteError:
    with pytest.raises(NavetteError) as fault:
        SageCompany(EmbeddedFile(path), lambda *_: None)
    return fault.value


def test_a_missing_file(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "none.company").code == "ERP-CON-001"


def test_another_kind_of_file(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Chère Madame" * 20)
    assert fault_of(path).code == "ERP-CON-003"


def test_another_kind_of_database(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE F_ARTICLE (AR_Ref)")
        connection.commit()
    assert fault_of(path).code == "ERP-CON-003"


def test_a_file_of_a_newer_version(own_path: Path) -> None:
    with closing(sqlite3.connect(own_path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    fault = fault_of(own_path)
    assert isinstance(fault, ConfigurationError)
    assert (fault.code, fault.values["found"]) == ("ERP-CON-006", "99")


def test_a_file_that_was_cut_off(own_path: Path) -> None:
    own_path.write_bytes(own_path.read_bytes()[:8192])
    assert fault_of(own_path).code == "ERP-CON-007"


def test_a_read_only_file(own_path: Path) -> None:
    own_path.chmod(0o444)
    assert fault_of(own_path).code == "ERP-CON-005"


def test_a_file_that_disappears_while_it_is_read(own_path: Path) -> None:
    company = SageCompany(EmbeddedFile(own_path), lambda *_: None)
    company.close()
    own_path.unlink()
    with pytest.raises(ConfigurationError, match="ERP-CON-001"):
        company.clock()


def test_a_file_that_another_program_holds(own_path: Path) -> None:
    engine = open_company(own_path, busy_seconds=0.1)
    database = Database(EmbeddedFile(own_path), engine)
    with closing(sqlite3.connect(own_path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(TransientError, match="ERP-CON-004"), database.reading() as session:
            session.connection.exec_driver_sql("SELECT 1 FROM F_ARTICLE")
        other.execute("ROLLBACK")
    database.close()


def test_a_server_that_is_not_there() -> None:
    place = SqlServer(server="127.0.0.1,9", database="BIJOU", user="x", password="secret", encrypt=False)
    with pytest.raises(TransientError, match="ERP-CON-011") as fault:
        SageCompany(place, lambda *_: None)
    assert "secret" not in str(fault.value)


def test_a_database_that_is_no_company(own_path: Path) -> None:
    engine = company_engine(own_path, durable=False)
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA legacy_alter_table = ON")
        connection.exec_driver_sql("ALTER TABLE P_CATTARIF RENAME TO other")
    database = Database(EmbeddedFile(own_path), engine)
    with database.reading() as session:
        schema = read_schema(session)
    with pytest.raises(ConfigurationError, match="ERP-CON-015") as fault:
        require_company(database, schema)
    assert fault.value.values["missing"] == "P_CATTARIF"
    database.close()


def test_pages_leave_no_connection_in_use(small: SageCompany) -> None:
    pages = small.catalog.articles(ArticleSelection(page_size=1), 1)
    next(pages)
    assert small._database.engine.pool.checkedout() == 0
    pages.close()
