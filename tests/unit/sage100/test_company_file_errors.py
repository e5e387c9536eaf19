"""Errors of SQLite told apart: about the file, or about a row."""

import sqlite3
from pathlib import Path

import pytest

from navette.erp.sage100.embedded import errors
from navette.erp.sage100.embedded.connection import file_error

PATH = Path("company")


def failure(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("seen")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, errors.CompanyLockedError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, errors.CompanyLockedError),
        (sqlite3.SQLITE_READONLY, errors.CompanyReadOnlyError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, errors.CompanyReadOnlyError),
        (sqlite3.SQLITE_CORRUPT, errors.CompanyDamagedError),
        (sqlite3.SQLITE_NOTADB, errors.NotACompanyError),
        (sqlite3.SQLITE_CANTOPEN, errors.CompanyMissingError),
        (sqlite3.SQLITE_FULL, errors.CompanyDiskError),
        (sqlite3.SQLITE_IOERR_WRITE, errors.CompanyDiskError),
    ],
)
def test_errors_of_the_file(code, kind):
    error = file_error(PATH, failure(code), 5)
    assert type(error) is kind
    assert error.values["path"] == "company"


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH])
def test_errors_of_a_row_or_statement_are_none_of_the_file(code):
    assert file_error(PATH, failure(code)) is None


def test_an_error_without_a_code_is_none_of_the_file():
    assert file_error(PATH, sqlite3.ProgrammingError("closed")) is None
