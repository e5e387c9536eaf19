"""Sage's own description of the base: free fields, version, linked files (sage100 §1.8, §0.4)."""

from sqlalchemy import CHAR, Column, Integer, SmallInteger, String, Table

from navette.erp.sage100.tables.columns import smallints, text
from navette.erp.sage100.tables.declaration import metadata, sage_table

cbSysLibre = Table(  # noqa: N816 (Sage's name)
    "cbSysLibre",
    metadata,
    Column("CB_File", String(128), primary_key=True),
    Column("CB_Name", String(128), primary_key=True),
    Column("CB_Pos", SmallInteger, nullable=False),
    Column("CB_Type", SmallInteger, nullable=False),
    Column("CB_Len", SmallInteger, nullable=False),
    Column("CB_Flag", SmallInteger),
    Column("CB_Formule", String(1024)),
    Column("CB_Creator", CHAR(4)),
    implicit_returning=False,
)

cbSysTable = Table(  # noqa: N816 (Sage's name)
    "cbSysTable",
    metadata,
    Column("CB_Type", CHAR(4), primary_key=True),
    Column("CB_Version", Integer),
    Column("CB_DescVersion", String(35)),
    implicit_returning=False,
)

cbSysLink = Table(  # noqa: N816 (Sage's name)
    "cbSysLink",
    metadata,
    Column("CB_Type", CHAR(4), primary_key=True),
    Column("CB_Path", String(260)),
    implicit_returning=False,
)

F_ENUMLIBRECIAL = sage_table(
    "F_ENUMLIBRECIAL",
    *smallints("N_File", "N_Info"),
    text("EL_Intitule", 21),
    keys=[("N_File", "N_Info", "EL_Intitule")],
)

F_ENUMLIBRECPTA = sage_table(
    "F_ENUMLIBRECPTA",
    *smallints("N_File", "N_Info"),
    text("EL_Intitule", 21),
    keys=[("N_File", "N_Info", "EL_Intitule")],
)
