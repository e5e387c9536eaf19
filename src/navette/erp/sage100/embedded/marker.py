"""What marks a file as an embedded company: application id, schema version, identity."""

import uuid

from sqlalchemy import CHAR, Column, Connection, MetaData, Table, delete, insert, select

from navette.erp.sage100.tables import cbSysTable

APPLICATION_ID = 0x4E415645  # "NAVE", in the header of the file
MARKER_TABLE = "navette_company"

_marker = Table(MARKER_TABLE, MetaData(), Column("identity", CHAR(36), nullable=False))


def mark(connection: Connection, version: int) -> None:
    """Mark a new company and give it its identity, which no other company has."""
    _marker.create(connection)
    connection.execute(insert(_marker).values(identity=str(uuid.uuid4())))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    set_version(connection, version)


def set_version(connection: Connection, version: int) -> None:
    """Record the schema version, in the file's header and where Sage keeps its own."""
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    connection.execute(delete(cbSysTable))
    rows = [{"CB_Type": kind, "CB_Version": version, "CB_DescVersion": "Navette"} for kind in ("CIAL", "CPTA")]
    connection.execute(insert(cbSysTable), rows)


def schema_version(connection: Connection) -> int:
    """Read the schema version."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def is_embedded(connection: Connection) -> bool:
    """Whether a connection is on an embedded company: the only kind of base that may be written by SQL."""
    if connection.dialect.name != "sqlite":
        return False
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one()) == APPLICATION_ID


def company_identity(connection: Connection) -> str:
    """Read the identity of an embedded company; a copy of the file has the same."""
    return str(connection.execute(select(_marker.c.identity)).scalar_one())
