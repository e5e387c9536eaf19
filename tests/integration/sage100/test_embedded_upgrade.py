"""The upgrade chain: an older company becomes a current one, and its former state is kept."""

import sqlite3
from contextlib import closing

import pytest
from sage_rows import add_account, add_document, add_general_account
from sqlalchemy import inspect, select, update

from navette.erp.sage100.embedded import SCHEMA_VERSION, create_company, open_company, schema_version, write_transaction
from navette.erp.sage100.embedded.connection import company_engine
from navette.erp.sage100.embedded.upgrade import upgrade_company
from navette.erp.sage100.embedded.upgrades import STEPS
from navette.erp.sage100.tables import F_DOCENTETE, metadata


@pytest.fixture
def old_path(tmp_path):
    """A company of the first version with a document."""
    path = tmp_path / "old.company"
    create_company(path, version=1)
    engine = company_engine(path)
    with write_transaction(engine) as connection:
        add_general_account(connection)
        add_account(connection)
        add_document(connection)
    engine.dispose()
    return path


def columns_of(path):
    engine = company_engine(path)
    inspector = inspect(engine)
    found = {table: {column["name"] for column in inspector.get_columns(table)} for table in metadata.tables}
    engine.dispose()
    return found


def test_an_old_company_lacks_the_newer_columns(old_path):
    assert "DO_RefExterne" not in columns_of(old_path)["F_DOCENTETE"]


def test_opening_an_old_company_brings_it_to_the_current_version(old_path):
    engine = open_company(old_path)
    with engine.connect() as connection:
        assert schema_version(connection) == SCHEMA_VERSION
        document = connection.execute(select(F_DOCENTETE)).mappings().one()
    engine.dispose()
    assert (document["DO_Piece"], document["DO_RefExterne"]) == ("BC00001", "")


def test_an_upgraded_company_has_the_schema_of_a_new_one(old_path, company_path):
    upgrade_company(old_path)
    assert columns_of(old_path) == columns_of(company_path)


def test_upgraded_columns_have_their_checks(old_path):
    engine = open_company(old_path)
    with pytest.raises(Exception, match="CK_F_DOCENTETE_DO_RefExterne"), write_transaction(engine) as connection:
        connection.execute(update(F_DOCENTETE).values(DO_RefExterne="x" * 52))
    engine.dispose()


def test_the_former_state_is_kept_beside(old_path):
    copy = upgrade_company(old_path)
    assert copy is not None
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT DO_Piece FROM F_DOCENTETE").fetchall() == [("BC00001",)]
    assert upgrade_company(old_path) is None


def test_a_step_that_fails_leaves_the_company_as_it_was(old_path, monkeypatch):
    def fail(_connection):
        raise RuntimeError("disk gone")

    broken = type(STEPS[0])(STEPS[0].version, STEPS[0].added, fail)
    monkeypatch.setattr("navette.erp.sage100.embedded.upgrade.STEPS", (STEPS[0], broken))
    with pytest.raises(RuntimeError, match="disk gone"):
        upgrade_company(old_path)
    assert "DO_RefExterne" not in columns_of(old_path)["F_DOCENTETE"]
    monkeypatch.undo()
    assert upgrade_company(old_path) is not None


def test_versions_of_the_chain_follow_each_other():
    assert [step.version for step in STEPS] == list(range(2, SCHEMA_VERSION + 1))
