"""URLs and connection arguments for SQL Server: drivers, encryption, instances, the Windows session."""

import sys
from types import SimpleNamespace

import pytest

from navette.domain.errors import ConfigurationError
from navette.erp.sage100.dialect import Driver, SqlServer, open_engine, sql_server_url


def place(**changes: object) -> SqlServer:
    return SqlServer(**{"server": "SRV", "database": "BIJOU", "user": "lecteur", "password": "s3 cret;é"} | changes)


def test_pymssql_is_the_default() -> None:
    url = sql_server_url(place())
    assert (url.drivername, url.host, url.port, url.database) == ("mssql+pymssql", "SRV", None, "BIJOU")
    assert (url.username, url.password) == ("lecteur", "s3 cret;é")


@pytest.mark.parametrize(
    ("server", "host", "port"),
    [
        ("SRV\\SAGE100", "SRV\\SAGE100", None),
        ("SRV,1434", "SRV", 1434),
        ("srv.example.com:1434", "srv.example.com", 1434),
        (" SRV\\SAGE100,50000 ", "SRV\\SAGE100", 50000),
    ],
)
def test_instances_and_ports(server: str, host: str, port: int | None) -> None:
    url = sql_server_url(place(server=server))
    assert (url.host, url.port) == (host, port)


def test_a_password_is_in_no_text_of_the_address() -> None:
    assert "s3 cret" not in repr(place())
    assert "s3 cret" not in str(sql_server_url(place()))


@pytest.mark.parametrize("driver", Driver)
def test_without_a_user_the_windows_session_logs_in(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    offer_odbc(monkeypatch, "ODBC Driver 18 for SQL Server")
    url = sql_server_url(place(user="", driver=driver))
    assert (url.username, url.password) == (None, None)
    assert url.query.get("Trusted_Connection") == (None if driver is Driver.PYMSSQL else "yes")


def test_mssql_python_trusts_the_server_of_the_company() -> None:
    url = sql_server_url(place(driver=Driver.MSSQL_PYTHON))
    assert url.drivername == "mssql+mssqlpython"
    assert dict(url.query) == {"Encrypt": "yes", "TrustServerCertificate": "yes"}
    assert sql_server_url(place(driver=Driver.MSSQL_PYTHON, encrypt=False)).query["Encrypt"] == "no"


def offer_odbc(monkeypatch: pytest.MonkeyPatch, *drivers: str) -> None:
    monkeypatch.setitem(sys.modules, "pyodbc", SimpleNamespace(drivers=lambda: list(drivers)))


def test_pyodbc_takes_the_newest_driver_that_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    offer_odbc(monkeypatch, "SQLite3", "ODBC Driver 9 for SQL Server", "ODBC Driver 17 for SQL Server")
    assert sql_server_url(place(driver=Driver.PYODBC)).query["driver"] == "ODBC Driver 17 for SQL Server"


def test_pyodbc_without_a_driver_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    offer_odbc(monkeypatch, "SQLite3")
    with pytest.raises(ConfigurationError, match="ERP-CON-010"):
        sql_server_url(place(driver=Driver.PYODBC))


@pytest.mark.parametrize(("driver", "module"), [(Driver.PYMSSQL, "pymssql"), (Driver.MSSQL_PYTHON, "mssql_python")])
def test_a_driver_that_is_not_installed_is_named_with_its_package(
    driver: Driver, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ConfigurationError) as refusal:
        open_engine(place(driver=driver))
    assert refusal.value.code == "ERP-CON-010"
    assert refusal.value.values["driver"] == driver.value


@pytest.mark.parametrize(
    ("changes", "encryption", "isolation"),
    [
        ({}, "require", "READ UNCOMMITTED"),
        ({"encrypt": False}, "request", "READ UNCOMMITTED"),
        ({"waits_for_locks": True}, "require", "READ COMMITTED"),
    ],
)
def test_what_a_connection_is_asked_for(
    changes: dict[str, object], encryption: str, isolation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pymssql

    asked: dict[str, object] = {}

    def connect(**arguments: object) -> object:
        asked.update(arguments)
        raise pymssql.OperationalError((20009, b"no server"))

    monkeypatch.setattr(pymssql, "connect", connect)
    engine = open_engine(place(server="SRV,1433", **changes))
    with pytest.raises(Exception, match="20009"):
        engine.connect()
    assert asked["encryption"] == encryption
    assert (asked["host"], asked["charset"], asked["appname"]) == ("SRV:1433", "UTF-8", "Navette")
    assert engine.dialect._on_connect_isolation_level == isolation
