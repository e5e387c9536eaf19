"""Errors of files and of SQL Server's drivers, as messages with a remedy; told by number or SQLSTATE, never by text."""

from pathlib import Path

import pymssql
import pytest
from sqlalchemy.exc import InterfaceError, OperationalError, ProgrammingError

from navette.domain.errors import ConfigurationError, FailureKind, NavetteError, TransientError
from navette.erp.sage100.dialect import EmbeddedFile, SqlServer
from navette.erp.sage100.embedded import (
    CompanyDamagedError,
    CompanyDiskError,
    CompanyExistsError,
    CompanyFileError,
    CompanyLockedError,
    CompanyMissingError,
    CompanyReadOnlyError,
    NewerCompanyError,
    NotACompanyError,
)
from navette.erp.sage100.errors import translated

FILE = EmbeddedFile(Path("bijou.company"))
SERVER = SqlServer(server="SRV\\SAGE100", database="BIJOU", user="lecteur", password="secret")
HERE = Path("bijou.company")


@pytest.mark.parametrize(
    ("error", "code", "kind"),
    [
        (CompanyMissingError(HERE), "ERP-CON-001", FailureKind.CONFIGURATION),
        (CompanyExistsError(HERE), "ERP-CON-002", FailureKind.CONFIGURATION),
        (NotACompanyError(HERE), "ERP-CON-003", FailureKind.CONFIGURATION),
        (CompanyLockedError(HERE, seconds="30"), "ERP-CON-004", FailureKind.TRANSIENT),
        (CompanyReadOnlyError(HERE), "ERP-CON-005", FailureKind.CONFIGURATION),
        (NewerCompanyError(HERE, found="9", known="2"), "ERP-CON-006", FailureKind.CONFIGURATION),
        (CompanyDamagedError(HERE, detail="cut off"), "ERP-CON-007", FailureKind.CONFIGURATION),
        (CompanyDiskError(HERE, detail="full"), "ERP-CON-008", FailureKind.CONFIGURATION),
    ],
)
def test_a_file_tells_its_reason(error: CompanyFileError, code: str, kind: FailureKind) -> None:
    found = translated(error, FILE)
    assert (found.code, found.kind) == (code, kind)
    assert found.message.placeholders <= found.values.keys()
    assert str(HERE) in str(found)


def from_pymssql(number: int, *, at_connection: bool = False) -> OperationalError:
    text = b"Un message dans la langue de la connexion."
    original = pymssql.OperationalError((number, text)) if at_connection else pymssql.OperationalError(number, text)
    return OperationalError("SELECT 1", {}, original)


CASES = [
    (20009, "ERP-CON-011", TransientError),
    (18456, "ERP-CON-012", ConfigurationError),
    (4060, "ERP-CON-013", ConfigurationError),
    (229, "ERP-CON-014", ConfigurationError),
    (208, "ERP-CON-016", ConfigurationError),
    (207, "ERP-CON-016", ConfigurationError),
    (1205, "ERP-CON-020", TransientError),
    (1222, "ERP-CON-021", TransientError),
    (20006, "ERP-CON-022", TransientError),
]


@pytest.mark.parametrize(("number", "code", "kind"), CASES)
@pytest.mark.parametrize("at_connection", [False, True])
def test_pymssql_gives_a_number(number: int, code: str, kind: type[NavetteError], at_connection: bool) -> None:
    found = translated(from_pymssql(number, at_connection=at_connection), SERVER)
    assert (found.code, type(found)) == (code, kind)
    assert found.message.placeholders <= found.values.keys()


@pytest.mark.parametrize(
    ("state", "text", "code"),
    [
        ("28000", "[28000] [Microsoft] Échec de l'ouverture de session (18456) (SQLDriverConnect)", "ERP-CON-012"),
        ("42000", "[42000] Impossible d'ouvrir la base (4060)", "ERP-CON-013"),
        ("42000", "[42000] L'autorisation SELECT a été refusée (229)", "ERP-CON-014"),
        ("42S02", "[42S02] Nom d'objet non valide", "ERP-CON-016"),
        ("40001", "[40001] Victime", "ERP-CON-020"),
        ("HY000", "[HY000] Délai de verrou (1222)", "ERP-CON-021"),
        ("08S01", "[08S01] Liaison", "ERP-CON-022"),
        ("08001", "[08001] Fournisseur TCP", "ERP-CON-011"),
    ],
)
def test_pyodbc_gives_a_state_and_a_number_in_its_text(state: str, text: str, code: str) -> None:
    assert translated(InterfaceError("SELECT 1", {}, Exception(state, text)), SERVER).code == code


class DriverError(Exception):
    """As mssql-python raises them: its own sentence for each SQLSTATE, then the server's text."""

    def __init__(self, driver_error: str) -> None:
        super().__init__(f"Driver Error: {driver_error}; DDBC Error: Échec")
        self.driver_error = driver_error


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Invalid authorization specification", "ERP-CON-012"),
        ("Client unable to establish connection", "ERP-CON-011"),
        ("Serialization failure", "ERP-CON-020"),
        ("Base table or view not found", "ERP-CON-016"),
        ("Communication link failure", "ERP-CON-022"),
    ],
)
def test_mssql_python_gives_a_sentence_for_each_state(sentence: str, code: str) -> None:
    assert translated(ProgrammingError("SELECT 1", {}, DriverError(sentence)), SERVER).code == code


def test_a_connection_that_was_invalidated_is_lost() -> None:
    error = OperationalError("SELECT 1", {}, Exception("?"), connection_invalidated=True)
    assert translated(error, SERVER).code == "ERP-CON-022"


def test_what_is_not_known_is_a_fault_of_ours_with_its_number_and_no_data() -> None:
    found = translated(OperationalError("SELECT x", {"p": "DUPONT"}, pymssql.OperationalError(8134, b"DUPONT")), SERVER)
    assert (found.code, found.kind) == ("ERP-CON-099", FailureKind.BUG)
    assert found.values["detail"] == "OperationalError 8134"
    assert "DUPONT" not in str(found)


def test_a_file_that_this_user_may_not_open() -> None:
    found = translated(PermissionError(13, "Permission denied", "bijou.company"), FILE)
    assert (found.code, found.values["path"]) == ("ERP-CON-005", "bijou.company")


def test_an_error_of_ours_stays_itself() -> None:
    ours = translated(CompanyMissingError(HERE), FILE)
    assert translated(ours, FILE) is ours


@pytest.mark.parametrize(("number", "code", "kind"), CASES)
def test_no_message_shows_the_password(number: int, code: str, kind: type[NavetteError]) -> None:
    assert "secret" not in str(translated(from_pymssql(number), SERVER))
