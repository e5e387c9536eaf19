"""How the ERP company is reached (spec APP-ERP)."""

from enum import StrEnum
from typing import ClassVar

from navette.config.option import Section, option


class ErpKind(StrEnum):
    """Commercial-management software."""

    SAGE100 = "sage100"


class SqlServerDriver(StrEnum):
    """Driver for SQL Server."""

    PYMSSQL = "pymssql"
    MSSQL_PYTHON = "mssql-python"
    PYODBC = "pyodbc"


class ErpOptions(Section):
    """Connection to the company: an embedded file, or a SQL Server database."""

    prefix: ClassVar[str] = "erp"
    title: ClassVar[str] = "Commercial management"

    kind: ErpKind = option(
        ErpKind.SAGE100, title="Commercial management", help="The software that holds articles and documents."
    )
    file: str = option("", title="Company file", help="Path of an embedded company; empty for a SQL Server database.")
    server: str = option("", title="SQL Server", help="Server or server\\instance that holds the company's database.")
    database: str = option("", title="Database", help="Name of the company's database.", visible_when="erp.server")
    user: str = option(
        "", title="SQL user", help="Login for reading; empty for the Windows session.", visible_when="erp.server"
    )
    password: str = option(
        "", title="SQL password", help="Password of the SQL user.", secret=True, visible_when="erp.server"
    )
    driver: SqlServerDriver = option(
        SqlServerDriver.PYMSSQL,
        title="Driver",
        help="Driver for SQL Server; pymssql needs nothing else to be installed.",
        advanced=True,
        visible_when="erp.server",
    )
    encrypt: bool = option(
        default=True,
        title="Encrypted connection",
        help="Ask for an encrypted connection.",
        advanced=True,
        visible_when="erp.server",
    )
    media_folders: str = option(
        "",
        title="Folders of pictures and documents",
        help="Folders from which files named by articles may be read, separated by semicolons; the Multimedia "
        "folder beside the company file is always one of them.",
    )
