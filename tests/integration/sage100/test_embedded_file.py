"""Opening and making company files: what is told apart, and that a file is whole or absent."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from navette.erp.sage100.embedded import (
    SCHEMA_VERSION,
    CompanyDamagedError,
    CompanyExistsError,
    CompanyLockedError,
    CompanyMissingError,
    CompanyReadOnlyError,
    NewerCompanyError,
    NotACompanyError,
    ReadingTransactionError,
    building_company,
    company_identity,
    create_company,
    is_embedded,
    open_company,
    schema_version,
    write_transaction,
)
from navette.erp.sage100.tables import F_FAMILLE, F_PAYS


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_new_company_is_empty_marked_and_of_the_current_version(company):
    with company.connect() as connection:
        assert is_embedded(connection)
        assert schema_version(connection) == SCHEMA_VERSION
        assert connection.scalar(select(func.count()).select_from(F_FAMILLE)) == 0


def test_each_company_has_its_own_identity_and_keeps_it(tmp_path):
    identities = set()
    for name in ("a", "b"):
        create_company(tmp_path / name)
        for _ in range(2):
            engine = open_company(tmp_path / name)
            with engine.connect() as connection:
                identities.add(company_identity(connection))
            engine.dispose()
    assert len(identities) == 2


def test_a_missing_file_is_not_made_by_opening_it(tmp_path):
    with pytest.raises(CompanyMissingError) as raised:
        open_company(tmp_path / "nowhere")
    assert raised.value.reason == "missing"
    assert raised.value.values == {"path": str(tmp_path / "nowhere")}
    assert not (tmp_path / "nowhere").exists()


def test_an_existing_file_is_never_replaced(company_path):
    before = company_path.read_bytes()
    with pytest.raises(CompanyExistsError):
        create_company(company_path)
    assert company_path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"PK\x03\x04" + b"x" * 500])
def test_another_file_is_not_a_company(tmp_path, content):
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(NotACompanyError):
        open_company(tmp_path / "file")


def test_another_database_is_not_a_company(tmp_path):
    change(tmp_path / "other.db", "CREATE TABLE F_ARTICLE (AR_Ref)")
    with pytest.raises(NotACompanyError):
        open_company(tmp_path / "other.db")


def test_a_newer_company_is_refused_with_both_versions(company_path):
    change(company_path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(NewerCompanyError) as raised:
        open_company(company_path)
    assert raised.value.values["found"] == str(SCHEMA_VERSION + 1)
    assert raised.value.values["known"] == str(SCHEMA_VERSION)


def test_a_company_without_one_of_its_tables_is_damaged(company_path):
    change(company_path, "DROP TABLE F_DOCLIGNE")
    with pytest.raises(CompanyDamagedError) as raised:
        open_company(company_path)
    assert "F_DOCLIGNE" in raised.value.values["detail"]


def test_a_file_that_was_cut_off_is_damaged(company_path):
    content = company_path.read_bytes()
    company_path.write_bytes(content[: len(content) // 2])
    with pytest.raises(CompanyDamagedError):
        open_company(company_path)


def test_damage_inside_is_told_when_it_is_met(company_path):
    with closing(sqlite3.connect(company_path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'F_PAYS'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(company_path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    company_path.write_bytes(content)
    engine = open_company(company_path)
    with engine.connect() as connection, pytest.raises(CompanyDamagedError):
        connection.execute(select(F_PAYS)).all()
    engine.dispose()


def test_a_file_without_write_permission_is_read_only(company_path):
    company_path.chmod(0o444)
    with pytest.raises(CompanyReadOnlyError):
        open_company(company_path)


def test_a_held_write_lock_is_told_after_the_wait(company, company_path):
    with closing(sqlite3.connect(company_path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with company.connect() as reader:
            assert reader.scalar(select(func.count()).select_from(F_FAMILLE)) == 0
        with pytest.raises(CompanyLockedError) as raised, write_transaction(company):
            pytest.fail("the lock was not held")
    assert raised.value.values["seconds"] == "1"


def test_only_a_write_transaction_writes(company):
    with pytest.raises(ReadingTransactionError), company.begin() as connection:
        connection.execute(insert(F_FAMILLE).values(FA_CodeFamille="BAGUE"))
    with write_transaction(company) as connection:
        connection.execute(insert(F_FAMILLE).values(FA_CodeFamille="BAGUE"))
    with company.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(F_FAMILLE)) == 1


def test_a_build_that_fails_leaves_no_file(tmp_path):
    path = tmp_path / "half"

    def build() -> None:
        with building_company(path) as connection:
            connection.execute(insert(F_FAMILLE).values(FA_CodeFamille="BAGUE"))
            raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        build()
    assert list(tmp_path.iterdir()) == []


def test_a_build_with_a_broken_link_leaves_no_file(tmp_path):
    from sage_rows import add_article

    def build() -> None:
        with building_company(tmp_path / "broken") as connection:
            add_article(connection, CL_No1=7, cbCL_No1=7)

    with pytest.raises(CompanyDamagedError, match="F_CATALOGUE"):
        build()
    assert list(tmp_path.iterdir()) == []


def test_errors_have_distinct_reasons():
    from navette.erp.sage100.embedded.errors import CompanyFileError

    reasons = [kind.reason for kind in CompanyFileError.__subclasses__()]
    assert len(reasons) == len(set(reasons)) == 8
